"""A comparison in other people's pages: the frame, the script around it, and where the code for both is made."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_safe

from comparisons.addresses import absolute
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.responses import moved, page_tag, read_only, withdrawn
from comparisons.sharing.embedding import FILLING, FITTING, WIDTH, Embedding, Frame, script_code
from comparisons.sharing.query import EmbedQuery, PanelQuery, edition_asked, no_such_edition

SCRIPT = (settings.BASE_DIR / "static" / "js" / "embed.js").read_bytes()
SCRIPT_KEPT_FOR = 60 * 60


def frameable(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Whatever this view answers may stand in a frame of any page. Nothing else of the site may."""
    return csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(view))


@frameable
@read_only
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """All of a comparison, one topic or one claim, without the site around it."""
    newest = Edition.objects.at_address(slug).first()
    if newest is None:
        return _refused(request, 404)
    if newest.is_withdrawn:
        return _refused(request, 410, edition=newest)
    if newest.slug != slug:
        return moved(request, "comparisons:embed", newest)
    try:
        number = edition_asked(request.GET)
        held = edition_held(newest, number)
        if held.is_withdrawn:
            return _refused(request, 410, edition=held, newest=newest)
        whole = told_at(newest, held)
        query = EmbedQuery.parse(request.GET, whole)
    except ValidationError as error:
        return _refused(request, 400, newest=newest, faults=error.messages)
    return _embedded(request, whole, Embedding(slug, query.topic, query.claim, number))


@csrf_exempt
@require_safe
@cache_control(public=True, max_age=SCRIPT_KEPT_FOR)
@condition(etag_func=lambda request: page_tag(request, ""))
def script(request: HttpRequest) -> HttpResponse:
    """For the pages around the frames, at an address that stays."""
    return HttpResponse(SCRIPT, content_type="text/javascript; charset=utf-8")


@csp_update({"frame-src": ["'self'"]})
@read_only
def embedding(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the code for a frame is chosen, shown and tried."""
    newest = get_object_or_404(Edition.objects.at_address(slug))
    if newest.is_withdrawn:
        return withdrawn(request, newest)
    if newest.slug != slug:
        return moved(request, "comparisons:embedding", newest)
    try:
        number = edition_asked(request.GET)
        held = edition_held(newest, number)
        if held.is_withdrawn:
            return withdrawn(request, held, newest)
        whole = told_at(newest, held)
        query = PanelQuery.parse(request.GET, whole)
    except ValidationError as error:
        page = Comparison.from_document(newest.document)
        return render(request, "sharing/refused.html", {"faults": error.messages, "page": page}, status=400)
    return _panel(request, whole, query, number)


def edition_held(newest: Edition, number: int | None) -> Edition:
    """The newest, or the edition of its event with this number. Raises ValidationError where there is none."""
    if number in (None, newest.number):
        return newest
    held = Edition.objects.beside(newest, number).first()
    if held is None:
        raise no_such_edition()
    return held


def told_at(newest: Edition, held: Edition) -> Comparison:
    """What this edition says, at the address that its event has now."""
    return replace(Comparison.from_document(held.document), slug=newest.slug)


def frame(
    request: HttpRequest, whole: Comparison, asked: Embedding, width: int, height: int, style: str = FITTING
) -> Frame:
    absolute = request.build_absolute_uri
    return Frame(absolute(asked.address), absolute(asked.page), asked.title(whole), width, height, style)


def edition_tag(request: HttpRequest, whole: Comparison, *_asked: object) -> str | None:
    return page_tag(request, whole.edition.sha256 if whole.edition else "")


@condition(etag_func=edition_tag)
def _embedded(request: HttpRequest, whole: Comparison, asked: Embedding) -> HttpResponse:
    context = {
        "page": whole,
        "asked": asked,
        "without_links": True,
        "title": asked.title(whole),
        "claims": [(claim, asked.page_of(claim.slug)) for claim in asked.claims_of(whole)],
        "canonical": request.build_absolute_uri(asked.page),
    }
    return render(request, "embed/comparison.html", context)


@condition(etag_func=edition_tag)
def _panel(request: HttpRequest, whole: Comparison, query: PanelQuery, number: int | None) -> HttpResponse:
    asked = Embedding(whole.slug, query.topic, query.claim, number)
    shown = frame(request, whole, asked, WIDTH, asked.height, FILLING)
    context = {
        "page": whole,
        "query": query,
        "number": number,
        "asked": asked,
        "frame": shown,
        "code": f"{shown.code}\n{script_code(absolute(request, 'embed_script'))}",
        "oembed": reverse("comparisons:oembed") + "?" + urlencode({"url": shown.page}),
    }
    return render(request, "sharing/embedding.html", context)


def _refused(request: HttpRequest, status: int, **told: object) -> HttpResponse:
    """Why there is nothing in the frame: readable in it."""
    return render(request, "embed/refused.html", {"status": status, **told}, status=status)
