"""Integrity check of all that is stored: outcomes, quotes, fingerprints of editions, index, triggers. Read-only."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import zip_longest

from django.db import connection
from django.utils.translation import gettext as _

from comparisons.comparison.document import Document
from comparisons.database import insert_only, search_index
from comparisons.database.snapshot import snapshot
from comparisons.documents import Fault, Faults, dump, validate
from comparisons.documents.derived import derived_faults, read_again_faults
from comparisons.documents.faults import quoted
from comparisons.models import Address, Edition, Event, Quote, Revision
from comparisons.models.edition import document_fingerprint
from comparisons.outcomes import RULES
from comparisons.search.passages import passage_rows
from comparisons.texts.digest import text_digest

from . import index


def all_faults() -> Iterator[str]:
    """Each fault as a sentence that names its place."""
    for trigger in (*insert_only.missing(connection), *search_index.missing(connection)):
        yield _("The trigger %(name)s is missing: run migrate.") % {"name": trigger}
    yield from revision_faults()
    yield from quote_faults()
    yield from event_faults()
    yield from edition_faults()
    if not search_index.is_in_step(connection):
        yield _("What the search finds is not what the passages hold: run rebuild.")


def revision_faults() -> Iterator[str]:
    for revision in Revision.objects.select_related("account__event").order_by("account_id", "number").iterator():
        if revision.sha256 != text_digest(revision.text):
            yield _("%(event)s: account %(account)s, revision %(number)d is not the text of its SHA-256.") % {
                "event": revision.account.event.slug,
                "account": revision.account.key,
                "number": revision.number,
            }


def quote_faults() -> Iterator[str]:
    """Quotes at the desk that are not, to the character, in their revision."""
    quotes = Quote.objects.select_related("revision", "stance__claim__event", "stance__account").order_by("pk")
    for quote in quotes.iterator():
        text, words = quote.revision.text, quote.exact
        whole = quote.prefix + words + quote.suffix
        if text[quote.start : quote.end] != words or not text.startswith(whole, quote.start - len(quote.prefix)):
            yield _("%(event)s: claim %(claim)s, account %(account)s: “%(words)s” is not in the text at %(start)d.") % {
                "event": quote.stance.claim.event.slug,
                "claim": quote.stance.claim.slug,
                "account": quote.stance.account.key,
                "words": words[:60],
                "start": quote.start,
            }


def event_faults() -> Iterator[str]:
    """Why the desk's state of an event is no valid document; an unfinished one is no fault."""
    for event in Event.objects.order_by("slug"):
        if not event.accounts.filter(revisions__isnull=False).exists():
            continue
        try:
            with snapshot():
                document = dump(event)
            validate(document)
        except Faults as faults:
            yield from (f"{event.slug}: {fault}" for fault in faults.faults)
        except Exception as error:  # whatever rows that do not belong together lead to: the check goes on
            message = _("%(slug)s: the desk's state cannot be read: %(error)s")
            yield message % {"slug": event.slug, "error": quoted(f"{type(error).__name__}: {error}")}


def edition_faults() -> Iterator[str]:
    for pk in Edition.objects.order_by("event_id", "number").values_list("pk", flat=True):
        with snapshot():
            edition = Edition.objects.select_related("withdrawal").get(pk=pk)
            faults = list(faults_of_edition(edition))
        name = _("%(slug)s, edition %(number)d") % {"slug": edition.slug, "number": edition.number}
        yield from (f"{name}: {fault}" for fault in faults)


def faults_of_edition(edition: Edition) -> Iterator[str | Fault]:
    document = _document_of(edition)
    if document is None:
        yield _("the document is damaged.")
        return
    if not _has_its_fingerprint(edition, document):
        yield _("the document is not that of its SHA-256.")
    if document["edition"].get("number") != edition.number or document["event"].get("slug") != edition.slug:
        yield _("the document is that of another edition.")
    try:
        whole = validate(document)
    except Faults as faults:
        yield from faults.faults
        return
    yield from read_again_faults(whole, document["edition"].get("read_again"))
    rules = document["edition"].get("rules", 1)
    if rules != edition.rules or rules not in range(1, RULES + 1):
        yield Fault("edition.rules", _("These are not the rules that its outcomes were derived by."))
        return
    derived = list(derived_faults(document, whole, rules=rules))
    if not derived and edition.outcomes != {claim["slug"]: claim["outcome"] for claim in document["claims"]}:
        yield _("the outcomes beside the document are not its own.")
    if not Address.objects.filter(slug=edition.slug, event=edition.event_id).exists():
        yield _("its address leads elsewhere or nowhere.")
    # The rows of the index are written from the outcomes in the document.
    yield from derived or index_faults(edition)


def _document_of(edition: Edition) -> Document | None:
    """None where it is no document at all; one whose parts are at fault is `validate`'s to judge."""
    try:
        document = json.loads(edition.body)
    except (ValueError, RecursionError):
        return None
    is_whole = isinstance(document, dict) and all(isinstance(document.get(key), dict) for key in ("edition", "event"))
    return document if is_whole else None


def _has_its_fingerprint(edition: Edition, document: Document) -> bool:
    try:
        return document_fingerprint(document) == edition.sha256
    except ValueError:  # a lone surrogate, which no published document has
        return False


def index_faults(edition: Edition) -> Iterator[str]:
    """Rows of the index that differ from the edition's document."""
    is_current = Edition.objects.published().filter(pk=edition.pk).exists()
    yield from _finding_faults(edition, is_current=is_current)
    yield from _passage_faults(edition, is_current=is_current)


def _finding_faults(edition: Edition, *, is_current: bool) -> Iterator[str]:
    expected = _by_claim(index.finding_rows(edition.document) if is_current else ())
    found = _by_claim(index.stored_finding_rows(edition))
    for slug in sorted(expected.keys() | found.keys()):
        if expected.get(slug) != found.get(slug):
            yield _("claim %(claim)s: its finding is not that of the document: run rebuild.") % {"claim": slug}


def _passage_faults(edition: Edition, *, is_current: bool) -> Iterator[str]:
    expected = list(passage_rows(edition.document)) if is_current else []
    if sorted(edition.words.values_list("word", "beginning", "ending")) != index.word_rows(expected):
        yield _("its indexed words are not those of the document: run rebuild.")
    for order, pair in enumerate(zip_longest(expected, index.stored_passage_rows(edition))):
        if pair[0] != pair[1]:
            kind, place = next((row.kind, row.place) for row in pair if row)
            message = _("passage %(order)d (%(place)s) is not that of the document: run rebuild.")
            yield message % {"order": order, "place": f"{kind} {place}".strip()}


def _by_claim(rows: Iterable[index.FindingRow]) -> dict[str, tuple[object, ...]]:
    return {
        str(row.fields["claim"]): (
            row.fields,
            sorted(map(_as_json, row.standings)),
            sorted(map(_as_json, row.pairings)),
        )
        for row in rows
    }


def _as_json(row: index.StandingRow | index.PairingRow) -> str:
    """In one order of the keys: a database keeps JSON in an order of its own."""
    return json.dumps(asdict(row), sort_keys=True)
