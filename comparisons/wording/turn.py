"""Words before and after: a value, of which no two are ever the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from comparisons.editions.renames import squeezed
from comparisons.texts.differences import DiffPart, difference

EFFORT = 50_000
"""Steps for the difference of one turn, of which a page may have thousands."""


@dataclass(frozen=True)
class Turn:
    name: str
    """What these are the words of, as the desk calls it; nothing where the place says it."""
    before: str
    """Nothing where the words are new."""
    after: str
    """Nothing where they are gone."""
    language: str = ""
    """Nothing where they are the site's own, or its editors'."""

    @property
    def parts(self) -> tuple[DiffPart, ...]:
        return difference(self.before, self.after, EFFORT)


@dataclass(frozen=True)
class Move:
    """Words that stood at one place and stand at another."""

    words: str
    origin: str
    target: str
    language: str


def turned(name: str, before: str, after: str, language: str = "") -> tuple[Turn, ...]:
    """A turn; none where both read the same, as white space of any length does."""
    before, after = squeezed(before), squeezed(after)
    return (Turn(name, before, after, language),) if before != after else ()


def apart_from_moves(placed: Iterable[tuple[str, Turn]]) -> tuple[tuple[Move, ...], set[int]]:
    """What is gone at one place and new at another, and the ids of the turns that these are."""
    placed = list(placed)
    gone: dict[str, list[tuple[str, Turn]]] = {}
    for place, turn in placed:
        if not turn.after:
            gone.setdefault(turn.before, []).append((place, turn))
    moves: list[Move] = []
    moved: set[int] = set()
    for place, turn in placed:
        if not turn.before and gone.get(turn.after):
            origin, earlier = gone[turn.after].pop(0)
            moves.append(Move(turn.after, origin, place, turn.language))
            moved |= {id(turn), id(earlier)}
    return tuple(moves), moved
