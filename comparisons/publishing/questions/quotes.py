"""Questions about quotes: where they begin and end, for and against what they stand, and in which language."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, combinations_with_replacement, product
from unicodedata import category, name

from comparisons.comparison.document import Document, QuoteEntry, StanceEntry

from .values import CellEntry, Kind, Place, Question, are_opposed, cells, languages_of, parties_of, quoted, translation

SCRIPTS_WITHOUT_SPACES = (
    *("CJK ", "HIRAGANA ", "KATAKANA", "HALFWIDTH KATAKANA"),
    *("THAI ", "LAO ", "KHMER ", "MYANMAR ", "TAI "),
)
SIGNS_AT_LEAST = 4
"""Of a quote in such a script, where two words are asked for elsewhere."""
JOINERS = "\u00ad\u200c\u200d\u2060"
NO_LANGUAGE = {"mul", "und", "zxx"}


def cut_quotes(document: Document) -> Iterator[Question]:
    texts = {account["id"]: [revision["text"] for revision in account["revisions"]] for account in document["accounts"]}
    languages = languages_of(document)
    for cell in cells(document):
        quotes = cell.stance["quotes"]
        cut = [quote for quote in quotes if is_cut(quote, texts[quote["account"]][quote["revision"] - 1])]
        if cut:
            context = tuple((quote["prefix"], quote["suffix"]) for quote in cut)
            yield Question(Kind.QUOTE_CUT, cell.place, quoted(cut, languages), context, count=len(cut))


def is_cut(quote: QuoteEntry, text: str) -> bool:
    """Whether it begins or ends within a word, or is no more than one."""
    edges = (quote["start"], quote["end"])
    return any(is_within_word(text, edge) for edge in edges) or is_less_than_two_words(quote["exact"])


def is_within_word(text: str, edge: int) -> bool:
    """Whether a letter, digit or mark stands on both sides. In a script without spaces nobody can tell."""
    sides = text[edge - 1 : edge + 1] if edge else ""
    return len(sides) == 2 and all(_is_of_a_word(sign) and not _needs_no_spaces(sign) for sign in sides)


def is_less_than_two_words(words: str) -> bool:
    signs = [sign for sign in words if _is_of_a_word(sign)]
    if any(_needs_no_spaces(sign) for sign in signs):
        return len(signs) < SIGNS_AT_LEAST
    return sum(any(map(_is_of_a_word, word)) for word in words.split()) < 2


def _is_of_a_word(sign: str) -> bool:
    return category(sign)[0] in "LMN" or sign in JOINERS


@lru_cache(maxsize=10_000)
def _needs_no_spaces(sign: str) -> bool:
    return name(sign, "").startswith(SCRIPTS_WITHOUT_SPACES)


def quoted_for_and_against(document: Document) -> Iterator[Question]:
    """By one account, or by two of one party: the same words cannot well carry a claim and its denial."""
    parties, languages = parties_of(document), languages_of(document)
    for claim in document["claims"]:
        pairs = [
            (first, second, one, other)
            for first, second in combinations_with_replacement(claim["stances"], 2)
            if _are_of_one_side(first["account"], second["account"], parties) and are_opposed(first, second)
            for one, other in _pairs_of_quotes(first, second)
            if _overlap(one, other)
        ]
        if pairs:
            positions = {stance["account"]: stance["position"] for pair in pairs for stance in pair[:2]}
            yield Question(
                Kind.QUOTED_FOR_AND_AGAINST,
                Place(claim["slug"]),
                quoted((quote for pair in pairs for quote in pair[2:]), languages),
                (claim["question"], claim["wording"], *positions.values()),
                tuple(Place(claim["slug"], account) for account in positions),
            )


def _are_of_one_side(first: str, second: str, parties: dict[str, str | None]) -> bool:
    return first == second or (parties[first] is not None and parties[first] == parties[second])


def _pairs_of_quotes(first: StanceEntry, second: StanceEntry) -> Iterator[tuple[QuoteEntry, QuoteEntry]]:
    """Each quote of one with each of the other; of a stance that says both, each of its own with another."""
    if first is second:
        return combinations(first["quotes"], 2)
    return product(first["quotes"], second["quotes"])


def _overlap(one: QuoteEntry, other: QuoteEntry) -> bool:
    if (one["account"], one["revision"]) != (other["account"], other["revision"]):
        return False
    return one["start"] < other["end"] and other["start"] < one["end"]


def quotes_without_translation(document: Document, language: str) -> Iterator[Question]:
    """One question for each account that is quoted: who reads its language reads it in all of its quotes."""
    languages = languages_of(document)
    translations = {(account["translation_of"], account["id"]) for account in document["accounts"]}
    missing: dict[str, list[tuple[Place, QuoteEntry]]] = {}
    for cell, quote in foreign_quotes(document, language):
        quoted_in_translation = any(
            (quote["account"], other["account"]) in translations
            for stance in cell.claim["stances"]
            for other in stance["quotes"]
        )
        if not translation(quote) and not quoted_in_translation:
            missing.setdefault(quote["account"], []).append((cell.place, quote))
    for account, quotes in missing.items():
        yield Question(
            Kind.QUOTE_WITHOUT_TRANSLATION,
            Place(account=account),
            quoted((quote for _place, quote in quotes), languages),
            looked_at=tuple(dict.fromkeys(place for place, _quote in quotes)),
            count=len(quotes),
        )


def foreign_quotes(document: Document, language: str) -> Iterator[tuple[CellEntry, QuoteEntry]]:
    """Those in another language than this one, with their cells."""
    languages = languages_of(document)
    for cell in cells(document):
        for quote in cell.stance["quotes"]:
            if languages[quote["account"]] not in NO_LANGUAGE | {language}:
                yield cell, quote
