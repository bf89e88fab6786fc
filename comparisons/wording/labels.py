"""The words that stand for stored values: families, outcomes, positions, flags and caveats."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .names import Said

FAMILIES = {
    "agreements": _("Agreements"),
    "contradictions": _("Contradictions"),
    "one-sided": _("Only one side"),
    "open": _("Open"),
}

FAMILIES_IN_SHORT = {
    "agreements": _("Two sides or more say the same, in whole or in part."),
    "contradictions": _("The statements conflict, in whole or in part."),
    "one-sided": _("Only one side addresses it, or was asked about it."),
    "open": _("No account that has been read addresses it."),
}

OUTCOMES = {
    "agreement": _("Agreement"),
    "partial_agreement": _("Agreement in part"),
    "contradiction": _("Contradiction"),
    "partial_contradiction": _("Contradiction in part"),
    "internal_contradiction": _("Contradicts itself"),
    "omission": _("Not mentioned by one"),
    "single_source": _("Single source"),
    "denied_by_one": _("Denied by one"),
    "unanswered": _("Unanswered"),
    "not_reviewed": _("Not read yet"),
    "not_addressed": _("Not addressed"),
    "no_evidence_held": _("Not in the texts held"),
}

POSITIONS = {
    "affirms": _("said so"),
    "affirms_in_part": _("said so in part"),
    "denies": _("denied it"),
    "declines": _("would not say"),
    "silent": _("does not mention it"),
    "inconsistent": _("contradicts itself"),
    "conflicted": _("contradicts itself"),
    "not_reviewed": _("not read yet"),
    "not_in_text_held": _("not in the excerpt held"),
    "no_account": _("no account held"),
}

QUANTITY_POSITIONS = {
    "affirms": _("gave a figure"),
    "affirms_in_part": _("gave a qualified figure"),
    "inconsistent": _("gave more than one answer"),
    "conflicted": _("gave more than one answer"),
}

REMARKS = {
    "rests_on_report": _("rests on a report"),
    "rests_on_anonymous": _("rests on an unnamed source"),
    "rests_on_translation": _("rests on a translation"),
    "rests_on_implication": _("rests on an implication"),
    "provisional": _("provisional: not everything has been read"),
    "internal_contradiction": _("one party contradicts itself"),
    "unconfirmed": _("not read a second time"),
    "some_silent": _("one side does not mention it"),
}


def family_label(family: str) -> str:
    return str(FAMILIES[family])


def family_in_short(family: str) -> str:
    """What the claims of a family have in common, in one sentence."""
    return str(FAMILIES_IN_SHORT[family])


def outcome_label(outcome: str) -> str:
    return str(OUTCOMES[outcome])


def position_label(position: str, claim: Said) -> str:
    """What a party or an account said on a claim. `position` is a stance's or a party's, or nothing."""
    words = POSITIONS | QUANTITY_POSITIONS if claim.kind == "quantity" else POSITIONS
    return str(words[position]) if position else ""


def remark(flag_or_caveat: str) -> str:
    return str(REMARKS[flag_or_caveat])


def position_counted(label: str, count: int, of: int) -> str:
    """How many of the parties that are shown hold a position: "Said so (5 of 7)"."""
    words = {"position": capfirst(label), "count": count, "total": of}
    return gettext("%(position)s (%(count)d of %(total)d)") % words


def outcome_and_caveats(outcome: str, caveats: Sequence[str]) -> str:
    """The outcome with what it rests on: "Contradiction (rests on a report · rests on an unnamed source)"."""
    rests_on = " · ".join(remark(caveat) for caveat in caveats)
    return f"{outcome_label(outcome)} ({rests_on})" if rests_on else outcome_label(outcome)
