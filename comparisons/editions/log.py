"""The log of a comparison's editions: what each changed of the one before it that readers can still see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Generic, TypeVar

from comparisons.models import Edition, Withdrawal
from comparisons.models.contents import AccountInEdition, Contents, contents
from comparisons.outcomes import family_of

from .renames import same_under_other_names

PER_PAGE = 20
LISTED = 12

Row = TypeVar("Row")


@dataclass(frozen=True)
class OutcomeChange:
    claim: str
    """Its slug."""
    headline: str
    before: str
    after: str
    remarks_before: tuple[str, ...]
    """What stood beside the outcome."""
    remarks_after: tuple[str, ...]
    is_by_rules: bool
    """Whether other rules alone made it another one."""

    @property
    def families(self) -> tuple[str, str]:
        return family_of(self.before), family_of(self.after)


@dataclass(frozen=True)
class Few(Generic[Row]):
    """The first of several rows, and how many there are; a page of all changes has the rest."""

    rows: tuple[Row, ...]
    count: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Few[Row]":
        rows = tuple(rows)
        return cls(rows[:LISTED], len(rows))

    @property
    def left_out(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True)
class EditionDifference:
    """What an edition changed of an earlier one."""

    since: int
    """The number of the earlier one."""
    compared: int
    """How many claims both have."""
    outcomes: Few[OutcomeChange]
    claims_added: Few[str]
    claims_removed: Few[str]
    texts_added: Few[AccountInEdition]
    texts_removed: Few[AccountInEdition]
    texts_revised: Few[AccountInEdition]

    @classmethod
    def of(cls, before: Edition, after: Edition, contents_of: Mapping[int, Contents]) -> "EditionDifference":
        was, now = contents_of[before.pk], contents_of[after.pk]
        by_rules = after.changed_by_rules_since(before)
        claims = same_under_other_names(was.claims, now.claims)
        texts = same_under_other_names(
            {key: text.begins for key, text in was.texts.items()}, {key: text.begins for key, text in now.texts.items()}
        )
        return cls(
            since=before.number,
            compared=len(claims),
            outcomes=Few.of(
                OutcomeChange(
                    claim,
                    now.claims[claim],
                    before.outcomes[claims[claim]],
                    after.outcomes[claim],
                    was.remarks[claims[claim]],
                    now.remarks[claim],
                    claim in by_rules,
                )
                for claim in now.claims
                if claim in claims and before.outcomes[claims[claim]] != after.outcomes[claim]
            ),
            claims_added=Few.of(headline for claim, headline in now.claims.items() if claim not in claims),
            claims_removed=Few.of(
                headline for claim, headline in was.claims.items() if claim not in set(claims.values())
            ),
            texts_added=Few.of(text for key, text in now.texts.items() if key not in texts),
            texts_removed=Few.of(text for key, text in was.texts.items() if key not in set(texts.values())),
            texts_revised=Few.of(
                text
                for key, text in now.texts.items()
                if key in texts and text.revisions > was.texts[texts[key]].revisions
            ),
        )

    @property
    def lists_nothing_else(self) -> bool:
        """Whether neither a claim nor a text was added, removed or revised."""
        lists = (self.claims_added, self.claims_removed, self.texts_added, self.texts_removed, self.texts_revised)
        return not any(one.count for one in lists)


@dataclass(frozen=True)
class LoggedEdition:
    """One edition; of one that was withdrawn, nothing but its number, its time and why it was withdrawn."""

    number: int
    published_at: datetime
    note: str
    claim_count: int
    withdrawal: Withdrawal | None
    difference: EditionDifference | None
    """None for the first that readers can see, and for one that was withdrawn."""


@dataclass(frozen=True)
class EditionLog:
    editions: tuple[LoggedEdition, ...]
    """Newest first."""
    earlier: int | None
    """The number before which the next page begins; None on the last page."""

    @classmethod
    def before(cls, number: int, newest: Edition) -> "EditionLog":
        """A page of the log, from the edition before this number on. Costs four queries, and reads no document."""
        rows = list(Edition.objects.up_to(newest).before(number)[:PER_PAGE])
        rest = Edition.objects.up_to(newest).before(rows[-1].number).not_withdrawn()[:1]
        shown = [row for row in [*rows, *rest] if not row.is_withdrawn]
        return cls.of(rows, shown, contents([row.pk for row in shown]))

    @classmethod
    def of(cls, rows: Sequence[Edition], shown: Sequence[Edition], contents_of: Mapping[int, Contents]) -> "EditionLog":
        """`shown` has those of the rows that were not withdrawn, and the last before them."""
        earlier = {after.pk: before for after, before in pairwise(shown)}
        last = rows[-1].number
        return cls(tuple(_logged(row, earlier.get(row.pk), contents_of) for row in rows), last if last > 1 else None)


@dataclass(frozen=True)
class EditionChoices:
    """The editions that can be compared with each other, and the two that are chosen."""

    editions: tuple[tuple[int, datetime], ...]
    """The number of each and when it was published, newest first; those that were withdrawn are left out."""
    earlier: int
    later: int

    @classmethod
    def of(cls, newest: Edition, earlier: int = 0, later: int = 0) -> "EditionChoices":
        """Costs a query. Where none is chosen, the last two are."""
        editions = tuple(Edition.objects.up_to(newest).not_withdrawn().numbers())
        # The only one may be withdrawn at this very moment.
        last = [number for number, _published_at in editions[:2]] or [0]
        return cls(editions, earlier or last[-1], later or last[0])


def _logged(edition: Edition, before: Edition | None, contents_of: Mapping[int, Contents]) -> LoggedEdition:
    if edition.is_withdrawn:
        return LoggedEdition(edition.number, edition.published_at, "", 0, edition.withdrawal, None)
    return LoggedEdition(
        number=edition.number,
        published_at=edition.published_at,
        note=edition.note,
        claim_count=len(edition.outcomes),
        withdrawal=None,
        difference=EditionDifference.of(before, edition, contents_of) if before else None,
    )
