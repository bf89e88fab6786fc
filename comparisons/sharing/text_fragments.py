"""Text fragments, links to words on a web page: https://wicg.github.io/scroll-to-text-fragment/"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote

LONG = 120
"""Words of more characters are named by their first and last ones: a page may break their lines differently."""
AT_EITHER_END = 6
AROUND = (0, 4, 8, 16, 32)
"""How many words of the line are taken in on either side, until nothing else in the text could be meant."""
LONGEST = 4_000
"""Characters of a directive. Words in an alphabet other than ours take six for each of theirs."""

JOINING = frozenset("'’.,:_")
"""Between two letters or digits no word ends there (UAX #29)."""

# Spaces, of which a page may have others; marks of accents and vowels, quotation marks and invisible signs.
PASSED_OVER = re.compile(
    "[\\s\"'\u2018-\u201f\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]+"
)


class Directive(NamedTuple):
    """Words each: those it begins with, and ends with where the rest is left out, and what stands beside them."""

    prefix: list[str]
    first: list[str]
    last: list[str]
    suffix: list[str]

    def __str__(self) -> str:
        parts = [
            _encoded(self.prefix) + "-" if self.prefix else "",
            _encoded(self.first),
            _encoded(self.last),
            "-" + _encoded(self.suffix) if self.suffix else "",
        ]
        return ",".join(part for part in parts if part)

    def leads_to(self, words: str, text: str) -> bool:
        """Whether a browser that searches the text stops at these words of it, how loosely soever it compares.

        What the directive begins with is to be there once; what it ends with, not earlier within the words.
        """
        beginning, ending = _folded(self.prefix + self.first), _folded(self.last + self.suffix)
        if not self.last:
            return _stands_once(beginning + ending, text)
        selected = _folded([words, *self.suffix])
        earliest = selected.find(ending, len(_folded(self.first)))
        return earliest + len(ending) == len(selected) and _stands_once(beginning, text)


def text_fragment_url(address: str, text: str, start: int, end: int) -> str:
    """`address` with a directive that leads to text[start:end], whole words, and nowhere else in the text held.

    The bare address where there are no words, or none that are told apart. Offsets count code points.
    """
    start, end = _whole_words(text, start, end)
    fitting = (one for one in _directives(text, start, end) if one.leads_to(text[start:end], text))
    directive = str(next(fitting, ""))
    if not directive or len(directive) > LONGEST:
        return address
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while _inside_a_word(text, start):
        start -= 1
    while _inside_a_word(text, end):
        end += 1
    return start, end


def _inside_a_word(text: str, place: int) -> bool:
    left, right = text[max(0, place - 2) : place], text[place : place + 2]
    if right[:1] in JOINING:
        right = right[1:]
    elif left[-1:] in JOINING:
        left = left[:-1]
    return left[-1:].isalnum() and right[:1].isalnum()


def _directives(text: str, start: int, end: int) -> Iterator[Directive]:
    """To text[start:end], with more and more context of its own line."""
    lines = [line.split() for line in text[start:end].splitlines() if line.split()]
    before = text[:start].rpartition("\n")[2].rsplit(None, AROUND[-1])
    after = text[end:].partition("\n")[0].split(None, AROUND[-1])
    for around in AROUND if lines else ():
        first, last = _named(lines, AT_EITHER_END + around)
        prefix = before[max(0, len(before) - around) :]
        yield Directive(prefix, first, last, [])
        yield Directive(prefix, first, last, after[:around])


def _named(lines: list[list[str]], at_either_end: int) -> tuple[list[str], list[str]]:
    """All the words, and none; or the first and the last ones where they are long or of several lines."""
    words = lines[0]
    if len(lines) == 1 and (len(" ".join(words)) <= LONG or len(words) <= 2 * at_either_end):
        return words, []
    return words[:at_either_end], lines[-1][-at_either_end:]


def _stands_once(folded: str, text: str) -> bool:
    page = _folded_text(text)
    place = page.find(folded)
    return place != -1 and page.find(folded, place + 1) == -1


@lru_cache(maxsize=16)  # the texts of a page, of which each is asked for every quote from it
def _folded_text(text: str) -> str:
    return _folded([text])


def _folded(words: list[str]) -> str:
    """As browsers compare, by base characters (UTS #10): no case, no accents, any quotation marks and spaces."""
    return PASSED_OVER.sub("", normalize("NFKD", " ".join(words)).casefold())


def _encoded(words: list[str]) -> str:
    """Percent-encoded, with the signs that a directive is made of."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
