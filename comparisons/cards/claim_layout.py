"""The card of a claim: the claim, its outcome, and below it what each party said, in words of its own where it has any.

The parts below are measured first, in smaller and smaller types until the claim above them can be loud as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .claim_rows import grouped_rows
from .claim_sides import sides
from .content import ClaimCard
from .fonts import Type, drawable
from .layout import (
    FOOT_TOP,
    HEAD_BOTTOM,
    HEIGHT,
    MARGIN,
    MEASURE,
    QUIET,
    TONES,
    Item,
    Layout,
    Mark,
    TextBlock,
    foot,
    head,
    moved,
    one_line,
)
from .typesetting import fits, fitted

HEADLINES = [Type("serif", 600, size) for size in (92, 82, 73, 65, 57, 50, 44, 40, 36)]
LOUDEST, LOUD = 57, 44
LARGE = 4
"""In so many of the first types what stands below the claim leaves it as loud as can be, or is set smaller."""
LABELS = [Type("sans", 700, size) for size in (34, 30, 26)]
REMARKS = [Type("sans", 400, size) for size in (26, 23, 20)]
MARK_SCALE = 1.2
OUTCOME_HEIGHT = 42
ABOVE_OUTCOME, BELOW_OUTCOME = 14, 16
BOTTOM = FOOT_TOP - 14
LINES = 3
REMARKS_BELOW = 3
"""So many lines hold all remarks that there are."""
BELOW_REMARKS = 12


@dataclass(frozen=True)
class Below:
    """What stands under the outcome, from its own upper edge: first such remarks as are too long to stand beside it."""

    items: tuple[Item, ...]
    height: int

    def at(self, top: int) -> Iterator[Item]:
        for item in self.items:
            yield moved(item, top)


def claim_layout(card: ClaimCard) -> Layout:
    headline = drawable(card.headline)
    below = _below(card, headline)
    top = BOTTOM - below.height
    outcome = top - BELOW_OUTCOME - OUTCOME_HEIGHT
    type, lines = fitted(headline, HEADLINES, MEASURE, outcome - ABOVE_OUTCOME - HEAD_BOTTOM, LINES)
    title = TextBlock(MARGIN, HEAD_BOTTOM, lines, type)
    return Layout((*head(card.event, card.day), title, *_outcome(card, outcome), *below.at(top), *foot(card.edition)))


def _below(card: ClaimCard, headline: str) -> Below:
    """As large as leaves room for a loud claim; else in the smallest types, cut to what the claim leaves."""
    _type, smallest = fitted(headline, HEADLINES[-2:], MEASURE, LINES * HEADLINES[-2].leading, LINES)
    remarks = _remarks_below(card)
    under = remarks.height + BELOW_REMARKS if remarks else 0
    least = BOTTOM - _above(len(smallest) * HEADLINES[-2].leading) - under
    steps = grouped_rows(card.groups, least) if card.groups else sides(card.parties, least)
    made: list[Below] = []
    for items, height in steps:
        made.append(Below((*([remarks] if remarks else []), *(moved(item, under) for item in items)), under + height))
        if len(made) <= LARGE and _leaves(headline, made[-1], LOUDEST):
            return made[-1]
        if len(made) >= LARGE and (found := _first_that_leaves(headline, made)):
            return found
    return _first_that_leaves(headline, made) or made[-1]


def _first_that_leaves(headline: str, made: Sequence[Below]) -> Below | None:
    return next((below for below in made if _leaves(headline, below, LOUD)), None)


def _leaves(headline: str, below: Below, size: int) -> bool:
    """Room for the claim in a type of this size at least."""
    room = BOTTOM - below.height - _above(0)
    large = [type for type in HEADLINES if type.size >= size]
    return any(fits(headline, type, MEASURE, min(LINES, room // type.leading)) for type in large)


def _above(headline: int) -> int:
    return HEAD_BOTTOM + headline + ABOVE_OUTCOME + OUTCOME_HEIGHT + BELOW_OUTCOME


def _outcome(card: ClaimCard, y: int) -> Iterator[TextBlock | Mark]:
    mark, label = _named(card, y)
    yield from (mark, label)
    if card.remarks and _fit_beside(card.remarks, label):
        beside = _beside(label)
        yield one_line(beside, y + 7, card.remarks, REMARKS, MARGIN + MEASURE - beside, QUIET)


def _named(card: ClaimCard, y: int) -> tuple[Mark, TextBlock]:
    tone = TONES[card.family]
    mark = Mark(MARGIN - round(4 * MARK_SCALE), y, MARK_SCALE, card.family, card.outcome, tone)
    # Half of the width at least is left for what the outcome rests on.
    return mark, one_line(MARGIN + mark.width + 20, y - 1, card.label, LABELS, MEASURE // 2, tone)


def _beside(label: TextBlock) -> int:
    return label.x + label.width + 24


def _fit_beside(remarks: str, label: TextBlock) -> bool:
    return fits(drawable(remarks), REMARKS[-1], MARGIN + MEASURE - _beside(label), 1)


def _remarks_below(card: ClaimCard) -> TextBlock | None:
    """What qualifies the outcome is not cut: what does not fit beside it stands under it."""
    _mark, label = _named(card, 0)
    if not card.remarks or _fit_beside(card.remarks, label):
        return None
    type, lines = fitted(drawable(card.remarks), REMARKS, MEASURE, HEIGHT, REMARKS_BELOW)
    return TextBlock(MARGIN, 0, lines, type, QUIET)
