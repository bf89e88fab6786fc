"""What the panel is opened on: an account of the event and, as far as it is named already, a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from comparisons.editorial.grid import texts_with_translations
from comparisons.models import Account, Claim, Event, Stance


@dataclass(frozen=True)
class DeskCell:
    event: Event
    accounts: Sequence[Account]
    account: Account
    claim: Claim | None

    @classmethod
    def named(cls, event: Event, data: QueryDict) -> "DeskCell":
        """The cell that a query string or a form names. Raises BadRequest where it names no account of the event."""
        accounts = [account for account in Account.objects.for_event(event) if account.revisions.all()]
        account = next((account for account in accounts if str(account.pk) == data.get("account")), None)
        if account is None:
            raise BadRequest(_("“account” names no account of this event."))
        return cls(event, accounts, account, find_claim(event, data.get("claim", "")))

    @property
    def key(self) -> str:
        return f"{self.claim.pk}-{self.account.pk}" if self.claim else ""

    @cached_property
    def stored(self) -> Stance | None:
        if self.claim is None:
            return None
        return self.claim.stances.filter(account=self.account).prefetch_related("quotes").first()

    @cached_property
    def beside(self) -> list[Account]:
        """The same text in other languages."""
        groups = texts_with_translations(self.accounts)
        return [one for group in groups if self.account in group for one in group if one != self.account]


def find_claim(event: Event, words: str) -> Claim | None:
    """The claim of the event with this number in the database, or with these words in any case."""
    words = words.strip().casefold()
    for claim in event.claims.select_related("topic"):
        if words and words in (f"#{claim.pk}", claim.question.casefold(), claim.wording.casefold()):
            return claim
    return None
