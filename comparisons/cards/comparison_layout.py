"""The card of a comparison: its title, how many claims fall into each family, and what was said on the first."""

from collections.abc import Iterator

from .content import ComparisonCard, FamilyOnCard
from .fonts import Type, drawable
from .layout import (
    FOOT_TOP,
    HEAD_BOTTOM,
    INK,
    MARGIN,
    MEASURE,
    QUIET,
    TONES,
    Item,
    Layout,
    Mark,
    Rule,
    TextBlock,
    foot,
    head,
    one_line,
)
from .typesetting import fits, fitted, set_lines

TITLES = [Type("serif", 600, size) for size in (65, 57, 50, 46)]
TITLES_OF_TWO_LINES = [Type("serif", 600, size) for size in (50, 44, 38)]
COMPARED = [Type("sans", 400, size) for size in (27, 25, 23)]
COUNT = Type("serif", 600, 34)
LABELS = [Type("sans", 600, size) for size in (26, 24, 22, 20, 18)]
TOTALS = [Type("sans", 400, size) for size in (24, 22, 20)]
HEADLINE = Type("serif", 600, 29)
SENTENCE = Type("sans", 400, 25)
MARK_SCALE = 0.8
GAP = 28
BETWEEN = 8
ANSWERS_BOTTOM = FOOT_TOP - 8

# Of the upper and the lower line of the bar: its thickness, what is drawn and what is left open, and where it begins.
WHOLE = (9, 0, 0, 0)
DASHES = {
    "agreements": (WHOLE, WHOLE),
    "contradictions": ((9, 14, 14, 0), (9, 14, 14, 14)),
    "one-sided": (WHOLE, (3, 3, 11, 0)),
    "open": ((3, 3, 11, 0), (3, 3, 11, 0)),
}
BAR_HEIGHT = 26
FAMILY_HEIGHT = 78


def comparison_layout(card: ComparisonCard) -> Layout:
    title = _title(drawable(card.title))
    compared_type, compared_lines = fitted(drawable(card.compared), COMPARED, MEASURE, HEAD_BOTTOM, 2)
    compared = TextBlock(MARGIN, title.y + title.height + 6, compared_lines, compared_type)
    bar = compared.y + compared.height + 16
    families_top = bar + BAR_HEIGHT + 14
    families = (item for number, one in enumerate(card.families) for item in _family(one, number, families_top))
    answers = _answers(card, families_top + FAMILY_HEIGHT + 12)
    return Layout(
        (*head(card.kind, card.day), title, compared, *_bar(card, bar), *families, *answers, *foot(card.edition))
    )


def _title(words: str) -> TextBlock:
    """On one line where that can be: there is more room for answers."""
    on_one = next((type for type in TITLES if fits(words, type, MEASURE, 1)), None)
    if on_one:
        return TextBlock(MARGIN, HEAD_BOTTOM, (words,), on_one)
    type, lines = fitted(words, TITLES_OF_TWO_LINES, MEASURE, 2 * TITLES_OF_TWO_LINES[0].leading, 2)
    return TextBlock(MARGIN, HEAD_BOTTOM, lines, type)


def _bar(card: ComparisonCard, y: int) -> Iterator[Rule]:
    """As long as the card is wide, in parts as long as the families are large, each in its own two lines."""
    total = sum(one.count for one in card.families)
    before = 0
    for one in card.families:
        if not one.count:
            continue
        start = MARGIN + MEASURE * before / total
        before += one.count
        end = MARGIN + MEASURE * before / total - (BETWEEN if before < total else 0)
        for line, (thick, drawn, left, begins) in zip((y, y + 17), DASHES[one.family], strict=True):
            top = line + (9 - thick) / 2
            if not drawn:
                yield Rule(start, top, max(end - start, 1), thick, TONES[one.family])
                continue
            place = start + begins
            while place < end:
                yield Rule(place, top, min(drawn, end - place), thick, TONES[one.family])
                place += drawn + left


def _family(one: FamilyOnCard, number: int, y: int) -> Iterator[TextBlock | Mark]:
    measure = (MEASURE - 3 * GAP) // 4
    x = MARGIN + number * (measure + GAP)
    tone = TONES[one.family] if one.count else QUIET
    ink = INK if one.count else QUIET
    mark = Mark(x - 3, y + 4, MARK_SCALE, one.family, "", tone)
    yield mark
    beside = x + mark.width + 10
    yield one_line(beside, y, one.label, LABELS, x + measure - beside, ink)
    count = TextBlock(x, y + 34, (str(one.count),), COUNT, ink)
    yield count
    beside = x + count.width + 10
    yield one_line(beside, y + 44, one.of_claims, TOTALS, x + measure - beside, QUIET)


def _answers(card: ComparisonCard, y: int) -> Iterator[Item]:
    """Those that stand here whole: what a sentence says is not cut, as what qualifies it may stand at its end."""
    for one in card.answers:
        headline, sentence = drawable(one.headline), drawable(one.sentence)
        beside = MARGIN + round(56 * MARK_SCALE) + 14
        measure = MARGIN + MEASURE - beside
        if not (fits(headline, HEADLINE, measure, 2) and fits(sentence, SENTENCE, measure, 2)):
            continue
        asked = TextBlock(beside, y + 12, set_lines(headline, HEADLINE, measure, 2), HEADLINE)
        said = TextBlock(beside, asked.y + asked.height, set_lines(sentence, SENTENCE, measure, 2), SENTENCE)
        if said.y + said.height <= ANSWERS_BOTTOM:
            yield from (Mark(MARGIN - 3, y + 17, MARK_SCALE, one.family, one.outcome, TONES[one.family]), asked, said)
            y = said.y + said.height
