"""The words that stand for stored values: families, outcomes, positions, flags and caveats."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.claims import ClaimShown

FAMILIES = {
    "agreements": _("Agreements"),
    "contradictions": _("Contradictions"),
    "one-sided": _("One side only"),
    "open": _("Open"),
}

FAMILIES_IN_SHORT = {
    "agreements": _("Two sides or more say the same, in whole or in part."),
    "contradictions": _("The statements conflict, in whole or in part."),
    "one-sided": _("One side speaks to it, or was asked about it."),
    "open": _("Nobody speaks to it in what has been read."),
}

OUTCOMES = {
    "agreement": _("Agreement"),
    "partial_agreement": _("Agreement in part"),
    "contradiction": _("Contradiction"),
    "partial_contradiction": _("Contradiction in part"),
    "internal_contradiction": _("Says both"),
    "omission": _("Not mentioned by one"),
    "single_source": _("One side only"),
    "denied_by_one": _("Denied by one"),
    "unanswered": _("Unanswered"),
    "not_reviewed": _("Not yet reviewed"),
    "not_addressed": _("Not addressed"),
    "no_evidence_held": _("Nothing held"),
}

POSITIONS = {
    "affirms": _("said so"),
    "affirms_in_part": _("said so in part"),
    "denies": _("said it was not so"),
    "declines": _("was asked and would not say"),
    "silent": _("not mentioned"),
    "inconsistent": _("said both"),
    "conflicted": _("said both"),
    "not_reviewed": _("not reviewed yet"),
    "not_in_text_held": _("not in the text held"),
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
    "internal_contradiction": _("one party said both"),
    "some_silent": _("a party is silent"),
}


def family_label(family: str) -> str:
    return str(FAMILIES[family])


def family_in_short(family: str) -> str:
    """What the claims of a family have in common, in one sentence."""
    return str(FAMILIES_IN_SHORT[family])


def outcome_label(claim: ClaimShown) -> str:
    """The outcome in words: "Both say so" rather than "Agreement" where every party compared says the same."""
    positions = {position for _party, position in claim.positions}
    if claim.outcome == "agreement" and claim.kind == "polar" and positions == {"affirms"}:
        return gettext("Both say so") if len(claim.positions) == 2 else gettext("All say so")
    if claim.outcome == "agreement" and positions == {"denies"}:
        return gettext("Both say not") if len(claim.positions) == 2 else gettext("All say not")
    if claim.outcome == "omission" and [position for _party, position in claim.positions].count("silent") > 1:
        return gettext("Not mentioned by some")
    return str(OUTCOMES[claim.outcome])


def outcome_name(outcome: str) -> str:
    """An outcome by itself, where the positions that it rests on are not at hand."""
    return str(OUTCOMES[outcome])


def position_label(position: str, claim: ClaimShown) -> str:
    """What a party or an account said on a claim. `position` is a stance's or a party's, or nothing."""
    words = POSITIONS | QUANTITY_POSITIONS if claim.kind == "quantity" else POSITIONS
    return str(words[position]) if position else ""


def remark(flag_or_caveat: str) -> str:
    return str(REMARKS[flag_or_caveat])


def outcome_and_caveats(claim: ClaimShown) -> str:
    """The outcome with what it rests on: "Contradiction (rests on a report · rests on an unnamed source)"."""
    rests_on = " · ".join(remark(caveat) for caveat in claim.caveats)
    return f"{outcome_label(claim)} ({rests_on})" if rests_on else outcome_label(claim)
