"""The search: what is asked for in words, which editions hold it, and the sentences in which it was found.

All words and phrases that are asked for stand somewhere in the edition, each in any of its passages. How well an
edition fits is the same on every database: of each word the weight of the best passage that it stands in, summed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from comparisons.models import Passage
from comparisons.texts.sentences import sentences
from comparisons.texts.tokens import tokens

SHOWN_AT_MOST = 3
"""Sentences of one edition."""
TERMS_SHOWN = 5
"""For so many of what is asked for, the first ones, sentences are looked up; the others are marked where they stand."""
LETTERS_AROUND = 240
"""What is shown of a sentence that is longer."""

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
        """From which to behind which of these it stands: words where it is exact, else stems."""
        size = len(self.words)
        for place in range(len(there) - size + 1):
            if there[place] == self.words[0] and tuple(there[place : place + size]) == self.words:
                yield place, place + size


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool


@dataclass(frozen=True)
class Found:
    """A sentence in which something stands that was asked for."""

    passage: Passage
    pieces: tuple[Piece, ...]


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


def editions_holding(terms: Collection[Term]) -> dict[int, int]:
    """The editions that hold all these terms -> how well they fit. A query for each term; none hold no term at all."""
    weights = [Passage.objects.holding(term.words, exact=term.exact).weight_by_edition() for term in terms]
    if not weights:
        return {}
    editions = reduce(set.intersection, (set(found) for found in weights))
    return {edition: sum(found[edition] for found in weights) for edition in editions}


def found_in(editions: Collection[int], terms: Collection[Term]) -> dict[int, list[Found]]:
    """The sentences to show of each of these editions, each term in one of them where there is room."""
    passages: dict[int, dict[int, Passage]] = {edition: {} for edition in editions}
    for term in tuple(terms)[:TERMS_SHOWN]:
        best = Passage.objects.holding(term.words, exact=term.exact).best_of_each(editions, SHOWN_AT_MOST)
        for passage in best:
            passages[passage.edition_id].setdefault(passage.pk, passage)
    return {edition: _sentences_shown(list(those.values()), terms) for edition, those in passages.items()}


def marked(text: str, terms: Collection[Term]) -> tuple[Piece, ...]:
    """The whole text, with what was asked for marked."""
    return _pieces(text, 0, len(text), [(start, end) for start, end, _term in _places(text, terms)])


def _sentences_shown(passages: list[Passage], terms: Collection[Term]) -> list[Found]:
    """Terms that are not shown yet go before others, and a claim or a text before a name; of a claim one sentence."""
    left = [(passage, _places(passage.text, terms)) for passage in passages if passage.kind != Passage.Kind.TITLE]
    shown: list[Found] = []
    told: set[Term] = set()
    while left and len(shown) < SHOWN_AT_MOST:
        passage, places = max(left, key=lambda pair: len({term for _start, _end, term in pair[1]} - told))
        is_name = passage.kind not in (Passage.Kind.CLAIM, Passage.Kind.TEXT)
        news = {term for _start, _end, term in places} - told
        if news or not is_name:
            shown.append(Found(passage, _best_sentence(passage.text, places)))
        told |= news
        left = [
            pair
            for pair in left
            if pair[0] is not passage and (passage.kind, passage.place) != (Passage.Kind.CLAIM, pair[0].place)
        ]
    return sorted(shown, key=lambda found: found.passage.order)


def _places(text: str, terms: Collection[Term]) -> list[tuple[int, int, Term]]:
    found = list(tokens(text))
    words, stems = [token.word for token in found], [token.stem for token in found]
    places = [
        (found[first].start, found[behind - 1].end, term)
        for term in terms
        for first, behind in term.runs_in(words if term.exact else stems)
    ]
    return sorted(places, key=lambda place: place[:2])


def _best_sentence(text: str, places: list[tuple[int, int, Term]]) -> tuple[Piece, ...]:
    """The sentence that holds most of the terms, the first of several."""

    def terms_in(span: tuple[int, int]) -> int:
        return len({term for start, end, term in places if span[0] < end and start < span[1]})

    start, end = max(sentences(text), key=terms_in)
    spans = [(first, last) for first, last, _term in places if start < last and first < end]
    begin, stop = _window(text, start, end, spans[0][0])
    pieces = _pieces(text, begin, stop, spans)
    before = [Piece("… ", False)] if begin > start else []
    after = [Piece(" …", False)] if stop < end else []
    return (*before, *pieces, *after)


def _window(text: str, start: int, end: int, place: int) -> tuple[int, int]:
    """What is shown of a sentence: all of it, or what stands around a place in it, cut between two words."""
    if end - start <= LETTERS_AROUND:
        return start, end
    begin = max(start, place - LETTERS_AROUND // 3)
    stop = min(end, begin + LETTERS_AROUND)
    if begin > start:
        space = text.find(" ", begin, place)
        begin = space + 1 if space >= 0 else begin
    if stop < end:
        space = text.rfind(" ", place, stop)
        stop = space if space >= 0 else stop
    return begin, stop


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """What stands from `start` to `end`, cut where marks begin and end; spans may overlap."""
    pieces: list[Piece] = []
    place = start
    for first, last in spans:
        first, last = max(first, place), min(last, end)
        if first >= last:
            continue
        pieces += [Piece(text[place:first], False), Piece(text[first:last], True)]
        place = last
    pieces.append(Piece(text[place:end], False))
    return tuple(piece for piece in pieces if piece.text)
