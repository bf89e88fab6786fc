"""The page of a comparison, its JSON, and the JSON Schema."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import condition
from django.views.decorators.vary import vary_on_headers

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.pagination import claims_page
from comparisons.comparison.query import ComparisonQuery
from comparisons.comparison.timeline import timeline
from comparisons.documents import SCHEMA_TEXT
from comparisons.models import Edition
from comparisons.published import current_edition, withdrawn_json
from comparisons.responses import HTMX_HEADERS, data, page_tag, read_only, render_page_or_fragment, replaces


@read_only
@current_edition()
def comparison(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The current edition, side by side."""
    return comparison_page(request, Comparison.from_document(edition.document))


@read_only
@current_edition(gone=withdrawn_json)
def comparison_json(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The current edition as a comparison/1 document with what is derived."""
    return data(request, edition)


@read_only
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of comparison/1."""
    return HttpResponse(SCHEMA_TEXT, content_type="application/schema+json")


@vary_on_headers(*HTMX_HEADERS)
def comparison_page(request: HttpRequest, whole: Comparison, **extra: object) -> HttpResponse:
    """Render a comparison, published or previewed, filtered as the query string asks.

    The permalink of an edition passes the `newest` one.
    """
    try:
        query = ComparisonQuery.parse(request.GET, whole)
    except ValidationError as error:
        return render(request, "site/bad_request.html", {"faults": error.messages, "page": whole}, status=400)
    if not query.needs_canonical_redirect(request.GET):
        return _narrowed(request, whole, query, extra)
    address = request.path + query.canonical
    if not replaces(request, "claims"):
        return HttpResponseRedirect(address)
    response = _narrowed(request, whole, query, extra)
    response["HX-Push-Url"] = address
    return response


def _page_tag(request: HttpRequest, whole: Comparison, query: ComparisonQuery, extra: dict[str, object]) -> str | None:
    """A preview has none."""
    if not whole.edition:
        return None
    newest = extra.get("newest")
    return page_tag(request, whole.edition.sha256 + (newest.sha256 if isinstance(newest, Edition) else ""))


@condition(etag_func=_page_tag)
def _narrowed(
    request: HttpRequest, whole: Comparison, query: ComparisonQuery, extra: dict[str, object]
) -> HttpResponse:
    page = whole.narrowed(show=query.show, topic=query.topic, parties=query.parties, order=query.order)
    topic = next((topic for topic in whole.topics if topic.slug == query.topic), None)
    return render_page_or_fragment(
        request,
        "comparison/comparison.html",
        {
            "page": page,
            "query": query,
            "carried": claims_page(page, query),
            "topic": topic,
            "timeline": timeline(whole.date, whole.accounts, query.zone),
            **extra,
        },
        fragment="comparison/_claims.html",
        target="claims",
    )
