"""How far an event has been read at the desk: every claim is to be read for in every account of a party."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from comparisons.models import Account, Claim, Event, Stance

CLAIMS_LISTED = 100


@dataclass(frozen=True)
class ClaimReview:
    claim: Claim
    unread: tuple[Account, ...]
    """The parties' accounts that have no stance on the claim yet. An observer's decides no outcome, so it may wait."""
    total: int

    @property
    def read(self) -> int:
        return self.total - len(self.unread)


@dataclass(frozen=True)
class Review:
    accounts: tuple[Account, ...]
    claims: tuple[ClaimReview, ...]

    @classmethod
    def of(cls, event: Event) -> "Review":
        """Three queries for any event. Each account has its `revision_count`."""
        accounts = tuple(event.accounts.select_related("party").annotate(revision_count=Count("revisions")))
        parties_accounts = [account for account in accounts if account.party_id]
        stances = set(Stance.objects.filter(claim__event=event).values_list("claim_id", "account_id"))
        return cls(
            accounts,
            tuple(
                ClaimReview(
                    claim,
                    tuple(account for account in parties_accounts if (claim.pk, account.pk) not in stances),
                    len(parties_accounts),
                )
                for claim in event.claims.all()
            ),
        )

    @property
    def open_claims(self) -> tuple[ClaimReview, ...]:
        return tuple(claim for claim in self.claims if claim.unread)

    @property
    def open_claims_listed(self) -> tuple[ClaimReview, ...]:
        return self.open_claims[:CLAIMS_LISTED]

    @property
    def open_claims_left_out(self) -> int:
        return len(self.open_claims) - len(self.open_claims_listed)

    @property
    def claims_listed(self) -> tuple[ClaimReview, ...]:
        return self.claims[:CLAIMS_LISTED]

    @property
    def claims_left_out(self) -> int:
        return len(self.claims) - len(self.claims_listed)

    @property
    def total(self) -> int:
        return sum(claim.total for claim in self.claims)

    @property
    def unread(self) -> int:
        return sum(len(claim.unread) for claim in self.claims)

    @property
    def progress(self) -> str:
        return _("%(unread)d of %(total)d not read yet") % {"unread": self.unread, "total": self.total}
