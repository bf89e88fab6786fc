"""Who, within a sentence: parties with article, as a list, in the possessive, and with what their words rest on."""

import re
from collections.abc import Iterable, Sized
from typing import Protocol

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.document import READ_BY_THE_DESK
from comparisons.comparison.standings import Reporter, StandingShown
from comparisons.outcomes import Ground

# Names that hold one of these words take an article within an English sentence.
WITH_ARTICLE = re.compile(
    r"\b(Administration|Authority|Cabinet|Chancellery|Commission|Council|Delegation|Department|Embassy|Emirates|EU|Élysée|"
    r"Federation|Government|House|Kingdom|Kremlin|Mission|Ministry|Nations|Netherlands|Office|Palace|Parliament|"
    r"Pentagon|Philippines|Presidency|Republic|Secretariat|Senate|States|Taliban|UK|UN|Union|US|Vatican)\b",
    re.IGNORECASE,
)

OWNED = re.compile(r"['’]s\b|s['’]\s")


class Said(Protocol):
    """A claim as far as a sentence is made of it: of a comparison, or of a list across events."""

    @property
    def kind(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def standings(self) -> tuple[StandingShown, ...]: ...


def in_sentence(name: str) -> str:
    """A party's name within a sentence: "the Kremlin", "the White House", "France"."""
    name = " ".join(name.split())
    if name.lower().startswith("the ") or not _takes_article(name):
        return name
    return pgettext("a name that takes an article within a sentence", "the %(name)s") % {"name": name}


def _takes_article(name: str) -> bool:
    return bool(WITH_ARTICLE.search(name)) and not OWNED.search(name)


def names(parties: Iterable[PartyShown | str]) -> str:
    """Parties in a sentence: "the Kremlin", "the Kremlin and France", "the Kremlin, France and NATO"."""
    return listed([in_sentence(party if isinstance(party, str) else party.name) for party in parties])


def listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return gettext("%(names)s and %(last)s") % {"names": ", ".join(words[:-1]), "last": words[-1]}


def reader(name: str) -> str:
    """Who read a text, as it is signed; what a program read for the desk is the desk's."""
    return gettext("the desk") if name == READ_BY_THE_DESK else name


def possessive(name: str) -> str:
    return (gettext("%(name)s’") if name.endswith("s") else gettext("%(name)s’s")) % {"name": name}


def who(claim: Said, *positions: str) -> tuple[StandingShown, ...]:
    """The parties that hold one of these positions on the claim, in the declared order."""
    return tuple(standing for standing in claim.standings if standing.position in positions)


NAMED_AT_MOST = 3
"""Of more parties than these a clause gives the number: "five of seven"."""


def subject(standings: tuple[StandingShown, ...]) -> str:
    """Parties as the subject of a clause, each with what its position rests on.

    "the Kremlin", "the White House, according to “Report”,", "the Kremlin and the White House (by implication)".
    """
    if len(standings) == 1:
        qualifiers = ways_known(standings[0])
        return ", ".join([speaker(standings[0]), *qualifiers, ""]).rstrip() if qualifiers else speaker(standings[0])
    return listed([_in_list(standing) for standing in standings])


def are_counted(parties: Sized) -> bool:
    """Whether a clause gives their number in the place of their names."""
    return len(parties) > NAMED_AT_MOST


def counted(standings: tuple[StandingShown, ...], total: int) -> str:
    """Parties by their number; what positions rest on stays told: "five of seven (two of them in translation)"."""
    told = number_of(len(standings), total)
    known: dict[str, list[StandingShown]] = {}
    for standing in standings:
        if standing.grounds:
            known.setdefault(", ".join(grounds_listed(standing)), []).append(standing)
    qualified = [ways if len(alike) == len(standings) else _of_them(alike, ways) for ways, alike in known.items()]
    if not qualified:
        return told
    return gettext("%(parties)s (%(qualifiers)s)") % {"parties": told, "qualifiers": "; ".join(qualified)}


def _of_them(alike: list[StandingShown], ways: str) -> str:
    if are_counted(alike):
        return gettext("%(count)s of them %(ways)s") % {"count": number_word(len(alike)), "ways": ways}
    words = {"parties": names([standing.party for standing in alike]), "ways": ways}
    return gettext("%(parties)s %(ways)s") % words


def number_of(count: int, total: int) -> str:
    """ "five of seven", "all seven" """
    if count == total:
        return gettext("all %(total)s") % {"total": number_word(total)}
    return gettext("%(count)s of %(total)s") % {"count": number_word(count), "total": number_word(total)}


def number_word(count: int) -> str:
    return str(NUMBER_WORDS.get(count, count))


NUMBER_WORDS = {4: _("four"), 5: _("five"), 6: _("six"), 7: _("seven"), 8: _("eight"), 9: _("nine"), 10: _("ten")}


def _in_list(standing: StandingShown) -> str:
    qualifiers = ways_known(standing)
    if not qualifiers:
        return speaker(standing)
    return gettext("%(party)s (%(qualifiers)s)") % {"party": speaker(standing), "qualifiers": ", ".join(qualifiers)}


def speaker(standing: StandingShown) -> str:
    """The party, or who speaks for it without a name: "an unnamed White House official"."""
    name = " ".join(standing.party.name.split())
    if Ground.ANONYMOUS not in standing.grounds:
        return in_sentence(name)
    if _takes_article(name):
        return gettext("an unnamed %(party)s official") % {"party": re.sub(r"^the ", "", name, flags=re.IGNORECASE)}
    return gettext("an unnamed official of %(party)s") % {"party": name}


def grounds_listed(standing: StandingShown) -> list[str]:
    """What a position rests on, each in words that can stand after a party's name or its position."""
    unnamed = [gettext("through an unnamed official")] if Ground.ANONYMOUS in standing.grounds else []
    return [*unnamed, *ways_known(standing)]


def ways_known(standing: StandingShown) -> list[str]:
    """How what a party said is known where its own words do not say it: by whose report, by implication, translated."""
    told = []
    if Ground.REPORT in standing.grounds:
        reporters = listed([_reporter(reporter) for reporter in standing.reporters])
        told.append(gettext("according to %(reporters)s") % {"reporters": reporters})
    if Ground.IMPLICATION in standing.grounds:
        told.append(gettext("by implication"))
    if Ground.TRANSLATION in standing.grounds:
        told.append(gettext("in translation"))
    return told


def _reporter(reporter: Reporter) -> str:
    """A party by its name; an observer's account by its title."""
    if reporter.party:
        # A phrase of its own: other languages would have the name in another case.
        return gettext("%(reporting_party)s") % {"reporting_party": in_sentence(reporter.party)}
    return gettext("“%(title)s”") % {"title": " ".join(reporter.title.split())}
