"""Alignment of texts and translations by the length of their paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.texts.alignment import PARAGRAPHS_AT_MOST, aligned, blocks, by_original, in_blocks, paragraph_ends
from comparisons.texts.anchors import Segment, segments

SHORT, LONG = "Word. " * 4, "Some more words here. " * 12
texts = st.text(alphabet=" \na😀é", min_size=1, max_size=60)


def pieces(text: str, ends: tuple[int, ...]) -> list[str]:
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\n\nTwo\nlines\n\n\nThree", ["One\n\n", "Two\nlines\n\n\n", "Three"]),
        ("One\nTwo\nThree\n", ["One\n", "Two\n", "Three\n"]),
        ("One\n \t\nTwo", ["One\n \t\n", "Two"]),
        ("One", ["One"]),
        ("\n\n", ["\n\n"]),
    ],
)
def test_paragraphs_end_at_blank_lines_or_else_at_each_line(text: str, paragraphs: list[str]) -> None:
    assert pieces(text, tuple(paragraph_ends(text))) == paragraphs


def test_as_many_paragraphs_meet_one_by_one() -> None:
    text = "\n\n".join([SHORT, LONG, SHORT, LONG])
    translation = "\n".join([SHORT * 2, LONG, SHORT, LONG + SHORT])
    (ends, other_ends) = blocks(text, [translation])
    assert pieces(text, ends) == [SHORT + "\n\n", LONG + "\n\n", SHORT + "\n\n", LONG]
    assert pieces(translation, other_ends) == [SHORT * 2 + "\n", LONG + "\n", SHORT + "\n", LONG + SHORT]


def test_two_paragraphs_that_became_one_meet_it_together() -> None:
    text = "\n\n".join([SHORT, LONG, LONG, SHORT])
    translation = "\n\n".join([SHORT, LONG + LONG, SHORT])
    (ends, other_ends) = blocks(text, [translation])
    assert pieces(text, ends) == [SHORT + "\n\n", LONG + "\n\n" + LONG + "\n\n", SHORT]
    assert pieces(translation, other_ends) == [SHORT + "\n\n", LONG + LONG + "\n\n", SHORT]


def test_a_paragraph_that_was_left_out_meets_nothing() -> None:
    text = "\n\n".join([LONG, SHORT, LONG * 2, SHORT, LONG])
    translation = "\n\n".join([LONG, SHORT, SHORT, LONG])
    (_ends, other_ends) = blocks(text, [translation])
    assert pieces(translation, other_ends) == [LONG + "\n\n", SHORT + "\n\n", "", SHORT + "\n\n", LONG]


def test_several_translations_share_the_blocks_that_all_allow() -> None:
    text = "\n\n".join([SHORT, LONG, LONG])
    ends, one, other = blocks(text, ["\n\n".join([SHORT, LONG, LONG]), SHORT + "\n\n" + LONG * 2])
    assert len(ends) == len(one) == len(other)
    assert [end[-1] for end in (ends, one)] == [len(text), len(text)]


@given(texts, st.lists(texts, max_size=3))
def test_every_text_is_cut_whole_and_in_order(text: str, translations: list[str]) -> None:
    cut = blocks(text, translations)
    assert len({len(ends) for ends in cut}) == 1
    for one, ends in zip([text, *translations], cut, strict=True):
        assert "".join(pieces(one, ends)) == one
        assert list(ends) == sorted(ends)


@given(st.integers(1, 60), st.integers(1, 200))
def test_any_numbers_of_paragraphs_meet(count: int, other: int) -> None:
    assert aligned("a\n" * count, "bc\n" * other)[-1] == (2 * count, 3 * other)


def test_texts_of_very_many_paragraphs_stand_whole() -> None:
    text = "a\n" * (PARAGRAPHS_AT_MOST + 1)
    assert blocks(text, ["b"]) == ((len(text),), (1,))


def test_a_marked_passage_is_cut_where_its_block_ends() -> None:
    cut = segments("One.\nTwo.\n", [(2, 7, "a"), (6, 8, "b")])
    assert in_blocks(cut, (5, 10)) == (
        (Segment("On", ()), Segment("e.\n", ("a",))),
        (Segment("T", ("a",)), Segment("w", ("a", "b")), Segment("o", ("b",)), Segment(".\n", ())),
    )


@given(texts, st.lists(texts, max_size=2), st.data())
def test_blocks_of_segments_are_the_text_again(text: str, translations: list[str], data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places, st.integers(1, 3)).filter(lambda one: one[0] < one[1])))
    ends = blocks(text, translations)[0]
    cut = in_blocks(segments(text, spans), ends)
    assert ["".join(segment.text for segment in block) for block in cut] == pieces(text, ends)


@pytest.mark.parametrize(
    ("originals", "groups"),
    [
        ({"a": None, "b": None}, [("a",), ("b",)]),
        ({"b": "a", "c": None, "a": None, "d": "a"}, [("a", "b", "d"), ("c",)]),
        ({"a": None, "b": "a", "c": "b"}, [("a", "b", "c")]),
        ({"a": "b", "b": "a"}, [("a",), ("b",)]),
        ({"a": "gone"}, [("a",)]),
    ],
)
def test_translations_stand_after_their_original(
    originals: dict[str, str | None], groups: list[tuple[str, ...]]
) -> None:
    assert by_original(originals) == groups
