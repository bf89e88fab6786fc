"""What lists show of a party's words: bounded, cut between two words, with whose report they are."""

from dataclasses import asdict
from typing import Any

import pytest

from comparisons.comparison.statements import (
    LETTERS_AT_MOST,
    QUOTES_AT_MOST,
    STATEMENTS_AT_MOST,
    Statement,
    shortened,
    statements_of,
)


def account(name: str, party: str | None = "paris", **given: Any) -> Any:
    return {"id": name, "party": party, "title": name.title(), "language": "en", "attribution": "on_record", **given}


def stance(name: str, position: str, *words: str, by: str = "", **given: Any) -> Any:
    quotes = [{"exact": exact, "account": by or name} for exact in words]
    return {"account": name, "position": position, "low": None, "high": None, "value": "", "quotes": quotes, **given}


def test_a_short_quote_is_as_it_is_and_a_long_one_ends_with_a_whole_word() -> None:
    assert shortened("In two lines:\nthis.") == "In two lines:\nthis."
    words = "restoring mutually beneficial trade " * 20
    cut = shortened(words)
    assert len(cut) <= LETTERS_AT_MOST + 2
    assert cut.endswith(" …")
    assert words.startswith(cut.removesuffix(" …") + " ")
    exactly = "a" * LETTERS_AT_MOST
    assert shortened(exactly) == exactly


@pytest.mark.parametrize("words", ["a" * 1000, "贸" * 1000, f"{'a' * 400} b"])
def test_one_word_without_end_is_cut_within_itself(words: str) -> None:
    assert shortened(words) == f"{words[:LETTERS_AT_MOST]} …"


def test_a_word_that_ends_at_the_limit_is_kept() -> None:
    words = "a" * (LETTERS_AT_MOST - 2) + " b c"
    assert shortened(words) == words[:LETTERS_AT_MOST] + " …"


def test_words_that_another_account_reports_are_its_own() -> None:
    claim: Any = {"stances": [stance("note", "denies", "Contrary to statements", by="newspaper")]}
    accounts = [account("note"), account("newspaper", None, attribution="unattributed", language="fr")]
    (statement,) = statements_of(claim, accounts, "paris").shown
    (quote,) = statement.quotes
    assert (quote.is_reported, quote.account, quote.attribution, quote.language) == (
        True, "Newspaper", "unattributed", "fr",
    )  # fmt: skip


def test_a_translation_says_whose_it_is() -> None:
    claim: Any = {"stances": [stance("note", "affirms", "Да", "Нет")]}
    first, second = claim["stances"][0]["quotes"]
    first["translation"] = {"text": "Yes", "language": "en", "by": "desk"}
    second["translation"] = {"text": "No", "language": "en", "by": "english"}
    (statement,) = statements_of(claim, [account("note"), account("english")], "paris").shown
    told = [(one.translation, one.translated_by, one.translated_in) for one in statement.quotes]
    assert told == [("Yes", "desk", ""), ("No", "", "English")]


def test_each_position_goes_before_more_of_the_same_and_what_is_left_out_is_counted() -> None:
    names = [f"note-{number}" for number in range(6)]
    claim: Any = {"stances": [stance(name, "affirms", "Yes.") for name in names]}
    claim["stances"][5] = stance("note-5", "denies", *["No."] * 6)
    said = statements_of(claim, [account(name) for name in names], "paris")
    assert [one.position for one in said.shown] == ["affirms", "denies", "affirms", "affirms"]
    assert len(said.shown) == STATEMENTS_AT_MOST
    assert len(said.shown[1].quotes) == QUOTES_AT_MOST
    assert said.further_quotes == 11 - 3 - QUOTES_AT_MOST


def test_a_silence_and_another_partys_words_are_left_out() -> None:
    claim: Any = {"stances": [stance("note", "silent"), stance("other", "affirms", "Yes.")]}
    accounts = [account("note"), account("other", "oslo")]
    assert statements_of(claim, accounts, "paris").shown == ()
    assert statements_of(claim, accounts, "berlin").shown == ()
    assert len(statements_of(claim, accounts, "oslo").shown) == 1


def test_a_figure_is_kept_with_its_words() -> None:
    claim: Any = {"stances": [stance("note", "affirms", "about an hour", low=55, high=65, value="about an hour")]}
    (statement,) = statements_of(claim, [account("note")], "paris").shown
    assert (statement.low, statement.high, statement.value) == (55, 65, "about an hour")


def test_it_comes_back_from_the_index_as_it_was() -> None:

    claim: Any = {"stances": [stance("note", "affirms", "Yes.")]}
    (statement,) = statements_of(claim, [account("note")], "paris").shown
    assert Statement.from_json(asdict(statement)) == statement
