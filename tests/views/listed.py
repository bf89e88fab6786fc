"""Reads the list of comparisons, page by page."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.test import Client

from tests.dom import page, read


def asked(client: Client, **parameters: str) -> str:
    return read(client, f"/?{urlencode(parameters)}")


def listed(html: str) -> list[str]:
    links = page(html).values("h3 > a[href^='/comparisons/']", "href")
    return [link.removeprefix("/comparisons/").removesuffix("/") for link in links]


def next_page(html: str) -> str | None:
    following = page(html).values("a[rel=next]", "href")
    return f"/{following[0]}" if following else None


def pages(client: Client, address: str) -> Iterator[list[str]]:
    following: str | None = address
    while following:
        html = read(client, following)
        yield listed(html)
        following = next_page(html)
