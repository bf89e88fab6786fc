"""Two parties across events: what they add up to, and the claims behind each number."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.across.listing import CLAIMS_PER_PAGE
from comparisons.documents import load
from comparisons.models import Edition, Party, Topic
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted, claims_in
from tests.dom import page, read, text_of
from tests.factories import with_a_third_party
from tests.views.across_pages import listed, numbers

pytestmark = pytest.mark.django_db

PAIR = "/parties/kremlin/white-house/"


def pairs_in(claims: list[Counted]) -> list[tuple[str, str]]:
    return sorted({pair for claim in claims for pair in claim.pairs})


@pytest.mark.slow
def test_every_number_is_that_of_the_documents_and_leads_to_exactly_its_claims(
    client: Client, published: list[Counted]
) -> None:
    for first, second in pairs_in(published):
        address = f"/parties/{first}/{second}/"
        shown = numbers(read(client, address), address)
        assert len(shown) > 10
        for number in set(shown):
            claims = number.claims_by_hand(published)
            assert number.count == len(claims) > 0, number
            assert sorted(listed(client, number.address)) == sorted(claim.key for claim in claims), number


@pytest.mark.slow
def test_every_denominator_is_that_of_its_row(client: Client, published: list[Counted]) -> None:
    for first, second in pairs_in(published):
        address = f"/parties/{first}/{second}/"
        for number in numbers(read(client, address), address):
            assert number.total == len(number.row().claims_by_hand(published)), number


@pytest.mark.slow
def test_the_zeros_are_those_of_the_documents_as_well(client: Client, published: list[Counted]) -> None:
    """No claim is left out of a table: along each row, its outcomes add up to its claims."""
    for pair in pairs_in(published):
        address = f"/parties/{pair[0]}/{pair[1]}/"
        shown = numbers(read(client, address), address)
        for topic in {claim.topic for claim in published if pair in claim.pairs}:
            row = [number for number in shown if number.asked.get("topic") == topic]
            whole = [number for number in row if set(number.asked) == {"topic"}]
            assert len(whole) == 1
            assert sum(number.count for number in row if number not in whole) == whole[0].count


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_what_one_said_and_the_other_left_out_in_both_directions(self, client: Client) -> None:
        text = text_of(read(client, PAIR))
        assert "The Kremlin said so; the White House’s text does not mention it" in text
        assert "The White House said so; the Kremlin’s text does not mention it" in text

    def test_each_family_with_its_denominator_and_what_it_is_made_of(self, client: Client) -> None:
        text = text_of(read(client, PAIR))
        assert "Where the Kremlin and the White House agree" in text
        assert "17 claims in 1 event." in text
        assert "Agreements 5 of 17 claims" in text
        assert "1 of 17 Contradiction" in text
        assert "1 of 17 The White House alone denied it" in text
        assert "0 of 17 The Kremlin alone denied it" in text

    def test_the_claims_behind_a_number_with_event_date_wording_and_outcome(self, client: Client) -> None:
        text = text_of(html := read(client, f"{PAIR}?outcome=contradiction&topic=trade&year=2017"))
        assert "1 of 17 claims" in text
        assert "Trump–Putin phone call, 28 January 2017 Trade Was trade discussed?" in text
        assert "Kremlin: said so restoring mutually beneficial trade" in text
        assert "White House: denied it, according to “Newspaper report of the call”" in text
        assert "rests on a report" in text
        assert 'href="/comparisons/trump-putin-call-2017-01-28/claims/trade-discussed/"' in html
        assert "<title>Contradiction, Trade, 2017: Kremlin and White House in all events · Counterpoint</title>" in html

    def test_all_contradictions_with_both_sides_words_before_anything_else(self, client: Client) -> None:
        shown = page(read(client, PAIR))
        claims = shown.all("[data-listed]")
        families = [claim["data-family"] == "contradictions" for claim in claims]
        assert families == sorted(families, reverse=True)
        assert families[0]
        assert len(claims[0].all(".side blockquote")) == 2
        figures = shown.one("details.all-figures:not([open])")
        assert len(figures.all("table")) == len(shown.all("table")) == 2

    def test_each_narrowing_can_be_dropped_and_all_of_them(self, client: Client) -> None:
        html = read(client, f"{PAIR}?outcome=contradiction&topic=trade")
        assert 'href="?topic=trade"' in html
        assert 'href="?outcome=contradiction"' in html
        assert f'href="{PAIR}">Back to the summary' in html
        assert f'<a href="{PAIR}">remove' in read(client, f"{PAIR}?topic=trade")

    def test_a_chart_that_can_be_heard_and_the_same_numbers_in_a_table(self, client: Client) -> None:
        shown = page(read(client, PAIR))
        chart = shown.one("[role=img]").text
        assert "28 January 2017: 17 claims. Agreements 5, Contradictions 1, Only one side 10, Open 1." in chart
        assert [one.name for one in shown.all("[role=img], table")][:2] == ["svg", "table"]

    def test_what_is_counted_and_who_chose_it(self, client: Client) -> None:
        for address in (PAIR, f"{PAIR}?show=open"):
            text = text_of(read(client, address))
            assert "The editors of this site chose the events, and chose and worded the claims" in text
            assert "These are counts, not scores." in text
            assert (
                "“Not mentioned”: we read the full text of an account of the whole event and it does not bring this up"
                in text
            )


def test_of_three_parties_a_pair_is_what_the_two_add_up_to(client: Client, document: dict[str, Any], db: None) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    text = text_of(read(client, "/parties/berlin/kremlin/?topic=trade"))
    assert "Berlin: said so Trade came up." in text
    assert "Kremlin: said so restoring" in text
    assert "White House:" not in text
    assert "Agreement with all parties of the event: Contradiction" in text
    claims = page(read(client, "/parties/berlin/kremlin/?topic=trade")).one("#claims").text
    assert "rests on a report" not in claims, "which is said of the contradiction"
    assert "with all parties" in text_of(read(client, f"{PAIR}?topic=trade"))


@pytest.mark.slow
def test_of_three_parties_every_number_is_that_of_the_two_and_leads_to_exactly_its_claims(
    client: Client, document: dict[str, Any], db: None
) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    claims = claims_in(document)
    assert pairs_in(claims) == [("berlin", "kremlin"), ("berlin", "white-house"), ("kremlin", "white-house")]
    for first, second in pairs_in(claims):
        address = f"/parties/{first}/{second}/"
        for number in set(numbers(read(client, address), address)):
            by_hand = number.claims_by_hand(claims)
            assert number.count == len(by_hand) > 0, number
            assert sorted(listed(client, number.address)) == sorted(claim.key for claim in by_hand), number


def test_the_other_order_leads_to_the_one_address_with_what_was_asked_for(client: Client, edition: Edition) -> None:
    response = client.get("/parties/white-house/kremlin/?show=open&utm_source=%C3%A9")
    assert (response.status_code, response["Location"]) == (301, f"{PAIR}?show=open&utm_source=%C3%A9")


@pytest.mark.usefixtures("edition")
class TestAnythingElseIn:
    @pytest.mark.parametrize(
        "path",
        [
            "kremlin/kremlin",
            "kremlin/nobody",
            "nobody/kremlin",
            "zzz/aaa",
            "kremlin/" + "x" * 3000,
            "kremlin/%F0%9F%98%80",
            "kremlin/%ff",
        ],
    )
    def test_the_path_is_answered_with_404(self, client: Client, path: str) -> None:
        assert client.get(f"/parties/{path}/").status_code == 404

    @pytest.mark.parametrize(
        ("query", "name"),
        [
            ("show=agreement", "show"),
            ("outcome=verdict", "outcome"),
            ("topic=weather", "topic"),
            ("topic=%ff%fe", "topic"),
            ("event=call", "event"),
            ("year=1900", "year"),
            ("year=" + "9" * 5000, "year"),
            ("year=%EF%BC%92017", "year"),
            ("left_out_by=berlin", "left_out_by"),
            ("said_by=kremlin,white-house", "said_by"),
            ("after=x", "after"),
            ("after=trump-putin-call-2017-01-28/weather", "after"),
            ("show=open&after=trump-putin-call-2017-01-28/trade-discussed", "after"),
            ("after=%F0%9F%98%80/x", "after"),
        ],
    )
    def test_the_query_is_answered_with_400_that_names_the_parameter(
        self, client: Client, query: str, name: str
    ) -> None:
        response = client.get(f"{PAIR}?{query}")
        assert response.status_code == 400
        assert f"“{name}”" in response.content.decode()
        assert f'href="{PAIR}"' in response.content.decode()

    def test_the_query_that_is_not_ours_or_empty_asks_for_nothing(self, client: Client) -> None:
        html = read(client, f"{PAIR}?show=&topic=&position=affirms&utm_source=letter")
        assert "<table" in html
        assert "All 17 claims" in text_of(html)

    def test_the_query_that_finds_nothing_says_so(self, client: Client) -> None:
        assert "0 of 17 claims No claim matches." in text_of(read(client, f"{PAIR}?show=open&topic=trade"))


def test_a_draft_and_a_withdrawn_comparison_count_for_nothing(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    before = client.get(PAIR).content
    document["event"] |= {"slug": "another-call", "date": "2018-01-01"}
    draft = load(document).event
    assert client.get(PAIR).content == before
    publish(draft, by="ann")
    assert "34 claims in 2 events" in text_of(read(client, PAIR))
    withdraw(draft, reason="It was of another call.", by="ann")
    assert client.get(PAIR).content == before
    withdraw(edition.event, reason="So was this.", by="ann")
    assert client.get(PAIR).status_code == 404
    assert client.get("/parties/white-house/kremlin/").status_code == 404


def test_a_name_is_that_of_the_newest_edition(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    document["event"] |= {"slug": "an-earlier-call", "date": "2001-01-01"}
    later = load(document).event
    Party.objects.filter(slug="kremlin").update(name="Moscow")
    Topic.objects.filter(slug="trade").update(name="Commerce")
    assert "<h1>Kremlin and White House</h1>" in read(client, PAIR), "as the desk is not read"
    publish(later, by="ann")
    html = read(client, PAIR)
    assert "<h1>Moscow and White House</h1>" in html
    assert 'href="/topics/trade/">Commerce</a>' in html
    assert "Kremlin and White House" not in text_of(html)


@pytest.mark.slow
def test_many_events_are_counted_by_year(client: Client, many_calls: Any) -> None:
    many_calls(14)
    shown = numbers(read(client, PAIR), PAIR)
    by_year = [number for number in shown if set(number.asked) == {"year"}]
    assert [(number.asked["year"], number.count) for number in by_year] == [("2000", 12), ("2001", 12), ("2002", 4)]
    assert not any("event" in number.asked for number in shown)


@pytest.mark.slow
def test_a_long_list_is_read_page_by_page_and_each_claim_occurs_in_it_once(client: Client, many_calls: Any) -> None:
    many_calls(30)
    claims = listed(client, f"{PAIR}?show=agreements")
    assert len(claims) == len(set(claims)) == 30
    claims = listed(client, PAIR)
    assert len(claims) == len(set(claims)) == 60 > CLAIMS_PER_PAGE
    second = read(client, f"{PAIR}?after={claims[CLAIMS_PER_PAGE - 1]}")
    assert claims[CLAIMS_PER_PAGE] in second
    assert "From the first claim" in second


@pytest.mark.slow
def test_it_costs_the_same_queries_for_two_events_and_for_forty(client: Client, many_calls: Any) -> None:
    counts = []
    for size in (2, 40):
        many_calls(size)
        for query, most in (("", 8), ("?show=one-sided", 7), ("?said_by=kremlin&year=2000", 7)):
            with CaptureQueriesContext(connection) as queries:
                read(client, PAIR + query)
            assert len(queries) <= most
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
