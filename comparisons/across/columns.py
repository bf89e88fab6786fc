"""The columns of the tables across events: what each counts, and the query string that lists those claims."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from comparisons.comparison.accounts import PartyShown
from comparisons.models.finding import SEVERAL_OR_NONE, CountedRow
from comparisons.outcomes import FAMILIES, Outcome, Position, family_of

POSITIONS = (
    Position.AFFIRMS,
    Position.AFFIRMS_IN_PART,
    Position.DENIES,
    Position.CONFLICTED,
    Position.DECLINES,
    Position.SILENT,
    Position.NOT_IN_TEXT_HELD,
    Position.NOT_REVIEWED,
    Position.NO_ACCOUNT,
)
"""Every one that a party can have: first those who speak."""


Asks = tuple[tuple[str, str], ...]
"""The parameters, each with its value, that ask for the claims behind a number."""


@dataclass(frozen=True)
class CountColumn:
    """One way in which claims are counted: those for which all that it names holds."""

    kind: str
    """family, outcome, position or origin."""
    key: str
    asks: Asks
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """What a row of the database is to have: a name, and the values that it may have there."""
    speaker: PartyShown | None = None
    """The party that alone says something, where it matters which; `other` is then the one that does not."""
    other: PartyShown | None = None

    @property
    def family(self) -> str:
        """Its family, or nothing where outcomes are not what it counts."""
        if self.kind == "outcome":
            return family_of(self.key)
        return self.key if self.kind == "family" else ""

    def counts(self, row: CountedRow) -> bool:
        return all(row[name] in allowed for name, allowed in self.values)


def family_columns() -> tuple[CountColumn, ...]:
    return tuple(
        CountColumn("family", family, (("show", family),), (("found", outcomes),))
        for family, outcomes in FAMILIES.items()
    )


def outcome_columns() -> tuple[CountColumn, ...]:
    """The twelve, by family."""
    return tuple(_outcome(outcome) for outcomes in FAMILIES.values() for outcome in outcomes)


def position_columns() -> tuple[CountColumn, ...]:
    """The same columns for every party, whether or not it ever had such a position."""
    return tuple(
        CountColumn("position", position, (("position", position),), (("position", (position,)),))
        for position in POSITIONS
    )


def origin_columns(parties: Iterable[PartyShown]) -> tuple[CountColumn, ...]:
    alone = (
        CountColumn("origin", party.slug, (("origin", party.slug),), (("origin", (party.slug,)),), party)
        for party in parties
    )
    return (*alone, CountColumn("origin", "", (("origin", SEVERAL_OR_NONE),), (("origin", ("",)),)))


def pair_columns(one: PartyShown, other: PartyShown) -> tuple[CountColumn, ...]:
    """What two parties add up to, with both directions of what one said and the other left out."""
    agreements, contradictions, _one_sided, open_ = family_columns()
    return (
        agreements,
        contradictions,
        _left_out(one, other),
        _left_out(other, one),
        _outcome(Outcome.SINGLE_SOURCE),
        _outcome(Outcome.DENIED_BY_ONE),
        _outcome(Outcome.UNANSWERED),
        open_,
    )


def pair_details(one: PartyShown, other: PartyShown) -> tuple[CountColumn, ...]:
    """Every outcome of two parties, by family; by party where one of them alone says something."""
    columns: list[CountColumn] = []
    for column in outcome_columns():
        if column.key == Outcome.OMISSION:
            columns += [_left_out(one, other), _left_out(other, one)]
        elif column.key in (Outcome.INTERNAL_CONTRADICTION, Outcome.SINGLE_SOURCE, Outcome.DENIED_BY_ONE):
            columns += [_said_by(column, one, other), _said_by(column, other, one)]
        else:
            columns.append(column)
    return tuple(columns)


def _outcome(outcome: str) -> CountColumn:
    return CountColumn("outcome", outcome, (("outcome", outcome),), (("found", (outcome,)),))


def _said_by(column: CountColumn, speaker: PartyShown, other: PartyShown) -> CountColumn:
    return replace(
        column,
        asks=(*column.asks, ("said_by", speaker.slug)),
        values=(*column.values, ("speaker", (speaker.slug,))),
        speaker=speaker,
        other=other,
    )


def _left_out(speaker: PartyShown, silent: PartyShown) -> CountColumn:
    """What the first said and the second left out."""
    said = _said_by(_outcome(Outcome.OMISSION), speaker, silent)
    return replace(said, asks=(("left_out_by", silent.slug),))
