"""The front page shows what a comparison is by one claim of a published one."""

from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from comparisons.views import browse as example
from tests.dom import Element, claims_in, page, read, text_of
from tests.examples import PAGE
from tests.search.small import publish_small

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str = "/") -> list[Element]:
    """The example, where there is one."""
    return page(read(client, address)).all("div.example")


def test_each_side_is_reported_with_its_words_and_the_outcome(client: Client, edition: Edition) -> None:
    (given,) = shown(client)
    text = given.text
    assert "Was trade discussed?" in text
    assert "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it." in text
    assert "Kremlin: said so" in text
    assert "restoring mutually beneficial trade and economic ties" in text
    assert "White House: denied it, according to “Newspaper report of the call”" in text
    assert "Contrary to statements from the White House" in text
    assert given.leads_to(f"{PAGE}claims/trade-discussed/")
    assert "All 17 claims of this comparison" in text
    assert "This is the first contradiction of the newest comparison that has one." in text


def test_a_claim_without_a_question_does_not_read_as_the_sites_own_words(
    client: Client, document: dict[str, Any], db: None
) -> None:
    for claim in document["claims"]:
        claim["question"] = ""
    publish(load(document).event, by="ann")
    (given,) = shown(client)
    assert "Claim: “Trade and economic ties were discussed.”" in given.text


def test_the_example_is_of_the_newest_event_that_has_a_contradiction(
    client: Client, document: dict[str, Any], db: None
) -> None:
    publish(load(document).event, by="ann")
    document["event"] |= {"slug": "later", "date": "2018-01-28", "title": "A later call"}
    publish(load(document).event, by="ann")
    publish_small("latest")
    (given,) = shown(client)
    assert "A later call" in given.text
    assert "latest" not in given.markup


def test_no_example_where_something_is_asked_for_or_nothing_contradicts(client: Client, edition: Edition) -> None:
    assert shown(client)
    assert not shown(client, "/?q=trade")
    assert not shown(client, "/?family=contradictions")
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    publish_small("quiet")
    assert not shown(client)


def test_a_draft_is_no_example(client: Client, document: dict[str, Any], edition: Edition) -> None:
    document["event"] |= {"slug": "draft", "date": "2020-01-28", "title": "A draft"}
    load(document)
    (given,) = shown(client)
    assert "A draft" not in given.markup


def test_a_document_that_would_slow_the_page_is_passed_over(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "LONGEST", len(edition.body) - 1)
    assert not shown(client)
    monkeypatch.setattr(example, "LONGEST", len(edition.body))
    assert shown(client)


def test_each_family_says_in_a_sentence_what_its_claims_have_in_common(client: Client, edition: Edition) -> None:
    families = page(read(client)).one("nav.families")
    text = families.text
    for gloss in (
        "Two sides or more say the same, in whole or in part.",
        "The statements conflict, in whole or in part.",
        "Only one side addresses it, or was asked about it.",
        "No account that has been read addresses it.",
    ):
        assert gloss in text
    assert families.leads_to("/about/")


class TestALongQuote:
    @pytest.fixture
    def long(self, document: dict[str, Any], db: None) -> str:
        words = "They spoke of trade at length. " * 20
        account = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
        account["revisions"][0]["text"] += f"\n{words}"
        claim = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
        stance = next(stance for stance in claim["stances"] if stance["account"] == "kremlin-statement")
        stance["quotes"] = [{"exact": words.strip()}]
        publish(load(document).event, by="ann")
        return words.strip()

    def test_is_folded_whole_and_its_caption_says_so(self, client: Client, long: str) -> None:
        html = read(client)
        figure = page(html).one("figure.quote.long")
        assert f"In full, in context: {len(long)} characters" in figure.text
        assert long in claims_in(html)["trade-discussed"]["quotes"]

    def test_is_not_folded_on_the_page_of_its_claim(self, client: Client, long: str) -> None:
        html = read(client, f"{PAGE}claims/trade-discussed/")
        assert long in text_of(html)
        assert not page(html).has("figure.quote.long")
