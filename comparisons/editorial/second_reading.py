"""Confirms contradictions in a second reading: signed, dated, and asked for again as soon as anything changes."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.document import Document
from comparisons.documents import dump
from comparisons.documents.second_reading import reading_digest
from comparisons.models import Claim, Event, Quote, SecondReading, Stance
from comparisons.models.people import signature
from comparisons.moments import Moment
from comparisons.outcomes import CONTRADICTIONS


class CannotConfirm(Exception):
    """Why a contradiction is not confirmed: a sentence for the editor. Nothing has changed."""


@transaction.atomic
def confirm(event: Event, claim_id: int, *, digest: str, user: User) -> SecondReading:
    """Confirm that the contradiction stands as this user has it in view. Raises CannotConfirm.

    `digest` is that of what the page showed. Where SECOND_PERSON is set, it is nobody who entered what is confirmed.
    """
    # What changes meanwhile waits, so that what is confirmed is what was in view.
    Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    claim = Claim.objects.filter(event=event, pk=claim_id).first()
    if claim is None:
        raise CannotConfirm(_("This claim has been deleted."))
    document = dump(event, claim=claim)
    (entry,) = document["claims"]
    if entry["outcome"] not in CONTRADICTIONS:
        raise CannotConfirm(_("“%(claim)s” is no contradiction any more.") % {"claim": claim})
    if reading_digest(entry, document["accounts"]) != digest:
        raise CannotConfirm(
            _("“%(claim)s” has been changed since you opened this page: read it as it is now.") % {"claim": claim}
        )
    if settings.SECOND_PERSON and user.pk in _who_entered(claim):
        raise CannotConfirm(
            _("A second person confirms this: you entered what “%(claim)s” rests on.") % {"claim": claim}
        )
    values = {
        "digest": digest,
        "confirmed_by": signature(user)[:150],
        "confirmed_at": Moment.of(timezone.now()).text,
    }
    reading, _is_new = SecondReading.objects.update_or_create(claim=claim, defaults=values)
    return reading


def _who_entered(claim: Claim) -> set[int]:
    """The users who saved a stance on the claim, or a quote of one, that is still there."""
    stances: Any = Stance.history
    quotes: Any = Quote.history
    rows = (
        stances.filter(id__in=claim.stances.values("pk")),
        quotes.filter(id__in=Quote.objects.filter(stance__claim=claim).values("pk")),
    )
    return {user for found in rows for user in found.values_list("history_user_id", flat=True) if user}


@dataclass(frozen=True)
class ToConfirm:
    """A contradiction at the desk, with both sides' words, and what somebody confirms of it."""

    claim: Claim
    shown: ClaimShown
    digest: str


@dataclass(frozen=True)
class SecondReadings:
    waiting: tuple[ToConfirm, ...]
    confirmed: tuple[ToConfirm, ...]

    @classmethod
    def of(cls, event: Event, document: Document) -> "SecondReadings":
        """Of the event's document, as `dump` has it. Costs a query."""
        rows = {claim.slug: claim for claim in event.claims.all()}
        shown = {claim.slug: claim for claim in Comparison.from_document(document, ()).claims}
        found = [
            ToConfirm(rows[entry["slug"]], shown[entry["slug"]], reading_digest(entry, document["accounts"]))
            for entry in document["claims"]
            if entry["outcome"] in CONTRADICTIONS
        ]
        return cls(
            tuple(one for one in found if one.shown.is_unconfirmed),
            tuple(one for one in found if not one.shown.is_unconfirmed),
        )
