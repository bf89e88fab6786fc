"""The page of one claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.editions.claim_history import ClaimHistory
from comparisons.models import Edition
from comparisons.published import current_edition
from comparisons.responses import edition_tag, read_only


@read_only
@current_edition()
def claim(request: HttpRequest, edition: Edition, claim_slug: str) -> HttpResponse:
    """One claim of the current edition, with what it rests on and what it came to in earlier editions."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this comparison."))
    return _page(request, edition, claim_slug)


@condition(etag_func=edition_tag)
def _page(request: HttpRequest, edition: Edition, claim_slug: str) -> HttpResponse:
    page = Comparison.from_document(edition.document)
    texts = FullTexts.of(page, claim_slug)
    history = ClaimHistory.of(claim_slug, list(Edition.objects.up_to(edition)))
    return render(request, "claim/claim.html", {"page": page, "texts": texts, "history": history})
