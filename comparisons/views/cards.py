"""Social cards, the pictures shown where a link is shared: of editions and their claims, and of pages across events."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.across.listing import scope_or_404
from comparisons.across.statistics import parties_named
from comparisons.cards import page_card
from comparisons.cards.content import card_of
from comparisons.cards.store import SocialCard, stored_card
from comparisons.comparison.comparison import Comparison
from comparisons.models import Card, Edition, Finding
from comparisons.published import numbered_edition
from comparisons.responses import FOR_A_MONTH, read_only, redirect_for_ever

FOR_AN_HOUR = "public, max-age=3600, s-maxage=60"


@read_only
@numbered_edition(documents=False)
def card(request: HttpRequest, edition: Edition, _newest: Edition) -> HttpResponse:
    """What one edition says, for good."""
    return _answer(request, lambda: card_of(Comparison.from_document(edition.document)))


@read_only
@numbered_edition(documents=False)
def claim_card(request: HttpRequest, edition: Edition, _newest: Edition, claim_slug: str) -> HttpResponse:
    """What one edition says on one claim, for good."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this edition."))
    return _answer(request, lambda: card_of(Comparison.from_document(edition.document), claim_slug))


@read_only
def site_card(request: HttpRequest) -> HttpResponse:
    return _present(request, page_card.site_card)


@read_only
def topic_card(request: HttpRequest, slug: str) -> HttpResponse:
    scope = scope_or_404(Finding.objects.on_topic(slug))
    return _present(request, lambda: page_card.topic_card(scope, scope.topics[0].name))


@read_only
def party_card(request: HttpRequest, slug: str) -> HttpResponse:
    scope = scope_or_404(Finding.objects.of_party(slug))
    (party,) = parties_named([slug])
    return _present(request, lambda: page_card.party_card(scope, party))


@read_only
def pair_card(request: HttpRequest, first: str, second: str) -> HttpResponse:
    slugs = sorted((first, second))
    scope = scope_or_404(Finding.objects.between(*slugs))
    if [first, second] != slugs:
        return redirect_for_ever(request, reverse("comparisons:pair_card", args=slugs))
    one, other = parties_named(slugs)
    return _present(request, lambda: page_card.pair_card(scope, one, other))


def _answer(request: HttpRequest, content: Callable[[], SocialCard]) -> HttpResponse:
    """?v= is the version that a page names: its picture never changes. What is asked for without it may, every hour."""
    return _kept(request, stored_card(request.path, request.GET.get("v", ""), content))


def _present(request: HttpRequest, content: Callable[[], SocialCard]) -> HttpResponse:
    """As things are now, whichever version is asked for: what was withdrawn is not counted any more."""
    return _kept(request, stored_card(request.path, "", content))


def _kept(request: HttpRequest, card: Card) -> HttpResponse:
    response = _picture(request, card)
    response["Cache-Control"] = FOR_A_MONTH if request.GET.get("v") == card.version else FOR_AN_HOUR
    return response


@condition(etag_func=lambda _request, card: f'"{card.version}"')
def _picture(_request: HttpRequest, card: Card) -> HttpResponse:
    return HttpResponse(bytes(card.png), content_type="image/png")
