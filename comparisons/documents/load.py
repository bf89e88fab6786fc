"""Loads a document into the desk: all of it or nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from comparisons.comparison.document import (
    READ_BY_THE_DESK,
    AccountEntry,
    EventEntry,
    PartyEntry,
    QuoteInput,
    RevisionEntry,
    StanceInput,
    TopicEntry,
    ValidClaim,
)
from comparisons.models import Account, Claim, Event, Party, Quote, Revision, SecondReading, Stance, Topic
from comparisons.moments import Moment
from comparisons.outcomes import CONTRADICTIONS
from comparisons.texts.anchors import first_bad_character

from .dump import dump
from .faults import Fault, Faults
from .schema import is_visible, too_many_characters
from .second_reading import reading_digest
from .validate import bad_character_in, validate

# Of a claim, what is saved in rows of its own.
APART = ("topic", "stances", "confirmed_by", "confirmed_at")
BATCH = 500  # rows in one statement: SQLite takes a bounded number of values
READER_LENGTH = 150


@dataclass(frozen=True)
class Loaded:
    event: Event
    notices: tuple[str, ...]
    """What of the document was not taken over, as the desk has it already."""


class SavedAccount(NamedTuple):
    account: Account
    revisions: list[Revision]
    """From the first to the latest."""


@transaction.atomic
def load(document: object, *, reader: str = READ_BY_THE_DESK, now: datetime | None = None) -> Loaded:
    """Make the desk's state of the document's event what the document says. Raises Faults; then nothing has changed.

    Stored texts stay as they are: a document may add revisions, not change them. Topics and parties that
    the desk knows are kept as they are, as other events use them. A stance that does not say who read it and when gets
    `reader` and `now`. Loads of one event wait for each other, and for whoever has locked the event's row.
    """
    if faults := list(_reader_faults(reader)):
        raise Faults(faults)
    whole = validate(document)
    notices: list[str] = []
    event = _event(whole["event"])
    parties = _parties(whole["parties"], notices)
    topics = _topics(whole["topics"], notices)
    event.parties.set(parties.values())
    known = _known_readings(event)
    event.claims.all().delete()
    accounts = _accounts(event, whole["accounts"], parties, notices)
    stamp = Moment.of(now or timezone.now()).text
    _claims(event, whole["claims"], topics, accounts, {"reviewed_by": reader, "reviewed_at": stamp})
    notices += _second_readings(event, whole["claims"], known)
    return Loaded(event, tuple(notices))


def wait_for_events(documents: Iterable[object]) -> None:
    """Lock the events of these documents in one order, so that two loads of the same ones do not lock each other out.

    In a transaction, before the first of them is loaded.
    """
    events = [document.get("event") for document in documents if isinstance(document, dict)]
    slugs = {event["slug"] for event in events if isinstance(event, dict) and isinstance(event.get("slug"), str)}
    known = [slug for slug in slugs if first_bad_character(slug) is None]
    list(Event.objects.filter(slug__in=known).order_by("slug").select_for_update(of=("self",)).values_list("pk"))


def _reader_faults(reader: str) -> Iterator[Fault]:
    if bad := bad_character_in(reader):
        yield Fault("reader", bad)
    elif not is_visible(reader):
        yield Fault("reader", _("This must not be empty."))
    elif "\n" in reader or "\t" in reader:
        yield Fault("reader", _("This is to be one line."))
    elif len(reader) > READER_LENGTH:
        yield Fault("reader", too_many_characters(len(reader), READER_LENGTH))


def _event(entry: EventEntry) -> Event:
    """The event as the document has it, its row locked."""
    values: dict[str, object] = {**entry, "date": date.fromisoformat(entry["date"])}
    event, is_new = Event.objects.get_or_create(slug=entry["slug"], defaults=values)
    if not is_new:
        event = Event.objects.select_for_update().get(pk=event.pk)
        for key, value in values.items():
            setattr(event, key, value)
        event.save()
    return event


def _parties(entries: list[PartyEntry], notices: list[str]) -> dict[str, Party]:
    """The parties by slug, created where there are none yet."""
    parties: dict[str, Party] = {}
    # In one order, so that two loads that make the same rows wait for each other instead of locking each other out.
    for entry in sorted(entries, key=lambda entry: entry["slug"]):
        party, _is_new = Party.objects.get_or_create(slug=entry["slug"], defaults=dict(entry))
        parties[party.slug] = party
        notices += _name_kept("parties", party, entry)
        if party.country != entry["country"]:
            message = _(
                "%(place)s: the desk keeps “%(kept)s” as the country of “%(slug)s”; “%(given)s” was not taken over."
            )
            words = {"place": "parties", "slug": party.slug, "kept": party.country, "given": entry["country"]}
            notices.append(message % words)
    return parties


def _topics(entries: list[TopicEntry], notices: list[str]) -> dict[str, Topic]:
    """The topics by slug, created where there are none yet; in one order, as the parties."""
    topics: dict[str, Topic] = {}
    for entry in sorted(entries, key=lambda entry: entry["slug"]):
        topic, _is_new = Topic.objects.get_or_create(slug=entry["slug"], defaults=dict(entry))
        topics[topic.slug] = topic
        notices += _name_kept("topics", topic, entry)
    return topics


def _name_kept(place: str, row: Party | Topic, entry: PartyEntry | TopicEntry) -> Iterator[str]:
    if row.name != entry["name"]:
        message = _("%(place)s: “%(slug)s” is called “%(kept)s” at the desk; “%(given)s” was not taken over.")
        yield message % {"place": place, "slug": row.slug, "kept": row.name, "given": entry["name"]}


def _accounts(
    event: Event, entries: list[AccountEntry], parties: dict[str, Party], notices: list[str]
) -> dict[str, SavedAccount]:
    """Save the accounts, and their new revisions. Returns them by key."""
    stored = {account.key: account for account in event.accounts.prefetch_related("revisions")}
    saved: dict[str, SavedAccount] = {}
    faults = list(_left_out(stored, entries))
    for order, entry in enumerate(entries):
        account = stored.get(entry["id"]) or Account(event=event, key=entry["id"])
        revisions = list(account.revisions.all()) if account.pk else []
        plain = {
            key: value for key, value in entry.items() if key not in ("id", "party", "translation_of", "revisions")
        }
        for key, value in plain.items():
            setattr(account, key, value)
        account.issued_at = _moment(entry["issued_at"])
        account.order, account.translation_of = order, None
        account.party = parties[entry["party"]] if entry["party"] else None
        account.save()
        place = f"accounts[{order}].revisions"
        if len(revisions) > len(entry["revisions"]):
            message = _("The desk holds %(count)d revisions of this account; a text held is never dropped.")
            faults.append(Fault(place, message % {"count": len(revisions)}))
        for number, given in enumerate(entry["revisions"], start=1):
            if number > len(revisions):
                revisions.append(_revision(account, number, given))
            elif revisions[number - 1].text != given["text"]:
                message = _("This differs from the text held as revision %(number)d; a new text is a new revision.")
                faults.append(Fault(f"{place}[{number - 1}].text", message % {"number": number}))
            else:
                notices += _kept_of_revision(f"{place}[{number - 1}]", revisions[number - 1], given)
        saved[account.key] = SavedAccount(account, revisions)
    if faults:
        raise Faults(faults)
    for entry in entries:
        if entry["translation_of"]:
            account = saved[entry["id"]].account
            account.translation_of = saved[entry["translation_of"]].account
            account.save(update_fields=["translation_of"])
    return saved


def _left_out(stored: Iterable[str], entries: list[AccountEntry]) -> Iterator[Fault]:
    given = {entry["id"] for entry in entries}
    for key in stored:
        if key not in given:
            message = _(
                "The desk holds the account “%(account)s”, which the document leaves out; a text held is never "
                "dropped. Delete it at the desk first."
            )
            yield Fault("accounts", message % {"account": key})


def _kept_of_revision(place: str, stored: Revision, given: RevisionEntry) -> Iterator[str]:
    for key, value in (("captured_at", _moment(given["captured_at"])), ("note", given["note"])):
        if (kept := getattr(stored, key)) != value:
            message = _("%(place)s: the desk keeps “%(kept)s”; “%(given)s” was not taken over.")
            yield message % {"place": f"{place}.{key}", "kept": kept, "given": value}


def _revision(account: Account, number: int, entry: RevisionEntry) -> Revision:
    captured = _moment(entry["captured_at"])
    return Revision.objects.create(
        account=account, number=number, text=entry["text"], captured_at=captured, note=entry["note"]
    )


def _claims(
    event: Event,
    entries: list[ValidClaim],
    topics: dict[str, Topic],
    accounts: Mapping[str, SavedAccount],
    reading: dict[str, str],
) -> None:
    stances, quotes = [], []
    for order, entry in enumerate(entries):
        plain = {key: value for key, value in entry.items() if key not in APART}
        claim = Claim.objects.create(event=event, order=order, topic=topics[entry["topic"]], **plain)
        for given in entry["stances"]:
            stance = _stance(claim, accounts[given["account"]], given, reading)
            stances.append(stance)
            quotes += [
                Quote.anchored(_revision_of(quote, given, accounts), quote, stance=stance, order=number)
                for number, quote in enumerate(given["quotes"])
            ]
    bulk_create_with_history(stances, Stance, batch_size=BATCH)
    bulk_create_with_history(quotes, Quote, batch_size=BATCH)


def _known_readings(event: Event) -> dict[tuple[str, str], SecondReading] | None:
    """What somebody has confirmed at the desk, by slug and digest; None where it did not have the event's claims."""
    if not event.claims.exists():
        return None
    readings = SecondReading.objects.filter(claim__event=event).select_related("claim")
    return {(reading.claim.slug, reading.digest): reading for reading in readings}


