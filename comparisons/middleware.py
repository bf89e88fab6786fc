"""Middleware: the language of a URL, and 400 for a NUL in it."""

from collections.abc import Callable
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from comparisons.addresses import path_without_language
from comparisons.api.answers import nul_in_address

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def language_from_path(get_response: GetResponse) -> GetResponse:
    """Answers in the language of the address: /ru/… in Russian, what has no prefix in the first language.

    Django's own middleware would send a Vary for what a browser prefers, which decides nothing here.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def refuse_nul(get_response: GetResponse) -> GetResponse:
    """Answers 400 to an address with a NUL: PostgreSQL takes none in its text, and no address of ours has one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "\0" in unquote(request.META.get("QUERY_STRING", "")):
            if path_without_language(request).startswith("/api/"):
                return nul_in_address(request)
            raise BadRequest("There is a NUL in the address.")
        return get_response(request)

    return middleware
