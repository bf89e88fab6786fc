"""Addresses with their host, for what is read elsewhere than on the site."""

from django.http import HttpRequest
from django.urls import reverse


def absolute(request: HttpRequest, name: str, *made_of: str | int) -> str:
    """The address of this name, a page's or a file's, under the host that was asked."""
    return request.build_absolute_uri(reverse(f"comparisons:{name}", args=made_of))
