"""Each feed as JSON Feed, held against what version 1.1 of the specification asks for."""

import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import page, read
from tests.examples import SLUG
from tests.views import hostile

pytestmark = pytest.mark.django_db

PAGES = ["/", "/topics/trade/", "/parties/kremlin/", "/parties/kremlin/white-house/", f"/comparisons/{SLUG}/"]
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
OF_A_FEED = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"),
    *("authors", "language", "expired", "hubs", "items"),
}
OF_AN_ITEM = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}


def json_feed(client: Client, address: str) -> dict[str, Any]:
    """What is answered; every rule of the specification holds of it."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/feed+json; charset=utf-8")
    assert response["Access-Control-Allow-Origin"] == "*"
    feed: dict[str, Any] = json.loads(response.content.decode())
    assert feed.keys() <= OF_A_FEED
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert feed["title"]
    assert feed["feed_url"] == f"http://testserver{address}"
    assert is_absolute(feed["home_page_url"])
    assert feed["authors"] == [{"name": "Counterpoint"}]
    assert isinstance(feed["items"], list)
    for item in feed["items"]:
        assert item.keys() <= OF_AN_ITEM
        assert isinstance(item["id"], str)
        assert item["id"]
        assert is_absolute(item["url"])
        assert isinstance(item["content_html"], str)
        assert item["content_html"]
        for key in ("date_published", "date_modified"):
            assert RFC_3339.fullmatch(item[key])
            assert datetime.fromisoformat(item[key]).tzinfo
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


def is_absolute(address: str) -> bool:
    return urlsplit(address).scheme == "http" and bool(urlsplit(address).netloc)


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["", "/ru"])
def test_it_says_the_same_as_the_atom_feed(client: Client, address: str, language: str) -> None:
    feed = json_feed(client, f"{language}{address}feed.json")
    same = feedparser.parse(client.get(f"{language}{address}feed.atom").content)
    assert feed["title"] == same.feed.title
    assert feed["language"] == same.feed.language == (language.removeprefix("/") or "en")
    assert feed["home_page_url"] == f"http://testserver{language}{address}"
    told = [(item["id"], item["url"], item["title"], item["tags"]) for item in feed["items"]]
    assert told == [(one.id, one.link, one.title, [tag.label for tag in one.tags]) for one in same.entries]
    assert [item["date_published"] for item in feed["items"]] == [one.published for one in same.entries]
    assert "trade" in feed["items"][0]["content_html"]


@pytest.mark.parametrize("address", PAGES)
def test_the_id_of_an_entry_stays_and_a_correction_has_one_of_its_own(
    client: Client, edition: Edition, address: str
) -> None:
    (before,) = json_feed(client, f"{address}feed.json")["items"]
    publish(edition.event, note="Corrected.", by="ann")
    after = json_feed(client, f"{address}feed.json")["items"]
    assert after[0]["id"] != before["id"]
    if address.startswith("/comparisons/"):
        assert after[1]["id"] == before["id"]


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("address", PAGES)
def test_its_page_names_it_for_readers_and_for_programs(client: Client, address: str) -> None:
    html = page(read(client, address))
    found = {link["type"]: link["href"] for link in html.all("head link[rel=alternate][type]")}
    assert found["application/feed+json"].startswith("/")
    types = {
        kind: [link["href"] for link in html.all(f'head link[rel=alternate][type="{kind}"]')]
        for kind in ("application/atom+xml", "application/feed+json")
    }
    if not address.startswith("/comparisons/"):
        assert f"{address}feed.atom" in types["application/atom+xml"]
        assert f"{address}feed.json" in types["application/feed+json"]
    if address.startswith(("/topics/", "/parties/")):
        assert html.values("main a[type]", "href") == [f"{address}feed.atom", f"{address}feed.json"]
        assert "Subscribe: Feed JSON Feed" in html.one("main").text


def test_what_has_not_changed_is_not_sent_twice(client: Client, edition: Edition) -> None:
    for address in PAGES:
        tag = client.get(f"{address}feed.json")["ETag"]
        assert tag != client.get(f"{address}feed.atom")["ETag"]
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"{address}feed.json", headers={"If-None-Match": tag})
        assert (response.status_code, response.content) == (304, b"")
        assert len(queries) <= 3
    publish(edition.event, note="Corrected.", by="ann")
    assert client.get(f"{PAGES[-1]}feed.json", headers={"If-None-Match": tag}).status_code == 200


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    for address in ("/", "/topics/trade/", hostile.PAGE):
        item = json_feed(client, f"{address}feed.json")["items"][0]
        assert item["title"] == str(edition)
        assert "<script" not in item["content_html"]


@pytest.mark.parametrize("address", ["/topics/x/", "/parties/x/", "/parties/x/y/", "/comparisons/x/"])
def test_a_feed_of_nothing(client: Client, db: None, address: str) -> None:
    assert client.get(f"{address}feed.json").status_code == 404
