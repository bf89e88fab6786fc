"""The claim by which the front page shows what a comparison is."""

from dataclasses import dataclass

from comparisons.comparison import Comparison
from comparisons.models import Edition
from comparisons.outcomes import Outcome
from comparisons.parts import Claim

LONGEST = 500_000
"""Code points of a document from which an example is taken: more would slow the page that is visited most."""


@dataclass(frozen=True)
class Example:
    page: Comparison
    claim: Claim

    @classmethod
    def newest(cls) -> "Example | None":
        """The first contradiction of the comparison of the newest event that has one. Costs one query."""
        editions = Edition.objects.published().no_longer_than(LONGEST)
        edition = editions.with_outcome(Outcome.CONTRADICTION).newest_first().first()
        if edition is None:
            return None
        page = Comparison.from_document(edition.document)
        return cls(page, next(claim for claim in page.claims if claim.outcome == Outcome.CONTRADICTION))
