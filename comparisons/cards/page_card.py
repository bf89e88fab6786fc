"""The card of a page that is of no comparison alone: its title, and one line that says what is on it."""

from dataclasses import dataclass

from django.utils.translation import gettext

from comparisons.across.statistics import Scope
from comparisons.comparison.accounts import PartyShown
from comparisons.wording.across import pair_deck, party_deck, topic_deck

from .fonts import Type, drawable
from .layout import FOOT_TOP, HEAD_BOTTOM, MARGIN, MEASURE, Layout, TextBlock, foot, head
from .typesetting import fitted

TITLES = [Type("serif", 600, size) for size in (104, 92, 82, 73, 65, 57, 50, 44, 38)]
LINES = [Type("sans", 400, size) for size in (44, 40, 36, 32, 28)]
GAP = 24


@dataclass(frozen=True)
class PageCard:
    kicker: str
    title: str
    line: str

    @property
    def alt(self) -> str:
        told = ". ".join(part for part in (self.kicker, self.title) if part)
        return f"{told}. {self.line} Counterpoint."


def site_card() -> PageCard:
    """Of every page that has none of its own. It says what the site is, and so needs no query."""
    return PageCard(
        "",
        gettext("One event, in the words of each side"),
        gettext(
            "Counterpoint puts the accounts of one event side by side, claim by claim: where they agree, where they "
            "contradict each other, and what only one side says. It does not say who is right."
        ),
    )


def topic_card(scope: Scope, name: str) -> PageCard:
    return PageCard(gettext("A topic in all events"), name, topic_deck(scope, name))


def party_card(scope: Scope, party: PartyShown) -> PageCard:
    return PageCard(gettext("A party in all events"), party.name, party_deck(scope, party.name))


def pair_card(scope: Scope, one: PartyShown, other: PartyShown) -> PageCard:
    title = gettext("%(first)s and %(second)s") % {"first": one.name, "second": other.name}
    return PageCard(gettext("Two parties in all events"), title, pair_deck(scope, (one, other)))


def page_layout(card: PageCard) -> Layout:
    """The line stands above the foot, the title takes what is left."""
    line_type, lines = fitted(drawable(card.line), LINES, MEASURE, 200, 4)
    line = TextBlock(MARGIN, FOOT_TOP - 28 - len(lines) * line_type.leading, lines, line_type)
    top = HEAD_BOTTOM if card.kicker else HEAD_BOTTOM - 36
    title_type, title = fitted(drawable(card.title), TITLES, MEASURE, line.y - GAP - top, 3)
    return Layout((*head(card.kicker, ""), TextBlock(MARGIN, top, title, title_type), line, *foot("")))
