"""What returns across events as a client reads it: the claims behind the numbers of the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.across import listing
from comparisons.api import pagination
from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted
from tests.api.asking import asked, local, pages
from tests.dom import read
from tests.factories import with_a_third_party
from tests.views.across_pages import listed, numbers

pytestmark = pytest.mark.django_db

KREMLIN, PAIR = "/api/parties/kremlin/claims", "/api/parties/kremlin/white-house/claims"


def keys(found: list[Any]) -> list[str]:
    return [f"{claim['event']['slug']}/{claim['slug']}" for page in found for claim in page["claims"]]


def of_page(address: str) -> str:
    """The address in the API of what a page lists."""
    path, _, query = address.partition("?")
    return f"/api{path}claims" + (f"?{query}" if query else "")


@pytest.mark.slow
def test_behind_every_number_of_the_pages_stand_the_same_claims_in_the_same_order(
    client: Client, published: list[Counted]
) -> None:
    topic = sorted({claim.topic for claim in published})[0]
    for page in (f"/topics/{topic}/", "/parties/kremlin/", "/parties/kremlin/white-house/"):
        shown = numbers(read(client, page), page)
        for number in sorted(set(shown), key=lambda one: one.address)[::4]:
            found = pages(client, of_page(number.address))
            assert keys(found) == listed(client, number.address), number
            assert found[0]["count"] == number.count
        assert keys(pages(client, of_page(f"{page}?show=open"))) == listed(client, f"{page}?show=open")


@pytest.mark.slow
def test_every_topic_and_every_party_is_listed_by_name_with_its_claims(
    client: Client, published: list[Counted]
) -> None:
    topics = asked(client, "/api/topics")["topics"]
    assert {topic["slug"] for topic in topics} == {claim.topic for claim in published}
    parties = asked(client, "/api/parties")["parties"]
    assert {party["slug"] for party in parties} == {party for claim in published for party in claim.positions}
    for one in (*topics, *parties):
        found = pages(client, local(one["links"]["claims"]))
        assert found[0]["count"] == found[0]["of"] == one["claims"] == len(keys(found))
        assert one["events"] == len({key.partition("/")[0] for key in keys(found)})
        assert client.get(local(one["links"]["page"])).status_code == 200


@pytest.mark.slow
def test_the_lists_come_page_by_page_each_once(
    client: Client, published: list[Counted], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {name: [one["slug"] for one in asked(client, f"/api/{name}")[name]] for name in ("topics", "parties")}
    claims = {address: keys(pages(client, address)) for address in (KREMLIN, PAIR, f"{KREMLIN}?show=agreements")}
    monkeypatch.setattr(pagination, "PER_PAGE", 2)
    monkeypatch.setattr(listing, "CLAIMS_PER_PAGE", 3)
    for name, slugs in whole.items():
        found = pages(client, f"/api/{name}")
        assert len(found) == (len(slugs) + 1) // 2
        assert [one["slug"] for page in found for one in page[name]] == slugs
    for address, expected in claims.items():
        found = pages(client, address)
        assert len(found) == (len(expected) + 2) // 3
        assert keys(found) == expected


def test_of_three_parties_a_pair_is_counted_by_what_the_two_add_up_to(client: Client, document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    (claim,) = asked(client, "/api/parties/berlin/kremlin/claims?topic=trade")["claims"]
    assert (claim["outcome"], claim["outcome_of_all"], claim["caveats"]) == ("agreement", "contradiction", [])
    assert [stand["party"]["slug"] for stand in claim["positions"]] == ["berlin", "kremlin"]


def test_a_claim_has_its_sentence_and_what_its_positions_rest_on(client: Client, edition: Edition) -> None:
    for address in ("/api/topics/trade/claims", KREMLIN, PAIR):
        claims = {claim["slug"]: claim for claim in asked(client, address)["claims"]}
        claim = claims["trade-discussed"]
        assert claim["sentence"] == asked(client, local(claim["links"]["itself"]))["sentence"]
        rest = {stand["party"]["slug"]: (stand["rests_on"], stand["according_to"]) for stand in claim["positions"]}
        assert rest["white-house"] == (["report"], ["Newspaper report of the call"])
        contradictions = {slug for slug, one in claims.items() if one["family"] == "contradictions"}
        assert {slug for slug, one in claims.items() if one["unconfirmed"]} == contradictions == {"trade-discussed"}


def test_a_position_has_the_words_that_carry_it_and_whose_they_are(client: Client, edition: Edition) -> None:
    for address in ("/api/topics/trade/claims", "/api/claims?topic=trade"):
        (claim,) = asked(client, address)["claims"]
        said = {stand["party"]["slug"]: stand["said"] for stand in claim["positions"]}
        (own,), (reported,) = said["kremlin"], said["white-house"]
        assert own["quotes"][0]["exact"].startswith("restoring mutually beneficial trade")
        assert (own["quotes"][0]["whole"], own["quotes"][0]["reported"]) == (True, False)
        assert reported["position"] == "denies"
        (quote,) = reported["quotes"]
        assert (quote["reported"], quote["account"]) == (True, "Newspaper report of the call")
        assert [stand["further_quotes"] for stand in claim["positions"]] == [0, 0]


def test_a_translation_stands_beside_its_quote(client: Client, document: dict[str, Any]) -> None:
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    quote = next(stance for stance in trade["stances"] if stance["basis"] == "own_text")["quotes"][0]
    quote["translation"] = {"text": "Восстановление торговли", "language": "ru", "by": "desk"}
    publish(load(document).event, by="ann")
    (claim,) = asked(client, "/api/claims?topic=trade")["claims"]
    quotes = [one for stand in claim["positions"] for said in stand["said"] for one in said["quotes"]]
    assert {"text": "Восстановление торговли", "language": "ru", "by": "desk"} in [one["translation"] for one in quotes]


@pytest.mark.slow
def test_all_claims_are_those_of_their_page_in_its_order(client: Client, published: list[Counted]) -> None:
    for query in ("", "?party=kremlin,white-house&show=open", "?q=sanctions", "?topic=trade&from=2018-01-01"):
        found = pages(client, f"/api/claims{query}")
        assert keys(found) == listed(client, f"/claims/{query}"), query
        assert (found[0]["count"], found[0]["of"]) == (len(keys(found)), len(published))
    assert asked(client, "/api/")["claims"].endswith("/api/claims")


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("party=kremlin,white-house,paris", 400),
        ("party=Kremlin", 400),
        ("show=all", 400),
        ("from=x", 400),
        ("party=nobody", 404),
        ("topic=weather", 404),
        ("from=2018-01-01&to=2017-01-01", 404),
        ("after=trump-putin-call-2017-01-28/weather", 404),
    ],
)
def test_what_is_not_described_or_not_there_is_refused(client: Client, query: str, status: int) -> None:
    name = query.split("&")[0].partition("=")[0]
    assert f"“{name}”" in asked(client, f"/api/claims?{query}", status)["error"]


def test_a_contradiction_that_was_read_a_second_time_is_confirmed(client: Client, document: dict[str, Any]) -> None:
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    trade |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
    publish(load(document).event, by="ann")
    (claim,) = asked(client, "/api/topics/trade/claims?show=contradictions")["claims"]
    assert claim["unconfirmed"] is False


def test_two_parties_have_one_address(client: Client, edition: Edition) -> None:
    response = client.get("/api/parties/white-house/kremlin/claims?show=open")
    assert (response.status_code, response["Location"]) == (301, f"{PAIR}?show=open")


def test_what_nobody_published_is_not_there(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    addresses = ["/api/claims", "/api/topics/trade/claims", KREMLIN, PAIR]
    load({**document, "event": {**document["event"], "slug": "draft"}, "topics": [*document["topics"]]})
    for address in addresses:
        assert {claim["event"]["slug"] for claim in asked(client, address)["claims"]} == {edition.slug}
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert asked(client, addresses.pop(0))["claims"] == []
    for address in addresses:
        assert asked(client, address, 404)["faults"] == ["No published comparison has this."]
    assert asked(client, "/api/topics")["topics"] == asked(client, "/api/parties")["parties"] == []


MOST_QUERIES = {
    "/api/claims": 7,
    "/api/topics": 3,
    "/api/parties": 5,
    "/api/topics/terrorism/claims": 8,
    KREMLIN: 11,
    PAIR: 9,
}


@pytest.mark.slow
def test_a_list_costs_as_many_queries_for_twenty_four_events_as_for_two(
    client: Client, many_calls: Callable[[int], None]
) -> None:
    costs: list[dict[str, int]] = []
    for total in (2, 24):
        many_calls(total)
        costs.append({})
        for address in MOST_QUERIES:
            with CaptureQueriesContext(connection) as queries:
                assert asked(client, address)["count"]
            costs[-1][address] = len(queries)
    assert costs[0] == costs[1]
    for address, most in MOST_QUERIES.items():
        assert costs[0][address] <= most, address
