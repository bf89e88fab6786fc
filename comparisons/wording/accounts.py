"""What is told of an event and of its accounts: kind, attribution, completeness, language, the place of a quote."""

from django.utils.translation import get_language_info, gettext

from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import QuoteShown
from comparisons.models import Account, Event

from .moments import moment


def event_kind(kind: str) -> str:
    return str(Event.Kind(kind).label)


def account_kind(kind: str) -> str:
    return str(Account.Kind(kind).label)


def completeness(account: AccountShown) -> str:
    return str(Account.Completeness(account.completeness).label)


def attribution_label(account: AccountShown) -> str:
    return str(Account.Attribution(account.attribution).label)


def attribution_to_add(account: AccountShown) -> str:
    """The attribution, or nothing where the source says it itself: "White House official, not named"."""
    label = attribution_label(account)
    return "" if label.casefold() in account.source.casefold() else label


def language_name(tag: str) -> str:
    """The name of a language by its BCP 47 tag; the tag itself where it is not known."""
    for code in (tag.lower(), tag.lower().partition("-")[0]):
        try:
            return str(get_language_info(code)["name_translated"])
        except KeyError:
            continue
    return tag


def place(quote: QuoteShown) -> str:
    """Where the words stand: "Characters 12 to 40 of the text held. Captured 28 January 2017." """
    total = len(quote.account.revisions)
    words = {"first": quote.first, "last": quote.end, "number": quote.revision.number, "total": total}
    if total == 1:
        told = gettext("Characters %(first)s to %(last)s of the text held.") % words
    elif quote.revision.number == total:
        told = gettext("Characters %(first)s to %(last)s of text %(number)s, the latest of %(total)s held.") % words
    else:
        told = gettext("Characters %(first)s to %(last)s of text %(number)s of %(total)s held.") % words
    if not quote.revision.captured:
        return told
    return told + " " + gettext("Captured %(moment)s.") % {"moment": moment(quote.revision.captured)}
