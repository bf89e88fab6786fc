"""How the API answers: CORS, methods, conditional GET, and in JSON why something is not to be had."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from ninja import errors

from comparisons.models import Edition
from comparisons.published import Withdrawn, find_current, redirect_to_current_slug, withdrawn_json
from comparisons.responses import for_any_origin, page_tag

METHODS = ("GET", "HEAD")


class Answered(Exception):
    """There is something else to answer than what was asked for."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """For every site and every program, read only; asked about again before it is used again."""

    @csrf_exempt
    @for_any_origin
    @cache_control(no_cache=True)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        method = request.method
        if method not in METHODS:
            response = error_response([gettext("This API is only read: with GET or HEAD.")], status=405)
            response["Allow"] = ", ".join(METHODS)
            return response
        request.method = "GET"  # the only one that is routed; the server leaves the body of a HEAD out
        response = view(request, *args, **kwargs)
        request.method = method
        return response

    return answered


def error_response(faults: Sequence[str], *, status: int) -> HttpResponse:
    body = {"error": " ".join(faults), "faults": list(faults)}
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})


@public
def not_found(_request: HttpRequest, **_path: str) -> HttpResponse:
    return error_response([gettext("There is nothing at this address.")], status=404)


@public
def nul_in_address(_request: HttpRequest) -> HttpResponse:
    return error_response([gettext("There is a NUL in the address.")], status=400)


def unless_unchanged(request: HttpRequest, response: HttpResponse, fingerprint: str) -> None:
    """Conditional GET: sets the ETag for this fingerprint, before the work is done.

    Raises Answered, with 304, where the client has it already.
    """
    tag = page_tag(request, fingerprint)
    unchanged = get_conditional_response(request, etag=tag)
    for one in (response, unchanged):
        if one and tag:
            one["ETag"] = tag
    if unchanged:
        raise Answered(unchanged)


def current(request: HttpRequest, slug: str, *, documents: bool = True) -> Edition:
    """The current edition of this slug. Raises Http404, Withdrawn, and Answered with a 301 where it has moved."""
    edition = find_current(slug, documents=documents)
    if edition.slug != slug:
        raise Answered(redirect_to_current_slug(request, edition))
    return edition


def on_misfit(_request: HttpRequest, error: errors.ValidationError) -> HttpResponse:
    """A query string is not as described."""
    return error_response([one["msg"] for one in error.errors], status=400)


def on_absence(_request: HttpRequest, error: ValidationError | Http404) -> HttpResponse:
    """Everything is as described, and yet it is not there."""
    return error_response(error.messages if isinstance(error, ValidationError) else [str(error)], status=404)


EXCEPTION_HANDLERS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    errors.ValidationError: on_misfit,
    ValidationError: on_absence,
    Http404: on_absence,
    Withdrawn: withdrawn_json,
    Answered: lambda _request, answered: answered.response,
}
