"""What is searched for: a query's words and quoted phrases, as stems or exact words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comparisons.texts.tokens import tokens

QUOTATION_MARKS = '"“”„«»'
PARTS = re.compile(rf"[{QUOTATION_MARKS}](?P<phrase>[^{QUOTATION_MARKS}]*)[{QUOTATION_MARKS}]|[^\s{QUOTATION_MARKS}]+")


@dataclass(frozen=True)
class Term:
    """A word by its stem, or words in a row: by their stems (“Trump-Putin”) or, quoted, as they are."""

    words: tuple[str, ...]
    exact: bool
    given: str
    """As it was asked for, and can be asked again."""

    def runs_in(self, there: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The start and end of each run of these tokens that is the term: words where it is exact, else stems."""
        size = len(self.words)
        for place in range(len(there) - size + 1):
            if there[place] == self.words[0] and tuple(there[place : place + size]) == self.words:
                yield place, place + size


def terms_of(asked: str) -> tuple[Term, ...]:
    """Each once, in the order asked. Words between quotation marks are one term, and so is what is written together."""
    terms: dict[tuple[tuple[str, ...], bool], Term] = {}
    for part in PARTS.finditer(asked):
        exact = part["phrase"] is not None
        given = part["phrase"].strip() if exact else part[0]
        words = tuple(token.word if exact else token.stem for token in tokens(given))
        if words:
            terms.setdefault((words, exact), Term(words, exact, f'"{given}"' if exact else given))
    return tuple(terms.values())
