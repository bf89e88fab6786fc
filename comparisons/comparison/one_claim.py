"""One claim by itself, whose page tells all that is held: what a card leaves out, and the words around each quote."""

from dataclasses import dataclass

from .claims import Cell, CellEntry, QuoteShown

CONTEXT = 72
"""Code points of context on either side of a quote: a line at a desk, two on a phone."""


def left_to_its_page(cell: Cell) -> tuple[CellEntry, ...]:
    """The accounts of a party that a card does not tell: those that are silent, or not read, beside its position."""
    return tuple(entry for entry in cell.in_reading_order if entry not in cell.told)


@dataclass(frozen=True)
class Around:
    """The words just before and after a quote, cut at a word, with an ellipsis where more of the text stands there."""

    before: str
    after: str


def around(quote: QuoteShown) -> Around:
    before, after = quote.before.split(), quote.after.split()
    near, beyond = _first_words(before[::-1])[::-1], _first_words(after)
    is_start = len(near) == len(before) and len(quote.before) == quote.start
    is_end = len(beyond) == len(after) and len(quote.after) == len(quote.revision.text) - quote.end
    return Around(
        " ".join(near if is_start else ["…", *near]) + (" " if quote.before[-1:].isspace() else ""),
        (" " if quote.after[:1].isspace() else "") + " ".join(beyond if is_end else [*beyond, "…"]),
    )


def _first_words(words: list[str]) -> list[str]:
    """As many as fit."""
    length = 0
    for number, word in enumerate(words):
        length += len(word) + 1
        if length > CONTEXT:
            return words[:number]
    return words
