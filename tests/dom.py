"""Reads a page of the site: its claims, its elements and what a reader reads on it."""

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.examples import PAGE


def read(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    """What a reader reads, with runs of white space as one space."""
    html = re.sub(r"<(script|style|svg)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#x27;", "'").replace("&amp;", "&")


def element(html: str, opening: str, tag: str) -> str:
    """The first element whose opening tag matches, up to the first closing tag of its name."""
    found = re.search(rf"<{tag}\b[^>]*{opening}[^>]*>.*?</{tag}>", html, re.DOTALL)
    assert found, opening
    return found[0]


def title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert found
    return found[1].strip()


class Claims(HTMLParser):
    """The claims of a page: id -> its data attributes, its cells' positions, and its quoted words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.claims: dict[str, dict[str, Any]] = {}
        self._claim: dict[str, Any] = {}
        self._quoting = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if (given.get("id") or "").startswith("claim-") and "data-outcome" in given:
            self._claim = {"cells": {}, "quotes": [], **given}
            self.claims[str(given["id"]).removeprefix("claim-")] = self._claim
        if "data-party" in given and "data-position" in given:
            self._claim["cells"][given["data-party"]] = given["data-position"]
        if tag == "blockquote":
            self._quoting = True
            self._claim["quotes"].append("")

    def handle_endtag(self, tag: str) -> None:
        self._quoting = self._quoting and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._quoting:
            self._claim["quotes"][-1] += data
