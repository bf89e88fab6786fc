"""The card of a claim: the claim, its outcome, and below it each party in columns of one width and one type."""

from collections.abc import Iterator
from dataclasses import dataclass

from .content import ClaimCard
from .fonts import Type, drawable
from .layout import (
    FOOT_TOP,
    HEAD_BOTTOM,
    INK,
    MARGIN,
    MEASURE,
    QUIET,
    TONES,
    Layout,
    Mark,
    Rule,
    TextBlock,
    foot,
    head,
    one_line,
)
from .typesetting import fits, fitted, largest, set_lines

HEADLINES = [Type("serif", 600, size) for size in (104, 92, 82, 73, 65, 57, 50, 44, 40, 36)]
LABELS = [Type("sans", 700, size) for size in (38, 32, 26)]
KNOWN = [Type("sans", 400, size) for size in (26, 23, 21, 19, 17)]
REMARKS = [Type("sans", 400, size) for size in (26, 23, 20)]
MARK_SCALE = 1.35
OUTCOME_HEIGHT = 46
GAP = 32
BELOW_RULE = 10
BELOW_ROW = 14


@dataclass(frozen=True)
class CardGrid:
    """The grid for so many parties: how many columns, in which type, and how many lines each."""

    columns: int
    names: tuple[Type, ...]
    positions: tuple[Type, ...]
    name_lines: int = 1
    position_lines: int = 2


def _types(face: str, weight: int, *sizes: int) -> tuple[Type, ...]:
    return tuple(Type(face, weight, size) for size in sizes)


def grid_for(parties: int) -> CardGrid:
    if parties <= 4:
        return CardGrid(parties, _types("serif", 600, 42, 37, 33, 29, 26), _types("sans", 400, 38, 34, 30, 27), 2)
    if parties <= 6:
        return CardGrid(3, _types("serif", 600, 32, 28, 25), _types("sans", 400, 28, 25), position_lines=1)
    if parties <= 8:
        return CardGrid(4, _types("serif", 600, 28, 25, 23), _types("sans", 400, 26, 23))
    return CardGrid(4, _types("serif", 600, 25, 23, 21), _types("sans", 400, 21, 20, 19), position_lines=1)


def claim_layout(card: ClaimCard) -> Layout:
    parties = list(_parties(card))
    top = min((item.y for item in parties), default=FOOT_TOP - 20)
    outcome = round(top) - 24 - OUTCOME_HEIGHT
    room = outcome - 20 - HEAD_BOTTOM
    type, lines = fitted(drawable(card.headline), HEADLINES, MEASURE, room, 4)
    headline = TextBlock(MARGIN, HEAD_BOTTOM, lines, type)
    return Layout((*head(card.event, card.day), headline, *_outcome(card, outcome), *parties, *foot(card.edition)))


def _outcome(card: ClaimCard, y: int) -> Iterator[TextBlock | Mark]:
    tone = TONES[card.family]
    mark = Mark(MARGIN - round(4 * MARK_SCALE), y, MARK_SCALE, card.family, card.outcome, tone)
    yield mark
    start = MARGIN + mark.width + 20
    # Half of the width at least is left for what the outcome rests on.
    label = one_line(start, y - 1, card.label, LABELS, MEASURE // 2, tone)
    yield label
    beside = label.x + label.width + 24
    if card.remarks:
        yield one_line(beside, y + 8, card.remarks, REMARKS, MARGIN + MEASURE - beside, QUIET)


def _parties(card: ClaimCard) -> Iterator[TextBlock | Rule]:
    """Rows of columns that end where the foot begins."""
    count = len(card.parties) + bool(card.more)
    if not count:
        return
    grid = grid_for(count)
    measure = (MEASURE - GAP * (grid.columns - 1)) // grid.columns
    names = [drawable(party.name) for party in card.parties]
    positions = [drawable(party.position) for party in card.parties]
    name = largest(names, grid.names, measure, grid.name_lines)
    position = largest(positions, grid.positions, measure, grid.position_lines)
    smaller = [type for type in KNOWN if type.size <= position.size]
    grounds, lines_at_most = [drawable(party.known) for party in card.parties], 2 if len(card.parties) <= 4 else 1
    if not all(fits(text, smaller[-1], measure, lines_at_most) for text in grounds):
        grounds, lines_at_most = [drawable(party.known_in_short) for party in card.parties], 1
    known = largest(grounds, smaller, measure, lines_at_most)
    cells = [
        (
            set_lines(one, name, measure, grid.name_lines),
            set_lines(other, position, measure, grid.position_lines),
            set_lines(third, known, measure, lines_at_most),
        )
        for one, other, third in zip(names, positions, grounds, strict=True)
    ]
    if card.more:
        cells.append((set_lines(drawable(card.more), name, measure, 1), (), ()))
    high = max(len(lines) for lines, _said, _known in cells) * name.leading
    said_high = max(len(lines) for _named, lines, _known in cells) * position.leading
    known_high = max(len(lines) for _named, _said, lines in cells) * known.leading
    row = BELOW_RULE + high + 2 + said_high + known_high + BELOW_ROW
    rows = [cells[start : start + grid.columns] for start in range(0, count, grid.columns)]
    for number, in_row in enumerate(rows):
        y = FOOT_TOP - 10 - row * (len(rows) - number)
        for column, (named, said, rests_on) in enumerate(in_row):
            x = MARGIN + column * (measure + GAP)
            yield Rule(x, y, measure, 4 if len(rows) == 1 else 3)
            yield TextBlock(x, y + BELOW_RULE, named, name, INK if said else QUIET)
            yield TextBlock(x, y + BELOW_RULE + high + 2, said, position)
            if rests_on:
                below = y + BELOW_RULE + high + 2 + len(said) * position.leading
                yield TextBlock(x, below, rests_on, known)
