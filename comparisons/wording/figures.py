"""What is told of a quantity: an interval with its unit, and how the figures of parties lie to each other."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext

from comparisons.outcomes import CONTRADICTIONS

from .names import Said, who
from .verbs import APART, DIFFERING, GAVE_A_FIGURE, QUALIFIED, SEVERAL_ANSWERS, THE_SAME, Verb


class Figure(Protocol):
    """What a stance says in figures: of a comparison, or of a list across events."""

    @property
    def value(self) -> str: ...
    @property
    def low(self) -> int | float | None: ...
    @property
    def high(self) -> int | float | None: ...


def interval(stance: Figure, unit: str) -> str:
    """The interval of a quantity with its unit: "60 minutes", "55–65 minutes"; nothing where there is none."""
    if stance.low is None or stance.high is None:
        return ""
    low, high = _number(stance.low), _number(stance.high)
    figure = low if stance.low == stance.high else gettext("%(low)s–%(high)s") % {"low": low, "high": high}
    return gettext("%(figure)s %(unit)s") % {"figure": figure, "unit": unit}


def figure_told(stance: Figure, unit: str) -> str:
    """The figure of a stance in the words used, with the interval where they do not have it: "an hour (60 minutes)"."""
    figure = interval(stance, unit)
    value = " ".join(stance.value.split())
    if not value or not figure:
        return value or figure
    if figure.casefold().startswith(value.casefold()):
        return figure
    return gettext("%(value)s (%(figure)s)") % {"value": value, "figure": figure}


def figures_of_position(position: str, stances: Sequence[Figure], unit: str) -> str:
    """What a party that gave figures said, in them; nothing where it gave none."""
    figures = " / ".join(dict.fromkeys(figure for stance in stances if (figure := figure_told(stance, unit))))
    if not figures or position == "affirms":
        return figures
    if position == "affirms_in_part":
        return gettext("%(figure)s, a qualified figure") % {"figure": figures}
    return gettext("more than one answer: %(figures)s") % {"figures": figures} if position == "conflicted" else ""


def _number(value: int | float) -> str:
    exact = Decimal(str(value))
    whole = exact == exact.to_integral_value()
    return number_format(int(exact) if whole else exact, use_l10n=True, force_grouping=True)


def figures_given(claim: Said) -> tuple[str, ...]:
    """The clauses on a quantity: how the figures lie to each other, where that is what the outcome rests on."""
    total = len(claim.standings)
    in_part = who(claim, "affirms_in_part")
    at_odds = claim.outcome in CONTRADICTIONS
    lie_apart = at_odds and not who(claim, "denies") and not who(claim, "conflicted")
    together = ""
    if in_part and lie_apart:
        together = gettext("the figures do not all overlap")
    elif in_part and claim.outcome == "partial_agreement":
        together = gettext("the figures do not exclude each other")
    return (
        _gave(claim, lie_apart=lie_apart).of(who(claim, "affirms"), total),
        QUALIFIED.of(in_part, total),
        together,
        SEVERAL_ANSWERS.of(who(claim, "conflicted"), total),
    )


def _gave(claim: Said, *, lie_apart: bool) -> Verb:
    if claim.outcome == "agreement":
        return THE_SAME
    if who(claim, "affirms_in_part"):
        return GAVE_A_FIGURE
    if lie_apart:
        return APART
    return DIFFERING if claim.outcome == "partial_agreement" else GAVE_A_FIGURE
