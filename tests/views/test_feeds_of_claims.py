"""The feeds of a topic, a party and two parties: their claims, with each side's words and what they rest on."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.comparison.comparison import Comparison
from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from comparisons.wording import sentence, standing_told
from tests.dom import Element, page
from tests.examples import SLUG
from tests.factories import with_a_third_party

pytestmark = pytest.mark.django_db

TOPIC = "/topics/trade/feed.json"
PARTY = "/parties/kremlin/feed.json"
PAIR = "/parties/kremlin/white-house/feed.json"
CLAIM = f"http://testserver/comparisons/{SLUG}/claims/"


def entry(client: Client, address: str) -> Element:
    """What a feed reader shows of the first entry."""
    item = client.get(address).json()["items"][0]
    return page(f"<main>{item['content_html']}</main>")


def claims_told(html: Element) -> list[str]:
    return [link.removeprefix(CLAIM).strip("/") for link in html.values("dt a", "href")]


@pytest.mark.usefixtures("edition")
def test_a_topics_entry_names_its_claims_alone_each_with_a_link_to_its_page(client: Client, edition: Edition) -> None:
    html = entry(client, TOPIC)
    of_topic = [claim["slug"] for claim in edition.document["claims"] if claim["topic"] == "trade"]
    assert claims_told(html) == of_topic
    for link in html.values("dt a", "href"):
        assert client.get(link.removeprefix("http://testserver")).status_code == 200


@pytest.mark.usefixtures("edition")
def test_each_side_is_told_in_its_words_with_what_they_rest_on(client: Client) -> None:
    trade = entry(client, TOPIC).all("dd")[0]
    kremlin, white_house = trade.all("ul > li")
    assert kremlin.text.startswith("Kremlin: said so restoring mutually beneficial trade")
    assert kremlin.text.endswith("Kremlin statement on the call, on the record")
    assert white_house.text.startswith("White House: denied it, according to “Newspaper report of the call”")
    assert "Contrary to statements from the White House Newspaper report of the call," in white_house.text
    assert [quote["lang"] for quote in trade.all("blockquote")] == ["en", "en"]
    assert "(not read a second time)" in trade.text


def test_a_contradiction_read_a_second_time_says_nothing_of_it(client: Client, document: dict[str, Any]) -> None:
    for claim in document["claims"]:
        if claim["slug"] == "trade-discussed":
            claim |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
    publish(load(document).event, by="ann")
    assert "not read a second time" not in entry(client, TOPIC).text


@pytest.mark.usefixtures("edition")
def test_every_side_is_told_as_its_claim_tells_it(client: Client, edition: Edition) -> None:
    """Whatever stands beside a position on the claim's own page stands in the feed as well."""
    html = entry(client, PARTY)
    claims = {claim.slug: claim for claim in Comparison.from_document(edition.document).claims}
    for slug, told in zip(claims_told(html), html.all("dd"), strict=True):
        assert sentence(claims[slug]) in told.text
        sides = [f"{cell.party.name}: {standing_told(cell.standing, claims[slug])}" for cell in claims[slug].cells]
        assert [side for side in sides if side not in told.text] == []
    assert "An unnamed White House official denied it." in html.text


def test_what_follows_from_the_words_is_said_to(client: Client, document: dict[str, Any]) -> None:
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    kremlin = next(stance for stance in trade["stances"] if stance["account"] == "kremlin-statement")
    kremlin |= {"implied": True, "note": "It follows from the words."}
    publish(load(document).event, by="ann")
    told = entry(client, TOPIC).all("dd")[0]
    assert told.text.startswith("The Kremlin, by implication, said so;")
    assert "Kremlin: said so, by implication restoring mutually beneficial trade" in told.text


def test_an_account_that_says_otherwise_than_its_party_says_so_itself(client: Client, document: dict[str, Any]) -> None:
    """The party's own words carry its position; that another account's only imply it is said there."""
    statement = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
    document["accounts"].append({**statement, "id": "second", "title": "A second statement"})
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    kremlin = next(stance for stance in trade["stances"] if stance["account"] == "kremlin-statement")
    trade["stances"].append({**kremlin, "account": "second", "implied": True, "note": "It follows from the words."})
    publish(load(document).event, by="ann", unread_allowed=True)
    told = entry(client, TOPIC).all("dd")[0].text
    assert "Kremlin: said so restoring mutually" in told
    assert "A second statement: said so, by implication restoring mutually" in told


@pytest.mark.usefixtures("edition")
def test_contradictions_come_first_and_what_is_left_out_is_counted(client: Client, edition: Edition) -> None:
    html = entry(client, PARTY)
    assert len(claims_told(html)) == 12
    assert claims_told(html)[0] == "trade-discussed"
    left = len(edition.document["claims"]) - 12
    assert f"The page has {left} more claims." in html.text


def test_a_pairs_entry_has_what_the_two_said_alone(client: Client, document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann", unread_allowed=True)
    html = entry(client, "/parties/berlin/kremlin/feed.json")
    trade = next(one for one, slug in zip(html.all("dd"), claims_told(html), strict=True) if slug == "trade-discussed")
    assert trade.all("p")[0].text == "Berlin and the Kremlin both said so."
    assert [one.text.split(":")[0] for one in trade.all("ul > li")] == ["Berlin", "Kremlin"]
    assert "White House" not in trade.text
    assert client.get("/parties/berlin/vienna/feed.json").status_code == 404


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("form", ["atom", "json"])
@pytest.mark.parametrize("language", ["", "/ru"])
def test_the_other_order_of_two_parties_is_sent_to_the_canonical_one(client: Client, form: str, language: str) -> None:
    response = client.get(f"{language}/parties/white-house/kremlin/feed.{form}?x=1")
    assert response.status_code == 301
    assert response["Location"] == f"{language}/parties/kremlin/white-house/feed.{form}?x=1"


def test_a_feed_costs_as_many_queries_for_twelve_comparisons_as_for_two(
    client: Client, document: dict[str, Any]
) -> None:
    document["claims"] = [claim for claim in document["claims"] if claim["topic"] == "trade"]
    costs: dict[str, list[int]] = {TOPIC: [], PARTY: [], PAIR: []}
    for total in (2, 12):
        for number in range(Edition.objects.count(), total):
            event = {**document["event"], "slug": f"call-{number}"}
            publish(load({**document, "event": event}).event, by="ann")
        for address, counted in costs.items():
            with CaptureQueriesContext(connection) as queries:
                items = client.get(address).json()["items"]
            counted.append(len(queries))
            assert [item["content_html"].count("<dt>") for item in items] == [len(document["claims"])] * total
    assert all(few == many <= 7 for few, many in costs.values()), costs


def test_nothing_of_a_draft_is_in_any(client: Client, edition: Edition) -> None:
    claim = edition.event.claims.get(slug="trade-discussed")
    claim.question = "Nobody has seen this?"
    claim.save()
    for address in (TOPIC, PARTY, PAIR):
        assert "Nobody has seen this" not in client.get(address).content.decode()
