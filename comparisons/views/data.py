"""What other people and programs can take away."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition

from comparisons.comparison import Comparison
from comparisons.models import Edition
from comparisons.spreadsheet import BYTE_ORDER_MARK, COLUMNS, lines, rows

from .comparison import moved, withdrawn
from .rendering import page_tag, read_only

CSV = "text/csv; charset=utf-8; header=present"


@read_only
def comparison_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition as rows of a spreadsheet."""
    return _current(request, slug, "comparisons:comparison_csv", _as_csv)


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
