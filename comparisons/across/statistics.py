"""Counts across events: how many claims of how many, and what to ask for to see those claims. Never a score.

The database groups and counts; a page shows these values without computing anything.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.comparison import FamilyCount
from comparisons.models import Finding, Standing
from comparisons.models.finding import CountedRow, FindingQuerySet
from comparisons.outcomes import FAMILIES
from comparisons.texts.collation import collation_key

from .columns import Asks, CountColumn

EVENTS_ONE_BY_ONE = 12
"""Where there are more, they are counted by year."""


@dataclass(frozen=True)
class Number:
    count: int
    total: int
    column: CountColumn
    asks: Asks


@dataclass(frozen=True)
class Head:
    """What a row of a table is about, and how many claims of how many events that is (0: not counted)."""

    kind: str
    """event, year, topic, party, pair, or nothing for all together."""
    name: str
    claims: int
    asks: Asks = ()
    events: int = 0
    key: str = ""
    day: date | None = None
    parties: tuple[PartyShown, ...] = ()

    @property
    def pair(self) -> tuple[str, ...]:
        """The slugs of two parties in the order of their address."""
        return tuple(sorted(party.slug for party in self.parties))


@dataclass(frozen=True)
class Row:
    head: Head
    numbers: tuple[Number, ...]
    families: tuple[FamilyCount, ...]
    """The same claims by family; all 0 where outcomes are not what is counted."""


@dataclass(frozen=True)
class Table:
    columns: tuple[CountColumn, ...]
    rows: tuple[Row, ...]

    @property
    def by(self) -> str:
        """What its rows are: event, year, topic, party or pair."""
        return self.rows[0].head.kind if self.rows else ""


@dataclass(frozen=True)
class EventMark:
    slug: str
    title: str
    day: date
    claims: int


@dataclass(frozen=True)
class Scope:
    """All that the numbers of one page are counted from, by event and by topic."""

    claims: int
    events: tuple[EventMark, ...]
    """By date."""
    topics: tuple[Head, ...]
    """Those with most claims first."""

    @classmethod
    def of(cls, findings: FindingQuerySet) -> "Scope":
        """Three queries, however many claims."""
        events = tuple(EventMark(*row) for row in findings.counted_by_event())
        rows = findings.counted_by("topic")
        names = Finding.objects.topic_names([row["topic"] for row in rows])
        return cls(sum(event.claims for event in events), events, topic_heads(rows, names))

    @property
    def years(self) -> tuple[Head, ...]:
        claims, events = Counter[int](), Counter[int]()
        for event in self.events:
            claims[event.day.year] += event.claims
            events[event.day.year] += 1
        return tuple(
            Head("year", str(year), claims[year], (("year", str(year)),), events[year], key=str(year))
            for year in claims
        )

    @property
    def over_time(self) -> tuple[Head, ...]:
        """By event, or by year where there are many."""
        if self.is_by_year:
            return self.years
        return tuple(
            Head("event", event.title, event.claims, (("event", event.slug),), key=event.slug, day=event.day)
            for event in self.events
        )

    @property
    def is_by_year(self) -> bool:
        return len(self.events) > EVENTS_ONE_BY_ONE

    @property
    def when(self) -> str:
        """The name under which a row of the database has its row of the table over time."""
        return "year" if self.is_by_year else "edition__slug"

    @property
    def whole(self) -> Head:
        return Head("", "", self.claims, events=len(self.events))

    def choices(self) -> dict[str, tuple[str, ...]]:
        """What may be asked for by event, by year and by topic."""
        return {
            "topic": tuple(topic.key for topic in self.topics),
            "event": tuple(event.slug for event in self.events),
            "year": tuple(year.key for year in self.years),
        }


def topic_heads(rows: Iterable[CountedRow], names: Mapping[str, str]) -> tuple[Head, ...]:
    """Those with most claims first; those with as many by name."""
    heads = (
        Head("topic", names[row["topic"]], row["claims"], (("topic", row["topic"]),), row["events"], key=row["topic"])
        for row in rows
    )
    return tuple(sorted(heads, key=lambda head: (-head.claims, collation_key(head.name, head.key))))


def table(heads: Iterable[Head], counted: Iterable[CountedRow], by: str, columns: Sequence[CountColumn]) -> Table:
    """One row for each head of which anything is counted, and of the columns those in which something is.

    `by` is the name under which a row of the database has its head's key.
    """
    rows_of: dict[str, list[CountedRow]] = {}
    for row in counted:
        rows_of.setdefault(str(row[by]), []).append(row)
    counts = [column for column in columns if any(column.counts(row) for rows in rows_of.values() for row in rows)]
    rows = (_row(head, rows_of.get(head.key, []), counts) for head in heads)
    return Table(tuple(counts), tuple(row for row in rows if any(number.count for number in row.numbers)))


def summary(head: Head, counted: Iterable[CountedRow], columns: Sequence[CountColumn]) -> Row:
    """All rows of the database together."""
    return _row(head, list(counted), columns)


def _row(head: Head, rows: Sequence[CountedRow], columns: Sequence[CountColumn]) -> Row:
    return Row(
        head,
        tuple(
            Number(
                sum(row["claims"] for row in rows if column.counts(row)),
                head.claims,
                column,
                (*column.asks, *head.asks),
            )
            for column in columns
        ),
        tuple(
            FamilyCount(family, sum(row["claims"] for row in rows if row.get("found") in outcomes))
            for family, outcomes in FAMILIES.items()
        ),
    )


def parties_named(slugs: Iterable[str]) -> tuple[PartyShown, ...]:
    """These parties, by name. One query."""
    names = Standing.objects.party_names(slugs)
    parties = (PartyShown(slug, name, "") for slug, name in names.items())
    return tuple(sorted(parties, key=lambda party: collation_key(party.name, party.slug)))
