"""A quote goes over to a new text only where its words, with what stands beside them, are still there once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.texts.anchors import carry, context
from tests.texts.strategies import TEXTS, always, places

OLD = (
    "The presidents spoke about the situation in Ukraine and Syria. "
    "They also discussed restoring mutually beneficial trade between the two countries. They agreed to meet soon."
)
TRADE = OLD.index("restoring"), OLD.index(" between")
FIRST = 0, OLD.index(" spoke")
LAST = OLD.index("They agreed"), len(OLD)


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        f"Press release.\n\n{OLD}",
        f"{OLD} More to follow.",
        OLD.replace("Ukraine", "the Donbass"),
        OLD.replace("meet soon", "call again"),
    ],
)
def test_a_change_further_away_than_the_context_does_not_touch_a_quote(new: str) -> None:
    assert carry(OLD, new, *TRADE) == new.index("restoring")


@pytest.mark.parametrize(
    "new",
    [
        OLD.replace("beneficial trade", "beneficial  trade"),
        OLD.replace("They also discussed", "They did not discuss"),
        OLD.replace("the two countries", "both countries"),
        OLD + OLD,
        OLD.replace("trade", "Trade"),
        "",
    ],
)
def test_a_quote_does_not_go_over_where_it_or_its_context_changed_or_occurs_twice(new: str) -> None:
    assert carry(OLD, new, *TRADE) is None


def test_an_edge_of_the_text_is_part_of_the_context() -> None:
    assert carry(OLD, f"{OLD} More.", *FIRST) == 0
    assert carry(OLD, f"It is not so that: {OLD}", *FIRST) is None
    assert carry(OLD, f"More. {OLD}", *LAST) == LAST[0] + 6
    assert carry(OLD, f"{OLD} Or so it is said.", *LAST) is None


@pytest.mark.parametrize(("place", "goes_over"), [(7, True), (8, False), (75, False), (76, True)])
def test_the_context_is_32_code_points_on_either_side_and_beyond_the_line(place: int, goes_over: bool) -> None:
    old = "".join("\n" if number in (30, 50) else chr(ord("а") + number) for number in range(80))
    new = f"{old[:place]}!{old[place + 1 :]}"
    assert carry(old, new, 40, 44) == (40 if goes_over else None)


def test_a_quote_that_is_all_of_its_text_goes_over_to_the_same_text_alone() -> None:
    assert carry("Yes.", "Yes.", 0, 4) == 0
    for new in ("Yes. No.", "Oh yes. Yes.", " Yes.", "Yes.\n", "Yes"):
        assert carry("Yes.", new, 0, 4) is None


def test_accents_are_not_normalised() -> None:
    assert carry("Le cafe\u0301 est servi", "Le café est servi", 3, 8) is None


@st.composite
def revised(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """A text, what became of it, and a passage of the first."""
    old = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(old) - 1))
    end = draw(st.integers(start + 1, len(old)))
    cut = draw(st.integers(0, len(old)))
    new = draw(
        st.sampled_from([old, old[:cut] + draw(TEXTS) + old[cut:], old[cut:], old[:cut], old + old, draw(TEXTS)])
    )
    return old, new, start, end


def told_apart(old: str, new: str, start: int, end: int, shift: int, length: int) -> bool:
    """By brute force, of a stretch of one line: whether this is its only place in the old text, and in the new one."""
    before, after = old[:start].rpartition("\n")[2], old[end:].partition("\n")[0]
    within = before[max(0, len(before) - length) :] + old[start:end] + after[:length]
    left = start - min(length, len(before))
    if places(old, within) == [left] and places(new, within) == [left + shift]:
        return True
    line = before + old[start:end] + after
    moved = start + shift - len(before)
    stands = (new[:moved] == "" or new[:moved].endswith("\n")) and new[moved:].split("\n")[0] == line
    return moved >= 0 and stands and old.split("\n").count(line) == new.split("\n").count(line) == 1


@always
@given(revised(), st.integers(0, 6))
def test_it_goes_over_exactly_where_it_is_told_apart_and_has_the_context_and_the_edges(
    drawn: tuple[str, str, int, int], length: int
) -> None:
    old, new, start, end = drawn
    exact = old[start:end]
    lines = [line for line in re.finditer("[^\n]+", exact) if line.group().strip()]
    ends = [(start + line.start(), start + line.end()) for line in (lines[:1] + lines[-1:])]
    expected = [
        found
        for found in places(new, exact)
        if context(new, found, found + len(exact), length) == context(old, start, end, length)
        and ends
        and all(told_apart(old, new, *line, found - start, length) for line in ends)
    ]
    assert len(expected) <= 1
    assert carry(old, new, start, end, length) == (expected[0] if expected else None)


@always
@given(TEXTS.filter(bool), st.data())
def test_where_it_goes_over_to_it_says_the_same_in_the_same_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new = data.draw(TEXTS) + text + data.draw(TEXTS)
    found = carry(text, new, start, end)
    if found is not None:
        assert new[found : found + end - start] == text[start:end]
        assert context(new, found, found + end - start) == context(text, start, end)
