"""How silence is told: asked and would not say, not mentioned, not in the text held, not read yet, no account held."""

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import ClaimShown

from .accounts import accounts_of, kind_in_common
from .names import names, possessive, who


def declined(claim: ClaimShown) -> str:
    parties = who(claim, "declines")
    if not parties:
        return ""
    words = ngettext(
        "%(parties)s was asked and would not say.", "%(parties)s were asked and would not say.", len(parties)
    )
    return words % {"parties": capfirst(names(parties))}


def silent(claim: ClaimShown) -> str:
    parties = who(claim, "silent")
    if not parties:
        return ""
    if len(parties) > 1:
        return gettext("Not mentioned in the accounts of %(parties)s.") % {"parties": names(parties)}
    kind = kind_in_common(accounts_of(claim, parties))
    return gettext("Not mentioned in %(whose)s %(kind)s.") % {"whose": possessive(names(parties)), "kind": kind}


def not_in_text_held(claim: ClaimShown) -> str:
    parties = who(claim, "not_in_text_held")
    if not parties:
        return ""
    words = ngettext(
        "Nothing on it in the text held from %(parties)s.",
        "Nothing on it in the texts held from %(parties)s.",
        len(accounts_of(claim, parties)),
    )
    return words % {"parties": names(parties)}


def not_reviewed(claim: ClaimShown) -> str:
    parties = who(claim, "not_reviewed")
    if not parties:
        return ""
    words = ngettext(
        "The text held from %(parties)s has not been reviewed yet.",
        "The texts held from %(parties)s have not all been reviewed yet.",
        len(accounts_of(claim, parties)),
    )
    return words % {"parties": names(parties)}


def no_account(claim: ClaimShown) -> str:
    parties = who(claim, "no_account")
    return gettext("No account from %(parties)s is held.") % {"parties": names(parties)} if parties else ""
