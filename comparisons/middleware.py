"""Middleware: the language of a URL, 400 for a NUL in it, compression, and no body where the method is HEAD."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import cast
from urllib.parse import unquote

import brotli
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import has_vary_header, patch_vary_headers

from comparisons.addresses import path_without_language
from comparisons.api.answers import nul_in_address

GetResponse = Callable[[HttpRequest], HttpResponseBase]
WORTH_COMPRESSING = 500
"""Bytes; less fits into one packet as it is."""


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


def without_body_for_head(get_response: GetResponse) -> GetResponse:
    """Answers HEAD with the headers of GET alone. Django leaves the body in, and gunicorn warns as it drops it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method == "HEAD":
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = ()
            elif isinstance(response, HttpResponse):
                response.content = b""
        return response

    return middleware


def compressed_for_everybody(get_response: GetResponse) -> GetResponse:
    """Compresses, with Brotli or gzip, what is the same for everybody: it holds no secret.

    What varies by cookie does (a CSRF token, a login). Compressed, its length would tell of the secret to whoever can
    have the page repeat words of his own (BREACH), so it is sent as it is.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_personal = bool(response.cookies) or has_vary_header(response, "Cookie")
        if is_personal or response.get("Content-Type", "").startswith("image/"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        encoding = accepted_encoding(request.headers.get("Accept-Encoding", ""))
        if not encoding or response.has_header("Content-Encoding"):
            return response
        if isinstance(response, StreamingHttpResponse):
            pieces = cast(Iterator[bytes], response.streaming_content)  # no view of ours is asynchronous
            response.streaming_content = compressed(pieces, encoding)
        elif isinstance(response, HttpResponse) and len(response.content) >= WORTH_COMPRESSING:
            response.content = b"".join(compressed([response.content], encoding))
            response["Content-Length"] = str(len(response.content))
        else:
            return response
        response["Content-Encoding"] = encoding
        return response

    return middleware


def accepted_encoding(header: str) -> str:
    """The encoding that is shortest among those that `Accept-Encoding` names and does not refuse (q=0)."""
    named = {}
    for part in header.lower().split(","):
        name, _semicolon, weight = part.replace(" ", "").partition(";q=")
        named[name] = weight.strip("0.") != "" if weight else True
    return next((name for name in ("br", "gzip") if named.get(name, named.get("*", False))), "")


def compressed(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The same bytes, piece by piece as they come. Some milliseconds for a long page."""
    if encoding == "br":
        writer = brotli.Compressor(mode=brotli.MODE_TEXT, quality=5)
        add, end = writer.process, writer.finish
    else:
        zipped = zlib.compressobj(6, wbits=16 + zlib.MAX_WBITS)  # with the header of gzip
        add, end = zipped.compress, zipped.flush
    for piece in pieces:
        if written := add(piece):
            yield written
    yield end()
