"""What always holds, for texts in several scripts and for every effort."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comparisons.texts.differences import EFFORT, MOVED_FROM, difference, folded
from tests.properties import tried
from tests.texts.parts import joined
from tests.texts.strategies import WRITING

PIECES = [piece for piece in WRITING if piece != "\r\n"] + ["trade ", "trade\n\n", "\n", "中", "文", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
EFFORTS = st.sampled_from([0, 1, 10, 30, 100, EFFORT])
always = tried(500)


@st.composite
def two_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with some of it replaced; or another."""
    old = draw(TEXTS)
    if draw(st.booleans()):
        return old, draw(TEXTS)
    start = draw(st.integers(0, len(old)))
    end = draw(st.integers(start, len(old)))
    return old, old[:start] + draw(TEXTS) + old[end:]


@always
@given(two_texts(), EFFORTS)
def test_what_was_kept_and_removed_is_the_old_text_and_what_was_kept_and_added_the_new(
    texts: tuple[str, str], effort: int
) -> None:
    parts = difference(*texts, effort=effort)
    assert joined(parts) == joined(folded(parts)) == texts


@always
@given(two_texts(), EFFORTS)
def test_no_part_is_empty_and_neighbours_differ_and_removed_stands_before_added(
    texts: tuple[str, str], effort: int
) -> None:
    parts = difference(*texts, effort=effort)
    assert all(part.text for part in parts)
    for left, right in pairwise(parts):
        assert left.kind != right.kind
        assert (left.kind, right.kind) != ("added", "removed")


@always
@given(two_texts(), EFFORTS)
def test_the_same_texts_always_give_the_same_difference(texts: tuple[str, str], effort: int) -> None:
    assert difference(*texts, effort=effort) == difference(*texts, effort=effort)


@always
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(part.kind == "kept" for part in difference(text, text))


@always
@given(two_texts(), EFFORTS)
def test_the_same_words_are_not_removed_and_added_but_moved(texts: tuple[str, str], effort: int) -> None:
    parts = difference(*texts, effort=effort)
    removed, added = (
        {tuple(part.text.split()) for part in parts if part.kind == kind and not part.is_moved}
        for kind in ("removed", "added")
    )
    assert [words for words in removed & added if len(words) >= MOVED_FROM] == []
    assert all(part.kind != "kept" for part in parts if part.is_moved)
