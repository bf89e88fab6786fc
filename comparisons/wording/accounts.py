"""What is told of an event and of its accounts: kind, attribution, completeness, language, the place of a quote."""

from collections.abc import Iterable

from babel import Locale
from django.utils.translation import get_language, gettext

from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown, QuoteShown, TranslationShown
from comparisons.comparison.document import BY_THE_DESK
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


def uttered_by(account: AccountShown) -> str:
    """Who uttered it, on one line, and that nobody is named where the source does not say so itself."""
    is_unnamed = account.attribution in (Account.Attribution.ANONYMOUS, Account.Attribution.ON_BACKGROUND)
    told = [" ".join(account.source.split()), attribution_to_add(account) if is_unnamed else ""]
    return ", ".join(part for part in told if part)


def language_name(tag: str) -> str:
    """The name of a language by its BCP 47 tag, as the Unicode CLDR has it; the tag itself where it is not known."""
    names = Locale((get_language() or "en").partition("-")[0]).languages
    primary, *others = tag.split("-")
    # As the CLDR writes them: zh_Hans, en_GB.
    others = [other.upper() if len(other) == 2 else other.title() for other in others]
    return str(names.get("_".join([primary.lower(), *others])) or names.get(primary.lower(), tag))


def translated_by(translation: TranslationShown) -> str:
    """ "Translation into English, by the desk" """
    words = {"language": language_name(translation.language), "by": translation.by}
    if translation.account:
        words["by"] = translation.account.title
        return gettext("Translation (%(language)s), as “%(by)s” has it") % words
    if translation.by == BY_THE_DESK:
        return gettext("Translation (%(language)s), by the desk") % words
    return gettext("Translation (%(language)s), by %(by)s") % words


def untranslated(claims: Iterable[ClaimShown]) -> str:
    """That words are quoted which a reader of this language does not have in it; nothing where there are none such."""
    own = (get_language() or "en").partition("-")[0]
    quotes = [quote for claim in claims for stance in claim.stances for quote in stance.quotes]
    languages = {
        quote.account.language.partition("-")[0].lower(): None for quote in quotes if own not in _languages_of(quote)
    }
    if not languages:
        return ""
    listed = ", ".join(language_name(tag) for tag in languages)
    return gettext("Words are quoted here that are not translated. Their language: %(languages)s.") % {
        "languages": listed
    }


def claim_untranslated(claim: ClaimShown) -> str:
    return untranslated([claim])


def _languages_of(quote: QuoteShown) -> set[str]:
    tags = [quote.account.language, *([quote.translation.language] if quote.translation else [])]
    return {tag.partition("-")[0].lower() for tag in tags}


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
