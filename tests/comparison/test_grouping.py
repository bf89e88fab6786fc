"""Parties grouped by what they said, and those with the very same words together."""

import pytest

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.grouping import ORDER, grouped
from comparisons.outcomes import Position
from tests.made import compared, many_parties


@pytest.fixture
def seven() -> Comparison:
    return compared(many_parties(7, claims=3))


def test_those_that_speak_come_first_each_group_with_its_number(seven: Comparison) -> None:
    groups = grouped(seven.claims[0])
    assert [(group.position, group.count) for group in groups] == [("affirms", 5), ("denies", 1), ("silent", 1)]


def test_the_very_same_words_stand_once_with_all_their_parties(seven: Comparison) -> None:
    said_so, denied, silent = grouped(seven.claims[0])
    (voice,) = said_so.voices
    assert [cell.party.name for cell in voice.cells] == [
        "Élysée",
        "Kremlin",
        "Turkish Ministry of Foreign Affairs",
        "United Kingdom",
        "White House",
    ]
    assert voice.others == 4
    assert [len(denied.voices), len(silent.voices)] == [1, 1]


def test_other_words_stand_for_themselves(seven: Comparison) -> None:
    said_so = grouped(seven.claims[1])[0]
    assert [voice.others for voice in said_so.voices] == [0] * 5


def test_words_that_rest_on_something_else_are_not_told_together() -> None:
    document = many_parties(7, claims=1)
    document["claims"][0]["stances"][0] |= {"implied": True, "note": "It follows."}
    said_so = grouped(compared(document).claims[0])[0]
    assert [voice.others for voice in said_so.voices] == [3, 0]


@pytest.mark.parametrize("change", ["an unnamed speaker", "another account's report"])
def test_the_same_words_of_somebody_unnamed_or_in_a_report_stand_apart(change: str) -> None:
    """Even where the party's position does not rest on it: beside the words it is told."""
    document = many_parties(7, claims=1)
    spare = {**document["accounts"][0], "id": "spare", "title": "Spare", "party": "party-0"}
    document["accounts"].append(spare)
    quote = {**document["claims"][0]["stances"][0]["quotes"][0], "account": "spare"}
    stance = {"account": "spare", "position": "affirms", "basis": "own_text", "quotes": [quote]}
    other = {**spare, "id": "other", "title": "Other", "party": "party-1"}
    document["accounts"].append(other)
    second = {**stance, "account": "other", "quotes": [{**quote, "account": "other"}]}
    document["claims"][0]["stances"] += [stance, second]
    together = [voice.others for voice in grouped(compared(document).claims[0])[0].voices]
    assert together == [2, 1]
    if change == "an unnamed speaker":
        other["attribution"] = "anonymous"
    else:
        second |= {"basis": "reported", "quotes": [quote]}
    assert [voice.others for voice in grouped(compared(document).claims[0])[0].voices] == [2, 0, 0]


def test_every_position_has_its_place() -> None:
    assert set(ORDER) == {position.value for position in Position} - {"inconsistent"}


def test_columns_keep_the_readers_order_within_a_group(seven: Comparison) -> None:
    columns = [party.slug for party in reversed(seven.parties)]
    narrowed = seven.narrowed(parties=columns)
    (voice,) = grouped(narrowed.shown[0])[0].voices
    shown = [cell.party.slug for cell in voice.cells]
    assert shown == sorted(shown, key=columns.index)
    assert len(shown) == 5
