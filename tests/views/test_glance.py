"""The answer first: the matrix, its order, its pages where it is large, and the sources beneath."""

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import claims_in, page, read, text_of
from tests.examples import PAGE
from tests.made import many_parties

pytestmark = pytest.mark.django_db


def test_of_a_large_comparison_every_claim_stands_with_its_words_on_the_page_that_its_row_leads_to(
    client: Client, db: None
) -> None:
    publish(load(many_parties(8, claims=60, topics=3, slug="large")).event, by="ann")
    rows = page(read(client, "/comparisons/large/"))
    assert not rows.has("blockquote, article.claim")
    ways = rows.all(".glance th[scope=row] a")
    assert len(ways) == 60
    pages: dict[str, list[str]] = {}
    for way in ways:
        address, _hash, anchor = way["href"].partition("#")
        pages.setdefault(address, []).append(anchor)
    for address, anchors in pages.items():
        claims = claims_in(read(client, f"/comparisons/large/{address}"))
        assert [f"claim-{slug}" for slug in claims] == anchors
        assert all(claim["quotes"] for claim in claims.values())
    assert len(pages) == 6


def test_of_a_large_one_contradictions_come_first_with_their_words_page_by_page(client: Client, db: None) -> None:
    publish(load(many_parties(8, claims=60, topics=3, slug="large")).event, by="ann")
    first = read(client, "/comparisons/large/?order=contradictions")
    assert len(claims_in(first)) == 10
    assert page(first).leads_to("?order=contradictions&page=2")


def test_the_sources_of_a_large_one_are_one_press_away(client: Client, db: None) -> None:
    publish(load(many_parties(8, claims=60, topics=3, slug="large")).event, by="ann")
    for query in ("", "?parties=party-5,party-6"):
        (way,) = page(read(client, f"/comparisons/large/{query}")).values(".accounts .ways a[href*='#source-']", "href")
        address, _hash, anchor = way.partition("#")
        assert anchor in page(read(client, f"/comparisons/large/{address}")).values("article.account", "id")


def test_a_page_of_claims_that_is_not_there_is_not_found(client: Client, edition: Edition) -> None:
    assert client.get(f"{PAGE}?page=2").status_code == 404
    assert client.get(f"{PAGE}?page=0").status_code == 400


@pytest.mark.usefixtures("edition")
class TestTheOrder:
    def test_is_that_of_the_document_or_contradictions_first(self, client: Client) -> None:
        entered, first = claims_in(read(client)), claims_in(read(client, f"{PAGE}?order=contradictions"))
        assert set(entered) == set(first)
        families = [claim["data-family"] for claim in first.values()]
        assert families == ["contradictions"] + ["agreements"] * 5 + ["one-sided"] * 10 + ["open"]
        assert client.get(f"{PAGE}?order=x").status_code == 400

    def test_each_links_to_the_other_and_says_which_it_is(self, client: Client) -> None:
        for order, pressed in (("", "as-entered"), ("?order=contradictions", "contradictions-first")):
            tools = page(read(client, PAGE + order)).one(".tools")
            assert tools.values("[aria-current]", "id") == [pressed]


@pytest.mark.usefixtures("edition")
class TestTheRow:
    def test_says_what_each_party_said_what_it_rests_on_and_the_outcome(self, client: Client) -> None:
        row = page(read(client)).one(".glance tr:has(a[href='#claim-trade-discussed'])")
        assert row.text == (
            "Trade Was trade discussed? Kremlin said so White House denied it according to a report "
            "Contradiction not read a second time"
        )

    def test_says_all_that_the_outcome_rests_on_where_a_column_is_left_out(self, client: Client) -> None:
        row = page(read(client, f"{PAGE}?parties=kremlin")).one(".glance tr:has(a[href='#claim-trade-discussed'])")
        assert row.text.endswith("Contradiction not read a second time · rests on a report")


def test_who_read_what_is_said_once_at_the_account(client: Client, edition: Edition) -> None:
    accounts = page(read(client)).all("article.account")
    assert all("Read for " in account.text for account in accounts)
    assert "by Ann Reader" in "".join(account.text for account in accounts)
    assert "(excerpt held; read by" not in text_of(read(client))
