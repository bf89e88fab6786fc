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
from django.template.response import SimpleTemplateResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_safe
from django_htmx.middleware import HtmxDetails

from comparisons.documents import render_json
from comparisons.models import Edition

HTMX_HEADERS = ("HX-Request", "HX-Target")
ASK_EACH_TIME = "no-cache"
FOR_A_MONTH = f"public, max-age={30 * 24 * 60 * 60}, s-maxage=60"


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page that is only read: any method but GET and HEAD is answered with 405, with or without a CSRF token.

    With `Cache-Control: no-cache` a browser revalidates what it has in its cache, so that a correction shows at once.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", ASK_EACH_TIME)
        return _unless_the_client_has_it(request, response)

    return answered


def _unless_the_client_has_it(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Conditional GET by a fingerprint of the finished bytes, where the view has given no ETag of its own.

    The pages of one edition have one (`page_tag`), which saves their making. What shows many editions, or what an
    editor has chosen, is made each time: so its ETag can never stand for a page that would be another one by now.
    """
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    if not isinstance(response, HttpResponse) or response.status_code != 200 or "no-store" in response["Cache-Control"]:
        return response
    if not response.has_header("ETag"):
        response["ETag"] = f'W/"{sha256(response.content).hexdigest()}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def long_lived(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """What never changes but may be withdrawn: kept for a month by who fetched it, for a minute by a shared cache.

    Not `immutable`, so that a reader's reload asks again; an answer that it was withdrawn is kept by nobody.
    """

    @wraps(view)
    def long_lived_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["Cache-Control"] = FOR_A_MONTH
        return response

    return long_lived_view


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

    Weak, as it is the same whatever the answer is compressed with. None with DEBUG: templates then change as they are
    served.
    """
    if settings.DEBUG:
        return None
    htmx = htmx_of(request)
    decides = (edition_sha256, request.build_absolute_uri(), bool(htmx), htmx.target, get_language(), RELEASE)
    return f'W/"{sha256(repr(decides).encode()).hexdigest()}"'


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
