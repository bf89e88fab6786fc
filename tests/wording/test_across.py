"""What the pages across events say of themselves."""

from datetime import date

import pytest

from comparisons.across.statistics import EventMark, Scope
from comparisons.wording.across import (
    head_of_rows,
    pair_deck,
    pair_title,
    party_deck,
    party_title,
    topic_deck,
    topic_title,
)
from tests.wording.values import KREMLIN, NATO


def scope(claims: int, events: int) -> Scope:
    return Scope(claims, tuple(EventMark(str(n), "An event", date(2020, 1, 1), claims) for n in range(events)), ())


def test_a_deck_says_how_many_claims_of_how_many_events() -> None:
    assert topic_deck(scope(1, 1), "Trade") == "What each side said on “Trade”: 1 claim in 1 event."
    assert party_deck(scope(17, 2), "Kremlin") == "The Kremlin is compared on 17 claims in 2 events."
    assert pair_deck(scope(17, 2), (KREMLIN, NATO)) == (
        "Where the Kremlin and NATO agree, where they contradict each other, and what only one of them says: "
        "17 claims in 2 events."
    )


def test_a_title_names_what_the_page_is_about() -> None:
    assert topic_title("Trade") == "Trade in all events"
    assert party_title("Kremlin") == "Kremlin in all events"
    assert pair_title((KREMLIN, NATO)) == "Kremlin and NATO in all events"


@pytest.mark.parametrize(
    ("by", "words"),
    [("event", "Event"), ("year", "Year"), ("topic", "Topic"), ("party", "Party"), ("pair", "Parties")],
)
def test_the_rows_of_a_table_have_a_head(by: str, words: str) -> None:
    assert head_of_rows(by) == words
