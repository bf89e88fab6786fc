"""The list of published comparisons: search results, facet counts of the filters, and pagination."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from comparisons.across.listed_claims import claims_at
from comparisons.models import Edition, Event, Finding, Passage, Standing
from comparisons.models.edition import EditionQuerySet
from comparisons.outcomes import FAMILIES
from comparisons.texts.collation import collation_key

from .query import BrowseQuery, Cursor
from .ranking import relevance_by_edition
from .snippets import Piece, Snippet, marked, snippets_of
from .suggestions import suggested_query

COMPARISONS_PER_PAGE = 20


@dataclass(frozen=True)
class Choice:
    """One value of a filter, and how many comparisons it would leave, given everything else that is asked."""

    value: str
    name: str
    count: int
    is_made: bool


@dataclass(frozen=True)
class Result:
    edition: Edition
    title: tuple[Piece, ...]
    found: tuple[Snippet, ...]


@dataclass(frozen=True)
class ComparisonListing:
    results: tuple[Result, ...]
    total: int
    """On all pages."""
    published: int
    parties: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    families: tuple[Choice, ...]
    next: Cursor | None
    """After which the next page begins; None on the last one."""
    suggestion: str
    """Of a search that finds nothing, the nearest that finds something, or nothing."""

    @classmethod
    def of(cls, query: BrowseQuery) -> "ComparisonListing":
        """As many queries for many comparisons as for few. ValidationError: a party or topic that nobody published."""
        relevance = relevance_by_edition(query.terms) if query.q else {}

        def asked(**left_out: str) -> EditionQuerySet:
            return _matching_editions(replace(query, **left_out), relevance)  # type: ignore[arg-type]

        parties = Standing.objects.editions_by_party(asked(party=""))
        topics = Finding.objects.of(asked(topic="", family=""), family=query.family).editions_by_topic()
        families = Finding.objects.of(asked(topic="", family=""), topic=query.topic).editions_by_family()
        kinds = asked(kind="").count_by_kind()
        choices = {
            "parties": _named(parties, query.party, _party_name),
            "topics": _named(topics, query.topic, _topic_name),
            "kinds": _counted(kinds, Event.Kind.values, query.kind),
            "families": _counted(families, FAMILIES, query.family),
        }
        total = kinds.get(query.kind, 0) if query.kind else sum(kinds.values())
        keys = _page_of_cursors(query, asked(), relevance)
        shown = keys[:COMPARISONS_PER_PAGE]
        return cls(
            results=_results(query, [key.edition for key in shown]),
            total=total,
            published=Edition.objects.published().count() if query.is_narrowed else total,
            next=shown[-1] if len(keys) > len(shown) else None,
            suggestion=_suggestion(query) if query.q and not relevance else "",
            **choices,
        )


def _matching_editions(query: BrowseQuery, relevance: Mapping[int, int]) -> EditionQuerySet:
    editions = Edition.objects.published().between(query.since, query.until)
    if query.q:
        editions = editions.with_keys(relevance.keys())
    if query.party:
        editions = editions.with_party(query.party)
    if query.kind:
        editions = editions.of_kind(query.kind)
    return editions.with_claim(topic=query.topic, family=query.family)


def _page_of_cursors(query: BrowseQuery, editions: EditionQuerySet, relevance: Mapping[int, int]) -> list[Cursor]:
    """The keys of one page in order, and of the one that follows."""
    if query.is_by_relevance:
        found = (Cursor(relevance[pk], day, pk) for pk, day in editions.list_keys())
        behind = (key for key in found if query.after is None or key < query.after)
        return sorted(behind, reverse=True)[: COMPARISONS_PER_PAGE + 1]
    if query.after:
        editions = editions.after(query.after.day, query.after.edition)
    return [Cursor(0, day, pk) for pk, day in editions.newest_first().list_keys()[: COMPARISONS_PER_PAGE + 1]]


def _results(query: BrowseQuery, pks: list[int]) -> tuple[Result, ...]:
    editions = Edition.objects.with_family_counts().in_bulk(pks)
    found = snippets_of(pks, query.terms) if query.terms else {}
    of_claims = [
        (one.passage.edition_id, one.passage.place)
        for those in found.values()
        for one in those
        if one.passage.kind == Passage.Kind.CLAIM
    ]
    claims = claims_at(of_claims)
    found = {
        pk: [replace(one, claim=claims.get((pk, one.passage.place))) for one in those] for pk, those in found.items()
    }
    return tuple(
        Result(editions[pk], marked(editions[pk].title, query.terms), tuple(found.get(pk, ())))
        for pk in pks
        if pk in editions
    )


def _suggestion(query: BrowseQuery) -> str:
    return suggested_query(query.terms, lambda terms: bool(relevance_by_edition(terms)))


def _named(counts: Mapping[str, tuple[str, int]], made: str, name_of: Callable[[str], str]) -> tuple[Choice, ...]:
    """Parties or topics in the order of their names; a chosen one is there even where it leaves nothing."""
    whole = dict(counts)
    if made and made not in whole:
        whole[made] = (name_of(made), 0)
    choices = (Choice(slug, name, count, slug == made) for slug, (name, count) in whole.items())
    return tuple(sorted(choices, key=lambda choice: collation_key(choice.name, choice.value)))


def _counted(counts: Mapping[str, int], order: Iterable[str], made: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(value, value, counts.get(value, 0), value == made)
        for value in order
        if counts.get(value) or value == made
    )


def _party_name(slug: str) -> str:
    name = Standing.objects.party_name(slug)
    if name is None:
        raise ValidationError([gettext("“party” names nobody who is compared here.")])
    return name


def _topic_name(slug: str) -> str:
    name = Finding.objects.topic_name(slug)
    if name is None:
        raise ValidationError([gettext("“topic” is the topic of no comparison here.")])
    return name
