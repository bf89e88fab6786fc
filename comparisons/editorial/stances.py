"""What an editor does at the desk: set what an account says on a claim, add to it, take it back, name a claim.

A stance is given, and handed back, as a comparison/1 document has it, so one set of rules serves files and the desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from comparisons.comparison.document import QuoteEntry, QuoteInput, StanceEntry, StanceInput
from comparisons.documents import Fault, Faults
from comparisons.documents.dump import revisions_of, stance_entry
from comparisons.documents.stances import Texts, basis_of, faults_of_stance
from comparisons.models import Account, Claim, Event, Quote, Revision, Stance, Topic
from comparisons.models.claim import CLAIMS_PER_EVENT
from comparisons.models.fields import LONG, SHORT, SLUG_LENGTH
from comparisons.models.versioned import Stale
from comparisons.moments import Moment

Detail = Literal["low", "high", "value", "note"]
DETAILS: tuple[Detail, ...] = ("low", "high", "value", "note")


@dataclass(frozen=True)
class Change:
    """What an account says on a claim, before and after; None where it was, or is, not reviewed."""

    claim: Claim
    account: Account
    before: StanceEntry | None
    after: StanceEntry | None
    stance: Stance | None

    @property
    def accounts(self) -> set[str]:
        """The keys of the accounts whose marked passages the change touches."""
        quotes = [quote for entry in (self.before, self.after) if entry for quote in entry["quotes"]]
        return {quote["account"] for quote in quotes}


@transaction.atomic
def set_stance(
    claim: Claim, account: Account, entry: StanceInput | StanceEntry | None, *, version: UUID | None, reader: str
) -> Change:
    """Set what the account says on the claim; with None it is not reviewed any more. Optimistic locking.

    `version` is that of the stance which the editor saw, None where there was none. Raises Stale, and Faults with
    places such as `quotes[0].exact`; then nothing has changed. What is stored already, to the letter and in the latest
    text, is left as it is, with its version and whoever read it.
    """
    # Whoever changes or publishes the same event waits here, also where there is no stance yet that could be locked.
    Event.objects.select_for_update(of=("self",)).get(pk=claim.event_id)
    is_there = Claim.objects.filter(pk=claim.pk).exists()
    stored = _stored_stance(claim, account)
    if not is_there or (stored.version if stored else None) != version:
        raise Stale(stored)
    accounts = {one.key: one for one in Account.objects.for_event(claim.event_id)}
    revisions = revisions_of(accounts.values())
    before = stance_entry(account, stored, revisions) if stored else None
    if entry is None:
        if stored:
            stored.delete()
        return Change(claim, account, before, None, None)
    _check(claim, account, entry, accounts)
    quotes = _anchored(entry["quotes"], account, accounts)
    values = {
        **{key: entry[key] for key in ("position", "basis")},
        "implied": bool(entry.get("implied")),
        **{key: entry.get(key) or "" for key in ("value", "note")},
        **{key: None if entry.get(key) is None else Decimal(str(entry.get(key))) for key in ("low", "high")},
        "revision": accounts[account.key].latest,
    }
    stance = stored or Stance(claim=claim, account=account)
    same_quotes = stored and [_held(quote) for quote in stored.quotes.all()] == [_held(quote) for quote in quotes]
    if not (same_quotes and all(getattr(stance, key) == value for key, value in values.items())):
        for key, value in values.items():
            setattr(stance, key, value)
        stance.reviewed_by, stance.reviewed_at = reader[:150], Moment.of(timezone.now()).text
        stance.save()
        _save_quotes(stance, quotes)
        stance = Stance.objects.prefetch_related("quotes").get(pk=stance.pk)
    return Change(claim, account, before, stance_entry(account, stance, revisions), stance)


@transaction.atomic
def add_to_stance(claim: Claim, account: Account, entry: StanceInput, *, reader: str) -> Change:
    """Set the same stance where there is none; else add to it: further quotes, and what it does not say yet.

    Raises Faults, also where something else is stored than what is given.
    """
    stored = _stored_stance(claim, account)
    if stored is None:
        return set_stance(claim, account, entry, version=None, reader=reader)
    other_position = _("“%(account)s” is read otherwise on this claim: change that first.")
    something_else = _("“%(account)s” holds something else here on this claim: change that first.")
    if keys := differing(stored, entry):
        messages = [other_position if key == "position" else something_else for key in keys]
        raise Faults(Fault(key, words % {"account": account}) for key, words in zip(keys, messages, strict=True))
    kept = stance_entry(account, stored, revisions_of(Account.objects.for_event(claim.event_id)))
    passages = [_passage(quote) for quote in kept["quotes"]]
    added = [number for number, quote in enumerate(entry["quotes"]) if _passage(quote) not in passages]
    quotes = [*map(_as_input, kept["quotes"]), *(entry["quotes"][number] for number in added)]
    basis = basis_of(entry["position"], quotes, account.key)
    whole: StanceInput = {**entry, "quotes": quotes, "basis": basis}
    whole["implied"] = stored.implied
    for key in DETAILS:
        if entry.get(key) in (None, ""):
            whole[key] = kept[key]
    try:
        return set_stance(claim, account, whole, version=stored.version, reader=reader)
    except Faults as error:
        places = {f"quotes[{len(passages) + at}]": f"quotes[{number}]" for at, number in enumerate(added)}
        raise Faults([_moved(fault, places) for fault in error.faults]) from error


def differing(stored: Stance, entry: StanceInput) -> list[str]:
    """The fields whose given value is not the stored one; what is not given leaves them as they are."""
    details = [key for key in DETAILS if entry.get(key) not in (None, "") and getattr(stored, key) not in (None, "")]
    fields = [("position", entry["position"]), *((key, entry.get(key)) for key in details)]
    if "implied" in entry:
        fields.append(("implied", bool(entry["implied"])))
    return [key for key, value in fields if value != getattr(stored, key)]


def stances_by_account(claim: Claim) -> list[tuple[Account, Stance | None]]:
    """Each account of the claim's event that has a text, and what it says on the claim, in three queries."""
    stored = {stance.account_id: stance for stance in claim.stances.prefetch_related("quotes")}
    accounts = Account.objects.filter(event=claim.event_id, revisions__number=1).select_related("party")
    return [(account, stored.get(account.pk)) for account in accounts]


