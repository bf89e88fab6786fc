"""The layout of a card of 1200 x 630: positions of texts, rules and marks, as plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from .fonts import Type, drawable, width
from .marks import FIELD
from .typesetting import fitted, set_lines

WIDTH, HEIGHT = 1200, 630
MARGIN = 64
MEASURE = WIDTH - 2 * MARGIN

# The tokens of the pages, on paper (static/css/site/tokens.css).
PAPER, INK, QUIET, LINE = "#fbfaf7", "#1b1c1f", "#5a5c64", "#d9d6cd"
TONES = {"agreements": "#0b5c8a", "contradictions": "#a53a00", "one-sided": "#6b4a9c", "open": "#5a5c64"}

FOLIO = Type("sans", 600, 25)
NAME_OF_SITE = Type("serif", 600, 30)
HEAD_BOTTOM = 108
FOOT_TOP = 560


@dataclass(frozen=True)
class TextBlock:
    """Lines of one type, from the upper left corner of the first."""

    x: int
    y: int
    lines: tuple[str, ...]
    type: Type
    colour: str = INK

    @property
    def width(self) -> int:
        return ceil(max((width(line, self.type) for line in self.lines), default=0))

    @property
    def height(self) -> int:
        return len(self.lines) * self.type.leading

    @property
    def words(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True)
class Rule:
    x: float
    y: float
    width: float
    height: float
    colour: str = INK


@dataclass(frozen=True)
class Mark:
    """The two lines of an outcome, in their field, enlarged by `scale`."""

    x: int
    y: int
    scale: float
    family: str
    outcome: str
    colour: str

    @property
    def width(self) -> int:
        return round(FIELD[0] * self.scale)

    @property
    def height(self) -> int:
        return round(FIELD[1] * self.scale)


Item = TextBlock | Rule | Mark


def moved(item: Item, by: int) -> Item:
    """Lower by so much."""
    if isinstance(item, Rule):
        return replace(item, y=item.y + by)
    return replace(item, y=item.y + by)


@dataclass(frozen=True)
class Layout:
    items: tuple[Item, ...]

    @property
    def texts(self) -> tuple[TextBlock, ...]:
        return tuple(item for item in self.items if isinstance(item, TextBlock))


def one_line(x: int, y: int, words: str, types: Sequence[Type], measure: int, colour: str = INK) -> TextBlock:
    """In the largest of these types that holds it, else cut."""
    type, lines = fitted(drawable(words), types, measure, HEIGHT, 1)
    return TextBlock(x, y, lines, type, colour)


def head(left: str, right: str) -> Iterator[TextBlock | Rule]:
    """A heavy rule, and below it what the card belongs to and the day."""
    yield Rule(MARGIN, 44, MEASURE, 7)
    day = _at_the_right(66, right)
    yield one_line(MARGIN, 66, left, [FOLIO], MEASURE - day.width - 32, QUIET)
    if day.lines:
        yield day


def foot(edition: str) -> Iterator[TextBlock | Rule]:
    """The name of the site, and which edition the card is of."""
    yield Rule(MARGIN, FOOT_TOP, MEASURE, 2, LINE)
    yield TextBlock(MARGIN, FOOT_TOP + 14, ("Counterpoint",), NAME_OF_SITE)
    yield _at_the_right(FOOT_TOP + 18, edition)


def _at_the_right(y: int, words: str) -> TextBlock:
    lines = set_lines(drawable(words), FOLIO, MEASURE // 2, 1)
    text = TextBlock(MARGIN, y, lines, FOLIO, QUIET)
    return replace(text, x=WIDTH - MARGIN - text.width)
