"""docs/addresses.md names every address that there is, and none besides."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.examples import SLUG

PAPER = (Path(__file__).parent.parent.parent / "docs" / "addresses.md").read_text()
# How an address on the paper is filled in, so that the example answers it.
IN_PLACE = {
    "<n>": "1",
    "<claim>": "trade-discussed",
    "<account>": "kremlin-statement",
    "<section>": "pages",
    "<a>/<b>": "kremlin/white-house",
}


def told() -> set[str]:
    """The addresses in the first column of each table."""
    rows = re.findall(r"^\| (`/.*?) \|", PAPER, flags=re.MULTILINE)
    return {address for row in rows for address in re.findall(r"`([^`]+)`", row)}


def routed(patterns: Iterable[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Every address of the URLconf, the admin's and the one of whatever is not there left out."""
    for one in patterns:
        route = str(one.pattern)
        if isinstance(one, URLResolver):
            if route != "admin/":
                yield from routed(one.url_patterns, before + route)
        elif (route or one.name != "api-root") and not route.startswith("admin/"):
            yield before + route


def shape(address: str) -> str:
    """The address with what varies left open: a party's slug and a claim's look the same here."""
    return re.sub(r"<[^>]*>", "<>", address)


def test_every_address_is_documented_and_every_documented_address_is_there() -> None:
    there = {shape(address) for address in routed(get_resolver().url_patterns)}
    assert {shape(address) for address in told()} == there
    assert len(there) > 40


@pytest.mark.django_db
@pytest.mark.parametrize("address", sorted(told()))
def test_what_is_documented_answers(client: Client, edition: Edition, address: str) -> None:
    for name, value in IN_PLACE.items():
        address = address.replace(name, value)
    first = address.removeprefix("/api").split("/")[1]
    slug = {"topics": "trade", "parties": "kremlin"}.get(first, SLUG)
    asked = {"/oembed": {"url": f"http://testserver/comparisons/{SLUG}/"}}.get(address, {})
    if address.endswith("/editions/changes/"):
        asked = {"from": "1", "to": "2"}
    publish(edition.event, note="Read again.", by="ann")  # a difference takes two editions
    response = client.get(address.replace("<slug>", slug), asked)
    assert response.status_code == 200
