"""The diff of two documents of one event: claim by claim, account by account, quote by quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from comparisons.comparison.claims import ClaimShown, QuoteShown, StanceShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.document import AccountEntry, ClaimEntry, Document, StanceEntry
from comparisons.documents.derived import changed_by_rules

from .renames import squeezed, under_later_names


@dataclass(frozen=True)
class StanceChange:
    """What one account says on one claim before and after; None where it is not reviewed."""

    account: str
    """The account's title."""
    language: str
    """The account's."""
    before: StanceShown | None
    after: StanceShown | None
    particulars: tuple[str, ...]
    """The keys of what else differs: basis, implied, low, high, value, note."""
    is_read_again: bool
    """Whether somebody has read it again, whatever came of it."""

    @property
    def quotes_added(self) -> tuple[QuoteShown, ...]:
        """The quotes whose words carried nothing before."""
        return _without_words_of(quotes_of(self.after), quotes_of(self.before))

    @property
    def quotes_removed(self) -> tuple[QuoteShown, ...]:
        """The quotes whose words carry nothing any more."""
        return _without_words_of(quotes_of(self.before), quotes_of(self.after))

    @property
    def quotes_moved(self) -> tuple[QuoteShown, ...]:
        """The quotes of before whose words stand at another place now: in a later text, say."""
        before = {_place(quote) for quote in quotes_of(self.before)}
        added = {id(quote) for quote in self.quotes_added}
        return tuple(quote for quote in quotes_of(self.after) if _place(quote) not in before and id(quote) not in added)


def quotes_of(stance: StanceShown | None) -> tuple[QuoteShown, ...]:
    return stance.quotes if stance else ()


def _place(quote: QuoteShown) -> tuple[str, int, int, int]:
    return quote.account.id, quote.revision.number, quote.start, quote.end


def _without_words_of(quotes: tuple[QuoteShown, ...], others: tuple[QuoteShown, ...]) -> tuple[QuoteShown, ...]:
    theirs = {squeezed(quote.exact) for quote in others}
    return tuple(quote for quote in quotes if squeezed(quote.exact) not in theirs)


@dataclass(frozen=True)
class ClaimChange:
    before: ClaimShown | None
    """None where the claim is added."""
    after: ClaimShown | None
    """None where it is removed."""
    fields: tuple[str, ...]
    """The keys of its own words that differ: question, wording, topic, kind, unit, note."""
    stances: tuple[StanceChange, ...]
    is_by_rules: bool = False
    """Whether the outcome is another one by other rules alone."""

    @property
    def claim(self) -> ClaimShown:
        claim = self.after or self.before
        assert claim is not None
        return claim

    @property
    def families(self) -> tuple[str, ...]:
        """Those of the outcomes before and after."""
        return tuple(claim.family for claim in (self.before, self.after) if claim)

    @property
    def changes_outcome(self) -> bool:
        return bool(self.before and self.after and self.before.outcome != self.after.outcome)

    @property
    def changes_remarks(self) -> bool:
        """Whether what stands beside the outcome differs."""
        return self.before is not None and self.after is not None and self.before.remarks != self.after.remarks


@dataclass(frozen=True)
class AccountChange:
    id: str
    title: str
    language: str
    is_added: bool
    is_removed: bool
    fields: tuple[str, ...]
    text_changes: bool


@dataclass(frozen=True)
class Changes:
    event: tuple[str, ...]
    """The keys of the event's own fields that differ."""
    parties_added: tuple[str, ...]
    parties_removed: tuple[str, ...]
    accounts: tuple[AccountChange, ...]
    claims: tuple[ClaimChange, ...]
    nothing: bool
    """Whether the two documents say the same throughout."""

    @property
    def outcomes(self) -> tuple[ClaimChange, ...]:
        return tuple(change for change in self.claims if change.changes_outcome)

    @property
    def claims_added(self) -> tuple[ClaimChange, ...]:
        return tuple(change for change in self.claims if change.before is None)

    @property
    def claims_removed(self) -> tuple[ClaimChange, ...]:
        return tuple(change for change in self.claims if change.after is None)

    @property
    def claims_kept(self) -> tuple[ClaimChange, ...]:
        """The claims of both documents that differ."""
        return tuple(change for change in self.claims if change.before and change.after)

    @property
    def has_only_particulars(self) -> bool:
        """Whether there are differences, but none that is listed: the order of claims, say, or a topic's name."""
        listed = (self.event, self.parties_added, self.parties_removed, self.accounts, self.claims)
        return not self.nothing and not any(listed)


EVENT = ("slug", "title", "kind", "date", "place", "summary", "participants")
CLAIM = ("question", "wording", "topic", "kind", "unit", "note")
STANCE = ("basis", "implied", "low", "high", "value", "note")
READ = ("reviewed_by", "reviewed_at")


