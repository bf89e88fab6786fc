"""More than two parties on the card of a claim: a row for those who said the same, with words of one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .content import GroupOnCard, and_more, listed_members
from .fonts import Type, drawable
from .layout import MARGIN, MEASURE, Item, Rule, TextBlock
from .typesetting import fits, set_lines

LABEL_MEASURE = 290
BESIDE = MARGIN + LABEL_MEASURE + 30
ROW_MEASURE = MEASURE - LABEL_MEASURE - 30
ABOVE, UNDER = 9, 9
RULE = 3
LABEL_LINES = 3


@dataclass(frozen=True)
class RowTypes:
    """How large a row is set, and how many lines its names and words may take."""

    size: int
    name_lines: int
    word_lines: int

    @property
    def label(self) -> Type:
        return Type("sans", 700, self.size)

    @property
    def names(self) -> Type:
        return Type("sans", 400, self.size)

    @property
    def words(self) -> Type:
        return Type("serif", 400, self.size - 1)


STEPS = (
    RowTypes(30, 2, 3),
    RowTypes(28, 2, 2),
    RowTypes(26, 2, 2),
    RowTypes(26, 2, 1),
    RowTypes(24, 2, 1),
    RowTypes(23, 1, 1),
    RowTypes(22, 1, 0),
)


def grouped_rows(groups: Sequence[GroupOnCard], most: int) -> Iterator[tuple[list[Item], int]]:
    """The rows with their height, in smaller and smaller types; the last has as many rows as `most` holds."""
    for types in STEPS:
        items, height = _drawn([_row(group, types) for group in groups], types)
        if height <= most:
            yield items, height
    types = STEPS[-1]
    rows = [_row(group, types) for group in groups]
    shown = len(rows)
    while shown and _height(rows[:shown], types) > most - (shown < len(rows)) * types.names.leading:
        shown -= 1
    items, height = _drawn(rows[:shown], types)
    if left := sum(len(group.members) for group in groups[shown:]):
        lines = set_lines(drawable(and_more(left)), types.names, MEASURE, 1)
        items.append(TextBlock(MARGIN, height, lines, types.names))
        height += types.names.leading
    yield items, height


Row = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The lines of the label, of the names and of the words."""


def _row(group: GroupOnCard, types: RowTypes) -> Row:
    label = set_lines(drawable(group.label), types.label, LABEL_MEASURE, LABEL_LINES)
    words: tuple[str, ...] = ()
    if group.words and types.word_lines:
        (one, *_others) = group.words
        whose = "" if len(group.members) == 1 else f"{listed_members((one,), 1, in_short=True)}: "
        words = set_lines(drawable(f"{whose}{one.words[0]}"), types.words, ROW_MEASURE, types.word_lines)
    return label, _names(group, types), words


def _names(group: GroupOnCard, types: RowTypes) -> tuple[str, ...]:
    """All of them where there is room, each with what its position rests on in full or in short; else the first few."""
    total = len(group.members)
    for in_short in (False, True):
        text = drawable(listed_members(group.members, total, in_short=in_short))
        if fits(text, types.names, ROW_MEASURE, types.name_lines):
            return set_lines(text, types.names, ROW_MEASURE, types.name_lines)
    few, many = 1, total
    while many - few > 1:
        middle = (few + many) // 2
        text = drawable(listed_members(group.members, middle, in_short=True))
        holds = fits(text, types.names, ROW_MEASURE, types.name_lines)
        few, many = (middle, many) if holds else (few, middle)
    text = drawable(listed_members(group.members, few, in_short=True))
    return set_lines(text, types.names, ROW_MEASURE, types.name_lines)


def _row_height(row: Row, types: RowTypes) -> int:
    label, names, words = row
    said = len(names) * types.names.leading + len(words) * types.words.leading
    return RULE + ABOVE + max(len(label) * types.label.leading, said) + UNDER


def _height(rows: Sequence[Row], types: RowTypes) -> int:
    return sum(_row_height(row, types) for row in rows)


def _drawn(rows: Sequence[Row], types: RowTypes) -> tuple[list[Item], int]:
    items: list[Item] = []
    y = 0
    for label, names, words in rows:
        top = y + RULE + ABOVE
        items.append(Rule(MARGIN, y, MEASURE, RULE))
        items.append(TextBlock(MARGIN, top, label, types.label))
        items.append(TextBlock(BESIDE, top, names, types.names))
        items.append(TextBlock(BESIDE, top + len(names) * types.names.leading, words, types.words))
        y += _row_height((label, names, words), types)
    return items, y
