"""How the outcome of one claim follows from the positions, in plain words: by which rule, and what stands beside it."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.claims import CellEntry, ClaimShown

# What each outcome needs, as the page on the rules has it.
RULES = {
    "contradiction": _(
        "The statements of two parties conflict: one says so and another denies it, or their figures do not overlap."
    ),
    "partial_contradiction": _(
        "What two parties say is at odds, but one of them says it in part only, so that both may hold: a part of what "
        "the other denies."
    ),
    "agreement": _(
        "Two parties or more speak, and all of them say the same. Two denials agree as well. With figures, all give "
        "the same."
    ),
    "partial_agreement": _(
        "Two parties or more speak, and nothing that they say excludes the rest, but it is not the same: one says it "
        "in part only, the figures overlap without being equal, or only one gives a figure."
    ),
    "internal_contradiction": _("Only one side addresses it, and contradicts itself."),
    "denied_by_one": _("Exactly one party addresses it, and denies it."),
    "omission": _("Exactly one party says so, and another does not mention it in an account where that counts."),
    "unanswered": _("At most one party says so, none denies it, and another was asked and would not say."),
    "single_source": _(
        "Exactly one party says so, and what is held from the others is too little to say more: only part of a text, a "
        "text not read yet, or none."
    ),
    "not_reviewed": _("No party addresses it in what has been read, and not everything has been read."),
    "not_addressed": _(
        "Everything held was read, no party addresses it, and at least one does not mention it in an account where "
        "that counts."
    ),
    "no_evidence_held": _(
        "Everything held was read, no party addresses it, and what is held is too little to say more."
    ),
}
REMARKS = {
    "rests_on_report": _(
        "Without stances that are known only from another’s report, such as a newspaper’s, the outcome would be a "
        "different one."
    ),
    "rests_on_anonymous": _(
        "Without what was said by somebody who was not named, the outcome would be a different one. Counterpoint never "
        "keeps the name of such a source."
    ),
    "rests_on_translation": _(
        "Without the accounts that are held only in translation, the outcome would be a different one."
    ),
    "rests_on_implication": _(
        "Without what the words do not say themselves and only follows from them, the outcome would be a different one."
    ),
    "provisional": _("Some account has not been read for this claim, so the outcome may still change."),
    "internal_contradiction": _(
        "A party’s own words on the claim contradict each other, whatever the outcome between the parties."
    ),
    "unconfirmed": _("Nobody has confirmed, in a second reading, that the words of both sides contradict each other."),
    "some_silent": _("Whatever the others say, a party does not mention it in an account where that counts."),
}
SPEAKING = ("affirms", "affirms_in_part", "denies", "inconsistent")
POSITIONS = {
    "silent": _("Everything held from it was read and does not mention this, and for one account or more that counts."),
    "not_in_text_held": _(
        "Everything held from it was read and does not have this, but what is held is too little for that to count: "
        "an excerpt, a paraphrase, or an account of part of the event."
    ),
    "not_reviewed": _("Not everything that is held from it has been read for this, which is never taken for silence."),
    "conflicted": _("Its accounts, or the words of one of them, contradict each other."),
}


def rule(claim: ClaimShown) -> str:
    """The rule that gave the outcome, narrowed to these positions where that can be said in a line."""
    by = {standing.position for standing in claim.standings}
    says = "affirms" in by or "affirms_in_part" in by
    if claim.outcome == "contradiction" and says and "denies" in by:
        return gettext("One party says so and another denies it: the statements conflict.")
    if claim.outcome == "contradiction" and says and "conflicted" not in by:
        return gettext("The figures of two parties do not overlap: the statements conflict.")
    if claim.outcome == "agreement" and "denies" in by:
        return gettext("Two parties or more speak, and all of them deny it.")
    if claim.outcome == "agreement" and claim.kind == "polar":
        return gettext("Two parties or more speak, and all of them say so.")
    if claim.outcome == "partial_agreement" and "affirms_in_part" in by:
        return gettext(
            "Two parties or more speak, and nothing that they say excludes the rest, but not all say it whole."
        )
    return str(RULES[claim.outcome])


def remark_explained(flag_or_caveat: str) -> str:
    return str(REMARKS[flag_or_caveat])


def position_explained(position: str) -> str:
    """Why a party has a position that its words alone do not tell; nothing for the others."""
    return str(POSITIONS.get(position, ""))


def counted(entry: CellEntry, position: str) -> str:
    """Whether what one account says counts for its party's position, and why."""
    if entry.stance is None:
        if position == "not_reviewed":
            return gettext("It counts: what has not been read is never taken for silence.")
        return gettext("It does not count: the party’s position is known without it.")
    own = entry.stance.position
    if own == "silent":
        return _silence_counted(entry, position)
    if position == "conflicted":
        return gettext("It counts: the party contradicts itself.") if own in SPEAKING else _outweighed()
    return gettext("It counts.") if own == position else _outweighed()


def _silence_counted(entry: CellEntry, position: str) -> str:
    stance = entry.stance
    assert stance is not None
    if stance.can_omit:
        if position == "not_reviewed":
            return _waiting()
        return gettext("It counts: an account of the whole event.") if position == "silent" else _outweighed()
    if entry.account.completeness == "excerpt":
        return gettext("It does not count: only an excerpt is held, and the rest may have it.")
    if entry.account.completeness == "paraphrase":
        return gettext("It does not count: only a paraphrase is held, and the words may have had it.")
    return gettext("It does not count: the account is of a part of the event.")


def _waiting() -> str:
    return gettext("It does not count yet: another account of the party has not been read.")


def _outweighed() -> str:
    return gettext("It does not count: what the party says elsewhere outweighs it.")
