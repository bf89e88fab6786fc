"""A text in so many lines."""

import pytest

from comparisons.cards.fonts import Type, width
from comparisons.cards.typesetting import set_lines, wrap

TYPE = Type("serif", 600, 36)
WORDS = "The two sides spoke of trade and of the fight against terrorism."


@pytest.mark.parametrize("lines_too_many", [1, 2])
def test_is_cut_with_an_ellipsis_where_it_needs_a_line_more(lines_too_many: int) -> None:
    needed = wrap(WORDS, TYPE, 300)
    most = len(needed) - lines_too_many
    lines = set_lines(WORDS, TYPE, 300, most)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert all(width(line, TYPE) <= 300 for line in lines)


def test_is_whole_where_the_lines_are_enough() -> None:
    lines = set_lines(WORDS, TYPE, 300, len(wrap(WORDS, TYPE, 300)))
    assert " ".join(lines) == WORDS
