"""Claims of many events as the items of a list: each with its outcome and what each party said, in its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import TopicShown, headline, remarks_beside
from comparisons.comparison.standings import StandingShown
from comparisons.comparison.statements import Statement, Statements
from comparisons.models import Finding
from comparisons.outcomes import CONTRADICTIONS, family_of
from comparisons.texts.collation import collation_key

from .columns import POSITIONS

SIDE_BY_SIDE = 2
"""So many parties have a column each; more are grouped by what they said."""


@dataclass(frozen=True)
class ListedEvent:
    slug: str
    title: str
    day: date

    @property
    def has_year_in_title(self) -> bool:
        """Whether the title says when it was, so that a line need not say it twice."""
        return str(self.day.year) in self.title


@dataclass(frozen=True)
class Side:
    """What one party said on a claim."""

    standing: StandingShown
    said: Statements

    @property
    def party(self) -> PartyShown:
        return self.standing.party


@dataclass(frozen=True)
class SharedWords:
    """A statement with one quote at most: of one party, or of all those whose words are the same to the letter."""

    statement: Statement
    parties: tuple[PartyShown, ...]
    is_of_all: bool
    """Whether these are all that hold the position, so that they need not be named again."""
    further_accounts: int
    """In how many more than the one that is named with them they stand."""

    @property
    def names(self) -> str:
        return ", ".join(party.name for party in self.parties)


@dataclass(frozen=True)
class SidesAlike:
    """The parties that hold one position on a claim."""

    position: str
    sides: tuple[Side, ...]

    @property
    def standing(self) -> StandingShown:
        """That of any of them, for the words of the position."""
        return self.sides[0].standing

    @property
    def words(self) -> tuple[SharedWords, ...]:
        shared: dict[Statement, tuple[Statement, list[PartyShown], set[tuple[str, str]]]] = {}
        for side in self.sides:
            for statement in side.said.shown:
                for one in _quote_by_quote(statement):
                    _statement, parties, accounts = shared.setdefault(_without_titles(one), (one, [], set()))
                    parties += [side.party] if side.party not in parties else []
                    accounts |= _quoted_accounts(one, side.party)
        return tuple(
            SharedWords(
                statement,
                tuple(parties),
                is_of_all=len(parties) == len(self.sides),
                further_accounts=max(len(accounts) - 1, 0),
            )
            for statement, parties, accounts in shared.values()
        )

    @property
    def further_quotes(self) -> int:
        return sum(side.said.further_quotes for side in self.sides)


def _quote_by_quote(statement: Statement) -> list[Statement]:
    return [replace(statement, quotes=(quote,)) for quote in statement.quotes] or [statement]


def _quoted_accounts(statement: Statement, party: PartyShown) -> set[tuple[str, str]]:
    """Two parties may have given their accounts one title; of those that report of them there is one."""
    return {("" if quote.is_reported else party.slug, quote.account) for quote in statement.quotes}


def _without_titles(statement: Statement) -> Statement:
    """What makes it the same as another party's: the words, and not in which account they stand."""
    quotes = (quote if quote.is_reported else replace(quote, account="") for quote in statement.quotes)
    return replace(statement, account="", quotes=tuple(quotes))


@dataclass(frozen=True)
class ListedClaim:
    """What a list says of a claim; named as a claim of a comparison is, so that the same sentences are made of it."""

    slug: str
    event: ListedEvent
    topic: TopicShown
    question: str
    wording: str
    unit: str
    outcome: str
    """The one that the page counts."""
    whole_outcome: str
    """That of all parties, where the page counts what two of more than two add up to."""
    flags: tuple[str, ...]
    caveats: tuple[str, ...]
    kind: str
    is_unconfirmed: bool
    sides: tuple[Side, ...]
    """Of those compared, by name."""

    @property
    def standings(self) -> tuple[StandingShown, ...]:
        return tuple(side.standing for side in self.sides)

    @property
    def headline(self) -> str:
        return headline(self.question, self.wording)

    @property
    def remarks(self) -> tuple[str, ...]:
        return remarks_beside(self.outcome, self.caveats, self.flags, is_unconfirmed=self.is_unconfirmed)

    @property
    def family(self) -> str:
        return family_of(self.outcome)

    @cached_property
    def sides_alike(self) -> tuple[SidesAlike, ...]:
        """By position, first those who speak; nothing where there are few enough for a column each."""
        if len(self.sides) <= SIDE_BY_SIDE:
            return ()
        alike: dict[tuple[int, bool], list[Side]] = {}
        for side in self.sides:
            is_excerpt = side.standing.position == "not_in_text_held" and side.standing.is_excerpt
            alike.setdefault((POSITIONS.index(side.standing.position), is_excerpt), []).append(side)
        return tuple(SidesAlike(POSITIONS[place], tuple(alike[place, held])) for place, held in sorted(alike))

    @classmethod
    def of(
        cls,
        finding: Finding,
        *,
        outcome: str = "",
        is_of_more: bool = False,
        names: Mapping[str, str] | None = None,
        topic_name: str = "",
    ) -> "ListedClaim":
        """With the standings that were fetched. `names` has the newest names of parties.

        `is_of_more`: they are of two of the parties that are compared on it, and `outcome` is between these two.
        Costs no query where the standings and the edition were fetched.
        """
        sides = (Side(_named(row.shown, names or {}), row.said) for row in finding.standings.all())
        edition = finding.edition
        outcome = outcome or finding.outcome
        return cls(
            slug=finding.claim,
            event=ListedEvent(edition.slug, edition.title, edition.event_date),
            topic=TopicShown(finding.topic, topic_name or finding.topic_name),
            question=finding.question,
            wording=finding.wording,
            unit=finding.unit,
            outcome=outcome,
            whole_outcome=finding.outcome if is_of_more else "",
            # They are of the claim's own outcome.
            flags=() if is_of_more else tuple(finding.flags),
            caveats=() if is_of_more else tuple(finding.caveats),
            kind=finding.kind,
            is_unconfirmed=finding.is_unconfirmed and outcome in CONTRADICTIONS,
            sides=tuple(sorted(sides, key=lambda side: by_name(side.party))),
        )


def _named(standing: StandingShown, names: Mapping[str, str]) -> StandingShown:
    party = standing.party
    return replace(standing, party=replace(party, name=names.get(party.slug, party.name)))


def by_name(party: PartyShown) -> tuple[str, str]:
    return collation_key(party.name, party.slug)


def claims_at(places: Sequence[tuple[int, str]]) -> dict[tuple[int, str], ListedClaim]:
    """By the key of the edition and the slug of the claim. Two queries, and no document is read."""
    return {place: ListedClaim.of(finding) for place, finding in Finding.objects.at(places).items()}
