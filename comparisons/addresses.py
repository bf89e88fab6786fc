"""Absolute URLs, URLs in another language, and paths without the language prefix."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_path

UrlOf = Callable[..., str]
"""The absolute URL of a page, by the name and the arguments of its route."""


def absolute_url(request: HttpRequest, name: str, *made_of: str | int) -> str:
    """The absolute URL of the route of this name, under the host of the request."""
    return request.build_absolute_uri(reverse(f"comparisons:{name}", args=made_of))


def url_in_language(address: str, code: str) -> str:
    """The same URL in another language: the language is a prefix of the path, and the first language has none."""
    present = get_language_from_path(address)
    bare = address.removeprefix(f"/{present}") if present else address
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"


def path_without_language(request: HttpRequest) -> str:
    """The path of the request without its language prefix."""
    language = translation.get_language_from_path(request.path_info)
    return request.path_info.removeprefix(f"/{language}") if language else request.path_info
