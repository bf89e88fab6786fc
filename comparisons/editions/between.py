"""The difference between any two editions of a comparison, claim by claim and text by text."""

from dataclasses import dataclass

from comparisons.comparison.accounts import AccountShown, RevisionShown, TextChange
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.texts.differences import EFFORT, difference, folded

from .changes import Changes, changes
from .renames import under_later_names


@dataclass(frozen=True)
class ChangedText:
    account: AccountShown
    """As the later edition has it."""
    added: tuple[RevisionShown, ...]
    """The texts that the earlier edition does not have."""
    change: TextChange | None
    """From the latest text of the one to that of the other; None where both are the same."""


@dataclass(frozen=True)
class EditionChanges:
    before: Comparison
    """With the slugs and ids of the later one, as far as both have the same under others."""
    after: Comparison
    changes: Changes
    texts: tuple[ChangedText, ...]
    """Of the accounts that both editions have, those of which the texts differ."""

    @classmethod
    def between(cls, earlier: Edition, later: Edition) -> "EditionChanges":
        """Costs no query. The work is bounded, however many texts there are and however much of them differs."""
        before = Comparison.from_document(under_later_names(earlier.document, later.document))
        after = Comparison.from_document(later.document)
        earlier_accounts = {account.id: account for account in before.accounts}
        pairs = [
            (earlier_accounts[account.id], account)
            for account in after.accounts
            if account.id in earlier_accounts and _texts(account) != _texts(earlier_accounts[account.id])
        ]
        texts = tuple(_changed(was, now, EFFORT // len(pairs)) for was, now in pairs)
        return cls(before, after, changes(earlier.document, later.document), texts)

    @property
    def compared(self) -> int:
        """How many claims both editions have."""
        return len({claim.slug for claim in self.before.claims} & {claim.slug for claim in self.after.claims})


def _texts(account: AccountShown) -> list[str]:
    return [revision.text for revision in account.revisions]


def _changed(was: AccountShown, now: AccountShown, effort: int) -> ChangedText:
    old, new = was.latest, now.latest
    parts = folded(difference(old.text, new.text, effort)) if old.text != new.text else ()
    return ChangedText(
        account=now,
        added=tuple(revision for revision in now.revisions if revision.text not in _texts(was)),
        change=TextChange(old, new, parts) if parts else None,
    )
