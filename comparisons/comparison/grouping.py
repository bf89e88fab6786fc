"""Parties grouped by what they said on a claim, those with the very same words together."""

from collections.abc import Sequence
from dataclasses import dataclass

from .claims import Cell, ClaimShown


@dataclass(frozen=True)
class Voice:
    """One party, or several that say it in the very same words and whose words rest on the same."""

    cells: tuple[Cell, ...]

    @property
    def words(self) -> Cell:
        """The cell that stands for all of them."""
        return self.cells[0]

    @property
    def others(self) -> int:
        """How many more parties have these words, each in an account of its own."""
        return len(self.cells) - 1


@dataclass(frozen=True)
class PositionGroup:
    """The parties that hold one position on a claim."""

    position: str
    is_excerpt: bool
    """Of parties whose text has nothing on it: whether an excerpt is all that is held of them."""
    voices: tuple[Voice, ...]

    @property
    def count(self) -> int:
        return sum(len(voice.cells) for voice in self.voices)


def grouped(claim: ClaimShown) -> tuple[PositionGroup, ...]:
    """The cells shown, by position: first those that speak, in the order in which positions are declared.

    Within a group parties stand in the order of the columns.
    """
    groups: dict[tuple[int, bool], list[Cell]] = {}
    for cell in claim.cells:
        key = (ORDER.index(cell.position), cell.position == "not_in_text_held" and cell.standing.is_excerpt)
        groups.setdefault(key, []).append(cell)
    return tuple(
        PositionGroup(ORDER[place], is_excerpt, _voices(cells)) for (place, is_excerpt), cells in sorted(groups.items())
    )


ORDER = (
    "affirms",
    "affirms_in_part",
    "conflicted",
    "denies",
    "declines",
    "silent",
    "not_in_text_held",
    "not_reviewed",
    "no_account",
)


def _voices(cells: Sequence[Cell]) -> tuple[Voice, ...]:
    by_words: dict[object, list[Cell]] = {}
    for cell in cells:
        by_words.setdefault(_said(cell), []).append(cell)
    return tuple(Voice(tuple(alike)) for alike in by_words.values())


def _said(cell: Cell) -> object:
    """What is told of a cell beside its party's name: cells of which it is equal are told together."""
    return (
        cell.standing.grounds,
        cell.standing.reporters,
        tuple(
            (
                entry.account.attribution,
                entry.stance.position,
                entry.stance.basis,
                entry.stance.implied,
                entry.stance.value,
                entry.stance.low,
                entry.stance.high,
                entry.stance.note,
                entry.stance.is_outdated,
                tuple((quote.exact, quote.translation and quote.translation.text) for quote in entry.stance.quotes),
                tuple(account.id for account in entry.stance.reporters),
            )
            if entry.stance
            else entry.account.title
            for entry in cell.told
        ),
    )
