"""The summary before publishing: the checklist with links to each thing to mend, and the diff to the last edition."""

from dataclasses import dataclass

from comparisons.comparison.document import Document
from comparisons.editions.changes import Changes, changes
from comparisons.editorial.progress import Review
from comparisons.models import Claim, Edition

from .checklist import Checklist, checklist
from .listed import Listed

LISTED = 100


@dataclass(frozen=True)
class OfOneParty:
    party: str
    claims: Listed[Claim]


@dataclass(frozen=True)
class BeforePublishing:
    figures: Checklist
    stances: int
    to_read_again: int
    naming: Listed[tuple[Claim, tuple[str, ...]]]
    origins: tuple[OfOneParty, ...]
    changes: Changes | None
    """None before the first edition."""

    @classmethod
    def of(cls, document: Document, review: Review, last: Edition | None, to_read_again: int) -> "BeforePublishing":
        """Costs no query: the document holds everything, and the review the rows to link to."""
        figures = checklist(document)
        claims: dict[str, Claim] = {entry.claim.slug: entry.claim for entry in review.claims}
        return cls(
            figures=figures,
            stances=sum(len(claim["stances"]) for claim in document["claims"]),
            to_read_again=to_read_again,
            naming=Listed.of(((claims[named.slug], named.parties) for named in figures.naming), at_most=LISTED),
            origins=tuple(
                OfOneParty(origin.party, Listed.of((claims[slug] for slug in origin.claims), at_most=LISTED))
                for origin in figures.origins
            ),
            changes=changes(last.document, document) if last else None,
        )
