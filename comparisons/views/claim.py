from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import condition

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.editions.claim_history import ClaimHistory
from comparisons.models import Edition
from comparisons.responses import moved, page_tag, read_only, withdrawn


@read_only
def claim(request: HttpRequest, slug: str, claim_slug: str) -> HttpResponse:
    """One claim of the current edition, with what it rests on and what it came to in earlier editions."""
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    if edition.slug != slug:
        return moved(request, "comparisons:claim", edition, claim_slug)
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this comparison."))
    return _told(request, edition, claim_slug)


def _tag(request: HttpRequest, edition: Edition, claim_slug: str) -> str | None:
    return page_tag(request, edition.sha256)


@condition(etag_func=_tag)
def _told(request: HttpRequest, edition: Edition, claim_slug: str) -> HttpResponse:
    page = Comparison.from_document(edition.document)
    texts = FullTexts.of(page, claim_slug)
    history = ClaimHistory.of(claim_slug, list(Edition.objects.up_to(edition)))
    return render(request, "claim/claim.html", {"page": page, "texts": texts, "history": history})
