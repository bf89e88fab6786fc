from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import page, read, text_of
from tests.examples import PAGE
from tests.made import many_parties

pytestmark = pytest.mark.django_db


def publish_calls(document: dict[str, Any], *days: int) -> None:
    for day in days:
        event = {**document["event"], "slug": f"call-{day}", "title": f"Call {day}", "date": f"2017-02-{day:02}"}
        publish(load({**document, "event": event}).event, by="ann")


def test_home_lists_a_comparison_with_its_counts_and_their_denominator(client: Client, edition: Edition) -> None:
    html = client.get("/").content.decode()
    text = text_of(html)
    assert PAGE in html
    assert edition.title in text
    assert "Kremlin" in text
    for count in ("5", "1", "10"):
        assert count in text
    assert "17" in text


def test_home_says_so_where_nothing_is_published(client: Client, db: None) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "Nothing has been published yet" in text_of(response.content.decode())


def test_the_newest_event_stands_first(client: Client, document: dict[str, Any], db: None) -> None:
    publish_calls(document, 3, 9, 5)
    text = text_of(client.get("/").content.decode())
    assert text.index("Call 9") < text.index("Call 5") < text.index("Call 3")


def test_a_topic_that_is_found_leads_to_its_claims_in_however_long_a_comparison(client: Client, db: None) -> None:
    publish(load(many_parties(2, claims=42, topics=6, slug="long")).event, by="ann")
    address = page(read(client, "/?q=%22topic+5%22")).one("[data-kind=topic] a")["href"]
    assert address == "/comparisons/long/?topic=topic-4"
    found = page(read(client, address))
    assert found.values(".claims h3", "id") == ["topic-topic-4"]
    assert len(found.all(".claims [id^='claim-point-']")) == 7


def test_about_explains_every_outcome_without_a_query(client: Client, db: None) -> None:
    from comparisons.outcomes import Outcome

    with CaptureQueriesContext(connection) as queries:
        html = client.get("/about/").content.decode()
    assert len(queries) == 0
    for outcome in Outcome:
        assert f'id="outcome-{outcome}"' in html


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/comparisons/nothing/",
        "/comparisons/a%2Fb/",
        "/comparisons/" + "x" * 3000 + "/",
        "/comparisons/%ff.json",
        "/%F0%9F%98%80",
        "/comparisons/",
    ],
)
def test_what_is_not_there_is_answered_with_404_and_a_way_back(client: Client, db: None, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert 'href="/"' in response.content.decode()


def test_the_schema_is_published(client: Client, db: None) -> None:
    response = client.get("/comparison-1.schema.json")
    assert response["Content-Type"] == "application/schema+json"
    assert response.json()["title"] == "comparison/1"
