"""Where each party stands on a claim, and what a sentence has to say of it: plain values, read from a document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comparisons.outcomes import UNNAMED, Evidence, Ground, Position, Stance, silence_can_be_omission, to_be_told

from .accounts import PartyShown
from .document import AccountEntry, ClaimEntry, StanceEntry, StanceInput


@dataclass(frozen=True)
class Reporter:
    """An account by whose words a position of another account's party is known."""

    party: str
    """The name of the reporting party; nothing for an observer's account."""
    title: str


@dataclass(frozen=True)
class StandingShown:
    """One party's position on a claim, with all that a sentence needs to say of it."""

    party: PartyShown
    position: str
    grounds: tuple[str, ...] = ()
    """What the position rests on besides words of the party's own: each of `outcomes.Ground` that is to be told."""
    reporters: tuple[Reporter, ...] = ()
    """By whose words it is known, where it rests on a report."""
    kinds: tuple[str, ...] = ()
    """The kind of each of the party's accounts."""
    is_excerpt: bool = False
    """Whether a part or a paraphrase is all that is held of one of them."""


def standings_of(
    claim: ClaimEntry, accounts: Sequence[AccountEntry], parties: Sequence[PartyShown], *, rules: int
) -> tuple[StandingShown, ...]:
    """The standing of each of these parties, in their order; `rules` are those that the claim was derived by."""
    stances = {stance["account"]: stance for stance in claim["stances"]}
    judged = [evidence_of(account, stances.get(account["id"]), rules=rules) for account in accounts]
    told = to_be_told(judged, [party.slug for party in parties])
    names = {party.slug: party.name for party in parties}
    by_id = {account["id"]: account for account in accounts}
    standings = []
    for party in parties:
        own = [account for account in accounts if account["party"] == party.slug]
        grounds = told[party.slug]
        reporters = {
            Reporter(names.get(reporter["party"] or "", ""), reporter["title"]): None
            for account in own
            for reporter in _reporters(stances.get(account["id"]), by_id)
        }
        standings.append(
            StandingShown(
                party=party,
                position=claim["positions"][party.slug],
                grounds=tuple(ground.value for ground in Ground if ground in grounds),
                reporters=tuple(reporters) if Ground.REPORT in grounds else (),
                kinds=tuple(account["kind"] for account in own),
                is_excerpt=any(account["completeness"] != "full" for account in own),
            )
        )
    return tuple(standings)


def _reporters(stance: StanceEntry | None, accounts: Mapping[str, AccountEntry]) -> Iterator[AccountEntry]:
    if stance and stance["basis"] == "reported":
        for quote in stance["quotes"]:
            yield accounts[quote["account"]]


def evidence_of(account: AccountEntry, stance: StanceEntry | StanceInput | None, *, rules: int) -> Evidence:
    """The stance as outcomes are derived from it; an account with no stance has not been reviewed."""
    reported = stance is not None and stance["basis"] == "reported"
    grounds = {
        Ground.REPORT: reported,
        Ground.ANONYMOUS: account["attribution"] in UNNAMED[rules],
        Ground.TRANSLATION: account["translation_of"] is not None,
        Ground.IMPLICATION: bool(stance and stance.get("implied")),
    }
    return Evidence(
        Stance(
            party=account["party"],
            position=stance["position"] if stance else Position.NOT_REVIEWED,
            low=stance["low"] if stance else None,
            high=stance["high"] if stance else None,
            can_omit=silence_can_be_omission(account["scope"], account["completeness"], reported=reported),
        ),
        frozenset(ground for ground, holds in grounds.items() if holds),
    )
