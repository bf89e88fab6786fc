"""Questions about words in common: of a partial yes with its claim, of two notes on one contradiction.

Words are compared by their stems, and only where both are in one language.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from comparisons.comparison.document import ClaimEntry, Document, StanceEntry
from comparisons.texts.tokens import CYRILLIC

from .stop_words import content_stems
from .values import Kind, Place, Question, Said, are_opposed, cells, languages_of, parties_of, quoted, translation

Stems = dict[str, frozenset[str]]
"""A language -> the stems of what is said in it."""


def parts_of_what(document: Document, language: str) -> Iterator[Question]:
    """A partial yes whose words share none with the claim, nor with those of the other sides."""
    parties, languages = parties_of(document), languages_of(document)
    for cell in cells(document):
        stance = cell.stance
        if stance["position"] != "affirms_in_part" or not stance["quotes"]:
            continue
        others = [one for one in cell.claim["stances"] if _is_other_side(one, stance, parties)]
        own = _quoted([stance], languages)
        if all(_share_nothing(own, one) for one in (_stated(cell.claim, language), _quoted(others, languages)) if one):
            about = (
                *(cell.claim["question"], cell.claim["wording"]),
                *(quote["exact"] for one in others for quote in one["quotes"]),
            )
            yield Question(Kind.PART_OF_WHAT, cell.place, quoted(stance["quotes"], languages), about)


def _is_other_side(one: StanceEntry, stance: StanceEntry, parties: dict[str, str | None]) -> bool:
    party = parties[one["account"]]
    return party is not None and party != parties[stance["account"]]


def _stated(claim: ClaimEntry, language: str) -> Stems:
    words = f"{claim['question']}\n{claim['wording']}"
    # Editors write in the site's language, or in Russian.
    return {"ru" if CYRILLIC.search(words) else language: content_stems(words)}


def _quoted(stances: Iterable[StanceEntry], languages: dict[str, str]) -> Stems:
    """With a quote's translation, where it has one."""
    found: Stems = {}
    for stance in stances:
        for quote in stance["quotes"]:
            for words, language in filter(None, ((quote["exact"], languages[quote["account"]]), translation(quote))):
                found[language] = found.get(language, frozenset()) | content_stems(words)
    return found


def _share_nothing(one: Stems, other: Stems) -> bool:
    """False where nobody can tell: they have no language in common, or one has no word that counts."""
    common = [language for language in one.keys() & other.keys() if one[language] and other[language]]
    return bool(common) and not any(one[language] & other[language] for language in common)


def notes_that_share_no_word(document: Document) -> Iterator[Question]:
    """A contradiction on which the notes of both sides may speak of different things."""
    parties = parties_of(document)
    for claim in contradictions(document):
        noted = [stance for stance in claim["stances"] if stance["note"]]
        pairs = [
            (one, other)
            for one, other in combinations(noted, 2)
            if _is_other_side(one, other, parties) and _is_other_side(other, one, parties) and are_opposed(one, other)
        ]
        if pairs and all(_notes_share_nothing(one["note"], other["note"]) for one, other in pairs):
            notes = {stance["account"]: stance["note"] for pair in pairs for stance in pair}
            places = tuple(Place(claim["slug"], account) for account in notes)
            about = (claim["question"], claim["wording"])
            yield Question(
                Kind.NOTES_SHARE_NO_WORD, Place(claim["slug"]), tuple(map(Said, notes.values())), about, places
            )


def contradictions(document: Document) -> list[ClaimEntry]:
    outcomes = ("contradiction", "partial_contradiction")
    return [claim for claim in document["claims"] if claim["outcome"] in outcomes]


def _notes_share_nothing(one: str, other: str) -> bool:
    if bool(CYRILLIC.search(one)) != bool(CYRILLIC.search(other)):
        return False
    return not content_stems(one) & content_stems(other)
