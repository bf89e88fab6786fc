"""Publishes, corrects and withdraws a comparison. A correction is a further publication: the next edition."""

import json
from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comparisons.comparison.document import Document, StanceName
from comparisons.documents import Faults, dump, validate
from comparisons.documents.derived import changed_by_rules
from comparisons.documents.schema import too_many_characters
from comparisons.documents.second_reading import unconfirmed
from comparisons.documents.validate import bad_character_in
from comparisons.models import Address, Edition, Event, Stance, Withdrawal
from comparisons.models.edition import document_fingerprint
from comparisons.moments import Moment
from comparisons.outcomes import RULES
from comparisons.texts.anchors import clean_text

from . import index
from .errors import CannotPublish
from .permissions import check_second_person

WORDS_AT_MOST = 5_000


@transaction.atomic
def publish(
    event: Event,
    *,
    note: str = "",
    by: str,
    unread_allowed: bool = False,
    unconfirmed_allowed: Collection[str] | None = None,
    user: User | None = None,
) -> Edition:
    """Write the event's next edition, with its findings and standings, from the desk's present state.

    From the second edition on the change note is required. Stances that are to be read again since their text changed
    need `unread_allowed`; the edition says which they are. `unconfirmed_allowed` are the contradictions that may be
    published without a second reading, which the edition says of each; None, for programs, allows all. With the
    setting SECOND_PERSON the `user` is nobody who changed the event since its last edition. Raises CannotPublish.
    """
    # Two publications of one event wait for each other, so that each gets a number of its own.
    event = Event.objects.select_for_update().get(pk=event.pk)
    # What changes meanwhile waits, so that the document and the list are of one moment.
    list(event.accounts.select_for_update(of=("self",), no_key=True).order_by("pk"))
    list(event.claims.select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk"))
    # Exact in the row: what is changed from here on is not in this edition (see `check_second_person`).
    published_at = timezone.now()
    document = dump(event)
    number = event.editions.count() + 1
    note = _kept(note, _("The change note: %(fault)s"))
    _check(event, document, number, note)
    _take_address(event)
    check_second_person(event, user)
    read_again = entries_to_read_again(event)
    if read_again and not unread_allowed:
        raise CannotPublish(unread_reason(len(read_again)))
    if unconfirmed_allowed is not None and (left := set(unconfirmed(document["claims"])) - set(unconfirmed_allowed)):
        raise CannotPublish(unconfirmed_reason(len(left)))
    document["edition"] = {
        "number": number,
        "published_at": Moment.of(published_at.replace(microsecond=0)).text,
        "note": note,
        "rules": RULES,
        "read_again": read_again,
    }
    before = event.editions.not_withdrawn().order_by("-number").first()
    if before and (changed := changed_by_rules(document, before.document)):
        document["edition"]["changed_by_rules"] = changed
    edition = Edition.objects.create(
        event=event,
        number=number,
        slug=event.slug,
        title=event.title,
        event_kind=event.kind,
        event_date=event.date,
        parties=[party["name"] for party in document["parties"]],
        outcomes={claim["slug"]: claim["outcome"] for claim in document["claims"]},
        body=json.dumps(document, ensure_ascii=False, separators=(",", ":")),
        sha256=document_fingerprint(document),
        note=note,
        rules=RULES,
        published_at=published_at,
        published_by=by,
    )
    index.write_rows(edition)
    return edition


def entries_to_read_again(event: Event) -> list[StanceName]:
    """The stances that rest on a text which has changed since, as an edition names them."""
    pairs = Stance.objects.to_read_again(event).values_list("claim__slug", "account__key")
    return [{"claim": claim, "account": account} for claim, account in pairs]


def unread_reason(count: int) -> str:
    message = ngettext(
        "%(count)d stance has not been read again since its text changed: "
        "read it, or tick that you publish all the same.",
        "%(count)d stances have not been read again since their text changed: "
        "read them, or tick that you publish all the same.",
        count,
    )
    return message % {"count": count}


def unconfirmed_reason(count: int) -> str:
    message = ngettext(
        "%(count)d contradiction has not been read a second time: confirm it, or tick that you publish all the same.",
        "%(count)d contradictions have not been read a second time: "
        "confirm them, or tick that you publish all the same.",
        count,
    )
    return message % {"count": count}


@transaction.atomic
def withdraw(event: Event, *, reason: str, by: str) -> Withdrawal:
    """Take the current edition from public view: its address then answers 410 with the reason. Raises CannotPublish."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    edition = Edition.objects.published().filter(event=event).first()
    if edition is None:
        raise CannotPublish(_("There is no published edition to withdraw."))
    reason = _kept(reason, _("The reason: %(fault)s"))
    if not reason:
        raise CannotPublish(_("Say in a sentence why it is withdrawn: readers will see it."))
    index.delete_rows(event)
    return Withdrawal.objects.create(edition=edition, reason=reason, withdrawn_at=timezone.now(), withdrawn_by=by)


def _kept(words: str, sentence: str) -> str:
    """An editor's words as they are stored. Raises CannotPublish, with the sentence, where they cannot be."""
    words = clean_text(words).strip()
    fault = bad_character_in(words)
    if not fault and len(words) > WORDS_AT_MOST:
        fault = too_many_characters(len(words), WORDS_AT_MOST)
    if fault:
        raise CannotPublish(sentence % {"fault": fault})
    return words


def obstacles(event: Event, user: User | None = None) -> tuple[str, ...]:
    """Why the desk's present state cannot be published, whatever the change note: sentences for the editor."""
    try:
        _check(event, dump(event), number=1, note="")
        if user:
            check_second_person(event, user)
    except CannotPublish as error:
        return error.reasons
    return ()


def _take_address(event: Event) -> None:
    """The address is the event's from now on. Another event may be taking it at this moment: the database decides."""
    try:
        with transaction.atomic():
            Address.objects.get_or_create(slug=event.slug, event=event)
    except IntegrityError:
        raise CannotPublish(_address_is_taken(event)) from None


def _address_is_taken(event: Event) -> str:
    return _("Another published comparison has had the address “%(slug)s”.") % {"slug": event.slug}


def _check(event: Event, document: Document, number: int, note: str) -> None:
    if number > 1 and not note:
        raise CannotPublish(_("Say in the change note what changed since edition %(number)d.") % {"number": number - 1})
    if Address.objects.filter(slug=event.slug).exclude(event=event).exists():
        raise CannotPublish(_address_is_taken(event))
    if not document["claims"]:
        raise CannotPublish(_("There is no claim to publish yet."))
    try:
        validate(document)
    except Faults as faults:
        raise CannotPublish(*map(str, faults.faults)) from faults
