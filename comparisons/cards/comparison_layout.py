"""The card of a comparison: its title, who is compared, and how many claims fall into each family."""

from collections.abc import Iterator

from .content import ComparisonCard, FamilyOnCard
from .fonts import Type, drawable
from .layout import (
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
from .typesetting import fitted

TITLES = [Type("serif", 600, size) for size in (92, 82, 73, 65, 57, 50, 44, 38)]
COMPARED = [Type("sans", 400, size) for size in (32, 28, 25)]
COUNT = Type("serif", 600, 58)
LABELS = [Type("sans", 600, size) for size in (28, 25, 22)]
TOTALS = [Type("sans", 400, size) for size in (26, 23, 20)]
BAR_TOP, FAMILIES_TOP = 376, 428
GAP = 28
BETWEEN = 8

# Of the upper and the lower line of the bar: its thickness, what is drawn and what is left open, and where it begins.
WHOLE = (9, 0, 0, 0)
DASHES = {
    "agreements": (WHOLE, WHOLE),
    "contradictions": ((9, 14, 14, 0), (9, 14, 14, 14)),
    "one-sided": (WHOLE, (3, 3, 11, 0)),
    "open": ((3, 3, 11, 0), (3, 3, 11, 0)),
}


def comparison_layout(card: ComparisonCard) -> Layout:
    compared_type, compared_lines = fitted(drawable(card.compared), COMPARED, MEASURE, HEAD_BOTTOM, 2)
    compared = TextBlock(
        MARGIN, BAR_TOP - 24 - len(compared_lines) * compared_type.leading, compared_lines, compared_type
    )
    room = compared.y - 14 - HEAD_BOTTOM
    type, lines = fitted(drawable(card.title), TITLES, MEASURE, room, 3)
    title = TextBlock(MARGIN, HEAD_BOTTOM, lines, type)
    families = (item for number, one in enumerate(card.families) for item in _family(one, number))
    return Layout((*head(card.kind, card.day), title, compared, *_bar(card), *families, *foot(card.edition)))


def _bar(card: ComparisonCard) -> Iterator[Rule]:
    """As long as the card is wide, in parts as long as the families are large, each in its own two lines."""
    total = sum(one.count for one in card.families)
    before = 0
    for one in card.families:
        if not one.count:
            continue
        start = MARGIN + MEASURE * before / total
        before += one.count
        end = MARGIN + MEASURE * before / total - (BETWEEN if before < total else 0)
        for y, (thick, drawn, left, begins) in zip((BAR_TOP, BAR_TOP + 17), DASHES[one.family], strict=True):
            top = y + (9 - thick) / 2
            if not drawn:
                yield Rule(start, top, max(end - start, 1), thick, TONES[one.family])
                continue
            place = start + begins
            while place < end:
                yield Rule(place, top, min(drawn, end - place), thick, TONES[one.family])
                place += drawn + left


def _family(one: FamilyOnCard, number: int) -> Iterator[TextBlock | Mark]:
    measure = (MEASURE - 3 * GAP) // 4
    x = MARGIN + number * (measure + GAP)
    tone = TONES[one.family] if one.count else QUIET
    ink = INK if one.count else QUIET
    mark = Mark(x - 3, FAMILIES_TOP + 4, 0.8, one.family, "", tone)
    yield mark
    beside = x + mark.width + 10
    yield one_line(beside, FAMILIES_TOP, one.label, LABELS, x + measure - beside, ink)
    count = TextBlock(x, FAMILIES_TOP + 38, (str(one.count),), COUNT, ink)
    yield count
    beside = x + count.width + 12
    yield one_line(beside, FAMILIES_TOP + 64, one.of_claims, TOTALS, x + measure - beside, QUIET)
