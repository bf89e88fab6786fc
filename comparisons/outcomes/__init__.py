"""Outcomes: the values, the rules by which they follow from stances, and what they rest on. Pure, no database."""

from .grounds import UNNAMED, Evidence, caveats, rests_on, to_be_told
from .rules import RULES, Derived, Number, Stance, derive, incompatible, position_of, silence_can_be_omission
from .values import CONTRADICTIONS, FAMILIES, Caveat, Flag, Ground, Outcome, Position, family_of

__all__ = [
    "CONTRADICTIONS",
    "FAMILIES",
    "RULES",
    "UNNAMED",
    "Caveat",
    "Derived",
    "Evidence",
    "Flag",
    "Ground",
    "Number",
    "Outcome",
    "Position",
    "Stance",
    "caveats",
    "derive",
    "family_of",
    "incompatible",
    "position_of",
    "rests_on",
    "silence_can_be_omission",
    "to_be_told",
]
