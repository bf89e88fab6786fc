"""Writes the denormalised index from the documents of current editions: findings, passages and what belongs to them."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.db import connection, transaction

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.document import Document, rules_of
from comparisons.comparison.standings import StandingShown, standings_of
from comparisons.comparison.statements import Statements, statements_of
from comparisons.database import search_index
from comparisons.documents.derived import derive_pairs, origin_of
from comparisons.documents.languages import readable_in
from comparisons.documents.second_reading import is_confirmed, is_unconfirmed
from comparisons.models import Card, Edition, Event, Finding, IndexedWord, Pairing, Passage, Standing
from comparisons.models.fields import SHORT
from comparisons.models.word import beginning, ending
from comparisons.outcomes import family_of
from comparisons.search.passages import PassageRow, passage_rows, words_of

ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class StandingRow:
    """The fields of a Standing: those of a `StandingShown`, as JSON has them."""

    party: str
    party_name: str
    position: str
    grounds: list[str]
    reporters: list[dict[str, str]]
    kinds: list[str]
    is_excerpt: bool
    statements: list[dict[str, Any]]
    further_quotes: int


@dataclass(frozen=True)
class PairingRow:
    first: str
    second: str
    outcome: str


@dataclass(frozen=True)
class FindingRow:
    """One claim in the index: the fields of a Finding, and those of the rows that belong to it."""

    fields: dict[str, object]
    standings: tuple[StandingRow, ...]
    pairings: tuple[PairingRow, ...]


def finding_rows(document: Document) -> Iterator[FindingRow]:
    """The rows that the index is to have of an edition's document, claim by claim."""
    topics = {topic["slug"]: topic["name"] for topic in document["topics"]}
    accounts = document["accounts"]
    party_of = {account["id"]: account["party"] for account in accounts}
    parties = tuple(PartyShown(**party) for party in document["parties"])
    rules = rules_of(document)
    for order, claim in enumerate(document["claims"]):
        standings = standings_of(claim, accounts, parties, rules=rules)
        pairs = derive_pairs(claim, accounts, [party.slug for party in parties], rules=rules)
        yield FindingRow(
            {
                "order": order,
                "claim": claim["slug"],
                "topic": claim["topic"],
                "topic_name": topics[claim["topic"]],
                "question": claim["question"],
                "wording": claim["wording"],
                "kind": claim["kind"],
                "unit": claim["unit"],
                "outcome": claim["outcome"],
                "flags": claim["flags"],
                "caveats": claim["caveats"],
                "is_unconfirmed": is_unconfirmed(claim),
                "is_plain": not any(one.grounds for one in standings) and is_confirmed(claim),
                "readable_in": _between_spaces(readable_in(claim, accounts)),
                "family": family_of(claim["outcome"]),
                "origin": origin_of(claim, party_of) or "",
            },
            tuple(_standing_row(one, statements_of(claim, accounts, one.party.slug)) for one in standings),
            tuple(PairingRow(first, second, outcome) for (first, second), outcome in pairs.items()),
        )


def _between_spaces(languages: list[str]) -> str:
    """As many as there is room for."""
    told = ""
    for language in languages:
        if len(told) + len(language) + 2 <= SHORT:
            told = f"{told or ' '}{language} "
    return told


def _standing_row(standing: StandingShown, said: Statements) -> StandingRow:
    return StandingRow(
        standing.party.slug,
        standing.party.name,
        standing.position,
        list(standing.grounds),
        [asdict(reporter) for reporter in standing.reporters],
        list(standing.kinds),
        standing.is_excerpt,
        [asdict(statement) for statement in said.shown],
        said.further_quotes,
    )


@transaction.atomic
def write_rows(edition: Edition) -> None:
    """Replace the rows of the event's earlier editions with those of this one."""
    delete_rows(edition.event)
    rows = list(finding_rows(edition.document))
    findings = Finding.objects.bulk_create(
        (Finding(edition=edition, **row.fields) for row in rows), batch_size=ROWS_AT_ONCE
    )
    both = list(zip(findings, rows, strict=True))
    Standing.objects.bulk_create(
        (Standing(finding=finding, **asdict(standing)) for finding, row in both for standing in row.standings),
        batch_size=ROWS_AT_ONCE,
    )
    Pairing.objects.bulk_create(
        (Pairing(finding=finding, **asdict(pairing)) for finding, row in both for pairing in row.pairings),
        batch_size=ROWS_AT_ONCE,
    )
    passages = list(passage_rows(edition.document))
    Passage.objects.bulk_create(
        (Passage(edition=edition, order=order, **asdict(row)) for order, row in enumerate(passages)),
        batch_size=ROWS_AT_ONCE,
    )
    IndexedWord.objects.bulk_create(
        (
            IndexedWord(edition=edition, word=word, beginning=begins, ending=ends)
            for word, begins, ends in word_rows(passages)
        ),
        batch_size=ROWS_AT_ONCE,
    )


def word_rows(passages: Iterable[PassageRow]) -> list[tuple[str, str, str]]:
    """The words of these passages, each with how it begins and ends, in order."""
    return [(word, beginning(word), ending(word)) for word in words_of(passages)]


def delete_rows(event: Event) -> None:
    """Delete the rows of this event: it is neither listed nor found any more."""
    # By their keys: a join in a DELETE is slow on PostgreSQL where much was written and nothing analysed yet.
    editions = list(event.editions.values_list("pk", flat=True))
    Finding.objects.filter(edition__in=editions).delete()
    Passage.objects.filter(edition__in=editions).delete()
    IndexedWord.objects.filter(edition__in=editions).delete()


def stored_finding_rows(edition: Edition) -> Iterator[FindingRow]:
    """The rows that are stored of this edition, as `finding_rows` would have them."""
    names = [field.name for field in Finding._meta.fields if field.name not in ("id", "edition")]
    own = [field.name for field in fields(StandingRow)]
    for finding in edition.findings.prefetch_related("standings", "pairings"):
        yield FindingRow(
            {name: getattr(finding, name) for name in names},
            tuple(StandingRow(*(getattr(one, name) for name in own)) for one in finding.standings.all()),
            tuple(PairingRow(one.first, one.second, one.outcome) for one in finding.pairings.all()),
        )


def stored_passage_rows(edition: Edition) -> Iterator[PassageRow]:
    """The passages that are stored of this edition, as `passage_rows` would have them."""
    names = [field.name for field in fields(PassageRow)]
    for passage in edition.passages.all():
        yield PassageRow(**{name: getattr(passage, name) for name in names})


@transaction.atomic
def rebuild() -> int:
    """Rebuild the index from every published edition; the number of editions. Stored cards are deleted as well.

    Whoever publishes or withdraws meanwhile waits, so that no row outlives its edition.
    """
    list(Event.objects.order_by("pk").select_for_update(of=("self",)).values_list("pk"))
    Finding.objects.all().delete()
    search_index.restore(connection)
    Passage.objects.all().delete()
    IndexedWord.objects.all().delete()
    Card.objects.all().delete()
    count = 0
    for edition in Edition.objects.published().order_by("pk").iterator():
        write_rows(edition)
        count += 1
    return count
