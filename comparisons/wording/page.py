"""What a page says of itself: its title, its description, what is compared on it, and that nothing is shown."""

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts

from .labels import family_label, outcome_and_caveats
from .names import names
from .sentence import sentence


def claim_description(claim: ClaimShown) -> str:
    """The outcome, what it rests on, and its sentence: of a page, and of a card in other people's pages."""
    return _on_one_line(f"{outcome_and_caveats(claim.outcome, claim.remarks)}. {sentence(claim)}")


def comparison_description(page: Comparison) -> str:
    return _on_one_line(f"{page.summary} {compared(page)}")


def compared(page: Comparison) -> str:
    """What is compared: "The Kremlin and the White House: 9 claims compared across 4 accounts." """
    claims, accounts = len(page.claims), len(page.accounts)
    return gettext("%(parties)s: %(claims)s compared across %(accounts)s.") % {
        "parties": capfirst(names(page.parties)),
        "claims": claims_counted(claims),
        "accounts": ngettext("%(n)s account", "%(n)s accounts", accounts) % {"n": accounts},
    }


def claims_counted(count: int) -> str:
    return ngettext("%(n)s claim", "%(n)s claims", count) % {"n": count}


def comparison_title(page: Comparison, family: str = "", topic: str = "") -> str:
    """With the family and the topic, by name, that the page is narrowed to."""
    words = {"family": family_label(family) if family else "", "topic": topic, "title": page.title}
    if family and topic:
        title = gettext("%(family)s, %(topic)s: %(title)s") % words
    elif family:
        title = gettext("%(family)s: %(title)s") % words
    elif topic:
        title = gettext("%(topic)s: %(title)s") % words
    else:
        title = page.title
    return _on_one_line(f"{title} · Counterpoint")


def nothing_shown(family: str = "", topic: str = "") -> str:
    """That no claim is in the family and on the topic that the page is narrowed to."""
    words = {"family": family_label(family) if family else "", "topic": topic}
    if family and topic:
        return gettext("No claim on the topic “%(topic)s” is among “%(family)s”.") % words
    if family:
        return gettext("No claim of this comparison is among “%(family)s”.") % words
    if topic:
        return gettext("No claim of this comparison is on the topic “%(topic)s”.") % words
    return gettext("This comparison has no claim yet.")


def texts_title(page: Comparison, texts: FullTexts) -> str:
    if texts.chosen:
        title = gettext("%(headline)s In the texts: %(title)s")
        words = {"headline": texts.chosen.claim.headline, "title": page.title}
    else:
        title = gettext("The texts in full: %(title)s")
        words = {"title": page.title}
    return f"{title % words} · Counterpoint"


def followed_told(texts: FullTexts) -> str:
    """Which claim is followed through the texts, and how many passages stand out."""
    if not texts.chosen:
        return gettext("No claim is followed.")
    words = ngettext(
        "%(number)s. %(headline)s %(outcome)s. %(n)s passage stands out.",
        "%(number)s. %(headline)s %(outcome)s. %(n)s passages stand out.",
        texts.marked_count,
    )
    return words % {
        "number": texts.chosen.number,
        "headline": texts.chosen.claim.headline,
        "outcome": outcome_and_caveats(texts.chosen.claim.outcome, texts.chosen.claim.remarks),
        "n": texts.marked_count,
    }


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
