"""The history of a claim: its outcome in each edition of its comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from comparisons.models import Edition


@dataclass(frozen=True)
class PastOutcome:
    """One edition; `outcome` is empty where the claim is not in it, and where the edition was withdrawn."""

    number: int
    published_at: datetime
    note: str
    is_withdrawn: bool
    outcome: str
    before: str
    """The outcome in the last edition before this one that was not withdrawn; empty where there was none."""
    is_by_rules: bool
    """Whether other rules alone made it another one than before."""
    is_first: bool
    """Whether no edition before this one can be compared with it."""

    @property
    def is_new(self) -> bool:
        return bool(self.outcome) and not self.before and not self.is_first

    @property
    def has_changed(self) -> bool:
        return bool(self.outcome and self.before) and self.outcome != self.before


@dataclass(frozen=True)
class ClaimHistory:
    editions: tuple[PastOutcome, ...]
    """Newest first."""

    @classmethod
    def of(cls, claim: str, editions: Sequence[Edition]) -> "ClaimHistory":
        """`editions` are newest first. Costs a query for each that was derived by other rules than the one before."""
        outcomes_so_far: list[PastOutcome] = []
        before: str | None = None
        last: Edition | None = None
        for edition in reversed(editions):
            outcome = "" if edition.is_withdrawn else edition.outcomes.get(claim, "")
            outcomes_so_far.append(
                PastOutcome(
                    number=edition.number,
                    published_at=edition.published_at,
                    note=edition.note,
                    is_withdrawn=edition.is_withdrawn,
                    outcome=outcome,
                    before=before or "",
                    is_by_rules=last is not None and claim in edition.changed_by_rules_since(last),
                    is_first=before is None,
                )
            )
            if not edition.is_withdrawn:
                before, last = outcome, edition
        return cls(tuple(reversed(outcomes_so_far)))

    @property
    def since(self) -> int:
        """The edition since which the present outcome has been the same, without a break."""
        number = self.editions[0].number
        for past in self.editions:
            if past.outcome == self.editions[0].outcome:
                number = past.number
            elif not past.is_withdrawn:
                break
        return number

    @property
    def first_published(self) -> datetime | None:
        """When the claim was first published, in the earliest edition that has it and was not withdrawn."""
        return min((past.published_at for past in self.editions if past.outcome), default=None)