def _stored_stance(claim: Claim, account: Account) -> Stance | None:
    stances = Stance.objects.filter(claim=claim.pk, account=account)
    return stances.select_related("revision").prefetch_related("quotes").first()


def _check(claim: Claim, account: Account, entry: StanceInput | StanceEntry, accounts: dict[str, Account]) -> None:
    entries = [
        {
            "id": one.key,
            "language": one.language,
            "revisions": [{"text": revision.text} for revision in one.revisions.all()],
        }
        for one in accounts.values()
    ]
    faults = faults_of_stance("", claim.kind, {**entry, "account": account.key}, Texts({"accounts": entries}))
    found = [Fault(fault.place.removeprefix("."), fault.message) for fault in faults]
    if found:
        raise Faults(found)


def _anchored(
    entries: Sequence[QuoteInput | QuoteEntry], account: Account, accounts: dict[str, Account]
) -> list[Quote]:
    """The quotes, not saved yet, anchored in the texts."""
    sources = (accounts[entry.get("account") or account.key] for entry in entries)
    return [
        Quote.anchored(_revision(source, entry.get("revision")), entry, order=order)
        for order, (source, entry) in enumerate(zip(sources, entries, strict=True))
    ]


def _revision(account: Account, number: int | None) -> Revision:
    if number is None:
        return account.latest
    return next(revision for revision in account.revisions.all() if revision.number == number)


def _save_quotes(stance: Stance, quotes: Sequence[Quote]) -> None:
    """Make the stance's quotes these; one that is there already keeps its row, and its history."""
    stored = {_place(quote): quote for quote in stance.quotes.all()}
    for anchored in quotes:
        quote = stored.pop(_place(anchored), anchored)
        if not quote.pk or quote.order != anchored.order or _held(quote) != _held(anchored):
            quote.stance, quote.order = stance, anchored.order
            quote.take_translation(anchored.translation_entry)
            quote.save()
    for quote in stored.values():
        quote.delete()


def _place(quote: Quote) -> tuple[int, int, int]:
    return quote.revision_id, quote.start, quote.end


def _held(quote: Quote) -> tuple[object, ...]:
    """All that an editor gives of a quote."""
    return (*_place(quote), quote.translation, quote.translation_language, quote.translation_by)


def _as_input(quote: QuoteEntry) -> QuoteInput:
    return {**quote}


def _passage(quote: QuoteInput | QuoteEntry) -> tuple[str, str | None, int | None, int | None]:
    return quote["exact"], quote["account"], quote.get("start"), quote.get("revision")


def _moved(fault: Fault, places: dict[str, str]) -> Fault:
    """The same fault at the quote that was given, which comes after the stored ones."""
    quote, _dot, key = fault.place.partition(".")
    return Fault(".".join(filter(None, (places.get(quote, quote), key))), fault.message)


@transaction.atomic
def add_claim(event: Event, words: str, *, topic: str, question: str = "", unit: str = "") -> Claim:
    """A further claim of the event, at the end; a topic of a name that nobody used yet is made. Raises Faults."""
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    words, topic, question, unit = (text.strip() for text in (words, topic, question, unit))
    faults = []
    if not words:
        faults.append(Fault("claim", _("Say what is compared: a neutral proposition.")))
    if not topic:
        faults.append(Fault("topic", _("A new claim needs a topic.")))
    limits = {"claim": (words, LONG), "question": (question, LONG), "topic": (topic, SHORT), "unit": (unit, 50)}
    for place, (text, limit) in limits.items():
        if len(text) > limit:
            message = _("This has %(length)d characters; at most %(limit)d are taken.")
            faults.append(Fault(place, message % {"length": len(text), "limit": limit}))
    count = event.claims.count()
    if count >= CLAIMS_PER_EVENT:
        faults.append(Fault("claim", _("An event has at most %(limit)d claims.") % {"limit": CLAIMS_PER_EVENT}))
    if faults:
        raise Faults(faults)
    last = event.claims.order_by("-order").first()
    return Claim.objects.create(
        event=event,
        slug=free_slug(question or words, set(event.claims.values_list("slug", flat=True)), "claim"),
        order=last.order + 1 if last else 0,
        topic=_topic(topic),
        question=question,
        wording=words,
        kind=Claim.Kind.QUANTITY if unit else Claim.Kind.POLAR,
        unit=unit,
    )


def _topic(name: str) -> Topic:
    known = {topic.name.casefold(): topic for topic in Topic.objects.order_by("-pk")}
    if name.casefold() in known:
        return known[name.casefold()]
    slugs = set(Topic.objects.values_list("slug", flat=True))
    return Topic.objects.create(slug=free_slug(name, slugs, "topic"), name=name)


def free_slug(words: str, taken: set[str], fallback: str) -> str:
    """A free slug for these words, with a number where others have it already."""
    base = slugify(words.replace("_", "-"))[: SLUG_LENGTH - 6].strip("-") or fallback
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
