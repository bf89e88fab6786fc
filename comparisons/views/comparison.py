from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from comparisons.comparison import Comparison
from comparisons.documents import SCHEMA_TEXT, render_json
from comparisons.forms import ComparisonQuery
from comparisons.models import Edition

from .rendering import render_page_or_fragment


@require_safe
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition, side by side."""
    edition = get_object_or_404(Edition.objects.current(), slug=slug)
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    return comparison_page(request, Comparison.from_document(edition.document))


@require_safe
def comparison_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The current edition as a comparison/1 document with what is derived."""
    edition = get_object_or_404(Edition.objects.current(), slug=slug)
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    return HttpResponse(render_json(edition.document), content_type="application/json")


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of comparison/1."""
    return HttpResponse(SCHEMA_TEXT, content_type="application/schema+json")


def comparison_page(request: HttpRequest, whole: Comparison, **extra: Any) -> HttpResponse:
    """Render a comparison, published or previewed, narrowed to what the query string asks for."""
    try:
        query = ComparisonQuery.parse(request.GET, whole)
    except ValidationError as error:
        return render(request, "comparisons/bad_request.html", {"faults": error.messages, "page": whole}, status=400)
    page = whole.narrowed(show=query.show, topic=query.topic, parties=query.parties)
    return render_page_or_fragment(
        request,
        "comparisons/comparison.html",
        {"page": page, "query": query, **extra},
        fragment="comparisons/_claims.html",
        target="claims",
    )


def withdrawn(request: HttpRequest, edition: Edition) -> HttpResponse:
    return render(request, "comparisons/withdrawn.html", {"edition": edition}, status=410)
