"""The truth table of outcomes for two parties, made by the rules themselves, in the words of the page."""

from dataclasses import dataclass

from django.utils.translation import gettext

from comparisons.outcomes import Flag, Position, Stance, derive

from .labels import OUTCOMES, POSITIONS

# What an account can be for a party: its stance, and for a silence whether it can be an omission.
WAYS = (
    (Position.AFFIRMS, Stance("", Position.AFFIRMS)),
    (Position.AFFIRMS_IN_PART, Stance("", Position.AFFIRMS_IN_PART)),
    (Position.DENIES, Stance("", Position.DENIES)),
    (Position.DECLINES, Stance("", Position.DECLINES)),
    (Position.SILENT, Stance("", Position.SILENT)),
    (Position.NOT_IN_TEXT_HELD, Stance("", Position.SILENT, can_omit=False)),
    (Position.NOT_REVIEWED, Stance("", Position.NOT_REVIEWED)),
)


@dataclass(frozen=True)
class RulesRow:
    """One party's position, and the outcome with each position of the other."""

    position: str
    outcomes: tuple[str, ...]


def rules_columns() -> tuple[str, ...]:
    return tuple(str(POSITIONS[position]) for position, _stance in WAYS)


def rules_rows(rules: int) -> tuple[RulesRow, ...]:
    return tuple(
        RulesRow(str(POSITIONS[position]), tuple(_cell(stance, other, rules) for _position, other in WAYS))
        for position, stance in WAYS
    )


def _cell(one: Stance, other: Stance, rules: int) -> str:
    stances = [Stance(party, stance.position, can_omit=stance.can_omit) for party, stance in (("a", one), ("b", other))]
    derived = derive(stances, ("a", "b"), rules=rules)
    outcome = str(OUTCOMES[derived.outcome])
    return gettext("%(outcome)s, provisional") % {"outcome": outcome} if Flag.PROVISIONAL in derived.flags else outcome
