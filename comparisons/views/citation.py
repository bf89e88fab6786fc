"""Citations of an edition, and of one claim in it, as CSL-JSON."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import condition

from comparisons.addresses import absolute_url
from comparisons.models import Edition
from comparisons.published import comparison_at_current_slug, numbered_edition, withdrawn_json
from comparisons.responses import edition_tag, read_only
from comparisons.sharing.csl import MEDIA_TYPE, csl_items
from comparisons.sharing.works import Work, work_of


@read_only
@numbered_edition(gone=withdrawn_json)
def edition_citation(request: HttpRequest, edition: Edition, newest: Edition) -> HttpResponse:
    """The edition itself."""
    return _file(request, edition, newest)


@read_only
@numbered_edition(gone=withdrawn_json)
def claim_citation(request: HttpRequest, edition: Edition, newest: Edition, claim_slug: str) -> HttpResponse:
    """One claim of the edition, then each statement that is quoted on it."""
    if claim_slug not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this edition."))
    return _file(request, edition, newest, claim_slug)


@condition(etag_func=edition_tag)
def _file(request: HttpRequest, edition: Edition, newest: Edition, claim_slug: str = "") -> HttpResponse:
    work = _work(request, edition, newest, claim_slug)
    response = JsonResponse(
        csl_items(work, get_language() or "en"),
        safe=False,
        content_type=MEDIA_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Content-Disposition"] = f'attachment; filename="{work.key}.csl.json"'
    return response


def _work(request: HttpRequest, edition: Edition, newest: Edition, claim_slug: str) -> Work:
    page = comparison_at_current_slug(edition, newest)
    address = partial(absolute_url, request)
    for claim in page.claims:
        if claim.slug == claim_slug:
            return work_of(page, address("edition_claim", page.slug, edition.number, claim.slug), claim)
    return work_of(page, address("edition", page.slug, edition.number))
