"""What the pages across events say of themselves."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.across.statistics import Scope
from comparisons.comparison.accounts import PartyShown

from .names import in_sentence
from .page import claims_counted


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
