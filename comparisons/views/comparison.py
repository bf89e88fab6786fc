from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import condition
from django.views.decorators.vary import vary_on_headers

from comparisons.comparison import Comparison
from comparisons.documents import SCHEMA_TEXT, render_json
from comparisons.forms import ComparisonQuery
from comparisons.models import Edition
from comparisons.timeline import timeline

from .rendering import HTMX_HEADERS, page_tag, read_only, redirect_for_ever, render_page_or_fragment, replaces


@read_only
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition, side by side."""
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    if edition.slug != slug:
        return moved(request, "comparisons:comparison", edition)
    return comparison_page(request, Comparison.from_document(edition.document))


@read_only
def comparison_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition as a comparison/1 document with what is derived."""
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return data_withdrawn(edition.withdrawal.reason, edition.title)
    if edition.slug != slug:
        return moved(request, "comparisons:comparison_json", edition)
    return data(request, edition)


@read_only
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of comparison/1."""
    return HttpResponse(SCHEMA_TEXT, content_type="application/schema+json")


@vary_on_headers(*HTMX_HEADERS)
def comparison_page(request: HttpRequest, whole: Comparison, **extra: Any) -> HttpResponse:
    """Render a comparison, published or previewed, narrowed to what the query string asks for.

    One that stays at its own address names the `newest` edition.
    """
    try:
        query = ComparisonQuery.parse(request.GET, whole)
    except ValidationError as error:
        return render(request, "comparisons/bad_request.html", {"faults": error.messages, "page": whole}, status=400)
    if not query.is_put_otherwise_by_the_form(request.GET):
        return _narrowed(request, whole, query, extra)
    address = request.path + query.changed()
    if not replaces(request, "claims"):
        return HttpResponseRedirect(address)
    response = _narrowed(request, whole, query, extra)
    response["HX-Push-Url"] = address
    return response


def withdrawn(request: HttpRequest, edition: Edition, newest: Edition | None = None) -> HttpResponse:
    """The reason. Where an earlier edition alone was withdrawn, the `newest` is named, by its own title."""
    return render(request, "comparisons/withdrawn.html", {"edition": edition, "newest": newest}, status=410)


def data_withdrawn(reason: str, title: str) -> HttpResponse:
    gone = {"error": reason, "title": title}
    return JsonResponse(gone, status=410, json_dumps_params={"ensure_ascii": False})


def moved(request: HttpRequest, name: str, edition: Edition, *rest: Any) -> HttpResponse:
    """To the edition's page of this name, with what was asked for."""
    return redirect_for_ever(request, reverse(name, args=[edition.slug, *rest]))


def _page_tag(request: HttpRequest, whole: Comparison, query: ComparisonQuery, extra: dict[str, Any]) -> str | None:
    """A preview has none."""
    if not whole.edition:
        return None
    newest: Edition | None = extra.get("newest")
    return page_tag(request, whole.edition.sha256 + (newest.sha256 if newest else ""))


@condition(etag_func=_page_tag)
def _narrowed(request: HttpRequest, whole: Comparison, query: ComparisonQuery, extra: dict[str, Any]) -> HttpResponse:
    page = whole.narrowed(show=query.show, topic=query.topic, parties=query.parties)
    topic = next((topic for topic in whole.topics if topic.slug == query.topic), None)
    return render_page_or_fragment(
        request,
        "comparisons/comparison.html",
        {
            "page": page,
            "query": query,
            "topic": topic,
            "timeline": timeline(whole.date, whole.accounts, query.zone),
            **extra,
        },
        fragment="comparisons/_claims.html",
        target="claims",
    )


def _data_tag(request: HttpRequest, edition: Edition) -> str | None:
    return page_tag(request, edition.sha256)


@condition(etag_func=_data_tag)
def data(request: HttpRequest, edition: Edition) -> HttpResponse:
    return HttpResponse(render_json(edition.document), content_type="application/json")
