"""The page of one claim: of the current edition, and at its permalink of each edition."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.addresses import absolute_url
from comparisons.comparison.full_texts import FullTexts
from comparisons.editions.claim_history import ClaimHistory
from comparisons.models import Edition
from comparisons.published import comparison_at_current_slug, current_edition, numbered_edition
from comparisons.responses import edition_tag, read_only


@read_only
@current_edition()
def claim(request: HttpRequest, edition: Edition, claim_slug: str) -> HttpResponse:
    """One claim of the current edition, with what it rests on and what it came to in earlier editions."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this comparison."))
    return _page(request, edition, claim_slug, None)


@read_only
@numbered_edition()
def edition_claim(request: HttpRequest, edition: Edition, newest: Edition, claim_slug: str) -> HttpResponse:
    """The permalink of one claim in one edition, with a word on which edition is the latest."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this edition."))
    return _page(request, edition, claim_slug, newest)


@condition(etag_func=edition_tag)
def _page(request: HttpRequest, edition: Edition, claim_slug: str, newest: Edition | None) -> HttpResponse:
    page = comparison_at_current_slug(edition, newest or edition)
    context = {
        "page": page,
        "texts": FullTexts.of(page, claim_slug),
        "history": ClaimHistory.of(claim_slug, list(Edition.objects.up_to(edition))),
    }
    if newest:
        context |= _at_permalink(request, edition, newest, claim_slug)
    return render(request, "claim/claim.html", context)


def _at_permalink(request: HttpRequest, edition: Edition, newest: Edition, claim_slug: str) -> dict[str, object]:
    """The canonical URL is that of the latest edition's claim, as long as it has it; then the permalink itself."""
    if claim_slug in newest.outcomes:
        present = canonical = absolute_url(request, "claim", newest.slug, claim_slug)
    else:
        present = absolute_url(request, "comparison", newest.slug)
        canonical = absolute_url(request, "edition_claim", newest.slug, edition.number, claim_slug)
    return {"newest": newest, "present": present, "canonical": canonical}
