"""A quote never goes over to other words, whatever paragraph of its text is removed, moved or doubled."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comparisons.texts.anchors import CONTEXT_LENGTH, carry
from tests.properties import tried
from tests.texts.paragraphs import AGREED, rearranged, stretches, templated

LAVROV, RUBIO = f"Lavrov said {AGREED}.", f"Rubio said {AGREED}."
OTHERS = ["The ministers met in Riyadh.", "Neither of the two took questions from the press."]
BOTH = "\n\n".join([OTHERS[0], LAVROV, OTHERS[1], RUBIO, "They left at noon."])
WORDS = "talks on trade"
OF_LAVROV, OF_RUBIO = BOTH.index(WORDS), BOTH.rindex(WORDS)


def carried(start: int, new: str, words: str = WORDS) -> int | None:
    return carry(BOTH, new, start, start + len(words))


def test_words_of_a_paragraph_that_was_dropped_do_not_go_over_to_a_parallel_one() -> None:
    new = BOTH.replace(LAVROV + "\n\n", "")
    assert carried(OF_LAVROV, new) is None
    assert carried(OF_RUBIO, new) == new.index(WORDS)


@pytest.mark.parametrize("words", ["before the summer", "before the summer.\n\nNeither of"])
def test_a_paragraph_that_moved_behind_a_parallel_one_does_not_take_its_words_along(words: str) -> None:
    new = "\n\n".join([OTHERS[0], LAVROV, RUBIO, OTHERS[1], "They left at noon."])
    assert new.count(words) >= 1
    assert carried(BOTH.index(words), new, words) is None


def test_a_parallel_paragraph_that_was_added_leaves_the_words_where_they_are() -> None:
    old = f"{OTHERS[0]}\n\n{LAVROV}\n\n{OTHERS[1]}"
    start = old.index(WORDS)
    assert carry(old, f"{old}\n\n{RUBIO}", start, start + len(WORDS)) == start
    last = old.index("summer")
    assert carry(old, old.replace(OTHERS[1], f"{RUBIO}\n\n{OTHERS[1]}"), last, last + 6) is None


def test_parallel_paragraphs_are_told_apart_by_all_of_either() -> None:
    new = f"Press release.\n\n{BOTH}"
    assert carried(OF_LAVROV, new) == new.index(WORDS)
    assert carried(OF_RUBIO, new) == new.rindex(WORDS)
    assert carried(OF_LAVROV, BOTH.replace(LAVROV, f"{LAVROV} Or so he said.")) is None


def test_the_same_paragraph_twice_is_not_told_apart() -> None:
    old = "Was trade discussed?\nYes.\nWere sanctions?\nYes.\nThank you."
    start = old.index("Yes")
    assert carry(old, old.replace("Were sanctions?\nYes.\n", ""), start, start + 4) is None


@tried(1000)
@given(st.data())
def test_what_goes_over_stands_in_the_paragraph_that_came_of_its_own(data: st.DataObject) -> None:
    old = data.draw(templated())
    new = data.draw(rearranged(old))
    start, end = data.draw(stretches(old))
    found = carry(old.text, new.text, start, end)
    if found is not None:
        assert new.place(found) == old.place(start)
        assert new.place(found + end - start - 1) == old.place(end - 1)


@tried(300)
@given(st.data())
def test_words_amid_a_paragraph_that_either_text_has_once_go_over(data: st.DataObject) -> None:
    old = data.draw(templated())
    new = data.draw(rearranged(old))
    alone = [
        number
        for number, paragraph in enumerate(old.paragraphs)
        if len(paragraph) > 2 * CONTEXT_LENGTH and old.paragraphs.count(paragraph) == new.order.count(number) == 1
    ]
    assume(alone)
    paragraph = old.paragraphs[data.draw(st.sampled_from(alone))]
    offset = data.draw(st.integers(CONTEXT_LENGTH, len(paragraph) - CONTEXT_LENGTH - 1))
    words = paragraph[offset : data.draw(st.integers(offset + 1, len(paragraph) - CONTEXT_LENGTH))]
    assume(words.strip())
    start = old.text.index(paragraph) + offset
    assert carry(old.text, new.text, start, start + len(words)) == new.text.index(paragraph) + offset


@tried(300)
@given(st.data())
def test_two_passages_never_come_to_stand_on_one(data: st.DataObject) -> None:
    old = data.draw(templated())
    new = data.draw(rearranged(old))
    start, end = data.draw(stretches(old))
    found = carry(old.text, new.text, start, end)
    words = old.text[start:end]
    for other in range(len(old.text)):
        if other != start and old.text.startswith(words, other) and found is not None:
            assert carry(old.text, new.text, other, other + len(words)) != found
