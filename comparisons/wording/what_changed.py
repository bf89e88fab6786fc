"""What changed between two editions, as its page tells it: outcomes first, then each thing before and after.

What reads the same before and after is no change here, whatever else of it differs; and words that only stand elsewhere
now are neither removed nor added.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import ClaimShown, QuoteShown, StanceShown
from comparisons.editions.between import ChangedText, EditionChanges
from comparisons.editions.changes import ClaimChange, StanceChange
from comparisons.texts.differences import difference

from .changed_particulars import account_turns, claim_turns, event_turns, stance_turns
from .labels import outcome_and_caveats
from .sentence import sentence, stance_told
from .turn import Move, Turn, apart_from_moves, turned


@dataclass(frozen=True)
class OutcomeTold:
    """A claim of both editions: its outcome with what stands beside it, and its sentence where that differs."""

    change: ClaimChange
    before: str
    after: str
    sentences: tuple[Turn, ...]
    leads_to: str
    """The id of the part of the page that says why; nothing where none does."""


@dataclass(frozen=True)
class StanceTold:
    """What one account says on a claim, as far as it differs; what was only read again has nothing but that."""

    change: StanceChange
    position: str
    """As it is now; nothing where the account itself came or went."""
    positions: tuple[Turn, ...]
    turns: tuple[Turn, ...]
    quotes: tuple[Turn, ...]

    @property
    def differs(self) -> bool:
        return bool(self.positions or self.turns or self.quotes)

    @property
    def is_read_again(self) -> bool:
        """Whether it was read again, or its words found in a later text, and nothing came of it."""
        return not self.differs and bool(self.change.is_read_again or self.change.quotes_moved)


@dataclass(frozen=True)
class ClaimTold:
    claim: ClaimShown
    turns: tuple[Turn, ...]
    """Of its own words."""
    stances: tuple[StanceTold, ...]
    moves: tuple[Move, ...]
    """Of notes and quotes, from one account's stance to another's."""
    is_the_same: bool
    """Whether nothing of it differs but that it was read again, or found in a later text."""

    @property
    def differing(self) -> tuple[StanceTold, ...]:
        return tuple(stance for stance in self.stances if stance.differs)

    @property
    def read_again(self) -> tuple[StanceTold, ...]:
        return tuple(stance for stance in self.stances if stance.is_read_again)


@dataclass(frozen=True)
class AccountTold:
    title: str
    language: str
    became: str
    """Added or removed, in words; nothing where it is in both."""
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class WhatChanged:
    answer: str
    """How many outcomes changed, and whether claims came or went."""
    outcomes: tuple[OutcomeTold, ...]
    beside: tuple[OutcomeTold, ...]
    """Those with the same outcome and another sentence or something else beside it."""
    added: tuple[ClaimShown, ...]
    removed: tuple[ClaimShown, ...]
    wording: tuple[ClaimTold, ...]
    texts: tuple[ChangedText, ...]
    stances: tuple[ClaimTold, ...]
    event: tuple[Turn, ...]
    accounts: tuple[AccountTold, ...]
    read_again: tuple[ClaimTold, ...]
    is_nothing: bool
    """Whether both editions say the same throughout."""

    @property
    def has_only_particulars(self) -> bool:
        """Whether the editions differ in nothing that is told: in an order or an address, say."""
        told = (self.outcomes, self.beside, self.added, self.removed, self.wording, self.texts, self.stances)
        return not self.is_nothing and not any((*told, self.event, self.accounts, self.read_again))

    @property
    def read_again_told(self) -> str:
        """What stands on the fold: "18 claims read again, nothing changed"."""
        again = [claim for claim in self.read_again if any(one.change.is_read_again for one in claim.read_again)]
        if not again:
            return gettext("The same words, at another place or in another text")
        same = sum(claim.is_the_same for claim in again)
        if not same:
            return gettext("Read again, with the same result")
        return ngettext("%(n)d claim read again, nothing changed", "%(n)d claims read again, nothing changed", same) % {
            "n": same
        }

    @classmethod
    def told(cls, between: EditionChanges) -> "WhatChanged":
        """Costs no query."""
        changes = between.changes
        claims = [_claim(change) for change in changes.claims_kept]
        places = {claim.claim.slug: _leads_to(claim) for claim in claims}
        outcomes = [_outcome(change, places[change.claim.slug]) for change in changes.claims_kept]
        changed = {told.change.claim.slug for told in outcomes if told.change.changes_outcome}
        beside = {
            told.change.claim.slug
            for told in outcomes
            if told.change.claim.slug not in changed and (told.before != told.after or told.sentences)
        }
        claims = [
            replace(claim, is_the_same=claim.is_the_same and claim.claim.slug not in changed | beside)
            for claim in claims
        ]
        return cls(
            answer=answer(len(changed), between.compared, len(changes.claims_added), len(changes.claims_removed)),
            outcomes=tuple(told for told in outcomes if told.change.claim.slug in changed),
            beside=tuple(told for told in outcomes if told.change.claim.slug in beside),
            added=tuple(change.claim for change in changes.claims_added),
            removed=tuple(change.claim for change in changes.claims_removed),
            wording=tuple(claim for claim in claims if claim.turns),
            texts=between.texts,
            stances=tuple(claim for claim in claims if claim.differing or claim.moves),
            event=event_turns(between.before, between.after),
            accounts=tuple(_accounts(between)),
            read_again=tuple(claim for claim in claims if claim.read_again),
            is_nothing=changes.nothing,
        )


def answer(outcomes: int, compared: int, added: int, removed: int) -> str:
    """ "2 of 17 outcomes changed. 1 claim was added." """
    told = []
    if outcomes:
        told.append(
            ngettext("%(n)d of %(total)d outcome changed.", "%(n)d of %(total)d outcomes changed.", compared)
            % {"n": outcomes, "total": compared}
        )
    elif compared:
        told.append(
            ngettext("No outcome changed: %(total)d claim.", "No outcome changed: %(total)d claims.", compared)
            % {"total": compared}
        )
    else:
        told.append(gettext("The two editions have no claim in common."))
    if added:
        told.append(ngettext("%(n)d claim was added.", "%(n)d claims were added.", added) % {"n": added})
    if removed:
        told.append(ngettext("%(n)d claim was removed.", "%(n)d claims were removed.", removed) % {"n": removed})
    return " ".join(told)


def _outcome(change: ClaimChange, leads_to: str) -> OutcomeTold:
    assert change.before
    assert change.after
    return OutcomeTold(
        change,
        outcome_and_caveats(change.before.outcome, change.before.remarks),
        outcome_and_caveats(change.after.outcome, change.after.remarks),
        turned("", sentence(change.before), sentence(change.after)),
        leads_to,
    )


def _leads_to(claim: ClaimTold) -> str:
    if claim.differing or claim.moves:
        return f"change-{claim.claim.slug}"
    return f"wording-{claim.claim.slug}" if claim.turns else ""


def _claim(change: ClaimChange) -> ClaimTold:
    assert change.before
    assert change.after
    stances = [_stance(one, change) for one in change.stances]
    own = [(gettext("the claim"), turn) for turn in claim_turns(change.before, change.after)]
    carried = [(told.change.account, turn) for told in stances for turn in (*told.turns, *told.quotes)]
    moves, moved = apart_from_moves([*own, *carried])
    claim = ClaimTold(
        claim=change.claim,
        turns=tuple(turn for _place, turn in own if id(turn) not in moved),
        stances=tuple(_without(told, moved) for told in stances),
        moves=moves,
        is_the_same=False,
    )
    return replace(claim, is_the_same=not (claim.turns or claim.moves or claim.differing))


def _without(told: StanceTold, moved: set[int]) -> StanceTold:
    turns, quotes = (tuple(one for one in these if id(one) not in moved) for these in (told.turns, told.quotes))
    return replace(told, turns=turns, quotes=quotes)


def _stance(change: StanceChange, claim: ClaimChange) -> StanceTold:
    assert claim.before
    assert claim.after
    told = StanceTold(
        change=change,
        position=stance_told(change.after, claim.after),
        positions=turned("", stance_told(change.before, claim.before), stance_told(change.after, claim.after)),
        turns=stance_turns(change, claim.before.unit, claim.after.unit),
        quotes=tuple(_quotes(change)),
    )
    if _has_account(claim.after, change.before) and _has_account(claim.before, change.after):
        return told
    # Where the account itself came or went, that is said once; here are the words alone that came or went with it.
    return replace(told, position="", positions=())


def _has_account(claim: ClaimShown, stance: StanceShown | None) -> bool:
    return stance is None or stance.account.id in {account.id for account in claim.accounts}


def _quotes(change: StanceChange) -> Iterator[Turn]:
    """The words that came and went; those that have words in common beside each other, as one that was cut anew."""
    added = list(change.quotes_added)
    for quote in change.quotes_removed:
        other = next((one for one in added if _is_cut_anew(quote, one)), None)
        if other:
            added.remove(other)
        yield from turned("", quote.exact, other.exact if other else "", quote.account.language)
    for quote in added:
        yield from turned("", "", quote.exact, quote.account.language)


def _is_cut_anew(quote: QuoteShown, other: QuoteShown) -> bool:
    if quote.account.id != other.account.id:
        return False
    return any(part.kind == "kept" and not part.is_blank for part in difference(quote.exact, other.exact))


def _accounts(between: EditionChanges) -> Iterator[AccountTold]:
    """Those that came or went, and those whose particulars differ; a new text is told by its words."""
    accounts = [{account.id: account for account in one.accounts} for one in (between.before, between.after)]
    for change in between.changes.accounts:
        became = gettext("added") if change.is_added else gettext("removed") if change.is_removed else ""
        turns = () if became else account_turns(accounts[0][change.id], accounts[1][change.id], between)
        if became or turns:
            yield AccountTold(change.title, change.language, became, turns)
