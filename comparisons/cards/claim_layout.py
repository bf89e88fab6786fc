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


@dataclass(frozen=True)
class Below:
    """What stands under the outcome, from its own upper edge."""

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
    least = BOTTOM - _above(len(smallest) * HEADLINES[-2].leading)
    steps = grouped_rows(card.groups, least) if card.groups else sides(card.parties, least)
    made: list[Below] = []
    for items, height in steps:
        made.append(Below(tuple(items), height))
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
    tone = TONES[card.family]
    mark = Mark(MARGIN - round(4 * MARK_SCALE), y, MARK_SCALE, card.family, card.outcome, tone)
    yield mark
    start = MARGIN + mark.width + 20
    # Half of the width at least is left for what the outcome rests on.
    label = one_line(start, y - 1, card.label, LABELS, MEASURE // 2, tone)
    yield label
    beside = label.x + label.width + 24
    if card.remarks:
        yield one_line(beside, y + 7, card.remarks, REMARKS, MARGIN + MEASURE - beside, QUIET)
