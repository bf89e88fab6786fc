"""A party across events: where it stands, whose texts are quoted, and what it adds up to with each other party."""

import re
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.outcomes import FAMILIES
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted
from tests.dom import page, read, text_of
from tests.factories import with_a_third_party
from tests.views.across_pages import listed, numbers, numbers_in

pytestmark = pytest.mark.django_db

PARTY = "/parties/kremlin/"


def parties_in(claims: list[Counted]) -> set[str]:
    return {party for claim in claims for party in claim.positions}


@pytest.mark.slow
def test_every_number_is_that_of_the_documents_and_leads_to_exactly_its_claims(
    client: Client, published: list[Counted]
) -> None:
    for party in parties_in(published):
        address = f"/parties/{party}/"
        shown = numbers(read(client, address), address)
        assert len(shown) > 20
        for number in set(shown):
            claims = number.claims_by_hand(published)
            assert number.count == len(claims) > 0, number
            assert sorted(listed(client, number.address)) == sorted(claim.key for claim in claims), number


@pytest.mark.slow
def test_every_denominator_is_that_of_its_row(client: Client, published: list[Counted]) -> None:
    for party in parties_in(published):
        address = f"/parties/{party}/"
        for number in numbers(read(client, address), address):
            assert number.total == len(number.row().claims_by_hand(published)), number


def test_along_each_row_the_numbers_add_up_to_its_claims(client: Client, published: list[Counted]) -> None:
    for party in parties_in(published):
        address = f"/parties/{party}/"
        for row in page(read(client, address)).all("tr:not([data-listed]):has(> th[scope=row])"):
            whole, *parts = numbers_in(row, address)
            assert sum(number.count for number in parts) == whole.count == whole.total


def test_each_other_party_stands_there_with_the_four_families_of_the_two(
    client: Client, published: list[Counted]
) -> None:
    for party in parties_in(published):
        shown = numbers(read(client, f"/parties/{party}/"), f"/parties/{party}/")
        for pair in {pair for claim in published for pair in claim.pairs if party in pair}:
            page = f"/parties/{pair[0]}/{pair[1]}/"
            counts = {number.asked.get("show", ""): number.count for number in shown if number.path == page}
            outcomes = Counter(claim.pairs[pair].outcome for claim in published if pair in claim.pairs)
            families = {family: sum(outcomes[one] for one in FAMILIES[family]) for family in FAMILIES}
            assert counts == {"": outcomes.total()} | {family: count for family, count in families.items() if count}


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_the_positions_of_the_party_with_denominators(self, client: Client) -> None:
        text = text_of(read(client, PARTY))
        assert "The Kremlin is compared on 17 claims in 1 event." in text
        assert "13 of 17 said so" in text
        for position in (
            "said so in part", "denied it", "contradicts itself", "would not say", "does not mention it",
            "not in the excerpt held", "not read yet", "no account held",
        ):  # fmt: skip
            assert re.search(rf"\d+ of 17 {position}", text), position

    def test_whose_texts_the_claims_are_quoted_from(self, client: Client) -> None:
        text = text_of(read(client, PARTY))
        assert "2 of 17 only the Kremlin’s texts" in text
        assert "4 of 17 only the White House’s texts" in text
        assert "11 of 17 several sides, or none" in text

    def test_the_page_of_each_pair(self, client: Client) -> None:
        html = read(client, PARTY)
        assert '<a href="/parties/kremlin/white-house/">White House</a>' in html
        assert 'href="/parties/kremlin/white-house/?show=agreements"' in html

    def test_the_claims_behind_a_position_with_every_partys(self, client: Client) -> None:
        text = text_of(read(client, f"{PARTY}?position=affirms&topic=trade"))
        assert "Showing: said so remove: said so Trade remove: Trade" in text
        assert "1 of 17 claims" in text
        assert "Kremlin: said so restoring mutually beneficial trade" in text
        assert "White House: denied it, according to “Newspaper report of the call”" in text

    def test_a_chart_that_can_be_heard(self, client: Client) -> None:
        shown = page(read(client, PARTY))
        chart = shown.one("[role=img]").text
        assert "28 January 2017: 17 claims. Agreements 5, Contradictions 1, Only one side 10, Open 1." in chart

    def test_what_is_counted(self, client: Client) -> None:
        text = text_of(read(client, PARTY))
        assert "A claim counts as quoted from one side’s texts alone where" in text
        assert "These are counts, not scores." in text

    def test_its_contradictions_and_then_its_topics_by_weight_with_the_words(self, client: Client) -> None:
        shown = page(read(client, PARTY))
        headings = [heading.text for heading in shown.all("#claims h3")]
        assert headings[0] == "Contradictions"
        sizes = [len(group.all("[data-listed]")) for group in shown.all("#claims .group")[1:]]
        assert len(sizes) == len(set(headings)) - 1 > 5
        assert sizes == sorted(sizes, reverse=True)
        assert len(shown.all("#claims blockquote")) > 17

    def test_a_table_has_no_column_of_zeros_and_every_party_has_the_others_in_one_order(self, client: Client) -> None:
        labels = ["said so", "said so in part", "denied it", "would not say", "not in the excerpt held"]
        for party in ("kremlin", "white-house"):
            tables = page(read(client, f"/parties/{party}/")).all("table")
            assert len(tables) == 4
            for table in tables:
                columns = [head.text for head in table.all("thead th")]
                for number in range(2, len(columns) + 1):
                    assert any(cell.has("a.number") for cell in table.all(f"td:nth-child({number})")), columns[
                        number - 1
                    ]
                found = [column for column in columns if column in labels]
                assert found == [label for label in labels if label in columns]


