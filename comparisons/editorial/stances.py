"""What an editor does at the desk: read an account for a claim, take that back, and undo it.

A stance is given, and handed back, as a comparison/1 document has it, so one set of rules serves files and the desk.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from comparisons.documents import Fault, Faults
from comparisons.documents.dump import stance_entry
from comparisons.documents.stances import Texts, faults_of_stance
from comparisons.models import Account, Claim, Event, Quote, Revision, Stance, Topic
from comparisons.models.claim import CLAIMS_PER_EVENT
from comparisons.models.fields import LONG, SHORT, SLUG_LENGTH
from comparisons.models.versioned import Stale
from comparisons.moments import Moment

Given = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One change of one cell. `before` and `after` are stances as given; None where the account was not reviewed."""

    claim: Claim
    account: Account
    before: Given | None
    after: Given | None
    stance: Stance | None

    @property
    def accounts(self) -> set[str]:
        """The keys of the accounts whose marked passages the change touches."""
        quotes = [quote for given in (self.before, self.after) if given for quote in given["quotes"]]
        return {quote["account"] for quote in quotes}


@transaction.atomic
def read(claim: Claim, account: Account, given: Given | None, *, version: UUID | None, reader: str) -> Change:
    """Set what the account says on the claim; with None it is not reviewed any more.

    `version` is that of the stance which the editor saw, None where there was none. Raises Stale, and Faults with
    places such as `quotes[0].exact`; then nothing has changed.
    """
    # Whoever changes or publishes the same event waits here, also where there is no stance yet that could be locked.
    Event.objects.select_for_update(of=("self",)).get(pk=claim.event_id)
    claim = Claim.objects.select_related("event").get(pk=claim.pk)
    held = claim.stances.filter(account=account).first()
    if (held.version if held else None) != version:
        raise Stale(held)
    accounts = {one.key: one for one in Account.objects.for_event(claim.event)}
    revisions = {revision.pk: (one, revision) for one in accounts.values() for revision in one.revisions.all()}
    before = stance_entry(account, held, revisions) if held else None
    if given is None:
        if held:
            held.delete()
        return Change(claim, account, before, None, None)
    _check(claim, account, given, accounts)
    stance = held or Stance(claim=claim, account=account)
    for key in ("position", "basis", "value", "note"):
        setattr(stance, key, given.get(key) or "")
    for key in ("low", "high"):
        setattr(stance, key, None if given.get(key) is None else Decimal(str(given[key])))
    stance.revision = accounts[account.key].latest
    stance.reviewed_by, stance.reviewed_at = reader[:150], Moment.of(timezone.now()).text
    stance.save()
    _save_quotes(stance, given.get("quotes", []), accounts)
    stance = Stance.objects.prefetch_related("quotes").get(pk=stance.pk)
    return Change(claim, account, before, stance_entry(account, stance, revisions), stance)


def _check(claim: Claim, account: Account, given: Given, accounts: dict[str, Account]) -> None:
    entries = [
        {"id": one.key, "revisions": [{"text": revision.text} for revision in one.revisions.all()]}
        for one in accounts.values()
    ]
    stance = {**given, "account": account.key}
    faults = faults_of_stance("", {"kind": claim.kind}, stance, Texts({"accounts": entries}))
    found = [Fault(fault.place.removeprefix("."), fault.message) for fault in faults]
    if found:
        raise Faults(found)


def _save_quotes(stance: Stance, given: list[Given], accounts: dict[str, Account]) -> None:
    """Make the stance's quotes those given; one that is there already keeps its row."""
    held = {(quote.revision_id, quote.start, quote.end): quote for quote in stance.quotes.all()}
    for order, entry in enumerate(given):
        revision = _revision(accounts[entry.get("account") or stance.account.key], entry.get("revision"))
        anchored = Quote.anchored(revision, entry, stance=stance)
        quote = held.pop((revision.pk, anchored.start, anchored.end), anchored)
        if quote.pk and quote.order == order:
            continue
        quote.order = order
        quote.save()
    for quote in held.values():
        quote.delete()


def _revision(account: Account, number: int | None) -> Revision:
    if number is None:
        return account.latest
    return next(revision for revision in account.revisions.all() if revision.number == number)


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


@transaction.atomic
def read_for_new_claim(
    event: Event, account: Account, given: Given, *, words: dict[str, str], reader: str
) -> tuple[Claim, Change]:
    """A new claim and its first stance, both or neither. Raises Faults."""
    claim = add_claim(event, words["claim"], topic=words["topic"], question=words["question"], unit=words["unit"])
    return claim, read(claim, account, given, version=None, reader=reader)


def _topic(name: str) -> Topic:
    known = {topic.name.casefold(): topic for topic in Topic.objects.order_by("-pk")}
    if name.casefold() in known:
        return known[name.casefold()]
    slugs = set(Topic.objects.values_list("slug", flat=True))
    return Topic.objects.create(slug=free_slug(name, slugs, "topic"), name=name)


def free_slug(words: str, taken: set[str], otherwise: str) -> str:
    """A slug of these words that nobody has; a number tells it from those that somebody has."""
    base = slugify(words.replace("_", "-"))[: SLUG_LENGTH - 6].strip("-") or otherwise
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
