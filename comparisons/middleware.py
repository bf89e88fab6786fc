from collections.abc import Callable
from urllib.parse import unquote

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from comparisons.api.answers import not_understood


def refuse_nul(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answers 400 to an address with a NUL: PostgreSQL takes none in its text, and no address of ours has one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "\0" in unquote(request.META.get("QUERY_STRING", "")):
            if request.path.startswith("/api/"):
                return not_understood(request)
            raise BadRequest("There is a NUL in the address.")
        return get_response(request)

    return middleware
