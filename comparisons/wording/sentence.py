"""The sentence of a claim's outcome, the same on every page: "The Kremlin said so; the White House denied it."

Who, and what its words rest on: `names`. Said what: `verbs`, and `figures` where the claim is of a quantity. Who said
nothing, and why: `silences`. A party by itself, as in its column: `standing_told`.
"""

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.claims import StanceShown
from comparisons.comparison.standings import StandingShown
from comparisons.outcomes import Ground

from . import silences
from .figures import figures_given
from .labels import position_label
from .names import Said, grounds_listed, listed, ways_known, who
from .verbs import DENIED, IN_PART, SAID_BOTH, SAID_SO


def sentence(claim: Said) -> str:
    """What every party said on the claim, on one line; nothing is said of who is right."""
    said = figures_given(claim) if claim.kind == "quantity" else _assertions(claim)
    told = (
        _in_clauses((*said, DENIED.of(who(claim, "denies"), len(claim.standings)))),
        silences.declined(claim),
        silences.silent(claim),
        silences.not_in_text_held(claim),
        silences.not_reviewed(claim),
        silences.no_account(claim),
    )
    return " ".join(part for part in told if part)


def _in_clauses(clauses: Iterable[str]) -> str:
    """Clauses as one sentence: "One clause; another clause." Nothing where none has words."""
    told = "; ".join(clause for clause in clauses if clause)
    return f"{capfirst(told)}." if told else ""


def _assertions(claim: Said) -> tuple[str, ...]:
    total = len(claim.standings)
    return (
        SAID_SO.of(who(claim, "affirms"), total),
        IN_PART.of(who(claim, "affirms_in_part"), total),
        SAID_BOTH.of(who(claim, "conflicted"), total),
    )


def stance_told(stance: StanceShown | None, claim: Said) -> str:
    """An account's position, with whose report it is and whether it is implied; with none it has not been read."""
    if stance is None:
        return position_label("not_reviewed", claim)
    label = position_label(stance.position, claim)
    if stance.position == "silent" and not stance.can_omit:
        label = silences.not_held(is_excerpt=stance.account.completeness != "full")
    told = [label]
    if stance.basis == "reported":
        titles = [gettext("“%(title)s”") % {"title": reporter.title} for reporter in stance.reporters]
        told.append(gettext("according to %(reporters)s") % {"reporters": listed(titles)})
    if stance.implied:
        told.append(gettext("by implication"))
    return ", ".join(told)


GROUNDS_IN_SHORT = {
    Ground.REPORT: _("by report"),
    Ground.ANONYMOUS: _("unnamed"),
    Ground.IMPLICATION: _("implied"),
    Ground.TRANSLATION: _("translated"),
}


def grounds_in_short(standing: StandingShown) -> str:
    """What a position rests on, where there is room for a few words; nothing where the party's own words say it."""
    if len(standing.grounds) > 2:
        return gettext("not in its own words")
    return " · ".join(str(words) for ground, words in GROUNDS_IN_SHORT.items() if ground in standing.grounds)


def grounds_told(standing: StandingShown) -> str:
    """What a position rests on, in full: "through an unnamed official, by implication"; or nothing."""
    return ", ".join(grounds_listed(standing))


def standing_told(standing: StandingShown, claim: Said) -> str:
    """A party's position after its name, with what it rests on: "denied it, according to “Report”"."""
    label = position_label(standing.position, claim)
    if standing.position == "silent" and Ground.ANONYMOUS in standing.grounds:
        return ", ".join([gettext("an unnamed official does not mention it"), *ways_known(standing)])
    if standing.position == "not_in_text_held":
        label = silences.not_held(is_excerpt=standing.is_excerpt)
    return ", ".join(part for part in (label, grounds_told(standing)) if part)
