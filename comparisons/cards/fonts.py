"""The shipped fonts: which letters they have, how wide a line of them is, and in which pieces it is drawn.

Each typeface is three files. They are read as they are shipped, since their licence reserves their names.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from django.conf import settings
from PIL import ImageFont

FONTS = Path(settings.BASE_DIR, "static", "fonts")
FACES = {"serif": "source-serif-4", "sans": "source-sans-3"}
FILES = ("latin", "cyrillic", "latin-ext")

NOT_A_CHARACTER = "\uffff"
"""Every font draws it as it draws what it does not have."""
WITHOUT_GLYPH = "\ufffd"
LEFT_OUT = "[…]"
RUN_WITHOUT_GLYPHS = re.compile(f"{WITHOUT_GLYPH}(?:\\s*{WITHOUT_GLYPH})*")


@dataclass(frozen=True)
class Type:
    face: str
    weight: int
    size: int

    @property
    def leading(self) -> int:
        """From one line to the next: room for the accents of capitals and for what hangs below."""
        return round(self.size * 1.2)

    @property
    def baseline(self) -> int:
        """From the top of a line."""
        return round(self.size * 0.94)


@cache
def font(file: str, type: Type) -> ImageFont.FreeTypeFont:
    opened = ImageFont.truetype(FONTS / f"{FACES[type.face]}-{file}.woff2", type.size)
    opened.set_variation_by_axes([type.weight])
    return opened


@lru_cache(maxsize=4096)
def has_glyph(character: str, file: str, face: str) -> bool:
    probe = font(file, Type(face, 400, 20))
    return bytes(probe.getmask(character)) != bytes(probe.getmask(NOT_A_CHARACTER))


def can_draw(text: str) -> bool:
    """Whether either face has every letter: some are in one of them alone."""
    return all(any(has_glyph(character, file, face) for file in FILES) for face in FACES for character in text)


def drawable(text: str) -> str:
    """The text on one line, in characters that the fonts have.

    A letter that they lack loses its accent; one of another script is left out, and "[…]" says so, once for as many as
    are together. What is no letter (an emoji, a control sign, a mark for the direction of writing) leaves no trace.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split())
    found = RUN_WITHOUT_GLYPHS.sub(LEFT_OUT, "".join(map(_drawable, line)))
    return " ".join(found.split()) or (LEFT_OUT if line else "")


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "CM":
        return ""
    if can_draw(character):
        return character
    plain = "".join(one for one in unicodedata.normalize("NFKD", character) if not unicodedata.combining(one))
    if plain.isprintable() and can_draw(plain):
        return plain
    return WITHOUT_GLYPH if category[0] in "LN" else ""


def pieces(text: str, type: Type) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """The text in pieces, each with the font that draws it. It is one that `drawable` gave."""
    files: list[str] = []
    for character in text:
        if not (files and has_glyph(character, files[-1], type.face)):
            files.append(next(file for file in FILES if has_glyph(character, file, type.face)))
        else:
            files.append(files[-1])
    for file, piece in groupby(zip(files, text, strict=True), key=lambda pair: pair[0]):
        yield font(file, type), "".join(character for _file, character in piece)


@lru_cache(maxsize=16384)
def width(text: str, type: Type) -> float:
    return sum(used.getlength(piece) for used, piece in pieces(text, type))
