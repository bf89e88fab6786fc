"""What the pages across events say of themselves."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.across.listed_claims import ListedClaim, SidesAlike
from comparisons.across.statistics import Scope
from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.document import BY_THE_DESK
from comparisons.comparison.statements import Quotation
from comparisons.models import Account

from .accounts import language_name
from .labels import position_counted, position_label
from .names import in_sentence
from .page import claims_counted
from .silences import not_held


def topic_title(name: str) -> str:
    return gettext("%(topic)s in all events") % {"topic": name}


def party_title(name: str) -> str:
    return gettext("%(party)s in all events") % {"party": name}


def pair_title(parties: Sequence[PartyShown]) -> str:
    return gettext("%(first)s and %(second)s in all events") % {"first": parties[0].name, "second": parties[1].name}


def topic_deck(scope: Scope, name: str) -> str:
    return gettext("What each side said on “%(topic)s”: %(claims)s in %(events)s.") % {
        "topic": name,
        **_counted(scope),
    }


def party_deck(scope: Scope, name: str) -> str:
    return gettext("%(party)s is compared on %(claims)s in %(events)s.") % {
        "party": capfirst(in_sentence(name)),
        **_counted(scope),
    }


def pair_deck(scope: Scope, parties: Sequence[PartyShown]) -> str:
    return gettext(
        "Where %(first)s and %(second)s agree, where they contradict each other, and what only one of them says: "
        "%(claims)s in %(events)s."
    ) % {"first": in_sentence(parties[0].name), "second": in_sentence(parties[1].name), **_counted(scope)}


def head_of_rows(by: str) -> str:
    """What stands in the rows of a table."""
    heads = {
        "event": gettext("Event"),
        "year": gettext("Year"),
        "topic": gettext("Topic"),
        "party": gettext("Party"),
    }
    return heads.get(by) or gettext("Parties")


def _counted(scope: Scope) -> dict[str, str]:
    events = len(scope.events)
    return {
        "claims": claims_counted(scope.claims),
        "events": ngettext("%(n)s event", "%(n)s events", events) % {"n": events},
    }


def position_alike(alike: SidesAlike, claim: ListedClaim) -> str:
    """What several parties did, and how many: "Said so (5 of 7)". What each one's position rests on stands apart."""
    label = position_label(alike.position, claim)
    if alike.position == "not_in_text_held":
        label = not_held(is_excerpt=alike.standing.is_excerpt)
    return position_counted(label, len(alike.sides), len(claim.standings))


def quoted_with(quotation: Quotation) -> str:
    """What is to be told beside the title of the text that is quoted: that nobody gave a name for it; or nothing."""
    if quotation.attribution == Account.Attribution.ON_RECORD:
        return ""
    return str(Account.Attribution(quotation.attribution).label)


def quotation_translated(quotation: Quotation) -> str:
    """ "Translation (English), by the desk" """
    words = {"language": language_name(quotation.translation_language), "by": quotation.translated_by}
    if quotation.translated_in:
        return gettext("Translation (%(language)s), as “%(by)s” has it") % {**words, "by": quotation.translated_in}
    if quotation.translated_by == BY_THE_DESK:
        return gettext("Translation (%(language)s), by the desk") % words
    return gettext("Translation (%(language)s), by %(by)s") % words


def further_quotes(count: int) -> str:
    """How many quotes a list leaves out; nothing where it has all."""
    return ngettext("%(n)s more quote", "%(n)s more quotes", count) % {"n": count} if count else ""
