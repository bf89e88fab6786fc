"""Reads pages through the DOM: elements by selector, what a reader reads in them, where their links lead; and claims.

Pages are valid HTML (tests/html holds it), which lxml reads as a browser does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from cssselect import HTMLTranslator
from django.test import Client
from lxml import etree, html

from tests.examples import PAGE

UNSEEN = {"script", "style", "svg"}
RAW = {"script", "style"}


@dataclass(frozen=True, eq=False)
class Element:
    """A part of a page. It is no string: ask for its text, its attributes or the elements in it."""

    node: Any
    """As lxml has it: an element, or the tree of a whole page."""

    @property
    def text(self) -> str:
        """What a reader reads, with runs of white space as one space."""
        return re.sub(r"\s+", " ", "".join(_words(self._root, without=UNSEEN))).strip()

    @property
    def letters(self) -> str:
        """All that stands in it, to the letter."""
        return "".join(_words(self._root, without=RAW))

    @property
    def markup(self) -> str:
        return str(etree.tostring(self._root, encoding="unicode", method="html", with_tail=False))

    @property
    def name(self) -> str:
        return str(self._root.tag)

    @property
    def attributes(self) -> dict[str, str]:
        return dict(self._root.attrib)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self.markup == other.markup

    def __hash__(self) -> int:
        return hash(self.markup)

    @property
    def _root(self) -> Any:
        return self.node.getroot() if hasattr(self.node, "getroot") else self.node

    def __getitem__(self, attribute: str) -> str:
        return str(self._root.attrib[attribute])

    def all(self, selector: str) -> list["Element"]:
        """In the order of the page."""
        return [Element(found) for found in _xpath(selector)(self.node)]

    def one(self, selector: str) -> "Element":
        """The only one that there is."""
        (found,) = self.all(selector)
        return found

    def has(self, selector: str) -> bool:
        return bool(_xpath(selector)(self.node))

    def values(self, selector: str, attribute: str) -> list[str]:
        """An attribute of each element that is selected, in their order."""
        return [found[attribute] for found in self.all(selector)]

    def leads_to(self, address: str) -> bool:
        """Whether one of its links has exactly this address."""
        return address in self.values("a[href]", "href")


@cache
def _xpath(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector, prefix="descendant::"))


def _words(element: Any, *, without: set[str]) -> Iterator[str]:
    """The text in an element, but for what stands in elements of these names; one of them itself has all of its own."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in without:
            yield from _words(child, without=without)
        yield child.tail or ""


def read(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@lru_cache(maxsize=8)
def page(markup: str) -> Element:
    """The whole of a page or fragment, parsed once."""
    return Element(html.document_fromstring(markup or "<html></html>", ensure_head_body=False).getroottree())


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