def changes(before: Document, after: Document) -> Changes:
    """The diff of two documents with their outcomes. What an edition says of itself is left out.

    What only another slug or id names is compared under the later one.
    """
    nothing = _without_edition(before) == _without_edition(after)
    before = under_later_names(before, after)
    parties = [{party["slug"]: party["name"] for party in document["parties"]} for document in (before, after)]
    return Changes(
        event=_differing(before["event"], after["event"], EVENT),
        parties_added=tuple(name for slug, name in parties[1].items() if slug not in parties[0]),
        parties_removed=tuple(name for slug, name in parties[0].items() if slug not in parties[1]),
        accounts=tuple(_account_changes(before, after)),
        claims=tuple(_claim_changes(before, after)),
        nothing=nothing,
    )


def _without_edition(document: Document) -> dict[str, object]:
    """With the keys that earlier editions do not have, and without those that follow from the rest."""
    claims = [
        {
            "confirmed_by": "",
            "confirmed_at": None,
            **{key: value for key, value in claim.items() if key != "rests_on"},
            "stances": [_whole(stance) for stance in claim["stances"]],
        }
        for claim in document["claims"]
    ]
    return {**{key: value for key, value in document.items() if key != "edition"}, "claims": claims}


def _differing(before: Mapping[str, object], after: Mapping[str, object], keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if before.get(key) != after.get(key))


def _account_changes(before: Document, after: Document) -> Iterator[AccountChange]:
    earlier, later = ({one["id"]: one for one in document["accounts"]} for document in (before, after))
    for key, account in later.items():
        if key not in earlier:
            yield _account_change(account, is_added=True)
            continue
        keys = tuple(name for name in account if name not in ("id", "revisions"))
        fields = _differing(earlier[key], account, keys)
        text_changes = _texts(earlier[key]) != _texts(account)
        if fields or text_changes:
            yield _account_change(account, fields=fields, text_changes=text_changes)
    for key, account in earlier.items():
        if key not in later:
            yield _account_change(account, is_removed=True)


def _account_change(
    account: AccountEntry,
    *,
    is_added: bool = False,
    is_removed: bool = False,
    fields: tuple[str, ...] = (),
    text_changes: bool = False,
) -> AccountChange:
    return AccountChange(
        account["id"], account["title"], account["language"], is_added, is_removed, fields, text_changes
    )


def _texts(account: AccountEntry) -> list[str]:
    return [revision["text"] for revision in account["revisions"]]


def _claim_changes(before: Document, after: Document) -> Iterator[ClaimChange]:
    """In the later document's order, then the claims that it has no more."""
    shown = [{claim.slug: claim for claim in Comparison.from_document(one).claims} for one in (before, after)]
    earlier, later = ({claim["slug"]: claim for claim in document["claims"]} for document in (before, after))
    accounts = {account["id"]: account for document in (before, after) for account in document["accounts"]}
    by_rules = changed_by_rules(after, before)
    for slug, claim in later.items():
        if slug not in earlier:
            yield ClaimChange(None, shown[1][slug], (), ())
            continue
        fields = _differing(earlier[slug], claim, CLAIM)
        stances = tuple(_stance_changes(earlier[slug], claim, shown[0][slug], shown[1][slug], accounts))
        change = ClaimChange(shown[0][slug], shown[1][slug], fields, stances, is_by_rules=slug in by_rules)
        if change.fields or change.stances or change.changes_outcome or change.changes_remarks:
            yield change
    for slug in earlier:
        if slug not in later:
            yield ClaimChange(shown[0][slug], None, (), ())


def _stance_changes(
    before: ClaimEntry,
    after: ClaimEntry,
    shown_before: ClaimShown,
    shown_after: ClaimShown,
    accounts: Mapping[str, AccountEntry],
) -> Iterator[StanceChange]:
    earlier, later = ({stance["account"]: _whole(stance) for stance in claim["stances"]} for claim in (before, after))
    shown = [{stance.account.id: stance for stance in claim.stances} for claim in (shown_before, shown_after)]
    for account in dict.fromkeys([*later, *earlier]):
        old, new = earlier.get(account), later.get(account)
        change = StanceChange(
            account=accounts[account]["title"],
            language=accounts[account]["language"],
            before=shown[0].get(account),
            after=shown[1].get(account),
            particulars=_differing(old, new, STANCE) if old and new else (),
            is_read_again=bool(old and new and _differing(old, new, READ)),
        )
        differs = _differing(old or {}, new or {}, ("position", *STANCE, *READ))
        if differs or _carried_by(change.before) != _carried_by(change.after):
            yield change


def _whole(stance: StanceEntry) -> StanceEntry:
    """With the keys that editions from before there were such things do not have."""
    quotes = [{"translation": None, **quote} for quote in stance["quotes"]]
    return cast(StanceEntry, {"implied": False, **stance, "quotes": quotes})


def _carried_by(stance: StanceShown | None) -> set[tuple[object, ...]]:
    return {(*_place(quote), quote.translation and quote.translation.text) for quote in quotes_of(stance)}
