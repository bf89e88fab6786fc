"""Reads the list of comparisons, page by page."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlencode

from django.test import Client

from tests.dom import read


def asked(client: Client, **parameters: str) -> str:
    return read(client, f"/?{urlencode(parameters)}")


def listed(html: str) -> list[str]:
    return re.findall(r'<h3><a href="/comparisons/([a-z0-9-]+)/">', html)


def next_page(html: str) -> str | None:
    found = re.search(r'rel="next" href="([^"]+)"', html)
    return f"/{unescape(found[1])}" if found else None


def pages(client: Client, address: str) -> Iterator[list[str]]:
    following: str | None = address
    while following:
        html = read(client, following)
        yield listed(html)
        following = next_page(html)
