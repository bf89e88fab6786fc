"""Serialises an event at the desk as a comparison/1 document. Outcomes are derived here, once."""

import json
from collections.abc import Iterable
from decimal import Decimal

from comparisons.comparison.document import (
    AccountEntry,
    ClaimEntry,
    Document,
    QuoteEntry,
    StanceEntry,
    StatedClaim,
)
from comparisons.models import Account, Claim, Event, Quote, Revision, SecondReading, Stance
from comparisons.outcomes import CONTRADICTIONS
from comparisons.texts.collation import collation_key

from .derived import derive_claim
from .second_reading import reading_digest

Revisions = dict[int, tuple[Account, Revision]]
"""A revision's number in the database -> whose it is, and itself."""


def dump(event: Event, *, claim: Claim | None = None) -> Document:
    """The event's document, its keys in the format's order. Costs the same few queries for any event.

    Parties are sorted by name, topics by the first claim that has them. With a claim, with this one alone.
    """
    # Sorted here and not by the database, so that every database gives the same order.
    parties = sorted(event.parties.all(), key=lambda party: collation_key(party.name, party.slug))
    accounts = list(Account.objects.for_event(event))
    claims = list(Claim.objects.for_event(event).filter(**({"pk": claim.pk} if claim else {})))
    topics = {claim.topic.slug: claim.topic.name for claim in claims}
    revisions = revisions_of(accounts)
    account_entries = [_account(account) for account in accounts]
    slugs = [party.slug for party in parties]
    return {
        "format": "comparison/1",
        "event": {
            "slug": event.slug,
            "title": event.title,
            "kind": event.kind,
            "date": event.date.isoformat(),
            "place": event.place,
            "summary": event.summary,
            "participants": event.participants,
        },
        "parties": [{"slug": party.slug, "name": party.name, "country": party.country} for party in parties],
        "topics": [{"slug": slug, "name": name} for slug, name in topics.items()],
        "accounts": account_entries,
        "claims": [
            _with_derived(claim, _stated_claim(claim, accounts, revisions), account_entries, slugs) for claim in claims
        ],
    }


def _with_derived(claim: Claim, stated: StatedClaim, accounts: list[AccountEntry], parties: list[str]) -> ClaimEntry:
    """With its outcome, and with its second reading where that is of what the desk holds."""
    reading: SecondReading | None = getattr(claim, "second_reading", None)
    derived = derive_claim(stated, accounts, parties)
    holds = (
        reading is not None
        and derived["outcome"] in CONTRADICTIONS
        and reading.digest == reading_digest(stated, accounts)
    )
    return {
        **stated,
        "confirmed_by": reading.confirmed_by if reading and holds else "",
        "confirmed_at": reading.confirmed_at if reading and holds else None,
        **derived,
    }


def render_json(document: Document) -> str:
    """The document as the text of a file; the same document gives the same bytes everywhere."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _account(account: Account) -> AccountEntry:
    return {
        "id": account.key,
        "party": account.party.slug if account.party else None,
        "title": account.title,
        "kind": account.kind,
        "source": account.source,
        "attribution": account.attribution,
        "attribution_note": account.attribution_note,
        "completeness": account.completeness,
        "scope": account.scope,
        "language": account.language,
        "issued_at": account.issued_at or None,
        "source_url": account.source_url,
        "archive_url": account.archive_url,
        "via": account.via,
        "translation_of": account.translation_of.key if account.translation_of else None,
        "revisions": [
            {"captured_at": revision.captured_at or None, "text": revision.text, "note": revision.note}
            for revision in account.revisions.all()
        ],
    }


def revisions_of(accounts: Iterable[Account]) -> Revisions:
    return {revision.pk: (account, revision) for account in accounts for revision in account.revisions.all()}


def _stated_claim(claim: Claim, accounts: list[Account], revisions: Revisions) -> StatedClaim:
    stances = {stance.account_id: stance for stance in claim.stances.all()}
    return {
        "slug": claim.slug,
        "topic": claim.topic.slug,
        "question": claim.question,
        "wording": claim.wording,
        "kind": claim.kind,
        "unit": claim.unit,
        "note": claim.note,
        "stances": [
            stance_entry(account, stances[account.pk], revisions) for account in accounts if account.pk in stances
        ],
    }


def stance_entry(account: Account, stance: Stance, revisions: Revisions) -> StanceEntry:
    return {
        "account": account.key,
        "position": stance.position,
        "basis": stance.basis,
        "implied": stance.implied,
        "low": _number(stance.low),
        "high": _number(stance.high),
        "value": stance.value,
        "note": stance.note,
        "reviewed_by": stance.reviewed_by,
        "reviewed_at": stance.reviewed_at or None,
        "quotes": [_quote(quote, *revisions[quote.revision_id]) for quote in stance.quotes.all()],
    }


def _quote(quote: Quote, account: Account, revision: Revision) -> QuoteEntry:
    return {
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": quote.start,
        "end": quote.end,
        "account": account.key,
        "revision": revision.number,
        "translation": quote.translation_entry,
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