def _second_readings(
    event: Event, entries: list[ValidClaim], known: dict[tuple[str, str], SecondReading] | None
) -> Iterator[str]:
    """Take over those of contradictions that the desk had, or that come with an event which it did not have.

    What a file changed was not read by whoever confirmed it; where SECOND_PERSON is set, a file is no second person.
    """
    confirmed = {entry["slug"]: entry for entry in entries if entry["confirmed_by"]}
    if not confirmed:
        return
    stored = {claim.slug: claim for claim in event.claims.all()}
    document = dump(event)
    for claim in document["claims"]:
        slug = claim["slug"]
        if slug not in confirmed:
            continue
        digest = reading_digest(claim, document["accounts"])
        by, at = confirmed[slug]["confirmed_by"], _moment(confirmed[slug]["confirmed_at"])
        is_held = known is None and not settings.SECOND_PERSON
        if known is not None and (reading := known.get((slug, digest))):
            is_held, by, at = True, reading.confirmed_by, reading.confirmed_at
        if is_held and claim["outcome"] in CONTRADICTIONS:
            SecondReading.objects.create(claim=stored[slug], digest=digest, confirmed_by=by, confirmed_at=at)
        else:
            message = _("claims: the second reading of “%(slug)s” was not taken over: it is to be read again.")
            yield message % {"slug": slug}


def _stance(claim: Claim, saved: SavedAccount, entry: StanceInput, reading: dict[str, str]) -> Stance:
    return Stance(
        claim=claim,
        account=saved.account,
        revision=saved.revisions[-1],
        position=entry["position"],
        basis=entry["basis"],
        implied=entry["implied"],
        low=None if entry["low"] is None else Decimal(str(entry["low"])),
        high=None if entry["high"] is None else Decimal(str(entry["high"])),
        reviewed_by=entry["reviewed_by"] or reading["reviewed_by"],
        reviewed_at=_moment(entry["reviewed_at"]) or reading["reviewed_at"],
        value=entry["value"],
        note=entry["note"],
    )


def _revision_of(quote: QuoteInput, stance: StanceInput, accounts: Mapping[str, SavedAccount]) -> Revision:
    """The revision that a quote names by its number from 1; without one, the latest."""
    revisions = accounts[quote["account"] or stance["account"]].revisions
    return revisions[quote["revision"] - 1 if quote["revision"] else -1]


def _moment(text: str | None) -> str:
    return Moment.parse(text).text if text else ""
