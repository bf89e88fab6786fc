"""The rules by which the outcome of a claim follows from the stances of all parties. Pure functions, no database.

These are rules 2. Editions say which rules they were derived by, so rules 1 can still be asked for: by them two
accounts that are incompatible in part contradict each other like any others, and nothing rests on an implication.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, combinations_with_replacement

from .values import Flag, Outcome, Position

Number = int | float | Decimal
RULES = 2
"""The newest, by which everything is derived that is not of an edition of others."""

STANCE_POSITIONS = frozenset(Position) - {Position.CONFLICTED, Position.NO_ACCOUNT, Position.NOT_IN_TEXT_HELD}
# Inconsistent is in both: it counts as one assertion and one denial by the same account.
ASSERTIONS = frozenset({Position.AFFIRMS, Position.AFFIRMS_IN_PART, Position.INCONSISTENT})
DENIALS = frozenset({Position.DENIES, Position.INCONSISTENT})
# What a party says outweighs what it leaves open.
PRECEDENCE = (Position.DENIES, Position.AFFIRMS_IN_PART, Position.AFFIRMS, Position.DECLINES, Position.NOT_REVIEWED)
# The outcomes that may have the flag some_silent.
NOTING_SILENCE = {
    Outcome.AGREEMENT,
    Outcome.PARTIAL_AGREEMENT,
    Outcome.CONTRADICTION,
    Outcome.PARTIAL_CONTRADICTION,
    Outcome.DENIED_BY_ONE,
}


@dataclass(frozen=True)
class Stance:
    """What one account says on one claim; `party` is None for an observer's account.

    `low` and `high` count for an assertion only; `can_omit` counts for a silence only. ValueError: a position that no
    stance has, one bound without the other, or bounds out of order.
    """

    party: str | None
    position: str
    low: Number | None = None
    high: Number | None = None
    can_omit: bool = True

    def __post_init__(self) -> None:
        if self.position not in STANCE_POSITIONS:
            raise ValueError(f"No stance has the position {self.position!r}.")
        if (self.low is None) != (self.high is None):
            raise ValueError("An interval needs both low and high.")
        # "not <=" rather than ">", so that a NaN is refused as well.
        if self.low is not None and self.high is not None and not self.low <= self.high:
            raise ValueError(f"low {self.low} is greater than high {self.high}.")


def silence_can_be_omission(scope: str, completeness: str, *, reported: bool) -> bool:
    """The rule of an omission: the account is to speak of the whole event, and all of its text is to be known.

    A report that something is not mentioned counts as well as the text. What this says of a silence is `can_omit`.
    """
    return scope == "comprehensive" and (completeness == "full" or reported)


@dataclass(frozen=True)
class Derived:
    """The outcome of one claim; `positions` has every party of the comparison, in the order given."""

    outcome: Outcome
    flags: frozenset[Flag]
    positions: dict[str, Position]


def derive(stances: Iterable[Stance], parties: Iterable[str], *, rules: int = RULES) -> Derived:
    """What the stances add up to; observers decide nothing. ValueError: a stance of a party that is not compared.

    The flag internal_contradiction holds wherever a party is conflicted: beside the outcome of that name too.
    """
    by_party: dict[str, list[Stance]] = {party: [] for party in parties}
    for stance in stances:
        if stance.party is None:
            continue
        if stance.party not in by_party:
            raise ValueError(f"The party {stance.party!r} is not one of this comparison.")
        by_party[stance.party].append(stance)
    positions = {party: position_of(own) for party, own in by_party.items()}
    counted = [stance for own in by_party.values() for stance in own]
    outcome = _outcome(counted, frozenset(positions.values()), rules)
    flags = set()
    if Position.CONFLICTED in positions.values():
        flags.add(Flag.INTERNAL_CONTRADICTION)
    if any(stance.position == Position.NOT_REVIEWED for stance in counted):
        flags.add(Flag.PROVISIONAL)
    if outcome in NOTING_SILENCE and Position.SILENT in positions.values():
        flags.add(Flag.SOME_SILENT)
    return Derived(outcome, frozenset(flags), positions)


def position_of(own: Sequence[Stance]) -> Position:
    """The position of the party of these stances.

    Assertions are existential, silence is universal: one unread account forbids "silent".
    """
    # Each stance is paired with itself as well: an inconsistent one is at odds with itself.
    if any(incompatible(one, other) for one, other in combinations_with_replacement(own, 2)):
        return Position.CONFLICTED
    said = {stance.position for stance in own}
    for position in PRECEDENCE:
        if position in said:
            return position
    if not own:
        return Position.NO_ACCOUNT
    # Only silences are left.
    return Position.SILENT if any(stance.can_omit for stance in own) else Position.NOT_IN_TEXT_HELD


def incompatible(one: Stance, other: Stance) -> bool:
    """Whether both cannot be so: an assertion and a denial, or two assertions whose intervals do not meet."""
    if one.position in ASSERTIONS and other.position in DENIALS:
        return True
    if one.position in DENIALS and other.position in ASSERTIONS:
        return True
    if one.position not in ASSERTIONS or other.position not in ASSERTIONS:
        return False
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low


def incompatible_in_part(one: Stance, other: Stance) -> bool:
    """Of an incompatible pair: whether both may hold after all, as one speaks of a part of what the other denies."""
    return Position.AFFIRMS_IN_PART in (one.position, other.position)


def differ(one: Stance, other: Stance) -> bool:
    """Whether two compatible stances are less than the same: one in part, or not one interval."""
    if one.position in DENIALS:
        # So is the other, as they are compatible; an interval counts for assertions only.
        return False
    if Position.AFFIRMS_IN_PART in (one.position, other.position):
        return True
    return (one.low, one.high) != (other.low, other.high)


def _outcome(stances: Iterable[Stance], positions: frozenset[Position], rules: int) -> Outcome:
    # A set: accounts that say the same need comparing once.
    speaking = {stance for stance in stances if stance.position in ASSERTIONS | DENIALS}
    across = [(one, other) for one, other in combinations(speaking, 2) if one.party != other.party]
    at_odds = [(one, other) for one, other in across if incompatible(one, other)]
    if at_odds and rules > 1 and all(incompatible_in_part(one, other) for one, other in at_odds):
        return Outcome.PARTIAL_CONTRADICTION
    if at_odds:
        return Outcome.CONTRADICTION
    if across:
        return Outcome.PARTIAL_AGREEMENT if any(differ(one, other) for one, other in across) else Outcome.AGREEMENT
    if speaking:
        # One party speaks: conflicted and denies can only be its position, silent and declines only another's.
        if Position.CONFLICTED in positions:
            return Outcome.INTERNAL_CONTRADICTION
        if Position.DENIES in positions:
            return Outcome.DENIED_BY_ONE
        if Position.SILENT in positions:
            return Outcome.OMISSION
        return Outcome.UNANSWERED if Position.DECLINES in positions else Outcome.SINGLE_SOURCE
    if Position.DECLINES in positions:
        return Outcome.UNANSWERED
    if Position.NOT_REVIEWED in positions:
        return Outcome.NOT_REVIEWED
    return Outcome.NOT_ADDRESSED if Position.SILENT in positions else Outcome.NO_EVIDENCE_HELD
