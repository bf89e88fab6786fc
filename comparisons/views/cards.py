"""The picture that is shown where a link is shared: of each edition, and of each claim in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.cards.store import kept
from comparisons.models import Card, Edition
from comparisons.responses import moved, read_only, withdrawn


@read_only
def card(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What one edition says, for ever."""
    return _of(request, "comparisons:card", slug, number)


@read_only
def claim_card(request: HttpRequest, slug: str, number: int, claim_slug: str) -> HttpResponse:
    """What one edition says on one claim, for ever."""
    return _of(request, "comparisons:claim_card", slug, number, claim_slug)


def _of(request: HttpRequest, name: str, slug: str, number: int, *claims: str) -> HttpResponse:
    newest = get_object_or_404(Edition.objects.at_address(slug).without_documents())
    if newest.is_withdrawn:
        return withdrawn(request, newest)
    if newest.slug != slug:
        return moved(request, name, newest, number, *claims)
    held = get_object_or_404(Edition.objects.beside(newest, number).without_documents())
    if held.is_withdrawn:
        return withdrawn(request, held, newest)
    for claim in claims:
        if claim not in held.outcomes:
            raise Http404(gettext("There is no such claim in this edition."))
    return _picture(request, kept(held, *claims))


def _tag(request: HttpRequest, card: Card) -> str:
    """Of the picture itself: one drawn by an earlier release is kept until `rebuild`."""
    return f'"{card.digest}"'


@condition(etag_func=_tag)
def _picture(request: HttpRequest, card: Card) -> HttpResponse:
    return HttpResponse(bytes(card.png), content_type="image/png")
