"""How the API answers: what was asked for, or in JSON why it is not to be had."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition

from comparisons.models import Edition
from comparisons.models.edition import EditionQuerySet
from comparisons.responses import data_withdrawn, for_any_origin, page_tag, redirect_for_ever

from .shapes import Faults, Shape

METHODS = ("GET", "HEAD")


class Refused(Exception):
    """The query string is not as described."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = faults


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
        if method in METHODS:
            request.method = "GET"  # the only one that is routed; the server leaves the body of a HEAD out
            response = view(request, *args, **kwargs)
            request.method = method
        else:
            response = faulty([gettext("This API is only read: with GET or HEAD.")], status=405)
            response["Allow"] = ", ".join(METHODS)
        return response

    return answered


def answer(request: HttpRequest, seal: str, written: Callable[[], Shape]) -> HttpResponse:
    """What is written, unless whoever asks holds what this seal stands for."""

    def whole(_request: HttpRequest) -> HttpResponse:
        return told(written())

    return condition(etag_func=lambda request: page_tag(request, seal))(whole)(request)


def told(shape: Shape, status: int = 200) -> HttpResponse:
    return JsonResponse(shape.model_dump(mode="json"), status=status, json_dumps_params={"ensure_ascii": False})


def faulty(faults: Sequence[str], *, status: int) -> HttpResponse:
    return told(Faults(error=" ".join(faults), faults=list(faults)), status)


@public
def nothing_here(_request: HttpRequest, **_path: str) -> HttpResponse:
    return faulty([gettext("There is nothing at this address.")], status=404)


@public
def not_understood(_request: HttpRequest) -> HttpResponse:
    return faulty([gettext("There is a NUL in the address.")], status=400)


def current(request: HttpRequest, slug: str, editions: EditionQuerySet | None = None) -> Edition:
    """The current edition at this address. Raises Answered where it was withdrawn or has moved."""
    edition = (Edition.objects.all() if editions is None else editions).at_address(slug).first()
    if edition is None:
        raise Http404(gettext("There is no such comparison."))
    if edition.is_withdrawn:
        raise Answered(data_withdrawn(edition.withdrawal.reason, edition.title))
    if edition.slug != slug:
        match = request.resolver_match
        assert isinstance(match, ResolverMatch)
        raise moved(request, match.view_name, {**match.kwargs, "slug": edition.slug})
    return edition


def moved(request: HttpRequest, name: str, path: dict[str, Any]) -> Answered:
    return Answered(redirect_for_ever(request, reverse(name, kwargs=path)))


def on_refusal(_request: HttpRequest, refused: Any) -> HttpResponse:
    return faulty(refused.faults, status=400)


def on_absence(_request: HttpRequest, error: Any) -> HttpResponse:
    """Everything is as described, and yet it is not there."""
    return faulty(error.messages if isinstance(error, ValidationError) else [str(error)], status=404)


def on_answer(_request: HttpRequest, answered: Any) -> HttpResponse:
    response: HttpResponse = answered.response
    return response
