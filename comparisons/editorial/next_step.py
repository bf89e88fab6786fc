"""The editorial workflow of an event: its next step, from the first account to the published page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.db.models import Count, QuerySet

from comparisons.models import Account, Claim, Edition, Event, Party, Stance
from comparisons.texts.collation import collation_key

from .history import has_changed_since


class Step(StrEnum):
    ACCOUNT = "account"
    CLAIM = "claim"
    READ = "read"
    READ_AGAIN = "read_again"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAWN = "withdrawn"
    DONE = "done"


@dataclass(frozen=True)
class NextStep:
    """How far an event has come. Observers' accounts decide no outcome, so nothing waits for them."""

    event: Event
    accounts: int
    without_account: tuple[Party, ...]
    claims: int
    cells: int
    unread: int
    edition: Edition | None
    """The newest, withdrawn or not."""
    to_read_again: int = 0
    has_changed: bool = False
    """Whether anything was changed at the desk since that edition."""

    @property
    def step(self) -> Step:
        if not self.accounts or (self.without_account and not self.claims):
            return Step.ACCOUNT
        if not self.claims:
            return Step.CLAIM
        if self.unread:
            return Step.READ
        if self.to_read_again:
            return Step.READ_AGAIN
        if not self.edition:
            return Step.PUBLISH
        if self.edition.is_withdrawn:
            return Step.WITHDRAWN
        return Step.CORRECT if self.has_changed else Step.DONE

    @property
    def party(self) -> Party | None:
        """Whose account comes next."""
        return self.without_account[0] if self.without_account else None

    @property
    def next_number(self) -> int:
        return self.edition.number + 1 if self.edition else 1

    @property
    def accounts_are(self) -> str:
        return self._state(Step.ACCOUNT, done=self.accounts > 0)

    @property
    def claims_are(self) -> str:
        return self._state(Step.CLAIM, done=self.claims > 0)

    @property
    def reading_is(self) -> str:
        return self._state(Step.READ, Step.READ_AGAIN, done=self.claims > 0)

    @property
    def publishing_is(self) -> str:
        return self._state(Step.PUBLISH, Step.CORRECT, done=self.step == Step.DONE)

    def _state(self, *steps: Step, done: bool) -> str:
        return "next" if self.step in steps else "done" if done else "later"


def next_steps(events: Sequence[Event]) -> list[NextStep]:
    """As many queries for many events as for two. Without what has changed since it was read or published."""
    numbers = [event.pk for event in events]
    accounts = set(Account.objects.filter(event__in=numbers).values_list("event_id", "pk", "party_id"))
    claims = _counted(Claim.objects.filter(event__in=numbers), by="event")
    read = _counted(Stance.objects.of_parties(numbers), by="claim__event")
    editions = {edition.event_id: edition for edition in Edition.objects.current_of(numbers)}
    found = []
    for event in events:
        parties = {party for of, _account, party in accounts if of == event.pk}
        of_parties = sum(1 for of, _account, party in accounts if of == event.pk and party)
        cells = claims.get(event.pk, 0) * of_parties
        found.append(
            NextStep(
                event=event,
                accounts=sum(1 for of, *_rest in accounts if of == event.pk),
                without_account=tuple(party for party in _in_order(event) if party.pk not in parties),
                claims=claims.get(event.pk, 0),
                cells=cells,
                unread=cells - read.get(event.pk, 0),
                edition=editions.get(event.pk),
            )
        )
    return found


def next_step(event: Event, *, to_read_again: int) -> NextStep:
    """Of one event, with all that has changed since it was read and published."""
    (step,) = next_steps([event])
    changed = has_changed_since(event, step.edition.published_at) if step.edition else False
    return replace(step, to_read_again=to_read_again, has_changed=changed)


def _in_order(event: Event) -> list[Party]:
    """In the order of their columns."""
    return sorted(event.parties.all(), key=lambda party: collation_key(party.name, party.slug))


def _counted(rows: QuerySet[Any], *, by: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(count=Count("pk")))
