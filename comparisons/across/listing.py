"""The list of claims on a page across events, in groups, with keyset pagination."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db.models import Value
from django.http import Http404
from django.utils.translation import gettext

from comparisons.comparison.claims import TopicShown
from comparisons.models import Finding, Standing
from comparisons.models.finding import FindingQuerySet

from .listed_claims import ListedClaim, ListedEvent
from .query import not_listed
from .statistics import Scope

CLAIMS_PER_PAGE = 20


@dataclass(frozen=True)
class ClaimGroup:
    """Claims under one heading: all contradictions, then those of an event or on a topic."""

    claims: tuple[ListedClaim, ...]
    event: ListedEvent | None = None
    topic: TopicShown | None = None


@dataclass(frozen=True)
class ClaimListing:
    count: int
    """How many there are, on this page of the list and all others."""
    claims: tuple[ListedClaim, ...]
    is_by_topic: bool
    next: str
    """The claim after which the next page of the list begins, or nothing."""

    @classmethod
    def of(
        cls,
        ranked: FindingQuerySet,
        *,
        after: Finding | None,
        count: int | None = None,
        is_by_topic: bool = False,
        topics: Mapping[str, str] | None = None,
        parties: Mapping[str, str] | None = None,
        pair: Collection[str] = (),
    ) -> "ClaimListing":
        """Two queries, and one where the count and one where the names of the parties are not known.

        Of a pair only the two are fetched and shown.
        `topics` and `parties` have the newest names of all that may be shown.
        """
        rest = ranked.after(after) if after else ranked
        if pair:
            listed = rest.listed(Standing.objects.of(pair)).annotate(is_of_more=Standing.objects.are_of_others(pair))
        else:
            listed = rest.listed().annotate(is_of_more=Value(value=False))
        rows = list(listed[: CLAIMS_PER_PAGE + 1])
        shown = rows[:CLAIMS_PER_PAGE]
        if parties is None:
            parties = Standing.objects.party_names({one.party for row in shown for one in row.standings.all()})
        return cls(
            count=ranked.count() if count is None else count,
            claims=tuple(
                ListedClaim.of(
                    row,
                    # The query set has added what is found, and by how many.
                    outcome=row.found,  # type: ignore[attr-defined]
                    is_of_more=row.is_of_more,  # type: ignore[attr-defined]
                    names=parties,
                    topic_name=(topics or {}).get(row.topic, ""),
                )
                for row in shown
            ),
            is_by_topic=is_by_topic,
            next=f"{shown[-1].edition.slug}/{shown[-1].claim}" if len(rows) > len(shown) else "",
        )

    @property
    def groups(self) -> tuple[ClaimGroup, ...]:
        contradictions = tuple(claim for claim in self.claims if claim.family == "contradictions")
        others = [claim for claim in self.claims if claim.family != "contradictions"]
        first = [ClaimGroup(contradictions)] if contradictions else []
        if self.is_by_topic:
            rest = [ClaimGroup(tuple(some), topic=topic) for topic, some in groupby(others, lambda one: one.topic)]
        else:
            rest = [ClaimGroup(tuple(some), event=event) for event, some in groupby(others, lambda one: one.event)]
        return (*first, *rest)


def last_seen(ranked: FindingQuerySet, cursor: tuple[str, str] | None) -> Finding | None:
    """The claim after which the list begins. Raises ValidationError where the list has none such."""
    if not cursor:
        return None
    last = ranked.at_cursor(*cursor).first()
    if last is None:
        raise ValidationError(not_listed())
    return last


def scope_or_404(findings: FindingQuerySet) -> Scope:
    scope = Scope.of(findings)
    if not scope.claims:
        raise Http404(gettext("No published comparison has this."))
    return scope
