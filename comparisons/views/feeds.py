"""Feeds of what is new and corrected, as Atom and JSON Feed: of the site, a topic, a party, a pair, a comparison."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import condition

from comparisons.across.statistics import parties_named
from comparisons.models import Edition, Finding, Standing
from comparisons.models.edition import EditionQuerySet
from comparisons.models.finding import FindingQuerySet
from comparisons.outcomes import FAMILIES, family_of
from comparisons.published import current_edition
from comparisons.responses import for_any_origin, page_tag, read_only, redirect_for_ever
from comparisons.sharing.atom import atom
from comparisons.sharing.feed import Feed, FeedEntry
from comparisons.sharing.feed_claims import ToldClaims, told_claims
from comparisons.sharing.json_feed import json_feed

ENTRIES = 30
CONTRADICTIONS = 5
"""Of how many contradictions an entry has the words, where the feed is about whole comparisons."""
CLAIMS = 12
"""Of how many claims, where the feed is about a topic, a party or a pair."""

FORMS: Mapping[str, tuple[Callable[[Feed], bytes], str]] = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}


@dataclass(frozen=True)
class About:
    """What a feed is about, the page that shows the same, and the claims that its entries tell of."""

    title: str
    page: str
    claims: FindingQuerySet
    most: int = CLAIMS
    pair: Collection[str] = ()
    permalinks_under: str = ""
    """The slug of the comparison of which every edition is an entry; nothing where an entry leads to the newest."""


@for_any_origin
@read_only
def newest(request: HttpRequest, form: str) -> HttpResponse:
    """The comparisons that were published or corrected last."""
    title = gettext("Counterpoint: comparisons, new and corrected")
    about = About(title, reverse("comparisons:home"), _contradictions(), CONTRADICTIONS)
    return _newest(request, form, Edition.objects.published(), about)


@for_any_origin
@read_only
def topic(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Those of them with a claim on this topic, with these claims."""
    title = _title(_named(Finding.objects.topic_name(slug)))
    about = About(title, reverse("comparisons:topic", args=[slug]), Finding.objects.on_topic(slug))
    return _newest(request, form, Edition.objects.published().with_claim(topic=slug), about)


@for_any_origin
@read_only
def party(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Those of them in which this party is compared, with its claims."""
    title = _title(_named(Standing.objects.party_name(slug)))
    about = About(title, reverse("comparisons:party", args=[slug]), Finding.objects.of_party(slug))
    return _newest(request, form, Edition.objects.published().with_party(slug), about)


@for_any_origin
@read_only
def pair(request: HttpRequest, first: str, second: str, form: str) -> HttpResponse:
    """Those of them in which these two are compared, with what the two said. The lower slug comes first."""
    slugs = sorted((first, second))
    editions = Edition.objects.published().with_pair(*slugs)
    names = [one.name for one in parties_named(slugs)]
    if len(names) < 2 or not editions.exists():
        raise Http404(gettext("No published comparison has this."))
    if [first, second] != slugs:
        match = request.resolver_match
        assert match
        return redirect_for_ever(request, reverse(match.view_name, args=slugs))
    title = _title(gettext("%(first)s and %(second)s") % {"first": names[0], "second": names[1]})
    page = reverse("comparisons:pair", args=slugs)
    about = About(title, page, Finding.objects.between(*slugs), pair=slugs)
    return _newest(request, form, editions, about)


@for_any_origin
@read_only
@current_edition(documents=False)
def comparison(request: HttpRequest, newest: Edition, form: str) -> HttpResponse:
    """Every edition of one comparison that has not been withdrawn."""
    page = reverse("comparisons:comparison", args=[newest.slug])
    about = About(_title(newest.title), page, _contradictions(), CONTRADICTIONS, permalinks_under=newest.slug)
    return _feed(request, form, dict(Edition.objects.up_to(newest).not_withdrawn().fingerprints()), about)


def _contradictions() -> FindingQuerySet:
    return Finding.objects.of_all().narrowed(show="contradictions")


def _title(name: str) -> str:
    return gettext("Counterpoint: %(name)s") % {"name": name}


def _named(name: str | None) -> str:
    if name is None:
        raise Http404(gettext("No published comparison has this."))
    return name


def _newest(request: HttpRequest, form: str, editions: EditionQuerySet, about: About) -> HttpResponse:
    return _feed(request, form, dict(editions.last_published_first().fingerprints()[:ENTRIES]), about)


def _feed_tag(request: HttpRequest, _form: str, fingerprints: Mapping[int, str], _about: About) -> str | None:
    return page_tag(request, " ".join(fingerprints.values()))


@condition(etag_func=_feed_tag)
def _feed(request: HttpRequest, form: str, fingerprints: Mapping[int, str], about: About) -> HttpResponse:
    """These editions as entries, in this order."""
    editions: Mapping[int, Any] = Edition.objects.with_summary_and_topics().in_bulk(fingerprints)
    told = told_claims(about.claims, list(fingerprints)[:ENTRIES], about.most, about.pair)
    feed = Feed(
        title=about.title,
        page=request.build_absolute_uri(about.page),
        address=request.build_absolute_uri(request.path),
        language=get_language() or "",
        entries=tuple(_entry(request, editions[key], told.get(key, ToldClaims()), about) for key in fingerprints),
    )
    write, content_type = FORMS[form]
    return HttpResponse(write(feed), content_type=content_type)


def _entry(request: HttpRequest, edition: Any, told: ToldClaims, about: About) -> FeedEntry:
    if about.permalinks_under:
        page = reverse("comparisons:edition", args=[about.permalinks_under, edition.number])
    else:
        page = reverse("comparisons:comparison", args=[edition.slug])
    counts = Counter(family_of(outcome) for outcome in edition.outcomes.values())
    context = {
        "edition": edition,
        "counts": [(family, counts[family]) for family in FAMILIES],
        "claims": [(claim, request.build_absolute_uri(f"{page}claims/{claim.slug}/")) for claim in told.claims],
        "left": told.left,
        "are_contradictions": about.most == CONTRADICTIONS,
    }
    return FeedEntry(
        id=_identity(request, edition),
        url=request.build_absolute_uri(page),
        title=edition.title if edition.number == 1 else str(edition),
        html=render_to_string("sharing/_feed_entry.html", context).strip(),
        published=edition.published_at.replace(microsecond=0),
        topics=tuple((topic["slug"], topic["name"]) for topic in edition.topics),
    )


def _identity(request: HttpRequest, edition: Edition) -> str:
    """A tag URI, RFC 4151: the same for this edition for ever, since an address belongs to one event for ever."""
    host = urlsplit(request.build_absolute_uri()).hostname
    return f"tag:{host},{edition.published_at:%Y-%m-%d}:comparisons/{edition.slug}/editions/{edition.number}"
