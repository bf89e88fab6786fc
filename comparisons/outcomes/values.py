"""The values of outcomes: positions, outcomes, flags, grounds, caveats and families.

The members of every enumeration compare equal to plain strings and serialise as them.
"""

from collections.abc import Mapping
from enum import StrEnum


class Position(StrEnum):
    """What one stance says, or where a party stands when all its stances are taken together."""

    AFFIRMS = "affirms"
    AFFIRMS_IN_PART = "affirms_in_part"
    DENIES = "denies"
    DECLINES = "declines"
    SILENT = "silent"
    NOT_REVIEWED = "not_reviewed"
    INCONSISTENT = "inconsistent"  # a stance's only: its party is then conflicted
    CONFLICTED = "conflicted"  # this one and the next two: a party's only
    NO_ACCOUNT = "no_account"
    NOT_IN_TEXT_HELD = "not_in_text_held"


class Outcome(StrEnum):
    AGREEMENT = "agreement"
    PARTIAL_AGREEMENT = "partial_agreement"
    CONTRADICTION = "contradiction"
    PARTIAL_CONTRADICTION = "partial_contradiction"
    INTERNAL_CONTRADICTION = "internal_contradiction"
    OMISSION = "omission"
    SINGLE_SOURCE = "single_source"
    DENIED_BY_ONE = "denied_by_one"
    UNANSWERED = "unanswered"
    NOT_REVIEWED = "not_reviewed"
    NOT_ADDRESSED = "not_addressed"
    NO_EVIDENCE_HELD = "no_evidence_held"


class Flag(StrEnum):
    INTERNAL_CONTRADICTION = "internal_contradiction"
    PROVISIONAL = "provisional"
    SOME_SILENT = "some_silent"


class Ground(StrEnum):
    """What a stance rests on besides the words of its own account, told by whoever is named."""

    REPORT = "report"
    ANONYMOUS = "anonymous"
    TRANSLATION = "translation"
    IMPLICATION = "implication"


class Caveat(StrEnum):
    """That the outcome would be another one without the stances that rest on this."""

    RESTS_ON_REPORT = "rests_on_report"
    RESTS_ON_ANONYMOUS = "rests_on_anonymous"
    RESTS_ON_TRANSLATION = "rests_on_translation"
    RESTS_ON_IMPLICATION = "rests_on_implication"


# The page's filters, by their slug in the URL.
FAMILIES: Mapping[str, tuple[Outcome, ...]] = {
    "agreements": (Outcome.AGREEMENT, Outcome.PARTIAL_AGREEMENT),
    "contradictions": (Outcome.CONTRADICTION, Outcome.PARTIAL_CONTRADICTION, Outcome.INTERNAL_CONTRADICTION),
    "one-sided": (Outcome.OMISSION, Outcome.SINGLE_SOURCE, Outcome.DENIED_BY_ONE, Outcome.UNANSWERED),
    "open": (Outcome.NOT_REVIEWED, Outcome.NOT_ADDRESSED, Outcome.NO_EVIDENCE_HELD),
}


CONTRADICTIONS = (Outcome.CONTRADICTION, Outcome.PARTIAL_CONTRADICTION)
"""Those between parties: each is confirmed in a second reading."""


def family_of(outcome: str) -> str:
    """The slug of an outcome's family. ValueError: not an outcome."""
    for family, outcomes in FAMILIES.items():
        if outcome in outcomes:
            return family
    raise ValueError(f"{outcome!r} is not an outcome.")
