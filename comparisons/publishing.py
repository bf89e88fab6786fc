"""Publish, correct and withdraw. A correction is a further publication: the next edition."""

import json
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comparisons.documents import Faults, dump, validate
from comparisons.models import Edition, Event, Finding, Standing, Withdrawal
from comparisons.models.edition import digest
from comparisons.moments import Moment
from comparisons.outcomes import family_of


class CannotPublish(ValueError):
    """Why this cannot be published or withdrawn now: sentences for the editor."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join(self.reasons)


@transaction.atomic
def publish(event: Event, *, note: str = "", by: str) -> Edition:
    """Write the event's next edition, with its findings and standings, from the desk's present state.

    From the second edition on the change note is required. Raises CannotPublish.
    """
    # Two publications of one event wait for each other, so that each gets a number of its own.
    event = Event.objects.select_for_update().get(pk=event.pk)
    document = dump(event)
    number = event.editions.count() + 1
    _check(event, document, number, note.strip())
    published_at = timezone.now().replace(microsecond=0)
    document["edition"] = {"number": number, "published_at": Moment.of(published_at).text, "note": note.strip()}
    edition = Edition.objects.create(
        event=event,
        number=number,
        slug=event.slug,
        title=event.title,
        event_kind=event.kind,
        event_date=event.date,
        parties=[party["name"] for party in document["parties"]],
        body=json.dumps(document, ensure_ascii=False, separators=(",", ":")),
        sha256=digest(document),
        note=note.strip(),
        published_at=published_at,
        published_by=by,
    )
    Finding.objects.filter(edition__event=event).delete()
    write_findings(edition)
    return edition


def write_findings(edition: Edition) -> None:
    """The rows that browsing needs, from the edition's document alone."""
    document = edition.document
    topics = {topic["slug"]: topic["name"] for topic in document["topics"]}
    findings = Finding.objects.bulk_create(
        Finding(
            edition=edition,
            order=order,
            claim=claim["slug"],
            topic=claim["topic"],
            topic_name=topics[claim["topic"]],
            family=family_of(claim["outcome"]),
            **{key: claim[key] for key in ("question", "wording", "outcome", "flags", "caveats")},
        )
        for order, claim in enumerate(document["claims"])
    )
    Standing.objects.bulk_create(
        Standing(
            finding=finding, party=party["slug"], party_name=party["name"], position=claim["positions"][party["slug"]]
        )
        for finding, claim in zip(findings, document["claims"], strict=True)
        for party in document["parties"]
    )


@transaction.atomic
def withdraw(event: Event, *, reason: str, by: str) -> Withdrawal:
    """Take the current edition from public view: its address then answers 410 with the reason. Raises CannotPublish."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    edition = Edition.objects.published().filter(event=event).first()
    if edition is None:
        raise CannotPublish(_("There is no published edition to withdraw."))
    if not reason.strip():
        raise CannotPublish(_("Say in a sentence why it is withdrawn: readers will see it."))
    edition.findings.all().delete()
    return Withdrawal.objects.create(
        edition=edition, reason=reason.strip(), withdrawn_at=timezone.now(), withdrawn_by=by
    )


def obstacles(event: Event) -> tuple[str, ...]:
    """Why the desk's present state cannot be published, whatever the change note: sentences for the editor."""
    try:
        _check(event, dump(event), number=1, note="")
    except CannotPublish as error:
        return error.reasons
    return ()


def _check(event: Event, document: dict[str, Any], number: int, note: str) -> None:
    if number > 1 and not note:
        raise CannotPublish(_("Say in the change note what changed since edition %(number)d.") % {"number": number - 1})
    if Edition.objects.filter(slug=event.slug).exclude(event=event).exists():
        raise CannotPublish(_("Another published comparison has had the address “%(slug)s”.") % {"slug": event.slug})
    if not document["claims"]:
        raise CannotPublish(_("There is no claim to publish yet."))
    try:
        validate(document)
    except Faults as faults:
        raise CannotPublish(*map(str, faults.faults)) from faults
