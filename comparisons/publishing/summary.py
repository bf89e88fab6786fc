"""The summary before publishing: the checklist with links to each thing to mend, and the diff to the last edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from comparisons.comparison.document import Document
from comparisons.editions.changes import Changes, changes
from comparisons.editorial.progress import Review
from comparisons.models import Account, Claim, Edition

from .checklist import Checklist, checklist

LISTED = 100

Row = TypeVar("Row")


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """Rows to go to, of `count` in all: those that a page can list, and how many it leaves out."""

    rows: tuple[Row, ...]
    count: int

    @property
    def left_out(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True)
class OfOneParty:
    party: str
    claims: Listed[Claim]


@dataclass(frozen=True)
class BeforePublishing:
    figures: Checklist
    stances: int
    to_read_again: int
    without_link: Listed[Account]
    naming: Listed[tuple[Claim, tuple[str, ...]]]
    origins: tuple[OfOneParty, ...]
    changes: Changes | None
    """None before the first edition."""

    @classmethod
    def of(cls, document: Document, review: Review, last: Edition | None, to_read_again: int) -> "BeforePublishing":
        """Costs no query: the document holds everything, and the review the rows to link to."""
        figures = checklist(document)
        accounts: dict[str, Account] = {account.key: account for account in review.accounts}
        claims: dict[str, Claim] = {entry.claim.slug: entry.claim for entry in review.claims}
        return cls(
            figures=figures,
            stances=sum(len(claim["stances"]) for claim in document["claims"]),
            to_read_again=to_read_again,
            without_link=_listed(accounts[key] for key in figures.without_link),
            naming=_listed((claims[named.slug], named.parties) for named in figures.naming),
            origins=tuple(
                OfOneParty(origin.party, _listed(claims[slug] for slug in origin.claims)) for origin in figures.origins
            ),
            changes=changes(last.document, document) if last else None,
        )


def _listed(rows: Iterable[Row]) -> Listed[Row]:
    whole = tuple(rows)
    return Listed(whole[:LISTED], len(whole))
