"""Search snippets: the sentences of an edition in which terms were found, with the terms marked."""

from collections.abc import Collection
from dataclasses import dataclass

from comparisons.across.listed_claims import ListedClaim
from comparisons.models import Passage
from comparisons.texts.sentences import sentences
from comparisons.texts.tokens import tokens

from .terms import Term

SHOWN_AT_MOST = 3
"""Sentences of one edition."""
TERMS_SHOWN = 5
"""Sentences are looked up for this many terms, the first ones; the others are marked where they occur."""
LETTERS_AROUND = 240
"""What is shown of a sentence that is longer."""


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool


@dataclass(frozen=True)
class Snippet:
    """A sentence in which terms were found."""

    passage: Passage
    pieces: tuple[Piece, ...]
    claim: ListedClaim | None = None
    """The claim that it is of, with what each party said on it."""

    @property
    def is_question(self) -> bool:
        """Whether it is what heads the claim; a wording by itself would read as this site's own words."""
        return self.claim is not None and self.passage.text == self.claim.question


def snippets_of(editions: Collection[int], terms: Collection[Term]) -> dict[int, list[Snippet]]:
    """The sentences to show of each of these editions, each term in one of them where there is room."""
    passages: dict[int, dict[int, Passage]] = {edition: {} for edition in editions}
    for term in tuple(terms)[:TERMS_SHOWN]:
        found = Passage.objects.besides_quotes().containing(term.words, exact=term.exact)
        best = found.best_of_each(editions, SHOWN_AT_MOST)
        for passage in best:
            passages[passage.edition_id].setdefault(passage.pk, passage)
    return {edition: _sentences_shown(list(those.values()), terms) for edition, those in passages.items()}


def marked(text: str, terms: Collection[Term]) -> tuple[Piece, ...]:
    """The whole text, with what was asked for marked."""
    return _pieces(text, 0, len(text), [(start, end) for start, end, _term in _places(text, terms)])


def _sentences_shown(passages: list[Passage], terms: Collection[Term]) -> list[Snippet]:
    """Terms that are not shown yet go before others, and a claim or a text before a name; of a claim one sentence."""
    left = [(passage, _places(passage.text, terms)) for passage in passages if passage.kind != Passage.Kind.TITLE]
    shown: list[Snippet] = []
    covered: set[Term] = set()
    while left and len(shown) < SHOWN_AT_MOST:
        passage, places = max(left, key=lambda pair: len({term for _start, _end, term in pair[1]} - covered))
        is_name = passage.kind not in (Passage.Kind.CLAIM, Passage.Kind.TEXT)
        news = {term for _start, _end, term in places} - covered
        if news or not is_name:
            shown.append(Snippet(passage, _best_sentence(passage.text, places)))
        covered |= news
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
    """The sentence with most of the terms, the first of several."""

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
    """What is shown of a sentence: all of it, or the part around a match, cut between two words."""
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
    """The text from `start` to `end`, cut where marks begin and end; spans may overlap."""
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
