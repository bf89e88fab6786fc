"""What may have been meant: for a word that finds nothing the nearest that does, by trigram similarity."""

from collections.abc import Callable, Collection, Sequence

from comparisons.models import IndexedWord
from comparisons.texts.tokens import tokens

from .terms import Term, terms_of

CANDIDATES_AT_MOST = 3000
"""Words that are compared with those asked for."""
NEAR = 0.3
"""Similarity from which a word may have been meant, as pg_trgm has it; 1 is the word itself."""
SHORT = 6
"""Letters of a word that has too few trigrams for one with two letters swapped to be near."""
TRIED = 3
"""How many of the nearest words are tried."""

Finds = Callable[[Sequence[Term]], bool]
"""Whether anything has all of these terms. Costs a query, or one for each term."""


def suggested_query(terms: Sequence[Term], finds: Finds) -> str:
    """The same query with the nearest words in place of those that find nothing, or "".

    It finds something: the whole of it, or else the first of these words alone.
    """
    words = {term: word for term in terms if (word := _only_word(term)) and not finds([term])}
    near = nearest(list(words.values()))
    meant: dict[Term, str] = {}
    for term, word in words.items():
        tried = (_as_given(term, one) for one in near[word])
        found = next((one for one in tried if finds(terms_of(one))), "")
        meant |= {term: found} if found else {}
    if not meant:
        return ""
    whole = " ".join(meant.get(term, term.given) for term in terms)
    return whole if finds(terms_of(whole)) else next(iter(meant.values()))


def _only_word(term: Term) -> str:
    """The word that is asked for, folded; nothing where the term is several in a row."""
    words = [token.word for token in tokens(term.given)]
    return words[0] if len(words) == 1 else ""


def _as_given(term: Term, word: str) -> str:
    return f'"{word}"' if term.exact else word


def nearest(words: Collection[str]) -> dict[str, list[str]]:
    """Of each word those near it, the nearest first; of some that are as near those of most editions. One query."""
    slips = {word: swapped(word) for word in words}
    candidates = IndexedWord.objects.alike(words, set().union(*slips.values()), CANDIDATES_AT_MOST) if words else []
    parts = {candidate: trigrams(candidate) for candidate in candidates}
    found = {}
    for word in words:
        own = trigrams(word)
        near = {one: 1 if one in slips[word] else similarity(own, there) for one, there in parts.items()}
        found[word] = sorted((one for one in near if near[one] >= NEAR), key=lambda one: -near[one])[:TRIED]
    return found


def swapped(word: str) -> frozenset[str]:
    """A short word with each two neighbouring letters the other way round: "trdae" may be "trade"."""
    if len(word) > SHORT:
        return frozenset()
    pairs = range(len(word) - 1)
    return frozenset(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs) - {word}


def trigrams(word: str) -> frozenset[str]:
    """The runs of three signs, with two spaces before the word and one behind it, as PostgreSQL's pg_trgm has them."""
    padded = f"  {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """What share of the trigrams of both is in both."""
    return len(one & other) / len(one | other)
