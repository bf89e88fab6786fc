"""The whole API: its entrance, its description, and where each operation is."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, re_path
from django.utils.translation import gettext
from django.views.decorators.http import condition
from ninja import NinjaAPI
from ninja.responses import NinjaJSONEncoder

from comparisons import __version__
from comparisons.addresses import absolute
from comparisons.models import Edition
from comparisons.responses import page_tag

from . import across, claims, comparisons
from .answers import Answered, Refused, answer, nothing_here, on_absence, on_answer, on_refusal, public
from .description import description
from .shapes import Index
from .words import _

api = NinjaAPI(
    title="Counterpoint",
    version=__version__,
    description=_(
        "What is published here, to be read by programs: comparisons of the accounts of one event, their claims with "
        "what each party said, and what returns across events. Documents are comparison/1, whose schema is at "
        "/comparison-1.schema.json. A list is walked by the address in its field next, which is null at its end."
    ),
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
for room in (comparisons, claims, across):
    api.add_router("", room.router)
api.add_exception_handler(Refused, on_refusal)
api.add_exception_handler(Answered, on_answer)
api.add_exception_handler(Http404, on_absence)
api.add_exception_handler(ValidationError, on_absence)


@api.get(
    "",
    response={200: Index, 304: None},
    summary=_("Where everything is"),
    url_name="index",
    operation_id="index",
    tags=["index"],
)
def index(request: HttpRequest) -> HttpResponse:
    def written() -> Index:
        return Index(
            name="Counterpoint",
            version=__version__,
            description=gettext("Competing accounts of one event, side by side, claim by claim."),
            licence=settings.DATA_LICENCE or None,
            documentation=absolute(request, "data"),
            openapi=absolute(request, "api:openapi"),
            comparisons=absolute(request, "api:comparisons"),
            topics=absolute(request, "api:topics"),
            parties=absolute(request, "api:parties"),
        )

    return answer(request, settings.DATA_LICENCE, written)


def _tag(request: HttpRequest) -> str | None:
    return page_tag(request, f"{Edition.objects.published().state()} {settings.DATA_LICENCE}")


@condition(etag_func=_tag)
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(description(api, request), encoder=NinjaJSONEncoder, json_dumps_params={"ensure_ascii": False})


@api.get("openapi.json", include_in_schema=False, url_name="openapi")
def openapi_json(request: HttpRequest) -> HttpResponse:
    return openapi(request)


def _patterns() -> list[Any]:
    """Those of the operations, each read only and open to all; whatever else begins so is not there."""
    patterns: list[URLPattern] = [one for one in api.urls[0] if isinstance(one, URLPattern)]
    ours = [one for one in patterns if one.name != "api-root"]
    return [
        *(URLPattern(one.pattern, public(one.callback), name=one.name) for one in ours),
        re_path("", nothing_here),
    ]


urls = (_patterns(), "api")
