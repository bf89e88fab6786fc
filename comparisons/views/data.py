"""The data page and its downloads: CSV and JSON Lines of everything, CSV and Web Annotations of one comparison."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.http import condition

from comparisons.addresses import UrlOf, absolute_url
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.published import current_edition
from comparisons.responses import edition_tag, page_tag, read_only
from comparisons.sharing.annotations import CONTEXT, collection
from comparisons.sharing.csv_export import BYTE_ORDER_MARK, CSV_COLUMNS, csv_lines, csv_rows

CSV = "text/csv; charset=utf-8; header=present"
JSON_LINES = "application/jsonl; charset=utf-8"
# JSON allows them in a string; but some programs take them for the end of a line.
ENDS_OF_LINES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}
CHANGES = 12
"""How many publications the page lists; the feeds and the logs have the others."""
ANNOTATIONS = f'application/ld+json; profile="{CONTEXT}"'


@read_only
def data(request: HttpRequest) -> HttpResponse:
    """What can be reused, in which forms, and under which licence."""
    published = Edition.objects.published()
    context = {
        "count": published.count(),
        "last": published.last_published_first().defer("body", "outcomes").first(),
        "changes": Edition.objects.visible_to_readers().last_published_first().without_documents()[:CHANGES],
        "licence": settings.DATA_LICENCE,
        "columns": CSV_COLUMNS,
    }
    return render(request, "sharing/data.html", context)


@read_only
def all_csv(request: HttpRequest) -> HttpResponseBase:
    """The rows of every comparison, one after the other."""
    return _everything(
        request, "comparisons.csv", CSV, partial(_all_rows, partial(absolute_url, request), get_language())
    )


@read_only
def all_jsonl(request: HttpRequest) -> HttpResponseBase:
    """Every comparison as a comparison/1 document, each on a line of its own."""
    return _everything(request, "comparisons.jsonl", JSON_LINES, _all_documents)


@read_only
@current_edition()
@condition(etag_func=edition_tag)
def comparison_csv(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The current edition as CSV."""
    page = Comparison.from_document(edition.document)
    rows = csv_rows(page, partial(absolute_url, request))
    response = HttpResponse([BYTE_ORDER_MARK, *csv_lines([CSV_COLUMNS, *rows])], content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{edition.slug}-edition-{edition.number}.csv"'
    return response


@read_only
@current_edition()
@condition(etag_func=edition_tag)
def annotations(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The quotes of the current edition as W3C Web Annotations."""
    whole = collection(edition.document, partial(absolute_url, request))
    return JsonResponse(whole, content_type=ANNOTATIONS, json_dumps_params={"ensure_ascii": False})


def _fingerprints_tag(request: HttpRequest, *_written: object) -> str | None:
    return page_tag(
        request,
        " ".join(fingerprint for _key, fingerprint in Edition.objects.published().order_by("pk").fingerprints()),
    )


@condition(etag_func=_fingerprints_tag)
def _everything(
    request: HttpRequest, name: str, content_type: str, written: Callable[[], Iterator[str]]
) -> HttpResponseBase:
    """Streamed, so that memory holds a few documents however many there are."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    pieces = () if request.method == "HEAD" else written()
    return StreamingHttpResponse(pieces, content_type=content_type, headers=headers)


def _all_rows(address: UrlOf, language: str | None) -> Iterator[str]:
    """In the language that was asked for, though it is written when the request has been answered."""
    yield BYTE_ORDER_MARK
    yield from csv_lines([CSV_COLUMNS])
    for edition in Edition.objects.published().streamed():
        page = Comparison.from_document(edition.document)
        with override(language):
            rows = "".join(csv_lines(csv_rows(page, address)))
        yield rows


def _all_documents() -> Iterator[str]:
    for edition in Edition.objects.published().streamed():
        yield json.dumps(edition.document, ensure_ascii=False, separators=(",", ":")).translate(ENDS_OF_LINES) + "\n"
