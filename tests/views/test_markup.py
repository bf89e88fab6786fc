"""What a page says of accounts, claims and filters, and where its links lead."""

import re
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import page, read, text_of, title
from tests.examples import PAGE

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Target": "claims"}


@pytest.mark.usefixtures("edition")
class TestTheEmptyState:
    ADDRESS = f"{PAGE}?show=contradictions&topic=iran&parties=kremlin"

    def test_of_two_filters_names_both_and_leads_out_of_either(self, client: Client) -> None:
        empty = page(read(client, self.ADDRESS)).one("div.empty")
        assert "No claim on the topic “Iran” is among “Contradictions”." in empty.text
        assert empty.leads_to("?topic=iran&parties=kremlin")
        assert empty.leads_to("?show=contradictions&parties=kremlin")
        assert len(empty.all("[data-hx-push-url]")) == 2
        assert "No claim of this comparison" not in empty.text

    def test_of_a_family_is_the_familys(self, client: Client, document: dict[str, Any]) -> None:
        document["event"]["slug"] = "one-claim"
        document["claims"] = document["claims"][:1]
        publish(load(document).event, by="ann")
        html = read(client, "/comparisons/one-claim/?show=open")
        assert "No claim of this comparison is among “Open”." in page(html).one("div.empty").text


class TestTheTitle:
    @pytest.mark.parametrize(
        ("query", "words"),
        [
            ("", ""),
            ("?show=one-sided", "Only one side: "),
            ("?topic=trade", "Trade: "),
            ("?show=contradictions&topic=trade", "Contradictions, Trade: "),
        ],
    )
    def test_names_the_filter_in_force(self, client: Client, edition: Edition, query: str, words: str) -> None:
        whole = f"{words}{edition.title} · Counterpoint"
        assert title(read(client, PAGE + query)) == whole
        fragment = client.get(PAGE + query, headers=HTMX).content.decode()
        assert title(fragment) == whole


@pytest.mark.usefixtures("edition")
class TestTheClaims:
    def test_a_topic_is_named_by_its_name_alone(self, client: Client) -> None:
        html = read(client)
        assert 'aria-labelledby="topic-trade"' in html
        heading = page(html).one("h3#topic-trade")
        assert (heading.attributes, heading.letters, heading.all("*")) == ({"id": "topic-trade"}, "Trade", [])

    def test_a_topic_in_the_matrix_leads_to_its_claims_alone(self, client: Client) -> None:
        assert page(read(client)).one(".glance th.topic a[href='?topic=trade']").text == "Trade"
        html = read(client, f"{PAGE}?topic=trade")
        assert page(html).one("#show-all").text == "Show all 17 claims"
        assert not page(html).has(".glance th.topic a")

    def test_a_cell_repeats_its_partys_name(self, client: Client) -> None:
        html = read(client)
        for slug, name in (("kremlin", "Kremlin"), ("white-house", "White House")):
            headings = page(html).all(f"section.cell[data-party='{slug}'] h5")
            assert len(headings) == 17
            assert all(f"{name}:" in heading.text for heading in headings)
            in_rows = page(html).all(f".glance td[data-party='{slug}']")
            assert [cell.text.startswith(name) for cell in in_rows] == [True] * 17

    def test_the_note_on_a_claim_is_shown_with_it(self, client: Client) -> None:
        html = read(client)
        note = "Only the newspaper, in its own voice, gives a length."
        assert note in page(html).one("#claim-duration").text
        assert text_of(html).count(note) == 1

    def test_the_place_of_a_quote_is_said_in_words_and_counts_from_one(self, client: Client) -> None:
        claim = page(read(client)).one("#claim-duration").text
        assert re.search(r"Characters \d+ to \d+ of the text held\. Captured 29 January 2017\.", claim)

    def test_a_quote_of_one_of_several_texts_names_it(self, client: Client, document: dict[str, Any]) -> None:
        text = document["accounts"][2]["revisions"][0]["text"]
        document["event"]["slug"] = "twice"
        document["accounts"][2]["revisions"] = [{"text": f"{text} Earlier."}, {"text": text}]
        document["claims"] = [claim for claim in document["claims"] if claim["slug"] == "trade-discussed"]
        document["claims"][0]["stances"] = [
            {
                "account": "kremlin-statement",
                "position": "affirms",
                "basis": "own_text",
                "quotes": [{"exact": text[:9]}],
            }
        ]
        publish(load(document).event, by="ann")
        words = text_of(read(client, "/comparisons/twice/"))
        assert "Characters 1 to 9 of text 2, the latest of 2 held." in words

    def test_the_pressed_family_says_how_to_show_all(self, client: Client) -> None:
        html = read(client, f"{PAGE}?show=open")
        assert page(html).one("a#show-open").text == "1 open show all"
        assert page(html).all("nav.counts p")[0].text == "17 claims:"

    def test_every_link_that_filters_or_swaps_is_kept_in_the_history(self, client: Client) -> None:
        links = page(read(client, f"{PAGE}?show=open")).all("[data-hx-get]")
        assert "swap" in [link.attributes.get("id") for link in links]
        for link in links:
            assert (link["data-hx-push-url"], link["data-hx-target"]) == ("true", "#claims")

    def test_the_form_is_not_filled_from_what_the_browser_remembers(self, client: Client) -> None:
        forms = page(read(client)).all("form[method='get']")
        assert forms[0]["autocomplete"] == "off"

    def test_every_row_leads_to_its_words(self, client: Client) -> None:
        html = page(read(client))
        rows = html.values(".glance th[scope=row] a", "href")
        assert rows == [f"#{claim['id']}" for claim in html.all("article.claim")]
        assert len(rows) == 17


