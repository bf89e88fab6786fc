"""Embedding in other sites: the framed page, the script for the page around it, and the page with the HTML to copy."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_safe

from comparisons.addresses import absolute_url
from comparisons.cards.frame_height import kept_frame_height
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.published import Withdrawn, comparison_at_current_slug, current_edition, find_numbered
from comparisons.responses import edition_tag, page_tag, read_only
from comparisons.sharing.embedded import EmbeddedPage
from comparisons.sharing.embedding import FILLING, FITTING, THEMES, WIDEST, WIDTH, Embedding, Frame, script_code
from comparisons.sharing.query import EmbedQuery, PanelQuery, edition_asked, no_such_edition

SCRIPT = (settings.BASE_DIR / "static" / "js" / "embed.js").read_bytes()
SCRIPT_KEPT_FOR = 60 * 60
PHONE = 360


def frameable(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Whatever this view answers may be framed by any origin (CSP `frame-ancestors`). Nothing else of the site may."""
    return csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(view))


def missing_in_frame(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A 404 is written in the frame: the site's own page of it may not be framed."""

    @wraps(view)
    def framed_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return _refused(request, 404)

    return framed_view


def withdrawn_in_frame(request: HttpRequest, error: Withdrawn) -> HttpResponse:
    """410 with the reason, written in the frame."""
    return _refused(request, 410, edition=error.edition, newest=error.newest)


@frameable
@read_only
@missing_in_frame
@current_edition(gone=withdrawn_in_frame)
def embed(request: HttpRequest, newest: Edition) -> HttpResponse:
    """All of a comparison, one topic or one claim, without the site around it."""
    try:
        number = edition_asked(request.GET)
        edition = newest_or_numbered(newest, number)
        whole = comparison_at_current_slug(edition, newest)
        query = EmbedQuery.parse(request.GET, whole)
    except ValidationError as error:
        return _refused(request, 400, newest=newest, faults=error.messages)
    asked = Embedding(newest.slug, query.topic, query.claim, number, query.theme)
    return _embedded(request, edition, whole, asked)


@csrf_exempt
@require_safe
@cache_control(public=True, max_age=SCRIPT_KEPT_FOR)
@condition(etag_func=lambda request: page_tag(request, ""))
def script(request: HttpRequest) -> HttpResponse:
    """For the pages around the frames, at a permalink: it has no fingerprint in its name."""
    return HttpResponse(SCRIPT, content_type="text/javascript; charset=utf-8")


@csp_update({"frame-src": ["'self'"]})
@read_only
@current_edition()
def embedding(request: HttpRequest, newest: Edition) -> HttpResponse:
    """Where the code for a frame is chosen, shown and tried."""
    try:
        number = edition_asked(request.GET)
        edition = newest_or_numbered(newest, number)
        whole = comparison_at_current_slug(edition, newest)
        query = PanelQuery.parse(request.GET, whole)
    except ValidationError as error:
        page = Comparison.from_document(newest.document)
        return render(request, "sharing/refused.html", {"faults": error.messages, "page": page}, status=400)
    return _panel(request, edition, whole, query, number)


def newest_or_numbered(newest: Edition, number: int | None) -> Edition:
    """The latest edition, or the one with this number. Raises Withdrawn, and ValidationError where there is none."""
    if number in (None, newest.number):
        return newest
    try:
        return find_numbered(newest, number)
    except Http404 as error:
        raise no_such_edition() from error


def frame(request: HttpRequest, whole: Comparison, asked: Embedding, width: int, style: str = FITTING) -> Frame:
    """As high as what it shows at this width."""
    build = request.build_absolute_uri
    height = kept_frame_height(whole, asked, width)
    return Frame(build(asked.address), build(asked.page), asked.title(whole), width, height, style)


@condition(etag_func=edition_tag)
def _embedded(request: HttpRequest, _edition: Edition, whole: Comparison, asked: Embedding) -> HttpResponse:
    context = {
        "page": whole,
        "asked": asked,
        "theme": asked.theme,
        "title": asked.title(whole),
        "shown": EmbeddedPage.of(whole, asked),
        "canonical": request.build_absolute_uri(asked.page),
    }
    return render(request, "embed/comparison.html", context)


@condition(etag_func=edition_tag)
def _panel(
    request: HttpRequest, _edition: Edition, whole: Comparison, query: PanelQuery, number: int | None
) -> HttpResponse:
    asked = Embedding(whole.slug, query.topic, query.claim, number, query.theme)
    shown = frame(request, whole, asked, WIDTH, FILLING)
    oembed = {"url": shown.page} | ({} if query.theme == THEMES[0] else {"theme": query.theme})
    context = {
        "page": whole,
        "query": query,
        "number": number,
        "asked": asked,
        "frame": shown,
        "previews": [frame(request, whole, asked, width) for width in (WIDEST, PHONE)],
        "code": f"{shown.code}\n{script_code(absolute_url(request, 'embed_script'))}",
        "oembed": reverse("comparisons:oembed") + "?" + urlencode(oembed),
    }
    return render(request, "sharing/embedding.html", context)


def _refused(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    """Why there is nothing in the frame: readable in it, in the colours asked for where there are such."""
    given = request.GET.get("theme", "")
    theme = given if given in THEMES else THEMES[0]
    return render(request, "embed/refused.html", {"status": status, "theme": theme, **context}, status=status)
