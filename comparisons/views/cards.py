"""Social cards, the pictures shown where a link is shared: of each edition, and of each claim in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.cards.store import stored_card
from comparisons.models import Card, Edition
from comparisons.published import numbered_edition
from comparisons.responses import long_lived, read_only


@read_only
@long_lived
@numbered_edition(documents=False)
def card(request: HttpRequest, edition: Edition, _newest: Edition) -> HttpResponse:
    """What one edition says, for good."""
    return _picture(request, stored_card(edition))


@read_only
@long_lived
@numbered_edition(documents=False)
def claim_card(request: HttpRequest, edition: Edition, _newest: Edition, claim_slug: str) -> HttpResponse:
    """What one edition says on one claim, for good."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this edition."))
    return _picture(request, stored_card(edition, claim_slug))


def _card_tag(_request: HttpRequest, card: Card) -> str:
    """A fingerprint of the picture itself: one drawn by an earlier release stays until `rebuild`."""
    return f'"{card.digest}"'


@condition(etag_func=_card_tag)
def _picture(_request: HttpRequest, card: Card) -> HttpResponse:
    return HttpResponse(bytes(card.png), content_type="image/png")