def test_the_original_is_the_original_and_the_archived_copy_is_archived(
    client: Client, document: dict[str, Any], db: None
) -> None:
    document["accounts"][2] |= {"source_url": "https://kremlin.example/1", "archive_url": "https://archive.example/2"}
    publish(load(document).event, by="ann")
    html = read(client)
    name = "Kremlin statement on the call"
    assert page(html).one("a[href='https://kremlin.example/1']").text == f"Original: {name}"
    assert page(html).one("a[href='https://archive.example/2']").text == f"Archived copy: {name}"


def test_a_translation_leads_to_what_it_was_translated_from(client: Client, document: dict[str, Any], db: None) -> None:
    document["accounts"][2]["translation_of"] = "newspaper-report"
    publish(load(document).event, by="ann")
    html = read(client)
    account = page(html).one("article[data-account=kremlin-statement]")
    link = account.one("a[href='#account-newspaper-report']")
    assert link.text == "translated from this account"
    assert html.count("translated from this account") == 1


def test_a_party_without_an_account_has_a_column_that_says_so(
    client: Client, document: dict[str, Any], db: None
) -> None:
    document["parties"].append({"slug": "united-nations", "name": "United Nations", "country": ""})
    publish(load(document).event, by="ann")
    html = read(client)
    assert "No account from the United Nations is held." in page(html).one("#party-united-nations").text
    assert page(html).all("section.claims [data-party=united-nations]")[0]["data-position"] == "no_account"
    ways = page(html).values(".accounts > .ways a", "href")
    assert "/parties/kremlin/white-house/" in ways
    assert all(client.get(way).status_code == 200 for way in ways)
    rows = page(html).all(".glance td[data-party=united-nations]")
    assert [row.text for row in rows] == ["United Nations no account held"] * 17


def test_home_gives_each_count_with_its_denominator(client: Client, edition: Edition) -> None:
    text = text_of(read(client, "/"))
    assert "The Kremlin and the White House: 17 claims compared." in text
    for family, count in {"Agreements": 5, "Contradictions": 1, "Only one side": 10, "Open": 1}.items():
        assert f"{family} {count} of 17 claims" in text
