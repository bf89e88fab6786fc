"""Whether what one account says counts for its party's position, and why: each case in one sentence."""

from typing import Any

import pytest

from comparisons.comparison.claims import CellEntry
from comparisons.outcomes import Position
from comparisons.wording.derivation import SPEAKING, counted
from tests.wording.values import a_stance, an_account

COUNTS = "It counts."
OUTWEIGHED = "It does not count: what the party says elsewhere outweighs it."


def entry(position: str, basis: str = "", **account: Any) -> CellEntry:
    held = an_account(**account)
    return CellEntry(held, a_stance(position, held, **({"basis": basis} if basis else {})) if position else None)


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ("not_reviewed", "It counts: what has not been read is never taken for silence."),
        ("affirms", "It does not count: the party’s position is known without it."),
        ("denies", "It does not count: the party’s position is known without it."),
        ("conflicted", "It does not count: the party’s position is known without it."),
    ],
)
def test_what_is_not_read_counts_where_nothing_else_tells_the_position(position: str, words: str) -> None:
    assert counted(entry(""), position) == words


@pytest.mark.parametrize(
    ("own", "position", "words"),
    [
        ("affirms", "affirms", COUNTS),
        ("affirms_in_part", "affirms_in_part", COUNTS),
        ("denies", "denies", COUNTS),
        ("declines", "declines", COUNTS),
        ("affirms", "affirms_in_part", OUTWEIGHED),
        ("affirms_in_part", "denies", OUTWEIGHED),
        ("declines", "affirms", OUTWEIGHED),
    ],
)
def test_what_is_said_counts_where_it_is_the_position_of_the_party(own: str, position: str, words: str) -> None:
    assert counted(entry(own), position) == words


@pytest.mark.parametrize("own", SPEAKING)
def test_of_a_party_that_contradicts_itself_each_word_counts(own: str) -> None:
    assert counted(entry(own), "conflicted") == "It counts: the party contradicts itself."


@pytest.mark.parametrize("own", ["declines", "silent"])
def test_of_a_party_that_contradicts_itself_what_says_nothing_does_not_count(own: str) -> None:
    assert counted(entry(own), "conflicted") == OUTWEIGHED


@pytest.mark.parametrize(
    ("account", "basis", "words"),
    [
        ({}, "", "It counts: an account of the whole event."),
        ({"completeness": "excerpt"}, "reported", "It counts: an account of the whole event."),
        ({"completeness": "paraphrase"}, "reported", "It counts: an account of the whole event."),
        (
            {"completeness": "excerpt"},
            "",
            "It does not count: only an excerpt is held, and the rest may have it.",
        ),
        (
            {"completeness": "paraphrase"},
            "",
            "It does not count: only a paraphrase is held, and the words may have had it.",
        ),
        ({"scope": "narrow"}, "", "It does not count: the account is of a part of the event."),
        ({"scope": "narrow"}, "reported", "It does not count: the account is of a part of the event."),
    ],
)
def test_a_silence_counts_where_it_can_be_an_omission(account: dict[str, str], basis: str, words: str) -> None:
    assert counted(entry("silent", basis, **account), "silent") == words


def test_a_silence_waits_for_what_has_not_been_read() -> None:
    assert counted(entry("silent"), "not_reviewed") == (
        "It does not count yet: another account of the party has not been read."
    )


def test_a_silence_that_can_be_an_omission_is_outweighed_by_what_is_said() -> None:
    for position in set(Position) - {"silent", "inconsistent", "no_account", "not_reviewed"}:
        told = counted(entry("silent"), position)
        assert told.startswith("It does not count: "), position
