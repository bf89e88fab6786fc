"""The whole API: its entrance, its description, and where each operation is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from comparisons import __version__
from comparisons.addresses import absolute_url
from comparisons.models import Edition

from . import across, claims, comparisons
from .answers import EXCEPTION_HANDLERS, not_found, public, unless_unchanged
from .openapi import description
from .parameters import QueryParser
from .schemas import Index, _


class Renderer(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


class API(NinjaAPI):
    def get_content_type(self) -> str:
        """JSON has no charset: it is UTF-8."""
        return str(self.renderer.media_type)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Its name, which is that of its address as well."""
        return operation.view_func.__name__


api = API(
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
    renderer=Renderer(),
    parser=QueryParser(),
)
for room in (comparisons, claims, across):
    api.add_router("", room.router)
for error, handler in EXCEPTION_HANDLERS.items():
    api.add_exception_handler(error, handler)


@api.get("", response={200: Index, 304: None}, summary=_("Where everything is"), tags=["index"])
def index(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    unless_unchanged(request, response, settings.DATA_LICENCE)
    return {
        "name": "Counterpoint",
        "version": __version__,
        "description": gettext("Competing accounts of one event, side by side, claim by claim."),
        "licence": settings.DATA_LICENCE or None,
        "documentation": absolute_url(request, "data"),
        "openapi": absolute_url(request, "api:openapi"),
        "comparisons": absolute_url(request, "api:comparisons"),
        "claims": absolute_url(request, "api:all_claims"),
        "topics": absolute_url(request, "api:topics"),
        "parties": absolute_url(request, "api:parties"),
    }


@api.get("openapi.json", include_in_schema=False)
def openapi(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    unless_unchanged(
        request, response, f"{Edition.objects.published().collection_fingerprint()} {settings.DATA_LICENCE}"
    )
    return description(api, request)


def _patterns() -> list[Any]:
    """Those of the operations, each read only and open to all; whatever else begins so is not there."""
    patterns = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    return [
        *(URLPattern(one.pattern, public(one.callback), name=one.name) for one in patterns),
        re_path("", not_found),
    ]


urls = (_patterns(), "api")