def test_a_party_of_which_there_is_no_account_has_a_page_and_no_pair(
    client: Client, document: dict[str, Any], db: None
) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    html = read(client, "/parties/vienna/")
    text = text_of(html)
    assert "17 of 17 no account held" in text
    assert "Compared with each other party" not in text
    assert "Vienna’s texts" not in text
    assert client.get("/parties/kremlin/vienna/").status_code == 404
    assert listed(client, "/parties/vienna/?origin=kremlin")


def test_the_list_of_parties_leads_to_each_and_to_each_two(client: Client, document: dict[str, Any], db: None) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    html = read(client, "/parties/")
    assert page(html).values("main a[href^='/parties/']", "href") == [
        "/parties/berlin/",
        "/parties/kremlin/",
        "/parties/vienna/",
        "/parties/white-house/",
        "/parties/berlin/kremlin/",
        "/parties/berlin/white-house/",
        "/parties/kremlin/white-house/",
    ]
    assert page(html).one("a[href='/parties/kremlin/'] + small").text == "17 claims in 1 event"


def test_the_comparison_leads_to_its_parties(client: Client, edition: Edition) -> None:
    ways = page(read(client)).one("section.accounts > .ways")
    assert ways.values("a", "href") == ["/parties/kremlin/", "/parties/white-house/", "/parties/kremlin/white-house/"]
    assert ways.text == "In all events: Kremlin White House the Kremlin and the White House"


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("slug", ["nobody", "x" * 3000, "%F0%9F%98%80", "%ff", "KREMLIN", "newspaper-report"])
def test_a_party_that_is_not_there_is_answered_with_404(client: Client, slug: str) -> None:
    assert client.get(f"/parties/{slug}/").status_code == 404


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize(
    "query",
    ["show=x", "position=inconsistent", "origin=none", "origin=several", "topic=x", "year=２０１７", "after=a/b"],
)
def test_what_is_not_there_is_answered_with_400_that_names_the_parameter(client: Client, query: str) -> None:
    response = client.get(f"{PARTY}?{query}")
    assert response.status_code == 400
    assert f"“{query.partition('=')[0]}”" in response.content.decode()


def test_a_draft_and_a_withdrawn_comparison_count_for_nothing(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    before = client.get(PARTY).content
    document["event"] |= {"slug": "another-call", "date": "2018-01-01"}
    document["parties"].append({"slug": "berlin", "name": "Berlin", "country": "DE"})
    draft = load(document).event
    assert client.get(PARTY).content == before
    assert client.get("/parties/berlin/").status_code == 404
    publish(draft, by="ann")
    assert "34 claims in 2 events" in text_of(read(client, PARTY))
    assert client.get("/parties/berlin/").status_code == 200
    withdraw(draft, reason="It was of another call.", by="ann")
    assert client.get(PARTY).content == before
    assert client.get("/parties/berlin/").status_code == 404


def test_it_sets_no_cookie_and_its_policy_is_strict(client: Client, edition: Edition) -> None:
    for address in (PARTY, "/parties/kremlin/white-house/", "/topics/trade/", "/topics/", "/parties/"):
        response = client.get(address)
        assert not response.cookies
        assert "unsafe" not in response["Content-Security-Policy"]
        assert "style=" not in response.content.decode()
        assert client.post(address).status_code == 405


def test_it_costs_the_same_queries_for_two_events_and_for_forty(client: Client, many_calls: Any) -> None:
    counts = []
    for size in (2, 40):
        many_calls(size)
        for query, most in (("", 11), ("?position=affirms", 10), ("?origin=several,none&year=2000", 10)):
            with CaptureQueriesContext(connection) as queries:
                read(client, PARTY + query)
            assert len(queries) <= most
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
