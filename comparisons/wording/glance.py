"""A claim at a glance: a party's position in a few words, the counts of a comparison, and groups of parties."""

from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import Cell, ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.grouping import PositionGroup, Voice
from comparisons.comparison.standings import StandingShown
from comparisons.outcomes import Ground

from . import silences
from .figures import figures_of_position
from .labels import position_counted, position_label, remark
from .names import in_sentence, listed
from .sentence import grounds_told


def position_in_short(cell: Cell, claim: ClaimShown) -> str:
    """A party's position without what it rests on, a figure where it gave one: "denied it", "60 minutes"."""
    if cell.position == "not_in_text_held":
        return silences.not_held(is_excerpt=cell.standing.is_excerpt)
    if claim.kind == "quantity" and (figures := figures_of_position(cell.position, cell.carrying, claim.unit)):
        return figures
    return position_label(cell.position, claim)


def grounds_in_few_words(standing: StandingShown) -> str:
    """What a position rests on, beside it in a row: "according to a report, an unnamed official"; or nothing."""
    told = []
    if Ground.REPORT in standing.grounds:
        told.append(gettext("according to %(reporters)s") % {"reporters": _reporters(standing)})
    if Ground.ANONYMOUS in standing.grounds:
        told.append(gettext("an unnamed official"))
    if Ground.IMPLICATION in standing.grounds:
        told.append(gettext("by implication"))
    if Ground.TRANSLATION in standing.grounds:
        told.append(gettext("in translation"))
    return ", ".join(told)


def _reporters(standing: StandingShown) -> str:
    """Parties by their names; accounts that speak for none together, as the row has no room for titles."""
    parties = [in_sentence(reporter.party) for reporter in standing.reporters if reporter.party]
    others = sum(not reporter.party for reporter in standing.reporters)
    if others:
        parties.append(ngettext("a report", "%(n)s reports", others) % {"n": others})
    return listed(parties)


def remarks_at_a_glance(claim: ClaimShown, page: Comparison) -> str:
    """What stands beside the outcome in a row and cannot be seen from its cells.

    Where a column is left out, all of it: what the outcome rests on may be what its cell would say.
    """
    seen = () if len(page.columns) < len(page.parties) else SEEN_IN_CELLS
    return " · ".join(remark(one) for one in claim.remarks if one not in seen)


SEEN_IN_CELLS = (
    "rests_on_report",
    "rests_on_anonymous",
    "rests_on_translation",
    "rests_on_implication",
    "internal_contradiction",
    "some_silent",
)


def family_counted(family: str, count: int) -> str:
    """What is counted, after its number in the line of counts: "5 agreements", "1 open"."""
    if family == "agreements":
        return ngettext("agreement", "agreements", count)
    if family == "contradictions":
        return ngettext("contradiction", "contradictions", count)
    if family == "one-sided":
        return ngettext("only one side", "only one side", count)
    return ngettext("open", "open", count)


def group_head(group: PositionGroup, claim: ClaimShown) -> str:
    """ "Said so (5 of 7)": of those that have a column."""
    label = position_label(group.position, claim)
    if group.position == "not_in_text_held":
        label = silences.not_held(is_excerpt=group.is_excerpt)
    return position_counted(label, group.count, len(claim.cells))


def voice_grounds(voice: Voice) -> str:
    """What the words of these parties rest on, in full; nothing where they are their own."""
    return grounds_told(voice.words.standing)
