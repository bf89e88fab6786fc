"""The content of social cards in words, with their alt text: of a comparison, and of one of its claims."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.comparison.claims import ClaimShown, QuoteShown
from comparisons.comparison.comparison import Comparison
from comparisons.sharing.positions import Group, PartySaid, grouped, said_by_party
from comparisons.wording import (
    event_kind,
    family_label,
    grounds_in_short,
    grounds_told,
    names,
    outcome_label,
    position_counted,
    remark,
    sentence,
)
from comparisons.wording.quotation import quoted

SIDE_BY_SIDE = 2
"""Of more parties than these the card says who said the same."""
NAMES_AT_MOST = 6
NAMED_IN_GROUP = 12
ANSWERS_AT_MOST = 6
SHORT = 60


@dataclass(frozen=True)
class PartyOnCard:
    """A party's place on a card: its name, its position, and the words that carry it."""

    name: str
    position: str
    """In words; of a quantity the figures."""
    known: str = ""
    """What the position rests on; or nothing."""
    known_in_short: str = ""
    """The same where there is no room for it."""
    told: str = ""
    """The position with what it rests on, in a line."""
    words: tuple[str, ...] = ()
    """Each in quotation marks. Of a position that two statements make, one of each."""


@dataclass(frozen=True)
class GroupOnCard:
    """Those who said the same."""

    label: str
    members: tuple[PartyOnCard, ...]

    @property
    def words(self) -> tuple[PartyOnCard, ...]:
        """The members whose words can stand for the group: those whose own words say it come first."""
        quoted = [one for one in self.members if one.words]
        return tuple(sorted(quoted, key=lambda one: bool(one.known)))


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
    """Side by side; none where there are more than two."""
    groups: tuple[GroupOnCard, ...]
    edition: str

    @classmethod
    def of(cls, page: Comparison, claim: ClaimShown) -> "ClaimCard":
        said = said_by_party(claim)
        beside = len(said) <= SIDE_BY_SIDE
        return cls(
            event=page.title,
            day=_day_beside(page),
            headline=claim.headline,
            family=claim.family,
            outcome=claim.outcome,
            label=outcome_label(claim.outcome),
            remarks=" · ".join(remark(one) for one in claim.remarks),
            parties=tuple(_party(one) for one in said) if beside else (),
            groups=() if beside else tuple(_group(one, len(said)) for one in grouped(said)),
            edition=edition_in_words(page),
        )

    @property
    def alt(self) -> str:
        said = [f"{one.name}: {one.told or one.position}" for one in self.parties]
        said += [f"{one.label}: {listed_members(one.members, NAMED_IN_GROUP)}" for one in self.groups]
        outcome = f"{self.label} ({self.remarks})" if self.remarks else self.label
        event = ", ".join(filter(None, [self.event, self.day]))
        return f"{self.headline} {outcome}. {'; '.join(said)}. {event}. Counterpoint, {self.edition}."


def listed_members(members: tuple[PartyOnCard, ...], most: int, *, in_short: bool = False) -> str:
    """Names, each with what its position rests on; and how many more there are than there is room for."""
    shown = [_member(one, in_short=in_short) for one in members[:most]]
    return ", ".join([*shown, and_more(len(members) - most)] if len(members) > most else shown)


def _member(one: PartyOnCard, *, in_short: bool) -> str:
    known = one.known_in_short if in_short else one.known
    return gettext("%(party)s (%(qualifiers)s)") % {"party": one.name, "qualifiers": known} if known else one.name


def _party(said: PartySaid) -> PartyOnCard:
    return PartyOnCard(
        said.name,
        said.label,
        grounds_told(said.standing),
        grounds_in_short(said.standing),
        said.told,
        tuple(quoted(" ".join(quote.exact.split())) for quote in _quotes(said)),
    )


def _quotes(said: PartySaid) -> tuple[QuoteShown, ...]:
    """The first that carries the position; of one that contradicts itself the first two, each of another statement."""
    if said.standing.position != "conflicted":
        return said.quotes[:1]
    of_each = {stance.position: stance.quotes[0] for stance in reversed(said.carrying) if stance.quotes}
    return said.quotes[:2] if len(of_each) < 2 else tuple(reversed(of_each.values()))[:2]


def _group(group: Group, of: int) -> GroupOnCard:
    label = position_counted(group.label, len(group.parties), of)
    return GroupOnCard(label, tuple(_party(one) for one in group.parties))


@dataclass(frozen=True)
class FamilyOnCard:
    family: str
    label: str
    count: int
    of_claims: str


@dataclass(frozen=True)
class AnsweredOnCard:
    """A claim with its outcome, and the sentence of what each side said."""

    family: str
    outcome: str
    headline: str
    sentence: str


@dataclass(frozen=True)
class ComparisonCard:
    title: str
    kind: str
    day: str
    compared: str
    families: tuple[FamilyOnCard, ...]
    answers: tuple[AnsweredOnCard, ...]
    """Contradictions first. As many stand on the card as there is room for whole."""
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
            answers=tuple(
                AnsweredOnCard(claim.family, claim.outcome, claim.headline, _answer(claim))
                for claim in _contradictions_first(page)[:ANSWERS_AT_MOST]
            ),
            edition=edition_in_words(page),
        )

    @property
    def alt(self) -> str:
        counts = "; ".join(f"{one.label}: {one.count} {one.of_claims}" for one in self.families)
        event = ", ".join(filter(None, [self.title, self.day]))
        return f"{event}. {self.kind}. {self.compared} {counts}. Counterpoint, {self.edition}."


def _answer(claim: ClaimShown) -> str:
    """The sentence, and whether the contradiction that it tells has been read once alone."""
    if not claim.is_unconfirmed:
        return sentence(claim)
    return f"{sentence(claim)} ({remark('unconfirmed')})"


def _contradictions_first(page: Comparison) -> list[ClaimShown]:
    return sorted(page.claims, key=lambda claim: claim.family != "contradictions")


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
        compared = gettext("%(names)s %(more)s") % {"names": shown, "more": and_more(rest)}
    else:
        compared = names(parties)
    accounts = ngettext("%(n)d account", "%(n)d accounts", len(page.accounts)) % {"n": len(page.accounts)}
    return gettext("%(parties)s, compared across %(accounts)s.") % {"parties": capfirst(compared), "accounts": accounts}


def and_more(count: int) -> str:
    return ngettext("and %(count)d more", "and %(count)d more", count) % {"count": count} if count else ""
