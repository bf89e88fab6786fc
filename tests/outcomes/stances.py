"""Stances of the parties that the tests speak of."""

from collections.abc import Iterable

from comparisons.outcomes import Evidence, Flag, Ground, Stance, derive

BOTH = ("white-house", "kremlin")
THREE = ("white-house", "kremlin", "kyiv")
TWELVE = {
    "agreement",
    "partial_agreement",
    "contradiction",
    "partial_contradiction",
    "internal_contradiction",
    "omission",
    "single_source",
    "denied_by_one",
    "unanswered",
    "not_reviewed",
    "not_addressed",
    "no_evidence_held",
}


def white_house(position: str, low: int | None = None, high: int | None = None, *, can_omit: bool = True) -> Stance:
    return Stance("white-house", position, low, high, can_omit)


def kremlin(position: str, low: int | None = None, high: int | None = None, *, can_omit: bool = True) -> Stance:
    return Stance("kremlin", position, low, high, can_omit)


def kyiv(position: str, low: int | None = None, high: int | None = None, *, can_omit: bool = True) -> Stance:
    return Stance("kyiv", position, low, high, can_omit)


def observer(position: str, low: int | None = None, high: int | None = None) -> Stance:
    return Stance(None, position, low, high)


def outcome_of(*stances: Stance, parties: Iterable[str] = THREE) -> str:
    return derive(stances, parties).outcome


def flags_of(*stances: Stance, parties: Iterable[str] = THREE) -> frozenset[Flag]:
    return derive(stances, parties).flags


def rests(
    stance: Stance,
    *,
    reported: bool = False,
    anonymous: bool = False,
    translation: bool = False,
    implied: bool = False,
) -> Evidence:
    holds = zip(Ground, (reported, anonymous, translation, implied), strict=True)
    return Evidence(stance, frozenset(ground for ground, given in holds if given))
