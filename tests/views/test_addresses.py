"""Redirects, 404, 410, canonical URLs, and allowed methods."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import claims_in, page, read, text_of
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

DATA = f"/comparisons/{SLUG}.json"


@pytest.fixture
def moved(edition: Edition) -> Edition:
    """The second edition of the call, published under another address."""
    edition.event.slug = "call-of-january"
    edition.event.save()
    return publish(edition.event, note="A shorter address.", by="ann")


class TestAnAddressThatTheComparisonHadBefore:
    @pytest.mark.usefixtures("moved")
    def test_leads_to_the_present_one_with_what_was_asked_for(self, client: Client) -> None:
        for old, new in {
            PAGE: "/comparisons/call-of-january/",
            f"{PAGE}?show=open&utm_source=%C3%A9": "/comparisons/call-of-january/?show=open&utm_source=%C3%A9",
            DATA: "/comparisons/call-of-january.json",
            f"{DATA}?x=1": "/comparisons/call-of-january.json?x=1",
            f"{PAGE}texts/kremlin-statement/": "/comparisons/call-of-january/texts/kremlin-statement/",
        }.items():
            response = client.get(old)
            assert (response.status_code, response["Location"]) == (301, new)
            assert client.get(new).status_code == 200

    def test_leads_there_from_each_of_several(self, client: Client, moved: Edition) -> None:
        moved.event.slug = "call"
        moved.event.save()
        publish(moved.event, note="Shorter still.", by="ann")
        for old in (PAGE, "/comparisons/call-of-january/"):
            assert client.get(old)["Location"] == "/comparisons/call/"

    def test_costs_two_queries_at_most_and_the_present_one_a_single_query(self, client: Client, moved: Edition) -> None:
        for slug, most in ((SLUG, 2), (moved.slug, 1), ("nothing", 2)):
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/comparisons/{slug}/")
            assert len(queries) <= most

    def test_is_gone_where_the_present_edition_is_withdrawn(self, client: Client, moved: Edition) -> None:
        withdraw(moved.event, reason="The text was of another call.", by="ann")
        texts = "texts/kremlin-statement/"
        present = "/comparisons/call-of-january"
        for address in (PAGE, DATA, f"{PAGE}{texts}", f"{present}/", f"{present}.json", f"{present}/{texts}"):
            response = client.get(address)
            assert response.status_code == 410
            assert "The text was of another call." in response.content.decode()

    def test_does_not_lead_to_a_draft(self, client: Client, edition: Edition) -> None:
        edition.event.slug = "not-yet"
        edition.event.save()
        assert client.get(PAGE).status_code == 200
        assert client.get("/comparisons/not-yet/").status_code == 404


@pytest.mark.usefixtures("edition")
class TestAQueryThatTheFormSent:
    ADDRESSES = [
        ("show=&topic=trade&parties=kremlin&parties=white-house", "?topic=trade"),
        ("show=&topic=", ""),
        ("show=&topic=&parties=kremlin&parties=white-house", ""),
        ("show=open&topic=&parties=white-house&parties=kremlin", "?show=open&parties=white-house,kremlin"),
        ("show=open&topic=call&parties=kremlin&parties=white-house", "?show=open&topic=call"),
    ]

    @pytest.mark.parametrize(("sent", "canonical"), ADDRESSES)
    def test_becomes_the_address_that_a_link_would_have(self, client: Client, sent: str, canonical: str) -> None:
        response = client.get(f"{PAGE}?{sent}")
        assert (response.status_code, response["Location"]) == (302, PAGE + canonical)
        assert client.get(PAGE + canonical).status_code == 200

    @pytest.mark.parametrize(("sent", "canonical"), ADDRESSES)
    def test_becomes_so_under_htmx_without_a_second_request(self, client: Client, sent: str, canonical: str) -> None:
        response = client.get(f"{PAGE}?{sent}", headers={"HX-Request": "true", "HX-Target": "claims"})
        assert (response.status_code, response["HX-Push-Url"]) == (200, PAGE + canonical)

    @pytest.mark.parametrize(
        "query",
        [
            "show=open&topic=call",
            "show=open&topic=call&parties=kremlin",
            "show=open&topic=call&parties=white-house%2Ckremlin",
            "topic=call&show=open",
            "show=&topic=&utm_source=letter",
            "parties=kremlin&parties=white-house",
        ],
    )
    def test_any_other_is_left_as_it_is(self, client: Client, query: str) -> None:
        for headers in ({}, {"HX-Request": "true", "HX-Target": "claims"}):
            response = client.get(f"{PAGE}?{query}", headers=headers)
            assert response.status_code == 200
            assert "HX-Push-Url" not in response

    def test_with_a_fault_is_answered_with_its_reason(self, client: Client) -> None:
        response = client.get(f"{PAGE}?show=&topic=weather")
        assert response.status_code == 400
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}


def test_all_columns_in_their_own_order_are_the_same_as_none_named(client: Client, edition: Edition) -> None:
    html = read(client, f"{PAGE}?parties=kremlin,white-house")
    assert list(claims_in(html)["trade-discussed"]["cells"]) == ["kremlin", "white-house"]
    assert not page(html).has("#claims [href*='parties=kremlin,white-house']")


def test_data_are_served_as_data(client: Client, edition: Edition) -> None:
    assert client.get(DATA)["Content-Type"] == "application/json"
    assert client.get("/comparison-1.schema.json")["Content-Type"] == "application/schema+json"
    withdraw(edition.event, reason="Это была <b>другая беседа.", by="ann")
    response = client.get(DATA)
    assert response["Content-Type"] == "application/json"
    assert response.json() == {"error": "Это была <b>другая беседа.", "title": edition.title}
    assert "Это была" in response.content.decode()


ADDRESSES = ["/", "/about/", PAGE, f"{PAGE}texts/kremlin-statement/", DATA, "/comparison-1.schema.json", "/healthz"]


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_public_page_answers_405_to_whoever_would_change_it(method: str, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = getattr(strict, method)(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_a_form_of_another_site_is_refused_in_the_style_of_the_house(db: None) -> None:
    response: Any = Client(enforce_csrf_checks=True).post("/admin/login/")
    html = response.content.decode()
    assert response.status_code == 403
    assert "css/message.css" in html
    assert "style=" not in html
    assert "<style" not in html
    assert "Nothing was saved" in text_of(html)
