"""How silence is told: would not say, does not mention it, not in the excerpt held, not read yet, no account held."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, pgettext

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.standings import StandingShown
from comparisons.outcomes import Ground

from .accounts import account_kind
from .names import (
    Said,
    are_counted,
    counted,
    names,
    number_of,
    possessive,
    speaker,
    subject,
    ways_known,
    who,
)
from .verbs import DECLINED


def declined(claim: Said) -> str:
    parties = who(claim, "declines")
    return f"{capfirst(DECLINED.of(parties, len(claim.standings)))}." if parties else ""


def silent(claim: Said) -> str:
    """ "The White House’s readout does not mention it." """
    parties = who(claim, "silent")
    if not parties:
        return ""
    if are_counted(parties):
        number = counted(parties, len(claim.standings))
        return capfirst(pgettext("counted", "%(parties)s do not mention it.") % {"parties": number})
    if len(parties) > 1:
        return gettext("The accounts of %(parties)s do not mention it.") % {"parties": subject(parties)}
    (party,) = parties
    text = speaker(party) if Ground.ANONYMOUS in party.grounds else _text_of(party)
    qualifiers = ways_known(party)
    told = ", ".join([text, *qualifiers]) + "," if qualifiers else text
    return capfirst(gettext("%(text)s does not mention it.") % {"text": told})


def _text_of(standing: StandingShown) -> str:
    if len(standing.kinds) != 1:
        return gettext("what is held from %(party)s") % {"party": names([standing.party])}
    whose, kind = possessive(names([standing.party])), account_kind(standing.kinds[0])
    return gettext("%(whose)s %(kind)s") % {"whose": whose, "kind": kind}


def not_in_text_held(claim: Said) -> str:
    """An excerpt that does not have it says nothing of the rest; nor does a whole text on a part of the event."""
    parties = who(claim, "not_in_text_held")
    excerpts = [standing.party for standing in parties if standing.is_excerpt]
    texts = [standing.party for standing in parties if not standing.is_excerpt]
    told = []
    if excerpts:
        words = ngettext(
            "Not in the excerpt held from %(parties)s.", "Not in the excerpts held from %(parties)s.", len(excerpts)
        )
        told.append(words % {"parties": _names_or_number(excerpts, claim)})
    if texts:
        words = ngettext(
            "Not in the text held from %(parties)s.", "Not in the texts held from %(parties)s.", len(texts)
        )
        told.append(words % {"parties": _names_or_number(texts, claim)})
    return " ".join(told)


def not_held(*, is_excerpt: bool) -> str:
    """In a column, that a text has nothing on it which need not have it: a part, a paraphrase, or on a part alone."""
    return gettext("not in the excerpt held") if is_excerpt else gettext("not in the text held")


def not_reviewed(claim: Said) -> str:
    parties = who(claim, "not_reviewed")
    if not parties:
        return ""
    words = ngettext(
        "The text held from %(parties)s has not been read for this yet.",
        "The texts held from %(parties)s have not all been read for this yet.",
        sum(len(standing.kinds) for standing in parties),
    )
    return words % {"parties": _names_or_number([standing.party for standing in parties], claim)}


def no_account(claim: Said) -> str:
    parties = [standing.party for standing in who(claim, "no_account")]
    return (
        gettext("No account from %(parties)s is held.") % {"parties": _names_or_number(parties, claim)}
        if parties
        else ""
    )


def _names_or_number(parties: Sequence[PartyShown], claim: Said) -> str:
    return number_of(len(parties), len(claim.standings)) if are_counted(parties) else names(parties)
