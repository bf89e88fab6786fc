"""What each party said on a claim, with the words that carry it; and the parties grouped by what they said."""

from collections.abc import Iterable
from dataclasses import dataclass

from comparisons.comparison.claims import Cell, ClaimShown, QuoteShown, StanceShown
from comparisons.comparison.grouping import ORDER
from comparisons.comparison.standings import StandingShown
from comparisons.outcomes import RULES, UNNAMED
from comparisons.wording import grounds_told, position_label, standing_told
from comparisons.wording.figures import figures_of_position
from comparisons.wording.silences import not_held


@dataclass(frozen=True)
class PartySaid:
    standing: StandingShown
    label: str
    """Its position; of a quantity the figures."""
    told: str
    """The same with what it rests on, in full."""
    carrying: tuple[StanceShown, ...]
    """The stances by which it holds its position, first those that rest on the least besides its own words."""
    others: tuple[StanceShown, ...] = ()
    """What else its accounts say in words."""

    @property
    def name(self) -> str:
        return " ".join(self.standing.party.name.split())

    @property
    def quotes(self) -> tuple[QuoteShown, ...]:
        return tuple(quote for stance in self.carrying for quote in stance.quotes)


@dataclass(frozen=True)
class Group:
    """The parties that said the same."""

    position: str
    label: str
    parties: tuple[PartySaid, ...]


def said_by_party(claim: ClaimShown) -> tuple[PartySaid, ...]:
    """Of each party, in the declared order."""
    return tuple(_said(cell, claim) for cell in claim.cells)


def grouped(parties: Iterable[PartySaid]) -> tuple[Group, ...]:
    groups: dict[tuple[str, str], list[PartySaid]] = {}
    for party in parties:
        groups.setdefault((party.standing.position, party.label), []).append(party)
    ordered = sorted(groups.items(), key=lambda group: ORDER.index(group[0][0]))
    return tuple(Group(position, label, tuple(members)) for (position, label), members in ordered)


def _said(cell: Cell, claim: ClaimShown) -> PartySaid:
    carrying = tuple(sorted(cell.carrying, key=_rests_on))
    label = position_label(cell.position, claim)
    told = standing_told(cell.standing, claim)
    if cell.position == "not_in_text_held":
        label = not_held(is_excerpt=cell.standing.is_excerpt)
    elif figures := figures_of_position(cell.position, carrying, claim.unit) if claim.kind == "quantity" else "":
        label = figures
        told = ", ".join(part for part in (figures, grounds_told(cell.standing)) if part)
    stances = [entry.stance for entry in cell.entries if entry.stance]
    others = tuple(stance for stance in stances if stance.quotes and stance not in carrying)
    return PartySaid(cell.standing, label, told, carrying, others)


def _rests_on(stance: StanceShown) -> int:
    """On how much besides the party's own words."""
    account = stance.account
    return sum(
        (
            stance.basis == "reported",
            stance.implied,
            account.attribution in UNNAMED[RULES],
            account.translation_of is not None,
        )
    )
