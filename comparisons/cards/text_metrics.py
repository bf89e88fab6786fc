"""How many lines a text takes in a browser, measured with the shipped fonts; never fewer than it takes there."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .fonts import FILES, Type, font, has_glyph

WIDER = 1.03
"""A browser sets letters closer or wider by pairs, and some round each to a whole pixel: by so much at the most."""
BROKEN = 0.94
"""How much of a line a part of a broken word fills at the least."""
FINE = 1000


@dataclass(frozen=True)
class Run:
    """Words of one type within a line; one that is not broken counts as one word."""

    text: str
    face: str
    weight: int
    size: float
    is_unbroken: bool = False


@lru_cache(maxsize=8192)
def advance(character: str, face: str, weight: int) -> float:
    """In ems; of a letter that the fonts lack that of an ideograph, the widest that there is."""
    for file in FILES:
        if has_glyph(character, file, face):
            return font(file, Type(face, weight, FINE)).getlength(character) / FINE
    return 0.0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1.0


@lru_cache(maxsize=16384)
def ems(word: str, face: str, weight: int) -> float:
    return sum(advance(character, face, weight) for character in word) * WIDER


def width(run: Run) -> float:
    return ems(run.text, run.face, run.weight) * run.size


def lines(runs: Sequence[Run], measure: float) -> int:
    """Of runs that follow each other with a space between; a line at least."""
    count, place = 1, 0.0
    for word in _words(runs):
        wide = width(word)
        space = width(Run(" ", word.face, word.weight, word.size)) if place else 0
        if place and place + space + wide > measure:
            count, place, space = count + 1, 0.0, 0
        if wide > measure:
            count, place = count + ceil(wide / (measure * BROKEN)) - 1, measure
        else:
            place += space + wide
    return count


def lines_as_typed(text: str, face: str, weight: int, size: float, measure: float) -> int:
    """Of a text whose line breaks are kept."""
    return sum(lines([Run(line, face, weight, size)], measure) for line in text.strip("\n").split("\n"))


def _words(runs: Iterable[Run]) -> Iterable[Run]:
    for run in runs:
        if run.is_unbroken:
            yield run
        else:
            yield from (Run(word, run.face, run.weight, run.size) for word in run.text.split())
