"""The desk's view of an event: the texts with their marked passages, and the grid of claims and accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from comparisons.comparison.claims import ClaimShown, StanceShown
from comparisons.comparison.comparison import Comparison
from comparisons.database.snapshot import snapshot
from comparisons.documents import dump
from comparisons.models import Account, Claim, Event
from comparisons.texts.alignment import blocks, by_original, in_blocks
from comparisons.texts.anchors import Segment, segments


@dataclass(frozen=True)
class MarkedText:
    """An account's latest text, cut where quotes begin and end; the keys of a segment are the claims' numbers.

    A text beside a translation of it has as many blocks as that; any other is one block.
    """

    account: Account
    blocks: tuple[tuple[Segment[int], ...], ...]
    original: Account
    """The account that it translates, or itself."""


@dataclass(frozen=True)
class GridCell:
    claim: Claim
    account: Account
    stance: StanceShown | None
    version: UUID | None
    rests_on_earlier_text: bool


@dataclass(frozen=True)
class GridRow:
    number: int
    claim: Claim
    compared: ClaimShown
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class Grid:
    event: Event
    comparison: Comparison
    accounts: tuple[Account, ...]
    rows: tuple[GridRow, ...]
    numbers: dict[str, int]
    """A claim's slug -> its number."""

    @classmethod
    @snapshot()
    def of(cls, event: Event) -> "Grid":
        """The same few queries for any event."""
        accounts = tuple(account for account in Account.objects.for_event(event) if account.revisions.all())
        claims = list(Claim.objects.for_event(event))
        comparison = Comparison.from_document(dump(event))
        compared = {claim.slug: claim for claim in comparison.claims}
        rows = tuple(
            _row(number, claim, compared[claim.slug], accounts) for number, claim in enumerate(claims, start=1)
        )
        return cls(event, comparison, accounts, rows, {row.claim.slug: row.number for row in rows})

    def row(self, claim: Claim) -> GridRow:
        return next(row for row in self.rows if row.claim.pk == claim.pk)

    @property
    def cells_of_parties(self) -> int:
        return len(self.rows) * sum(1 for account in self.accounts if account.party_id)

    @property
    def unread(self) -> int:
        """Cells of parties' accounts that nobody has read: an observer's decides no outcome, so it may wait."""
        return sum(1 for row in self.rows for cell in row.cells if cell.account.party_id and not cell.stance)

    def text(self, account: Account) -> MarkedText:
        latest = account.latest
        spans = [
            (quote.start, quote.end, self.numbers[claim.slug])
            for claim in self.comparison.claims
            for entry in (*(entry for cell in claim.cells for entry in cell.entries), *claim.observers)
            if entry.stance
            for quote in entry.stance.quotes
            if quote.account.id == account.key and quote.revision.number == latest.number
        ]
        group = next(group for group in self.groups if account in group)
        ends = self._block_ends[group][group.index(account)]
        return MarkedText(account, in_blocks(segments(latest.text, spans), ends), group[0])

    @cached_property
    def groups(self) -> tuple[tuple[Account, ...], ...]:
        """The accounts, each with its translations after it."""
        return texts_with_translations(self.accounts)

    @cached_property
    def _block_ends(self) -> dict[tuple[Account, ...], tuple[tuple[int, ...], ...]]:
        shared_by = sum(len(group) - 1 for group in self.groups)
        return {
            group: blocks(group[0].latest.text, [one.latest.text for one in group[1:]], shared_by=shared_by)
            for group in self.groups
        }

    @property
    def texts(self) -> tuple[tuple[MarkedText, ...], ...]:
        return tuple(tuple(self.text(account) for account in group) for group in self.groups)


def texts_with_translations(accounts: Iterable[Account]) -> tuple[tuple[Account, ...], ...]:
    by_number = {account.pk: account for account in accounts}
    groups = by_original({pk: account.translation_of_id for pk, account in by_number.items()})
    return tuple(tuple(by_number[pk] for pk in group) for group in groups)


def _row(number: int, claim: Claim, compared: ClaimShown, accounts: tuple[Account, ...]) -> GridRow:
    stored = {stance.account_id: stance for stance in claim.stances.all()}
    entries = {
        entry.account.id: entry.stance
        for entry in (*(entry for cell in compared.cells for entry in cell.entries), *compared.observers)
    }
    return GridRow(
        number,
        claim,
        compared,
        tuple(
            GridCell(
                claim=claim,
                account=account,
                stance=entries.get(account.key),
                version=stored[account.pk].version if account.pk in stored else None,
                rests_on_earlier_text=account.pk in stored and stored[account.pk].revision_id != account.latest.pk,
            )
            for account in accounts
        ),
    )
