"""One claim by itself: what each party said, or of many parties who said the same, with two lines of context each."""

from dataclasses import dataclass

from .claims import Cell, CellEntry, ClaimShown, QuoteShown

BESIDE_EACH_OTHER = 3
"""So many parties have a column each; more are grouped by their position."""
CONTEXT = 72
"""Code points of context on either side of a quote: a line at a desk, two on a phone."""
IN_ORDER = (
    *("affirms", "affirms_in_part", "denies", "conflicted", "declines"),
    *("silent", "not_in_text_held", "not_reviewed", "no_account"),
)


@dataclass(frozen=True)
class Told:
    """What one account says on the claim, or several in the same words."""

    entries: tuple[tuple[Cell, CellEntry], ...]
    wordless: tuple[CellEntry, ...]
    """Other accounts of these parties, which are silent on it or have not been read."""

    @property
    def first(self) -> CellEntry:
        return self.entries[0][1]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Of the parties that say it, each once."""
        return tuple({cell.party: cell for cell, _entry in self.entries}.values())

    @property
    def others(self) -> tuple[CellEntry, ...]:
        return tuple(entry for _cell, entry in self.entries[1:])


@dataclass(frozen=True)
class Group:
    """The parties that hold one position, of how many there are in all."""

    position: str
    cells: tuple[Cell, ...]
    of: int
    told: tuple[Told, ...]
    without_account: tuple[Cell, ...]


def grouped_by_position(claim: ClaimShown) -> tuple[Group, ...]:
    """The parties by what they said, in the one order of positions; nothing where each has a column of its own."""
    if len(claim.cells) <= BESIDE_EACH_OTHER:
        return ()
    return tuple(
        _group(position, cells, len(claim.cells))
        for position in IN_ORDER
        if (cells := tuple(cell for cell in claim.cells if cell.position == position))
    )


def _group(position: str, cells: tuple[Cell, ...], of: int) -> Group:
    by_words: dict[object, list[tuple[Cell, CellEntry]]] = {}
    wordless: dict[object, list[CellEntry]] = {}
    for cell in cells:
        spoken = [entry for entry in cell.in_reading_order if entry.stance and entry.stance.quotes]
        first, *_more = *spoken, *cell.in_reading_order, None
        for entry in cell.in_reading_order:
            if entry in spoken or entry is first:
                by_words.setdefault(_words(cell, entry), []).append((cell, entry))
            elif first:
                wordless.setdefault(_words(cell, first), []).append(entry)
    told = tuple(Told(tuple(same), tuple(wordless.get(words, ()))) for words, same in by_words.items())
    return Group(position, cells, of, told, tuple(cell for cell in cells if not cell.entries))


def _words(cell: Cell, entry: CellEntry) -> object:
    """What has to be the same for two accounts to be told as one; whatever has no words is told by itself."""
    stance = entry.stance
    if stance is None or not stance.quotes:
        return entry.account.id
    reporters = tuple(account.id for account in stance.reporters)
    words = tuple((" ".join(quote.exact.split()), quote.translation) for quote in stance.quotes)
    figures = (stance.low, stance.high, stance.value)
    grounds = (cell.standing.grounds, cell.standing.reporters)
    return (stance.position, stance.basis, stance.implied, figures, stance.note, reporters, words, grounds)


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
