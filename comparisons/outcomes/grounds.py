"""What positions and outcomes rest on: that without which they would be others. Pure functions, no database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .rules import RULES, Stance, derive, position_of
from .values import Caveat, Ground, Position

# Attributions, by rules: somebody who may not be named is not, however much is told about the place.
UNNAMED = {1: {"anonymous"}, 2: {"anonymous", "on_background"}}


@dataclass(frozen=True)
class Evidence:
    """A stance, and what it rests on; an account not reviewed rests on nothing yet, whatever is said here."""

    stance: Stance
    grounds: frozenset[Ground] = frozenset()


def caveats(judged: Iterable[Evidence], parties: Iterable[str], *, rules: int = RULES) -> frozenset[Caveat]:
    """What the outcome rests on: each holds where the outcome would be another one without the stances of that kind."""
    judged, parties = list(judged), list(parties)
    outcome = derive([evidence.stance for evidence in judged], parties, rules=rules).outcome
    return frozenset(
        Caveat(f"rests_on_{ground}")
        for ground in Ground
        if derive(_without(ground, judged), parties, rules=rules).outcome != outcome
    )


def rests_on(judged: Iterable[Evidence], parties: Iterable[str]) -> dict[str, frozenset[Ground]]:
    """For each party what its position rests on: that without which it would be another one."""
    judged = list(judged)
    own = {party: [evidence for evidence in judged if evidence.stance.party == party] for party in parties}
    return {
        party: frozenset(
            ground
            for ground in Ground
            if position_of(_without(ground, evidence)) != position_of([one.stance for one in evidence])
        )
        for party, evidence in own.items()
    }


def to_be_told(judged: Iterable[Evidence], parties: Iterable[str]) -> dict[str, frozenset[Ground]]:
    """For each party what a sentence on its position has to say: what it rests on, and what stands in for another.

    A party that denies by a report in one account and by somebody unnamed in another rests on neither of the two by
    itself, as the other would be left; but it has not denied in words of its own either, so that both are told.
    """
    judged = list(judged)
    told = rests_on(judged, parties)
    for party, grounds in told.items():
        own = [evidence for evidence in judged if evidence.stance.party == party]
        position = position_of([evidence.stance for evidence in own])
        if position_of([one.stance if one.grounds <= grounds else _not_held(one.stance) for one in own]) != position:
            told[party] = grounds.union(*(one.grounds for one in own if _carries(one.stance, position)))
    return told


def _carries(stance: Stance, position: Position) -> bool:
    """Whether a stance is one of those by which its party has this position."""
    return position == Position.CONFLICTED or stance.position == position


def _without(ground: Ground, judged: Iterable[Evidence]) -> list[Stance]:
    return [_not_held(evidence.stance) if ground in evidence.grounds else evidence.stance for evidence in judged]


def _not_held(stance: Stance) -> Stance:
    """The same account, as if its text did not have this: a silence that cannot be an omission."""
    if stance.position == Position.NOT_REVIEWED:
        # No stance was taken yet, so there is none to take away.
        return stance
    return replace(stance, position=Position.SILENT, low=None, high=None, can_omit=False)
