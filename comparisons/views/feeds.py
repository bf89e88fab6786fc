"""Atom feeds of what is new and corrected: of the site, of a topic, of a party, of one comparison."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import condition

from comparisons.across.listed_claims import ListedClaim, contradictions_of
from comparisons.models import Edition, Finding, Standing
from comparisons.models.edition import EditionQuerySet
from comparisons.outcomes import FAMILIES, family_of
from comparisons.published import current_edition
from comparisons.responses import page_tag, read_only
from comparisons.sharing.atom import Atom, xml_text

ENTRIES = 30
SENTENCES = 5
"""Of how many contradictions an entry says what each side said."""


@dataclass(frozen=True)
class About:
    """What a feed is about, and the address of the page that shows the same."""

    title: str
    page: str


@read_only
def newest(request: HttpRequest) -> HttpResponse:
    """The comparisons that were published or corrected last."""
    about = About(gettext("Counterpoint: comparisons, new and corrected"), reverse("comparisons:home"))
    return _newest(request, Edition.objects.published(), about)


@read_only
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Those of them with a claim on this topic."""
    name = _named(Finding.objects.topic_name(slug))
    about = About(gettext("Counterpoint: %(name)s") % {"name": name}, reverse("comparisons:topic", args=[slug]))
    return _newest(request, Edition.objects.published().with_claim(topic=slug), about)


@read_only
def party(request: HttpRequest, slug: str) -> HttpResponse:
    """Those of them in which this party is compared."""
    name = _named(Standing.objects.party_name(slug))
    about = About(gettext("Counterpoint: %(name)s") % {"name": name}, reverse("comparisons:party", args=[slug]))
    return _newest(request, Edition.objects.published().with_party(slug), about)


@read_only
@current_edition(documents=False)
def comparison(request: HttpRequest, newest: Edition) -> HttpResponse:
    """Every edition of one comparison that has not been withdrawn."""
    title = gettext("Counterpoint: %(name)s") % {"name": newest.title}
    about = About(title, reverse("comparisons:comparison", args=[newest.slug]))
    return _feed(request, dict(Edition.objects.up_to(newest).not_withdrawn().fingerprints()), about, newest.slug)


def _named(name: str | None) -> str:
    if name is None:
        raise Http404(gettext("No published comparison has this."))
    return name


def _newest(request: HttpRequest, editions: EditionQuerySet, about: About) -> HttpResponse:
    return _feed(request, dict(editions.last_published_first().fingerprints()[:ENTRIES]), about)


def _feed_tag(request: HttpRequest, fingerprints: Mapping[int, str], *_about: object) -> str | None:
    return page_tag(request, " ".join(fingerprints.values()))


@condition(etag_func=_feed_tag)
def _feed(request: HttpRequest, fingerprints: Mapping[int, str], about: About, slug: str = "") -> HttpResponse:
    """These editions as entries, in this order: each links to its comparison, or under a `slug` to its permalink."""
    feed = Atom(
        title=xml_text(about.title),
        link=request.build_absolute_uri(about.page),
        description="",
        language=get_language(),
        author_name="Counterpoint",
        feed_url=request.build_absolute_uri(request.path),
    )
    editions: Mapping[int, Any] = Edition.objects.with_summary_and_topics().in_bulk(fingerprints)
    contradictions = contradictions_of(list(fingerprints)[:ENTRIES], SENTENCES)
    for edition in (editions[key] for key in fingerprints):
        if slug:
            page = reverse("comparisons:edition", args=[slug, edition.number])
        else:
            page = reverse("comparisons:comparison", args=[edition.slug])
        entry = _entry(request, edition, contradictions.get(edition.pk, ()))
        feed.add_item(link=request.build_absolute_uri(page), **entry)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _entry(request: HttpRequest, edition: Any, contradictions: Sequence[ListedClaim]) -> dict[str, Any]:
    counts = Counter(family_of(outcome) for outcome in edition.outcomes.values())
    context = {
        "edition": edition,
        "counts": [(family, counts[family]) for family in FAMILIES],
        "contradictions": contradictions,
        "left": counts["contradictions"] - len(contradictions),
    }
    published = edition.published_at.replace(microsecond=0)
    return {
        "title": xml_text(edition.title if edition.number == 1 else str(edition)),
        "description": xml_text(render_to_string("sharing/_feed_entry.html", context).strip()),
        "unique_id": _identity(request, edition),
        "pubdate": published,
        "updateddate": published,
        "topics": [(topic["slug"], xml_text(topic["name"])) for topic in edition.topics],
    }


def _identity(request: HttpRequest, edition: Edition) -> str:
    """A tag URI, RFC 4151: the same for this edition for ever, since an address belongs to one event for ever."""
    host = urlsplit(request.build_absolute_uri()).hostname
    return f"tag:{host},{edition.published_at:%Y-%m-%d}:comparisons/{edition.slug}/editions/{edition.number}"
