"""The claims of one comparison, each with what was said and the words that this rests on."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Query, Router
from ninja.pagination import paginate

from comparisons.comparison import claims as compared
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.query import ComparisonQuery

from .answers import current, unless_unchanged
from .openapi import OF_ONE, leads_to
from .pagination import KeysetPagination
from .parameters import ClaimInPath, ClaimsQuery, SlugInPath
from .schemas import Claim, Claims, Faults, _

router = Router(tags=["claims"])


@router.get(
    "comparisons/{slug}/claims",
    response={**OF_ONE, 200: Claims, 400: Faults},
    summary=_("The claims of a comparison in the order of its page, with what was said on each"),
    openapi_extra=leads_to(claim={"slug": "$request.path.slug", "claim": "$response.body#/claims/0/slug"}),
)
@paginate(KeysetPagination, entries="claims")
def claims(request: HttpRequest, response: HttpResponse, slug: SlugInPath, query: Query[ClaimsQuery]) -> dict[str, Any]:
    edition = current(request, slug)
    whole = Comparison.from_document(edition.document)
    asked = query.read(request, lambda data: ComparisonQuery.parse(data, whole))
    unless_unchanged(request, response, edition.sha256)
    narrowed = whole.narrowed(show=asked.show, topic=asked.topic, parties=asked.parties)
    return {
        "of": len(whole.claims),
        "claims": [claim for section in narrowed.sections for claim in section.claims],
    }


@router.get(
    "comparisons/{slug}/claims/{claim}",
    response={**OF_ONE, 200: Claim},
    summary=_("One claim of a comparison, with what was said"),
)
def claim(request: HttpRequest, response: HttpResponse, slug: SlugInPath, claim: ClaimInPath) -> compared.ClaimShown:
    edition = current(request, slug)
    if claim not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this comparison."))
    unless_unchanged(request, response, edition.sha256)
    return next(one for one in Comparison.from_document(edition.document).claims if one.slug == claim)
