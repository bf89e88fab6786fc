"""The claims behind a number, listed by event, with keyset pagination."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import TopicShown, headline, remarks_beside
from comparisons.comparison.standings import StandingShown
from comparisons.models import Finding
from comparisons.models.finding import FindingQuerySet
from comparisons.outcomes import family_of
from comparisons.texts.collation import collation_key

from .query import ListedClaimsQuery, not_listed
from .statistics import EventMark, Scope, parties_named

CLAIMS_PER_PAGE = 50


@dataclass(frozen=True)
class ListedClaim:
    """What a list says of a claim; named as a claim of a comparison is, so that the same templates show it."""

    slug: str
    topic: TopicShown
    question: str
    wording: str
    outcome: str
    """The one that the page counts."""
    whole_outcome: str
    """That of all parties, where the page counts what two of more than two add up to."""
    flags: tuple[str, ...]
    caveats: tuple[str, ...]
    kind: str
    is_unconfirmed: bool
    standings: tuple[StandingShown, ...]
    """Of those compared."""
    cells: tuple[tuple[PartyShown, StandingShown | None], ...]
    """One for each party of the list, with no standing where it is not compared."""

    @property
    def headline(self) -> str:
        return headline(self.question, self.wording)

    @property
    def remarks(self) -> tuple[str, ...]:
        return remarks_beside(self.outcome, self.caveats, self.flags, is_unconfirmed=self.is_unconfirmed)

    @property
    def family(self) -> str:
        return family_of(self.outcome)


@dataclass(frozen=True)
class EventClaims:
    event: EventMark
    claims: tuple[ListedClaim, ...]


@dataclass(frozen=True)
class ClaimListing:
    count: int
    """How many there are, on this page of the list and all others."""
    parties: tuple[PartyShown, ...]
    events: tuple[EventClaims, ...]
    next: str
    """The claim after which the next page of the list begins, or nothing."""

    @property
    def width(self) -> int:
        """How many columns a table of it has: the claim, its outcome, and one for each party."""
        return 2 + len(self.parties)

    @classmethod
    def of(
        cls,
        findings: FindingQuerySet,
        scope: Scope,
        *,
        after: Finding | None,
        is_narrowed: bool,
        pair: Sequence[PartyShown] = (),
    ) -> "ClaimListing":
        """Three or four queries. With a pair only its two are shown, and what they add up to between themselves."""
        rest = findings.after(after) if after else findings
        rows = list(rest.by_event()[: CLAIMS_PER_PAGE + 1])
        shown = rows[:CLAIMS_PER_PAGE]
        parties = tuple(pair) or parties_named({one.party for row in shown for one in row.standings.all()})
        topics = {topic.key: TopicShown(topic.key, topic.name) for topic in scope.topics}
        events = {event.slug: event for event in scope.events}
        return cls(
            count=findings.count() if is_narrowed else scope.claims,
            parties=parties,
            events=tuple(
                EventClaims(
                    events[slug],
                    tuple(
                        # The query set has added what is found.
                        _listed(row, row.found, parties, topics, is_pair=bool(pair))  # type: ignore[attr-defined]
                        for row in group
                    ),
                )
                for slug, group in groupby(shown, key=lambda row: row.edition.slug)
            ),
            next=f"{shown[-1].edition.slug}/{shown[-1].claim}" if len(rows) > len(shown) else "",
        )


def contradictions_of(editions: Collection[int], most: int) -> dict[int, tuple[ListedClaim, ...]]:
    """The first contradictions of each of these editions, by its key. Two queries, and no document is read.

    Editions that are not current have none here.
    """
    found: dict[int, tuple[ListedClaim, ...]] = {}
    for finding in Finding.objects.first_contradictions(editions, most):
        named = (PartyShown(row.party, row.party_name, "") for row in finding.standings.all())
        parties = sorted(named, key=lambda party: collation_key(party.name, party.slug))
        topics = {finding.topic: TopicShown(finding.topic, finding.topic_name)}
        claim = _listed(finding, finding.outcome, parties, topics, is_pair=False)
        found[finding.edition_id] = (*found.get(finding.edition_id, ()), claim)
    return found


def _listed(
    finding: Finding, outcome: str, parties: Sequence[PartyShown], topics: Mapping[str, TopicShown], *, is_pair: bool
) -> ListedClaim:
    rows = {row.party: row for row in finding.standings.all()}
    standings = {party.slug: replace(rows[party.slug].shown, party=party) for party in parties if party.slug in rows}
    is_of_more = is_pair and len(rows) > 2
    return ListedClaim(
        slug=finding.claim,
        topic=topics[finding.topic],
        question=finding.question,
        wording=finding.wording,
        outcome=outcome,
        whole_outcome=finding.outcome if is_of_more else "",
        # They are of the claim's own outcome.
        flags=() if is_of_more else tuple(finding.flags),
        caveats=() if is_of_more else tuple(finding.caveats),
        kind=finding.kind,
        is_unconfirmed=finding.is_unconfirmed and not is_of_more,
        standings=tuple(standings.values()),
        cells=tuple((party, standings.get(party.slug)) for party in parties),
    )


def last_seen(findings: FindingQuerySet, query: ListedClaimsQuery) -> Finding | None:
    """The claim after which the list begins. Raises ValidationError where the list has none such."""
    if not query.cursor:
        return None
    last = findings.at_cursor(*query.cursor).first()
    if last is None:
        raise ValidationError(not_listed())
    return last


def scope_or_404(findings: FindingQuerySet) -> Scope:
    scope = Scope.of(findings)
    if not scope.claims:
        raise Http404(gettext("No published comparison has this."))
    return scope
