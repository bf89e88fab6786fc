"""Full-text search: which editions match all terms, and their ranking by relevance. The same on every database."""

from collections.abc import Collection, Mapping
from functools import reduce

from comparisons.models import Passage

from .terms import Term

WEIGHTS: Mapping[str, int] = {
    Passage.Kind.TITLE: 4,
    Passage.Kind.CLAIM: 3,
    Passage.Kind.TOPIC: 2,
    Passage.Kind.PARTY: 2,
    Passage.Kind.PARTICIPANT: 2,
    Passage.Kind.TEXT: 1,
}
"""What a term counts for, by the kind of passage that it is found in."""


def relevance_by_edition(terms: Collection[Term]) -> dict[int, int]:
    """Edition -> its relevance, for the editions that have every term somewhere; each term in any of its passages.

    The relevance is the sum, over the terms, of the weight of the best passage that has the term. A query for each
    term; no edition matches no term at all.
    """
    weights = [
        Passage.objects.besides_quotes().containing(term.words, exact=term.exact).best_weight_by_edition(WEIGHTS)
        for term in terms
    ]
    if not weights:
        return {}
    editions = reduce(set.intersection, (set(found) for found in weights))
    return {edition: sum(found[edition] for found in weights) for edition in editions}
