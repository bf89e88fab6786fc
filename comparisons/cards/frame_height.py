"""How high a frame is at a width: the lines of what it shows, with the distances of its style sheets.

There is no browser on a server. The styles of a frame (static/css/embed) have lines and distances of whole pixels,
which stand here again; a test holds both together in a browser.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from comparisons.comparison.comparison import Comparison
from comparisons.sharing.embedded import EmbeddedClaim, EmbeddedPage, Line, Part
from comparisons.sharing.embedding import WIDEST, Embedding

from .text_metrics import Run, lines, lines_as_typed

AROUND = 2 * (1 + 16)
"""The line and the distance at both sides."""
TOP, BOTTOM = 3 + 16, 16 + 1
NARROWEST = 280
"""A frame that is narrower is not read; it is as high as this one."""
SIDE_BY_SIDE = 448
"""From this width of the content, two sides stand beside each other."""
BETWEEN_SIDES, BELOW_SIDE = 24, 18
LINK = 24


@dataclass(frozen=True)
class Style:
    """Of one kind of line: its type, and its distances from what is above and from the side."""

    face: str
    weight: int
    size: float
    leading: int
    above: int
    indent: int = 0
    keeps_breaks: bool = False

    def height(self, text: str, measure: float) -> int:
        return self.above + self.leading * self._lines(text, measure - self.indent)

    def _lines(self, text: str, measure: float) -> int:
        if self.keeps_breaks:
            return lines_as_typed(text, self.face, self.weight, self.size, measure)
        return lines([Run(text, self.face, self.weight, self.size)], measure)


TITLE = Style("serif", 600, 24, 28, 0)
TITLE_ABOVE_CLAIM = Style("sans", 600, 14, 20, 0)
ABOUT = Style("sans", 400, 14, 20, 2)
UNTRANSLATED = Style("sans", 400, 14, 20, 8)
TOPIC = Style("sans", 400, 14, 20, 0)
HEADLINE = Style("serif", 600, 20, 24, 0)
HEADLINE_ALONE = Style("serif", 600, 24, 28, 0)
SENTENCE = Style("sans", 400, 16, 24, 4)
PART = Style("sans", 600, 16, 22, 0)
NAMES = Style("sans", 400, 16, 22, 0)
NOTE_OF_CLAIM = Style("sans", 400, 14, 20, 12)
NONE = Style("sans", 400, 16, 24, 16)
LINES = {
    "whose": Style("sans", 600, 14, 20, 0, 16),
    "says": Style("sans", 400, 14, 20, 0, 16),
    "figure": Style("serif", 600, 20, 26, 0, 16),
    "reporter": Style("sans", 400, 14, 20, 0, 16),
    "quote": Style("serif", 400, 18, 26, 0, 16, keeps_breaks=True),
    "translation": Style("sans", 400, 16, 22, 4, 16, keeps_breaks=True),
    "by": Style("sans", 400, 14, 20, 0, 16),
    "source": Style("sans", 400, 14, 20, 2, 16),
    "note": Style("sans", 400, 14, 20, 4, 16),
    "outdated": Style("sans", 600, 14, 20, 4, 16),
}
ABOVE_WORDS = 10
ABOVE_CLAIM = 16 + 1 + 14
ABOVE_CLAIM_ALONE = 10
ABOVE_OUTCOME = 6
MARK = 28 + 8 + 8
"""With the distances of the words beside it."""
ABOVE_PARTS = 14
ABOVE_SUMMARY = 4
ABOVE_FOOT = 16 + 1 + 8


KEPT = 2_000


def kept_frame_height(whole: Comparison, asked: Embedding, width: int) -> int:
    """The same, measured once in each process: an edition never changes, and colours take no room."""
    assert whole.edition
    heights = _heights(whole.edition.sha256, asked.topic, asked.claim, get_language() or "")
    width = min(max(width, NARROWEST), WIDEST)
    if width not in heights:
        heights[width] = frame_height(EmbeddedPage.of(whole, asked), width)
    return heights[width]


@lru_cache(maxsize=KEPT)
def _heights(_edition: str, _topic: str, _claim: str, _language: str) -> dict[int, int]:
    """By width; those of what has not been asked for the longest are forgotten."""
    return {}


def frame_height(page: EmbeddedPage, width: int) -> int:
    """In pixels, with all that is folded folded."""
    measure = max(width, NARROWEST) - AROUND
    title = TITLE_ABOVE_CLAIM if page.is_one_claim else TITLE
    height = TOP + title.height(page.title, measure) + ABOUT.height(page.about, measure)
    if page.untranslated:
        height += UNTRANSLATED.height(page.untranslated, measure)
    for claim in page.claims:
        height += _claim(claim, page, measure)
    if not page.claims:
        # Its words are the same in every edition, and fit on two lines.
        height += NONE.above + 2 * NONE.leading
    return height + _foot(page, measure) + BOTTOM


def _claim(claim: EmbeddedClaim, page: EmbeddedPage, measure: float) -> int:
    height = ABOVE_CLAIM_ALONE if page.is_one_claim else ABOVE_CLAIM
    if claim.topic:
        height += TOPIC.height(claim.topic, measure)
    headline = HEADLINE_ALONE if page.is_one_claim else HEADLINE
    height += headline.height(claim.claim.headline, measure)
    height += SENTENCE.height(claim.sentence, measure)
    outcome = [Run(claim.outcome, "sans", 600, 14, is_unbroken=True), Run(claim.remarks, "sans", 400, 14)]
    height += ABOVE_OUTCOME + LINK * lines(outcome, measure - MARK)
    if page.is_folded:
        return height + ABOVE_SUMMARY + LINK
    return height + _parts(claim, measure)


def _parts(claim: EmbeddedClaim, measure: float) -> int:
    if claim.are_sides and len(claim.parts) > 1 and measure >= SIDE_BY_SIDE:
        column = (measure - BETWEEN_SIDES) / 2
        height = ABOVE_PARTS + max(_part(part, column) for part in claim.parts)
    else:
        heights = [_part(part, measure) for part in claim.parts]
        height = ABOVE_PARTS + sum(heights) + BELOW_SIDE * (len(heights) - 1) if heights else 0
    return height + (NOTE_OF_CLAIM.height(claim.claim.note, measure) if claim.claim.note else 0)


def _part(part: Part, measure: float) -> int:
    height = PART.height(f"{part.name}: {part.told}" if part.name else part.told, measure)
    if not part.name:
        height += NAMES.height(", ".join(member.name for member in part.members), measure)
    return height + sum(ABOVE_WORDS + _words(words, measure) for words in part.words)


def _words(words: tuple[Line, ...], measure: float) -> int:
    return sum(LINES[line.kind].height(line.text, measure) for line in words)


def _foot(page: EmbeddedPage, measure: float) -> int:
    name = Run("Counterpoint", "serif", 600, 16, is_unbroken=True)
    # The distance beside each is as wide as two letters.
    told = [Run(f"{words}mm", "sans", 400, 14, is_unbroken=True) for words in (page.edition, page.more)]
    return ABOVE_FOOT + LINK * lines([*told, name], measure)
