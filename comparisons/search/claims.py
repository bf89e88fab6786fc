"""All claims of all current comparisons: which are asked for, by words and filters, and the list of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.across.listing import ClaimListing, last_seen
from comparisons.across.query import clean_cursor, cursor_of
from comparisons.models import Edition, Finding, Standing
from comparisons.models.finding import FindingQuerySet
from comparisons.outcomes import FAMILIES, Outcome
from comparisons.query_string import QueryString, one_of
from comparisons.texts.collation import collation_key

from .query import clean_day, clean_slug, clean_words, later_than, stripped
from .suggestions import suggested_query
from .terms import Term, terms_of


@dataclass(frozen=True)
class ClaimsQuery(QueryString):
    """Which claims are listed, and after which of them. Of two parties it is what these say to each other."""

    safe: ClassVar[str] = ",/"

    q: str = ""
    show: str = ""
    outcome: str = ""
    party: tuple[str, ...] = ()
    topic: str = ""
    since: date | None = field(default=None, metadata={"name": "from"})
    until: date | None = field(default=None, metadata={"name": "to"})
    after: str = ""

    @classmethod
    def parse(cls, data: QueryDict) -> "ClaimsQuery":
        """Read the query string. Raises ValidationError with every fault, each naming its parameter."""
        return cls.cleaned(
            data,
            show=stripped(one_of(FAMILIES)),
            outcome=stripped(one_of(list(Outcome))),
            party=_one_or_two,
            topic=stripped(clean_slug),
            q=clean_words,
            since=stripped(clean_day, None),
            until=stripped(clean_day, None),
            after=clean_cursor,
        )

    @classmethod
    def faults_together(cls, data: QueryDict, cleaned: Mapping[str, Any]) -> Iterable[str]:
        yield from later_than(cleaned)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms_of(self.q)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.changed())

    def changed(self, **changes: object) -> str:
        """From the first page of the list on, unless `after` is among the changes."""
        return super().changed(**{"after": "", **changes})

    @classmethod
    def is_sent_by_form(cls, data: QueryDict) -> bool:
        """The form sends all its fields."""
        return set(data) == cls.names() - {"after"}


def _one_or_two(name: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """One party, or two in the order of their page's address."""
    slugs = tuple(sorted({clean_slug(name, slug) for slug in given}))
    if len(slugs) > 2:
        raise ValidationError(gettext("“party” is one party, or two with a comma between them."))
    return slugs


@dataclass(frozen=True)
class NamedChoice:
    value: str
    name: str


@dataclass(frozen=True)
class ClaimSearch:
    listing: ClaimListing
    total: int
    """The denominator: all claims of all current comparisons."""
    parties: tuple[NamedChoice, ...]
    topics: tuple[NamedChoice, ...]
    suggestion: str
    """Of words that no claim has, the nearest that one has, or nothing."""

    @classmethod
    def of(cls, query: ClaimsQuery) -> "ClaimSearch":
        """Seven queries, and some more where words find nothing.

        ValidationError: a party or a topic that nobody published, or no such place in the list.
        """
        current = Edition.objects.published()
        parties = {slug: name for slug, (name, _count) in Standing.objects.editions_by_party(current).items()}
        topics = {slug: name for slug, (name, _count) in Finding.objects.editions_by_topic().items()}
        _refuse_unknown(query, parties, topics)
        total = Finding.objects.count()
        ranked = _asked(query).ranked()
        listing = ClaimListing.of(
            ranked,
            after=last_seen(ranked, cursor_of(query.after)),
            count=None if query.is_narrowed else total,
            topics=topics,
            parties=parties,
            pair=query.party if len(query.party) == 2 else (),
        )
        return cls(
            listing=listing,
            total=total,
            parties=_by_name(parties),
            topics=_by_name(topics),
            suggestion="" if listing.count else suggested_query(query.terms, _finds),
        )


def _asked(query: ClaimsQuery) -> FindingQuerySet:
    match query.party:
        case (first, second):
            findings = Finding.objects.between(first, second)
        case (party,):
            findings = Finding.objects.of_party(party)
        case _:
            findings = Finding.objects.of_all()
    filters = {"show": query.show, "outcome": query.outcome, "topic": query.topic}
    findings = findings.narrowed(**{name: value for name, value in filters.items() if value})
    findings = findings.dated(query.since, query.until)
    # Signs without a letter are no words, and no claim has them.
    return findings.none() if query.q and not query.terms else _with_words(findings, query.terms)


def _with_words(findings: FindingQuerySet, terms: Sequence[Term]) -> FindingQuerySet:
    for term in terms:
        findings = findings.containing(term.words, exact=term.exact)
    return findings


def _finds(terms: Sequence[Term]) -> bool:
    return _with_words(Finding.objects.all(), terms).exists()


def _refuse_unknown(query: ClaimsQuery, parties: Collection[str], topics: Collection[str]) -> None:
    faults = []
    if not set(query.party) <= set(parties):
        faults.append(gettext("“party” names nobody who is compared here."))
    if query.topic and query.topic not in topics:
        faults.append(gettext("“topic” is the topic of no comparison here."))
    if faults:
        raise ValidationError(faults)


def _by_name(names: Mapping[str, str]) -> tuple[NamedChoice, ...]:
    choices = (NamedChoice(slug, name) for slug, name in names.items())
    return tuple(sorted(choices, key=lambda choice: collation_key(choice.name, choice.value)))
