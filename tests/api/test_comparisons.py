"""The list of comparisons as a client reads it: that of the front page."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import withdraw
from comparisons.search import listing
from tests.across.counted_by_hand import Counted
from tests.api.asking import asked, local, pages
from tests.examples import SLUG
from tests.search.small import publish_small
from tests.views import listed

pytestmark = pytest.mark.django_db

LIST = "/api/comparisons"
ASKED: list[dict[str, str]] = [
    {},
    {"q": "trade"},
    {"q": "trade", "sort": "date"},
    {"q": '"trade" sanctions'},
    {"q": "торговля"},
    {"q": "nothing of the kind"},
    {"party": "kremlin"},
    {"party": "white-house", "from": "2021-01-01"},
    {"topic": "trade"},
    {"topic": "trade", "family": "contradictions"},
    {"family": "open"},
    {"kind": "phone_call"},
    {"kind": "meeting"},
    {"from": "2017-01-28", "to": "2021-12-31"},
    {"utm_source": "letter"},
]


def slugs(client: Client, parameters: dict[str, str]) -> list[str]:
    address = f"{LIST}?{urlencode(parameters)}"
    return [entry["slug"] for page in pages(client, address) for entry in page["comparisons"]]


@pytest.mark.slow
def test_what_is_found_is_what_the_front_page_finds_in_the_same_order(client: Client, published: list[Counted]) -> None:
    for parameters in ASKED:
        shown = [slug for page in listed.pages(client, f"/?{urlencode(parameters)}") for slug in page]
        assert slugs(client, parameters) == shown, parameters
        assert asked(client, f"{LIST}?{urlencode(parameters)}")["count"] == len(shown), parameters


def test_an_entry_says_what_it_is_and_leads_on(client: Client, edition: Edition) -> None:
    found = asked(client, LIST)
    assert (found["count"], found["published"], found["next"]) == (1, 1, None)
    (entry,) = found["comparisons"]
    links = entry.pop("links")
    assert entry == {
        "slug": SLUG,
        "title": edition.title,
        "date": "2017-01-28",
        "kind": "phone_call",
        "edition": 1,
        "published_at": edition.document["edition"]["published_at"],
        "parties": [{"slug": "kremlin", "name": "Kremlin"}, {"slug": "white-house", "name": "White House"}],
        "claims": {"total": 17, "families": {"agreements": 5, "contradictions": 1, "one-sided": 10, "open": 1}},
    }
    assert set(links) == {"page", "document", "claims", "editions", "csv"}
    for address in links.values():
        assert client.get(local(address)).status_code == 200


@pytest.mark.parametrize("parameters", [{}, {"q": "trade"}, {"party": "paris", "sort": "relevance"}], ids=urlencode)
def test_the_pages_hold_each_comparison_once(
    client: Client, monkeypatch: pytest.MonkeyPatch, parameters: dict[str, str]
) -> None:
    monkeypatch.setattr(listing, "COMPARISONS_PER_PAGE", 5)
    for number in range(12):
        publish_small(f"call-{number}", date=f"2017-01-{1 + number // 3:02}", text="Of trade they spoke.")
    found = pages(client, f"{LIST}?{urlencode(parameters)}")
    assert [len(page["comparisons"]) for page in found] == [5, 5, 2]
    assert {page["count"] for page in found} == {12}
    assert sorted(slugs(client, parameters)) == sorted(f"call-{number}" for number in range(12))


def test_there_is_no_draft_and_nothing_withdrawn(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    load({**document, "event": {**document["event"], "slug": "draft", "title": "A draft"}})
    assert slugs(client, {}) == [SLUG]
    asked(client, f"{LIST}/draft", 404)
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert slugs(client, {}) == []
    asked(client, f"{LIST}?party=kremlin", 404)


@pytest.mark.slow
def test_a_list_costs_as_many_queries_for_forty_comparisons_as_for_two(client: Client) -> None:
    costs = []
    for first, last in ((0, 2), (2, 40)):
        for number in range(first, last):
            publish_small(f"call-{number}", text="Of trade.")
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(client, LIST)["comparisons"]) == min(last, 20)
        costs.append(len(queries))
        assert not any('"body"' in query["sql"] for query in queries)
    assert costs[0] == costs[1] == 8
