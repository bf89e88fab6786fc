"""How a public view answers: methods, CORS, redirects, page or htmx fragment, and conditional GET by ETag."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_safe
from django_htmx.middleware import HtmxDetails

from comparisons.documents import render_json
from comparisons.models import Edition

HTMX_HEADERS = ("HX-Request", "HX-Target")


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page that is only read: any method but GET and HEAD is answered with 405, with or without a CSRF token.

    With `Cache-Control: no-cache` a browser revalidates what it has in its cache, so that a correction shows at once.
    """
    return csrf_exempt(require_safe(cache_control(no_cache=True)(view)))


def for_any_origin(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """CORS: scripts of any origin may read what this view answers, which is public and the same for everybody."""

    @wraps(view)
    def open_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return open_view


def redirect_for_ever(request: HttpRequest, address: str) -> HttpResponse:
    """A permanent redirect (301) that keeps the query string."""
    query_string = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(address + (f"?{query_string}" if query_string else ""))


def render_page_or_fragment(
    request: HttpRequest, page: str, context: dict[str, object], *, fragment: str, target: str
) -> HttpResponse:
    """Render `fragment` where htmx is going to replace the element with the id `target`, else the whole `page`."""
    response = render(request, fragment if replaces(request, target) else page, context)
    patch_vary_headers(response, HTMX_HEADERS)
    return response


def replaces(request: HttpRequest, target: str) -> bool:
    """Whether htmx sent the request, to replace the element with the id `target`."""
    htmx = htmx_of(request)
    return bool(htmx) and htmx.target == target


def htmx_of(request: HttpRequest) -> HtmxDetails:
    """What the middleware of django-htmx says of the request."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return htmx


def page_tag(request: HttpRequest, edition_sha256: str) -> str | None:
    """The ETag for conditional GET: a fingerprint of the edition, the release and all of the request that matters.

    None with DEBUG: templates then change as they are served.
    """
    if settings.DEBUG:
        return None
    htmx = htmx_of(request)
    decides = (edition_sha256, request.build_absolute_uri(), bool(htmx), htmx.target, get_language(), RELEASE)
    return f'"{sha256(repr(decides).encode()).hexdigest()}"'


def _release() -> str:
    """A fingerprint of all that makes a page of a document: the code, templates and static files that run here."""
    digest = sha256(f"{version('django')} {version('django-htmx')}".encode())
    for folder in ("comparisons", "config", "locale", "static", "templates"):
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(settings.BASE_DIR)} {path.stat().st_size} ".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


RELEASE = _release()


def edition_tag(request: HttpRequest, *shown: object) -> str | None:
    """The ETag of a page that shows the editions among these, whatever else its view is given."""
    return page_tag(request, "".join(one.sha256 for one in shown if isinstance(one, Edition)))


@condition(etag_func=edition_tag)
def data(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The edition's comparison/1 document."""
    return HttpResponse(render_json(edition.document), content_type="application/json")
