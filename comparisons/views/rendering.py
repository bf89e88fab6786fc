"""How a view answers: the whole page, or the fragment of it that htmx asked for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


def render_page_or_fragment(
    request: Any, page: str, context: dict[str, Any], *, fragment: str, target: str
) -> HttpResponse:
    """Render `fragment` where htmx is going to replace the element with the id `target`, else the whole `page`."""
    htmx: HtmxDetails = request.htmx
    response = render(request, fragment if htmx and htmx.target == target else page, context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
