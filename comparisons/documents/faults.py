"""Validation errors of a document, each with its place, in words that can be printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

QUOTED_AT_MOST = 100

Path = Sequence[str | int]


@dataclass(frozen=True)
class Fault:
    """One fault. `place` reads as in `claims[3].stances[0].quotes[0].exact`; it is empty for the whole document."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class Faults(ValueError):
    """Everything that is wrong with a document. Nothing of it has been saved."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def place_of(path: Path) -> str:
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{quoted(step)}" if place else quoted(step)
    return place


def quoted(value: object) -> str:
    """The beginning of a given value, as a message quotes it."""
    text = str(value)
    return printable(text if len(text) <= QUOTED_AT_MOST else text[: QUOTED_AT_MOST - 1] + "…")


def printable(text: str) -> str:
    """The text with what cannot be encoded or shown escaped: lone surrogates, line ends, NUL."""
    return "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" if ord(letter) < 2**16 else f"\\U{ord(letter):08x}"
        for letter in text
    )
