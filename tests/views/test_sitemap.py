"""Sitemaps and robots.txt: every public page, once, with its last change."""

import re
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from comparisons.views.sitemaps import Addresses
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client: Client, address: str, name: str) -> dict[str, str | None]:
    """Address -> last change, of one file."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    root = ElementTree.fromstring(response.content)
    found = {one.findtext(f"{S}loc", "").removeprefix("http://testserver"): one for one in root.findall(f"{S}{name}")}
    assert len(found) == len(root)
    return {location: one.findtext(f"{S}lastmod") for location, one in found.items()}


def all_addresses(client: Client) -> dict[str, str | None]:
    every: dict[str, str | None] = {}
    for file in entries(client, "/sitemap.xml", "sitemap"):
        found = entries(client, file, "url")
        assert not found.keys() & every.keys()
        every |= found
    return every


def test_every_page_is_named_once_with_its_last_change_and_is_there(client: Client, edition: Edition) -> None:
    found = all_addresses(client)
    claims = [f"{PAGE}claims/{slug}/" for slug in edition.outcomes]
    parties = ["/parties/kremlin/", "/parties/white-house/"]
    topics = [f"/topics/{topic['slug']}/" for topic in edition.document["topics"]]
    pages = ["/", "/claims/", "/topics/", "/parties/", "/about/", "/data/", "/accessibility/"]
    assert sorted(found) == sorted([*pages, PAGE, f"{PAGE}texts/", f"{PAGE}editions/", *claims, *parties, *topics])
    assert {found[address] for address in found if address not in pages} == {f"{edition.published_at:%Y-%m-%d}"}
    for address in (*pages, PAGE, f"{PAGE}texts/", claims[0], parties[0], topics[0]):
        assert client.get(address).status_code == 200


def test_what_is_not_public_is_not_named(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    load({**document, "event": {**document["event"], "slug": "draft"}})
    edition.event.slug = "not-yet"
    edition.event.save()
    assert not [address for address in all_addresses(client) if "draft" in address or "not-yet" in address]
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert sorted(all_addresses(client)) == [
        "/",
        "/about/",
        "/accessibility/",
        "/claims/",
        "/data/",
        "/parties/",
        "/topics/",
    ]


def test_a_comparison_that_moved_is_named_by_its_present_address(client: Client, edition: Edition) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    assert not [address for address in all_addresses(client) if SLUG in address]
    assert "/comparisons/call/claims/trade-discussed/" in all_addresses(client)


def test_a_long_sitemap_is_split_with_nothing_named_twice_or_left_out(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = all_addresses(client)
    monkeypatch.setattr(Addresses, "limit", 5)
    files = entries(client, "/sitemap.xml", "sitemap")
    assert [file for file in files if file.startswith("/sitemaps/claims.xml")] == [
        "/sitemaps/claims.xml",
        *(f"/sitemaps/claims.xml?p={number}" for number in (2, 3, 4)),
    ]
    assert all(len(entries(client, file, "url")) <= 5 for file in files if file != "/sitemaps/pages.xml")
    assert all_addresses(client) == whole


def test_sitemaps_cost_as_many_queries_for_forty_comparisons_as_for_two(client: Client, many_calls: Any) -> None:
    costs = []
    for total in (2, 40):
        many_calls(total)
        with CaptureQueriesContext(connection) as queries:
            found = all_addresses(client)
        costs.append(len(queries))
        assert len([address for address in found if re.fullmatch(r"/comparisons/[^/]+/", address)]) == total
    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    "address", ["/sitemaps/x.xml", *(f"/sitemaps/claims.xml?p={p}" for p in ("2", "0", "x", "9" * 5000))]
)
def test_a_file_that_there_is_not(client: Client, edition: Edition, address: str) -> None:
    assert client.get(address).status_code == 404


def test_robots_may_read_what_readers_may_and_are_led_to_the_sitemap(client: Client, db: None) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    robots = RobotFileParser()
    robots.parse(response.content.decode().splitlines())
    assert robots.site_maps() == ["http://testserver/sitemap.xml"]
    for address in ("/", PAGE, f"{PAGE}?show=open", "/feed.atom", "/admin"):
        assert robots.can_fetch("any", address)
    for address in ("/admin/", "/admin/login/", "/preview/token/"):
        assert not robots.can_fetch("any", address)


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemaps/claims.xml", "/robots.txt"])
def test_they_are_only_read(client: Client, edition: Edition, address: str) -> None:
    assert (client.head(address).status_code, client.head(address).content) == (200, b"")
    assert client.post(address).status_code == 405
    assert client.get(address)["Cache-Control"] == "no-cache"
