"""Tokeniser of the full-text search: words with their offsets, folded and stemmed. Pure, the same on every database.

Folding makes equal what a reader takes for one word: letter case, ё and е, a stress mark or an accent, a ligature.
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import category, combining, normalize

from snowballstemmer import EnglishStemmer, RussianStemmer

LETTERS_AT_MOST = 100
"""Of a token. PostgreSQL takes lexemes below 2 kB; what is longer is no word."""

APOSTROPHES = "'’\u02bc"
CYRILLIC = re.compile("[\u0400-\u052f]")
LATIN = re.compile("[a-z]")
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BREVE, DIAERESIS = "\u0306", "\u0308"


def _marks() -> str:
    """What joins the letter before it, as ranges of a character class: combining marks, soft hyphens, joiners."""
    ignored = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
    codes = [code for code in range(0xA0, 0x1F000) if category(chr(code))[0] == "M" or code in ignored]
    runs = groupby(enumerate(codes), lambda pair: pair[1] - pair[0])
    ranges = [[code for _place, code in run] for _difference, run in runs]
    return "".join(f"{re.escape(chr(run[0]))}-{re.escape(chr(run[-1]))}" for run in ranges)


_LETTER = rf"[^\W_\u02bc{IDEOGRAPHS}][{_marks()}]*"
# An apostrophe is part of a word only before an English ending: “Kremlin’s” is one word, “l’accord” are two.
# What is written without spaces is cut into its signs: whoever asks for several asks for them in a row.
WORD = re.compile(
    rf"[{IDEOGRAPHS}]|(?:{_LETTER})+(?:[{APOSTROPHES}](?:s|t|d|m|re|ve|ll)(?!{_LETTER}))?", flags=re.IGNORECASE
)


@dataclass(frozen=True)
class Token:
    """One word of a text: its place there, and what is compared."""

    start: int
    end: int
    word: str
    """Folded."""
    stem: str


def tokens(text: str) -> Iterator[Token]:
    for found in WORD.finditer(text):
        word = fold(found[0])
        if word:
            yield Token(found.start(), found.end(), word, stem(word))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Letters, digits and an apostrophe, nothing else: neither a space nor a sign of any query language."""
    folded = normalize("NFKC", normalize("NFKC", word).casefold()).casefold()
    kept: list[str] = []
    base = ""
    for sign in normalize("NFD", folded):
        if not combining(sign):
            base = sign
        if "\u0300" <= sign <= "\u036f" and not _makes_a_letter(base, sign):
            continue
        if sign in APOSTROPHES:
            kept += ["'"] if kept else []
        elif sign.isalnum() or category(sign)[0] == "M":
            kept.append(sign)
    return normalize("NFC", "".join(kept))[:LETTERS_AT_MOST]


def _makes_a_letter(base: str, mark: str) -> bool:
    """й, ў and ї are letters of their own; ё is written е as often as not."""
    return base != "е" and mark in (BREVE, DIAERESIS) and bool(CYRILLIC.match(base))


class _Stemmers(threading.local):
    """A stemmer keeps the word that it works on, so each thread has its own."""

    def __init__(self) -> None:
        self.english = EnglishStemmer()
        self.russian = RussianStemmer()


_STEMMERS = _Stemmers()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word, by the script that it is written in: Russian for Cyrillic, English for Latin."""
    if CYRILLIC.search(word):
        stemmed: str = _STEMMERS.russian.stemWord(word)
    elif LATIN.search(word):
        stemmed = _STEMMERS.english.stemWord(word)
    else:
        return word
    return stemmed or word
