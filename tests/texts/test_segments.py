import pytest

from comparisons.texts.anchors import Segment, segments

KREMLIN = "“restoring mutually beneficial trade and economic ties between business circles of the two countries.”"
OFFICIAL = (
    "The two leaders did not discuss sanctions.\n\nSanctions, the official said, were not discussed. No sanctions."
)
FAMILY = "👩‍👩‍👧‍👦"  # four people and three joiners: seven code points
ACUTE = "\u0301"
RTL = "\u200f"

# Cutting a text into segments.


def cut(text: str, *spans: tuple[int, int, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(segment.text, segment.keys) for segment in segments(text, spans)]


def test_a_text_without_spans_is_one_segment() -> None:
    assert segments("On trade.", []) == [Segment("On trade.", ())]


def test_an_empty_text_has_no_segment() -> None:
    assert segments("", []) == []


def test_a_span_cuts_the_text_around_it() -> None:
    assert cut("On trade.", (3, 8, "trade")) == [("On ", ()), ("trade", ("trade",)), (".", ())]
    assert cut("trade", (0, 5, "trade")) == [("trade", ("trade",))]


def test_spans_that_overlap_share_a_segment() -> None:
    assert cut("abcdef", (0, 4, "x"), (2, 6, "y")) == [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]


def test_a_span_within_another_carries_both_keys() -> None:
    assert cut("abcdef", (2, 4, "inner"), (0, 6, "outer")) == [
        ("ab", ("outer",)),
        ("cd", ("inner", "outer")),
        ("ef", ("outer",)),
    ]


def test_spans_that_touch_stay_apart() -> None:
    assert cut("abcd", (2, 4, "y"), (0, 2, "x")) == [("ab", ("x",)), ("cd", ("y",))]


def test_the_same_span_twice_carries_both_keys_in_the_order_given() -> None:
    assert cut("abcd", (1, 3, "y"), (1, 3, "x")) == [("a", ()), ("bc", ("y", "x")), ("d", ())]


def test_a_key_occurs_once_in_a_segment_however_many_of_its_spans_cover_it() -> None:
    assert cut("abcd", (0, 3, "x"), (1, 4, "x")) == [("a", ("x",)), ("bc", ("x",)), ("d", ("x",))]


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [(2, 2, "empty"), (3, 1, "reversed"), (-1, 2, "out of range"), (2, 5, "out of range"), (7, 9, "out of range")],
)
def test_a_span_that_is_not_a_stretch_of_the_text_is_refused_by_name(start: int, end: int, fault: str) -> None:
    with pytest.raises(ValueError, match=f"Span 1, 'trade', is {fault}"):
        segments("abcd", [(0, 4, "whole"), (start, end, "trade")])


def test_ten_thousand_spans_are_cut_without_losing_a_character() -> None:
    found = segments("a" * 500_000, [(place, place + 60, place) for place in range(0, 300_000, 30)])
    assert "".join(segment.text for segment in found) == "a" * 500_000
