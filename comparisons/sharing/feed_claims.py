"""The claims that an entry of a feed tells of, with the words of each side: read from the editions themselves."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.models.finding import FindingQuerySet


@dataclass(frozen=True)
class ToldClaims:
    """The first claims of an edition that a feed is about, and how many of them it leaves out."""

    claims: tuple[ClaimShown, ...] = ()
    left: int = 0


def told_claims(
    findings: FindingQuerySet, editions: Collection[int], most: int, pair: Collection[str] = ()
) -> dict[int, ToldClaims]:
    """Of each of these editions, by its key, the first of these claims. Two queries, and a document an edition.

    Of a pair, only what the two said. Editions that are not current have none here.
    """
    wanted: dict[int, dict[str, str]] = {}
    counts: dict[int, int] = {}
    for edition, claim, outcome, of_edition in findings.first_of_each(editions, most):
        wanted.setdefault(edition, {})[claim] = outcome
        counts[edition] = of_edition
    told = {}
    for row in Edition.objects.filter(pk__in=wanted).only("body", "sha256").iterator(chunk_size=5):
        outcomes = wanted[row.pk]
        document = row.document
        by_slug = {claim["slug"]: claim for claim in document["claims"] if claim["slug"] in outcomes}
        whole = Comparison.from_document({**document, "claims": [by_slug[slug] for slug in outcomes]})
        claims = tuple(_between(claim, outcomes[claim.slug], pair) if pair else claim for claim in whole.claims)
        told[row.pk] = ToldClaims(claims, counts[row.pk] - len(claims))
    return told


def _between(claim: ClaimShown, outcome: str, pair: Collection[str]) -> ClaimShown:
    """The claim between two of its parties. What stands beside the outcome of all is not said of that of two."""
    if len(claim.standings) == len(pair):
        return claim
    return replace(
        claim,
        outcome=outcome,
        flags=(),
        caveats=(),
        standings=tuple(standing for standing in claim.standings if standing.party.slug in pair),
        cells=tuple(cell for cell in claim.cells if cell.party.slug in pair),
    )
