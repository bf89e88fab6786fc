"""Links that ask for other claims or columns of the same page, and the bar of families."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django import template

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison, FamilyCount
from comparisons.comparison.grouping import PositionGroup, grouped
from comparisons.comparison.pagination import ClaimsPage
from comparisons.comparison.query import ComparisonQuery
from comparisons.outcomes import FAMILIES

register = template.Library()

PAIRS_OF_AT_MOST = 4
"""Parties."""


@dataclass(frozen=True)
class BarSegment:
    """A family's part of the bar, in per cent of its width."""

    family: str
    start: str
    end: str
    width: str


@register.simple_tag(takes_context=True)
def asking(context: template.Context, **changes: object) -> str:
    """The address of this page with some of its query changed: {% asking show="open" %}.

    Never empty: an empty address would ask for the present query again.
    """
    page: Comparison = context["page"]
    return asking_columns(context, page.columns, **changes)


@register.simple_tag(takes_context=True)
def asking_columns(context: template.Context, columns: Iterable[PartyShown], **changes: object) -> str:
    """The address of this page with these columns, which it names only where they are not the declared ones."""
    query: ComparisonQuery = context["query"]
    page: Comparison = context["page"]
    columns = tuple(columns)
    slugs = () if columns == page.parties else tuple(party.slug for party in columns)
    # What else is asked for begins on its first page.
    return query.changed(**{"parties": slugs, "page": 1, **changes}) or context["request"].path


@register.simple_tag(takes_context=True)
def words_of(context: template.Context, claim: ClaimShown) -> str:
    """Where the words of a claim stand: on this page, or, of a large comparison, on a page of its topic."""
    carried: ClaimsPage = context["carried"]
    anchor = f"#claim-{claim.slug}"
    if carried.has_words:
        return anchor
    page_of_topic = carried.page_in_topic(claim)
    return asking(context, topic=claim.topic.slug, show="", order="", page=page_of_topic) + anchor


@register.filter
def pairs_shown(page: Comparison) -> tuple[tuple[PartyShown, PartyShown], ...]:
    """The pairs of the columns shown, each in the declared order; none where they would be a list of their own.

    A party of which no account is held is in no pair.
    """
    heard = {account.party for account in page.accounts}
    columns = tuple(party for party in page.parties if party in page.columns and party in heard)
    return tuple(combinations(columns, 2)) if len(columns) <= PAIRS_OF_AT_MOST else ()


@register.filter
def by_groups(claim: ClaimShown) -> tuple[PositionGroup, ...]:
    return grouped(claim)


@register.filter
def reverse_order(columns: Iterable[PartyShown]) -> tuple[PartyShown, ...]:
    return tuple(columns)[::-1]


@register.filter
def not_shown(page: Comparison) -> tuple[PartyShown, ...]:
    """The parties whose columns the reader has left out."""
    return tuple(party for party in page.parties if party not in page.columns)


@register.filter
def family_counts(edition: Any) -> tuple[FamilyCount, ...]:
    """The counts of an edition in a list, which carries one attribute a family."""
    return tuple(FamilyCount(family, getattr(edition, family.replace("-", "_"))) for family in FAMILIES)


@register.inclusion_tag("across/_bar.html")
def bar(counts: Iterable[FamilyCount]) -> dict[str, object]:
    """How many claims fall into each family, drawn to scale."""
    counts = tuple(counts)
    total = sum(part.count for part in counts)
    segments = []
    start = 0
    for part in counts:
        if part.count:
            end = start + part.count
            segments.append(
                BarSegment(part.family, _percent(start, total), _percent(end, total), _percent(part.count, total))
            )
            start = end
    return {"segments": segments}


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.4g}%"
