"""Reads pages through the DOM: elements by selector, what a reader reads in them, where their links lead; and claims.

Pages are valid HTML (tests/html holds it), which lxml reads as a browser does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from django.test import Client

from tests.examples import PAGE

UNSEEN = {"script", "style", "svg"}


@dataclass(frozen=True)
class Element:
    """A part of a page. It is no string: ask for its text, its attributes or the elements in it."""

    tag: Tag

    @property
    def text(self) -> str:
        """What a reader reads, with runs of white space as one space."""
        return re.sub(r"\s+", " ", "".join(_words(self.tag))).strip()

    @property
    def letters(self) -> str:
        """All that stands in it, to the letter."""
        return "".join(self.tag.strings)

    @property
    def attributes(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.tag.attrs.items()}

    def __getitem__(self, attribute: str) -> str:
        return str(self.tag[attribute])

    def all(self, selector: str) -> list["Element"]:
        """In the order of the page."""
        return [Element(tag) for tag in self.tag.select(selector)]

    def one(self, selector: str) -> "Element":
        """The only one that there is."""
        (found,) = self.all(selector)
        return found

    def has(self, selector: str) -> bool:
        return self.tag.select_one(selector) is not None

    def values(self, selector: str, attribute: str) -> list[str]:
        """An attribute of each element that is selected, in their order."""
        return [found[attribute] for found in self.all(selector)]

    def leads_to(self, address: str) -> bool:
        """Whether one of its links has exactly this address."""
        return address in self.values("a[href]", "href")


def _words(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, Tag):
            if child.name not in UNSEEN:
                yield from _words(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield child


def read(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@lru_cache(maxsize=8)
def page(html: str) -> Element:
    """The whole of a page or fragment, parsed once."""
    return Element(BeautifulSoup(html, "lxml", multi_valued_attributes=None, preserve_whitespace_tags={"html"}))


def text_of(html: str) -> str:
    return page(html).text


def title(html: str) -> str:
    return page(html).one("title").text


def claims_in(html: str) -> dict[str, dict[str, Any]]:
    """The claims of a page: slug -> its data attributes, its cells' positions, and its quoted words."""
    return {
        claim["id"].removeprefix("claim-"): {
            **claim.attributes,
            "cells": {cell["data-party"]: cell["data-position"] for cell in claim.all("[data-party][data-position]")},
            "quotes": [quote.letters for quote in claim.all("blockquote")],
        }
        for claim in page(html).all('[id^="claim-"][data-outcome]')
    }
