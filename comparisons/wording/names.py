"""Who, within a sentence: the names of parties with article, as a list, in the possessive."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext, pgettext

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import ClaimShown

# Names that hold one of these words take an article within an English sentence.
WITH_ARTICLE = re.compile(
    r"\b(Administration|Authority|Cabinet|Chancellery|Commission|Council|Delegation|Department|Embassy|Emirates|EU|Élysée|"
    r"Federation|Government|House|Kingdom|Kremlin|Mission|Ministry|Nations|Netherlands|Office|Palace|Parliament|"
    r"Pentagon|Philippines|Presidency|Republic|Secretariat|Senate|States|Taliban|UK|UN|Union|US|Vatican)\b",
    re.IGNORECASE,
)

OWNED = re.compile(r"['’]s\b|s['’]\s")


def in_sentence(name: str) -> str:
    """A party's name within a sentence: "the Kremlin", "the White House", "France"."""
    name = " ".join(name.split())
    if name.lower().startswith("the ") or OWNED.search(name) or not WITH_ARTICLE.search(name):
        return name
    return pgettext("a name that takes an article within a sentence", "the %(name)s") % {"name": name}


def names(parties: Iterable[PartyShown | str]) -> str:
    """Parties in a sentence: "the Kremlin", "the Kremlin and France", "the Kremlin, France and NATO"."""
    words = [in_sentence(party if isinstance(party, str) else party.name) for party in parties]
    if len(words) < 2:
        return "".join(words)
    return gettext("%(names)s and %(last)s") % {"names": ", ".join(words[:-1]), "last": words[-1]}


def possessive(name: str) -> str:
    return (gettext("%(name)s’") if name.endswith("s") else gettext("%(name)s’s")) % {"name": name}


def who(claim: ClaimShown, position: str) -> tuple[PartyShown, ...]:
    """The parties that hold this position on the claim, in the declared order."""
    return claim.parties_by_position.get(position, ())
