"""The content of social cards in words, with their alt text: of a comparison, and of one of its claims."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.wording import (
    event_kind,
    family_label,
    grounds_in_short,
    grounds_told,
    names,
    outcome_label,
    position_label,
    remark,
    standing_told,
)

PARTIES_AT_MOST = 12
NAMES_AT_MOST = 6
SHORT = 60


@dataclass(frozen=True)
class PartyOnCard:
    """A party's place on a card: its name, and its position in words."""

    name: str
    position: str
    known: str = ""
    """What the position rests on; or nothing."""
    known_in_short: str = ""
    """The same where there is no room for it."""
    told: str = ""
    """The position with what it rests on, in a line."""


@dataclass(frozen=True)
class ClaimCard:
    event: str
    day: str
    """Of the event, or nothing where its title says it."""
    headline: str
    family: str
    outcome: str
    label: str
    remarks: str
    """The caveats and flags of the outcome; or nothing."""
    parties: tuple[PartyOnCard, ...]
    more: str
    """How many parties there is no room for, in words; or nothing."""
    edition: str

    @classmethod
    def of(cls, page: Comparison, claim: ClaimShown) -> "ClaimCard":
        parties = tuple(
            PartyOnCard(
                one.party.name,
                position_label(one.position, claim),
                grounds_told(one),
                grounds_in_short(one),
                standing_told(one, claim),
            )
            for one in claim.standings
        )
        shown = len(parties) if len(parties) <= PARTIES_AT_MOST else PARTIES_AT_MOST - 1
        return cls(
            event=page.title,
            day=_day_beside(page),
            headline=claim.headline,
            family=claim.family,
            outcome=claim.outcome,
            label=outcome_label(claim.outcome),
            remarks=" · ".join(remark(one) for one in claim.remarks),
            parties=parties[:shown],
            more=_and_more(len(parties) - shown),
            edition=edition_in_words(page),
        )

    @property
    def alt(self) -> str:
        said = [
            gettext("%(party)s: %(position)s") % {"party": one.name, "position": one.told or one.position}
            for one in self.parties
        ]
        positions = "; ".join([*said, self.more] if self.more else said)
        outcome = f"{self.label} ({self.remarks})" if self.remarks else self.label
        event = ", ".join(filter(None, [self.event, self.day]))
        return f"{self.headline} {outcome}. {positions}. {event}. Counterpoint, {self.edition}."


@dataclass(frozen=True)
class FamilyOnCard:
    family: str
    label: str
    count: int
    of_claims: str


@dataclass(frozen=True)
class ComparisonCard:
    title: str
    kind: str
    day: str
    compared: str
    families: tuple[FamilyOnCard, ...]
    edition: str

    @classmethod
    def of(cls, page: Comparison) -> "ComparisonCard":
        total = len(page.claims)
        of_claims = ngettext("of %(total)d claim", "of %(total)d claims", total) % {"total": total}
        return cls(
            title=page.title,
            kind=event_kind(page.kind),
            day=_day_beside(page),
            compared=_compared(page),
            families=tuple(
                FamilyOnCard(one.family, family_label(one.family), one.count, of_claims) for one in page.family_counts
            ),
            edition=edition_in_words(page),
        )

    @property
    def alt(self) -> str:
        counts = "; ".join(f"{one.label}: {one.count} {one.of_claims}" for one in self.families)
        event = ", ".join(filter(None, [self.title, self.day]))
        return f"{event}. {self.kind}. {self.compared} {counts}. Counterpoint, {self.edition}."


def card_of(page: Comparison, claim_slug: str = "") -> ClaimCard | ComparisonCard:
    """The card of this claim, which is one of the comparison's; of the whole comparison where none is named."""
    if not claim_slug:
        return ComparisonCard.of(page)
    return ClaimCard.of(page, next(claim for claim in page.claims if claim.slug == claim_slug))


def edition_in_words(page: Comparison) -> str:
    """A card is of what is published."""
    if page.edition is None:
        raise ValueError("A preview has no card.")
    day = date_format(page.edition.published.date, "j E Y")
    return gettext("Edition %(number)d · %(day)s") % {"number": page.edition.number, "day": day}


def _day_beside(page: Comparison) -> str:
    """Of the event; nothing where its title says it, and is too short to be cut."""
    day = date_format(page.date, "j E Y")
    return "" if day in page.title and len(page.title) <= SHORT else day


def _compared(page: Comparison) -> str:
    parties = page.parties
    if len(parties) > NAMES_AT_MOST:
        rest = len(parties) - NAMES_AT_MOST + 1
        shown = ", ".join(names([party]) for party in parties[: NAMES_AT_MOST - 1])
        compared = gettext("%(names)s %(more)s") % {"names": shown, "more": _and_more(rest)}
    else:
        compared = names(parties)
    accounts = ngettext("%(n)d account", "%(n)d accounts", len(page.accounts)) % {"n": len(page.accounts)}
    return gettext("%(parties)s, compared across %(accounts)s.") % {"parties": capfirst(compared), "accounts": accounts}


def _and_more(count: int) -> str:
    return ngettext("and %(count)d more", "and %(count)d more", count) % {"count": count} if count else ""
