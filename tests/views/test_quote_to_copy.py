"""What one press copies: the words, whose they are, where and when, the source's own address, and the permalink."""

from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import page, read
from tests.examples import PAGE

pytestmark = pytest.mark.django_db

TRADE = f"{PAGE}claims/trade-discussed/"
PERMALINK = f"http://testserver{PAGE}editions/1/claims/trade-discussed/"


def to_copy(html: str) -> list[str]:
    """By the button of each quote."""
    return [
        page(html).one(f"[id='{button['data-copies']}']").letters for button in page(html).all("button[data-copies]")
    ]


def test_each_quote_with_its_speaker_text_day_and_permanent_link(client: Client, edition: Edition) -> None:
    day = f"{edition.published_at.day} {edition.published_at:%B %Y}"
    kremlin, reported = to_copy(read(client, TRADE))
    first, second = kremlin.split("\n")
    (account,) = (one for one in edition.document["accounts"] if one["id"] == "kremlin-statement")
    assert first == (
        "“restoring mutually beneficial trade and economic ties between business circles of the two countries.” — "
        f"The Kremlin, “Kremlin statement on the call”, 28 January 2017. Read in: {account['via']}."
    )
    assert second == (
        f"Quoted in Counterpoint: “Was trade discussed?”, in the comparison “{edition.title}”, edition 1, {day}. "
        f"{PERMALINK}#quote-trade-discussed.kremlin-statement.1"
    )
    assert reported.startswith("“Contrary to statements from the White House” — Newspaper, with AP inputs, “Newspaper")
    assert reported.endswith(f"{PERMALINK}#quote-trade-discussed.white-house-statement.1")


def test_the_links_lead_to_the_quote(client: Client, edition: Edition) -> None:
    for told in to_copy(read(client, TRADE)):
        address, _sign, anchor = told.rpartition(" ")[2].partition("#")
        assert page(read(client, address)).has(f"figure[id='{anchor}']")


def test_by_the_sources_own_address_with_marks_in_marks_and_who_is_unnamed(
    client: Client, document: dict[str, Any]
) -> None:
    (account,) = (one for one in document["accounts"] if one["id"] == "kremlin-statement")
    account |= {"source_url": "https://kremlin.example/1", "source": "An aide", "attribution": "anonymous"}
    account["title"] = "Statement on “the call”"
    account["revisions"][0]["text"] += " “Our ‘good’ trade” is back."
    (claim,) = (one for one in document["claims"] if one["slug"] == "trade-discussed")
    (stance,) = (one for one in claim["stances"] if one["account"] == account["id"])
    stance["quotes"] = [{"exact": "“Our ‘good’ trade” is back."}]
    publish(load(document).event, by="ann")
    told = to_copy(read(client, TRADE))[0].split("\n")[0]
    assert told == (
        "“‘Our “good” trade’ is back.” — An aide, not named, “Statement on ‘the call’”, 28 January 2017. "
        "https://kremlin.example/1"
    )


def test_a_translation_is_told_to_be_one(client: Client, document: dict[str, Any]) -> None:
    (claim,) = (one for one in document["claims"] if one["slug"] == "trade-discussed")
    (stance,) = (one for one in claim["stances"] if one["account"] == "kremlin-statement")
    stance["quotes"][0]["translation"] = {"text": "торговля", "language": "ru", "by": "desk"}
    publish(load(document).event, by="ann")
    assert "\nTranslation (Russian), by the desk: “торговля”\n" in to_copy(read(client, TRADE))[0]


def test_the_sentence_with_its_citation(client: Client, edition: Edition) -> None:
    (_link, button) = page(read(client, TRADE)).all("button[data-text]")
    assert button["data-text"].startswith("“The Kremlin said so; the White House, according to ‘Newspaper report of")
    assert PERMALINK in button["data-text"]
