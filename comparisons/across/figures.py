"""The figures of the three pages across events: of a topic, of a party, of two parties."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comparisons.comparison.accounts import PartyShown
from comparisons.models import Finding, Pairing, Standing
from comparisons.models.finding import CountedRow, FindingQuerySet
from comparisons.models.standing import PairingQuerySet
from comparisons.texts.collation import collation_key

from .columns import (
    Asks,
    family_columns,
    origin_columns,
    outcome_columns,
    pair_columns,
    pair_details,
    position_columns,
)
from .statistics import Head, Number, Row, Scope, Table, parties_named, summary, table, topic_heads

Parties = Mapping[str, PartyShown]

PARTIES_EACH_WITH_EACH = 8
"""Of more, two of them are counted on the page of each party and of the two alone: the rows grow with the square."""


@dataclass(frozen=True)
class Block:
    """A family, and what it is made of."""

    number: Number
    details: tuple[Number, ...]


@dataclass(frozen=True)
class TopicFigures:
    blocks: tuple[Block, ...]
    over_time: Table
    parties: Table
    pairs: Table | None
    """None where the parties are too many for a row of each two."""

    @property
    def in_short(self) -> tuple[Number, ...]:
        return _counted(block.number for block in self.blocks)

    @classmethod
    def of(cls, topic: str, findings: FindingQuerySet, scope: Scope) -> "TopicFigures":
        """Four queries; of many parties three."""
        counted = findings.counted_by(scope.when, "found")
        positions = Standing.objects.on_topic(topic).counted_by("party", "position")
        parties = {party.slug: party for party in parties_named({row["party"] for row in positions})}
        asks = (("topic", topic),)
        return cls(
            _blocks(summary(scope.whole, counted, family_columns()), summary(scope.whole, counted, outcome_columns())),
            table(scope.over_time, counted, scope.when, family_columns()),
            table(_party_heads(positions, parties, asks), positions, "party", position_columns()),
            _each_with_each(Pairing.objects.on_topic(topic), parties, asks),
        )


@dataclass(frozen=True)
class PartyFigures:
    positions: Row
    origins: Row
    over_time: Table
    positions_over_time: Table
    by_topic: Table
    pairs: Table

    @property
    def in_short(self) -> tuple[Number, ...]:
        return _counted(self.positions.numbers)

    @classmethod
    def of(cls, party: PartyShown, company: "Company", findings: FindingQuerySet, scope: Scope) -> "PartyFigures":
        """Two queries."""
        counted = findings.counted_by(scope.when, "found", "position")
        return cls(
            summary(scope.whole, counted, position_columns()),
            summary(scope.whole, company.origins, origin_columns(company.sources)),
            table(scope.over_time, counted, scope.when, family_columns()),
            table(scope.over_time, counted, scope.when, position_columns()),
            table(scope.topics, findings.counted_by("topic", "position"), "topic", position_columns()),
            _pair_table(company.pairs, {one.slug: one for one in company.parties}, (), beside=party),
        )


@dataclass(frozen=True)
class Company:
    """Whom a party is compared with, and from whose texts the claims are quoted."""

    pairs: tuple[CountedRow, ...]
    origins: tuple[CountedRow, ...]
    parties: tuple[PartyShown, ...]
    """By name, the party itself among them."""

    @classmethod
    def of(cls, party: str, findings: FindingQuerySet) -> "Company":
        """Three queries."""
        pairs = tuple(Pairing.objects.of_party(party).counted_by_outcome())
        origins = tuple(findings.counted_by("origin"))
        slugs = {party, *(row[side] for row in pairs for side in ("first", "second"))}
        return cls(pairs, origins, parties_named(slugs | {row["origin"] for row in origins if row["origin"]}))

    @property
    def sources(self) -> tuple[PartyShown, ...]:
        """Those that a claim may be quoted from: all but a party without an account."""
        slugs = {row[side] for row in self.pairs for side in ("first", "second")}
        slugs |= {row["origin"] for row in self.origins}
        return tuple(party for party in self.parties if party.slug in slugs)


@dataclass(frozen=True)
class PairFigures:
    blocks: tuple[Block, ...]
    over_time: Table
    by_topic: Table

    @property
    def in_short(self) -> tuple[Number, ...]:
        return _counted(block.number for block in self.blocks)

    @classmethod
    def of(cls, one: PartyShown, other: PartyShown, findings: FindingQuerySet, scope: Scope) -> "PairFigures":
        """Two queries."""
        counted = findings.counted_by(scope.when, "found", "speaker")
        by_topic = findings.counted_by("topic", "found", "speaker")
        columns = pair_columns(one, other)
        return cls(
            _blocks(
                summary(scope.whole, counted, family_columns()),
                summary(scope.whole, counted, pair_details(one, other)),
            ),
            table(scope.over_time, counted, scope.when, columns),
            table(scope.topics, by_topic, "topic", columns),
        )


@dataclass(frozen=True)
class PartyIndex:
    parties: tuple[Head, ...]
    pairs: tuple[Head, ...] | None
    """None where the parties are too many for each two to be listed."""

    @classmethod
    def of_all(cls) -> "PartyIndex":
        """Three queries, however many claims; of many parties two."""
        rows = Standing.objects.counted_by("party")
        parties = {party.slug: party for party in parties_named([row["party"] for row in rows])}
        pairs = _each_with_each(Pairing.objects.all(), parties, ())
        events = {row["party"]: row["events"] for row in rows}
        heads = (replace(head, events=events[head.key]) for head in _party_heads(rows, parties, ()))
        return cls(tuple(heads), None if pairs is None else tuple(row.head for row in pairs.rows))


def topic_index() -> tuple[Head, ...]:
    """Every topic, those with most claims first. Two queries."""
    rows = Finding.objects.counted_by("topic")
    return topic_heads(rows, Finding.objects.topic_names([row["topic"] for row in rows]))


def _blocks(families: Row, outcomes: Row) -> tuple[Block, ...]:
    return tuple(
        Block(family, tuple(number for number in outcomes.numbers if number.column.family == family.column.key))
        for family in families.numbers
    )


def _counted(numbers: Iterable[Number]) -> tuple[Number, ...]:
    return tuple(number for number in numbers if number.count)


def _each_with_each(pairings: PairingQuerySet, parties: Parties, asks: Asks) -> Table | None:
    if len(parties) > PARTIES_EACH_WITH_EACH:
        return None
    return _pair_table(pairings.counted_by_outcome(), parties, asks)


def _pair_table(rows: Iterable[CountedRow], parties: Parties, asks: Asks, *, beside: PartyShown | None = None) -> Table:
    """What each two add up to between themselves; beside one party, a row is named by the other."""
    counted = [{**row, "pair": f"{row['first']}/{row['second']}"} for row in rows]
    claims = Counter[tuple[str, str]]()
    for row in counted:
        claims[row["first"], row["second"]] += row["claims"]
    heads = []
    for pair, count in claims.items():
        both = sorted((parties[slug] for slug in pair), key=_in_alphabet)
        named = [party for party in both if party != beside]
        name = named[0].name if len(named) == 1 else ""
        heads.append(Head("pair", name, count, asks, key="/".join(pair), parties=tuple(both)))
    heads.sort(key=lambda head: [_in_alphabet(party) for party in head.parties])
    return table(heads, counted, "pair", family_columns())


def _party_heads(rows: Iterable[CountedRow], parties: Parties, asks: Asks) -> list[Head]:
    claims = Counter[str]()
    for row in rows:
        claims[row["party"]] += row["claims"]
    return [Head("party", one.name, claims[slug], asks, key=slug, parties=(one,)) for slug, one in parties.items()]


def _in_alphabet(party: PartyShown) -> tuple[str, str]:
    return collation_key(party.name, party.slug)
