"""Two parties side by side on the card of a claim, in columns of one width and one type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .content import PartyOnCard
from .fonts import Type, drawable
from .layout import MARGIN, MEASURE, Item, Rule, TextBlock
from .typesetting import fits, largest, set_lines

NAMES = [Type("serif", 600, size) for size in (34, 30, 26)]
SAID = [Type("sans", 600, size) for size in (30, 27, 25)]
KNOWN = [Type("sans", 400, size) for size in (25, 23, 21, 19)]
WORDS = [Type("serif", 400, size) for size in (38, 35, 32, 29, 27, 25, 23)]
GAP = 40
RULE = 4
BELOW_RULE = 8
STEM, BESIDE_STEM = 4, 18
ABOVE_WORDS = 10


@dataclass(frozen=True)
class Heads:
    """What stands above the words of each party, with one type for all: name, position, what that rests on."""

    name: Type
    said: Type
    known: Type
    lines: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]

    @property
    def heights(self) -> tuple[int, int, int]:
        """Of the names, which stand in one row, and of the highest of what follows them."""
        names = max(len(name) for name, _said, _known in self.lines) * self.name.leading
        rest = max(len(said) * self.said.leading + len(known) * self.known.leading for _n, said, known in self.lines)
        return RULE + BELOW_RULE + names, rest, RULE + BELOW_RULE + names + rest


def sides(parties: Sequence[PartyOnCard], most: int) -> Iterator[tuple[list[Item], int]]:
    """What they said with its height, in smaller and smaller words; the last is cut so that it is `most` high."""
    if not parties:
        yield [], 0
        return
    measure = (MEASURE - GAP * (len(parties) - 1)) // len(parties)
    heads = _heads(parties, measure)
    said = [[drawable(one) for one in party.words] for party in parties]
    for type in WORDS if any(said) else WORDS[:1]:
        words = [[set_lines(one, type, measure - BESIDE_STEM, 99) for one in own] for own in said]
        items, height = _drawn(heads, words, type, measure)
        if height <= most and all(_unbroken(own, type, measure) for own in said):
            yield items, height
    # Whatever else there is to say, none of it stands before what is said by whom: the words alone are cut.
    room = most - heads.heights[2] - ABOVE_WORDS
    lines = max(room // WORDS[-1].leading, 0)
    words = [
        [cut for one in own if (cut := set_lines(one, WORDS[-1], measure - BESIDE_STEM, lines // len(own)))]
        for own in said
    ]
    yield _drawn(heads, words, WORDS[-1], measure)


def _unbroken(words: Sequence[str], type: Type, measure: int) -> bool:
    return all(fits(one, type, measure - BESIDE_STEM, 99) for one in words)


def _heads(parties: Sequence[PartyOnCard], measure: int) -> Heads:
    names = [drawable(party.name) for party in parties]
    positions = [drawable(party.position) for party in parties]
    name = largest(names, NAMES, measure, 1)
    said = largest(positions, SAID, measure, 1)
    grounds, lines_at_most = [drawable(party.known) for party in parties], 2
    if not all(fits(text, KNOWN[-1], measure, lines_at_most) for text in grounds):
        grounds, lines_at_most = [drawable(party.known_in_short) for party in parties], 1
    known = largest(grounds, KNOWN, measure, lines_at_most)
    return Heads(
        name,
        said,
        known,
        tuple(
            (
                set_lines(one, name, measure, 2),
                set_lines(other, said, measure, 2),
                set_lines(third, known, measure, lines_at_most),
            )
            for one, other, third in zip(names, positions, grounds, strict=True)
        ),
    )


def _drawn(
    heads: Heads, words: Sequence[Sequence[tuple[str, ...]]], type: Type, measure: int
) -> tuple[list[Item], int]:
    items: list[Item] = []
    below_names, _rest, height = heads.heights
    bottom = height
    for column, ((named, said, known), own) in enumerate(zip(heads.lines, words, strict=True)):
        x = MARGIN + column * (measure + GAP)
        items.append(Rule(x, 0, measure, RULE))
        items.append(TextBlock(x, RULE + BELOW_RULE, named, heads.name))
        items.append(TextBlock(x, below_names, said, heads.said))
        y = below_names + len(said) * heads.said.leading
        items.append(TextBlock(x, y, known, heads.known))
        y = height
        for lines in own:
            y += ABOVE_WORDS
            items.append(Rule(x, y + 4, STEM, len(lines) * type.leading - 4))
            items.append(TextBlock(x + BESIDE_STEM, y, lines, type))
            y += len(lines) * type.leading
        bottom = max(bottom, y)
    return items, bottom
