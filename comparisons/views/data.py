"""What other people and programs can take away."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import condition

from comparisons.annotations import CONTEXT, collection
from comparisons.comparison import Comparison
from comparisons.models import Edition
from comparisons.spreadsheet import BYTE_ORDER_MARK, COLUMNS, lines, rows

from .comparison import moved, withdrawn
from .rendering import page_tag, read_only

CSV = "text/csv; charset=utf-8; header=present"
ANNOTATIONS = f'application/ld+json; profile="{CONTEXT}"'


@read_only
def comparison_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition as rows of a spreadsheet."""
    return _current(request, slug, "comparisons:comparison_csv", _as_csv)


@read_only
def annotations(request: HttpRequest, slug: str) -> HttpResponse:
    """The quotes of the current edition as W3C Web Annotations."""
    return _current(request, slug, "comparisons:annotations", _as_annotations)


def _current(
    request: HttpRequest, slug: str, name: str, written: Callable[[HttpRequest, Edition], HttpResponse]
) -> HttpResponse:
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    if edition.slug != slug:
        return moved(request, name, edition)
    return condition(etag_func=_tag)(written)(request, edition)


def _tag(request: HttpRequest, edition: Edition) -> str | None:
    return page_tag(request, edition.sha256)


def _as_csv(request: HttpRequest, edition: Edition) -> HttpResponse:
    page = Comparison.from_document(edition.document)
    response = HttpResponse([BYTE_ORDER_MARK, *lines([COLUMNS, *rows(page)])], content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{edition.slug}-edition-{edition.number}.csv"'
    return response


def _as_annotations(request: HttpRequest, edition: Edition) -> HttpResponse:
    def address(name: str, *made_of: str) -> str:
        return request.build_absolute_uri(reverse(f"comparisons:{name}", args=made_of))

    whole = collection(edition.document, address)
    return JsonResponse(whole, content_type=ANNOTATIONS, json_dumps_params={"ensure_ascii": False})
