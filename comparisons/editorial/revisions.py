"""Revises an account's text: the next revision, the quotes carried over to it, and the stances to read again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from comparisons.models import Account, Claim, Event, Quote, Revision, Stance
from comparisons.models.stance import StanceQuerySet
from comparisons.moments import Moment
from comparisons.texts.anchors import carry, context

BATCH = 500  # rows in one statement: SQLite takes a bounded number of values
LISTED = 100


class CannotRevise(ValueError):
    """Why a text is not taken, or a silence not confirmed: a sentence for the editor. Nothing has changed."""


@dataclass(frozen=True)
class Foreseen:
    """What a new text would do to what has been read."""

    carried: tuple[Quote, ...]
    left: tuple[Quote, ...]
    """Quotes of the latest text whose words and context are not in the new one, or not told apart in both texts."""
    silences: tuple[Stance, ...]


@dataclass(frozen=True)
class Revised:
    revision: Revision
    carried: tuple[Quote, ...]
    to_read_again: tuple[Stance, ...]
    """All that rests on this account and is to be read again, from earlier changes of its text as well."""


@dataclass(frozen=True)
class ReadAgain:
    """A stance on the list, and the quotes of it that rest on an earlier text; a silence has none."""

    stance: Stance
    quotes: tuple[Quote, ...]
    latest: Revision
    """Of the stance's own account."""

    @property
    def is_silence(self) -> bool:
        return self.stance.position == Stance.Position.SILENT and self.stance.basis == Stance.Basis.FULL_TEXT


@dataclass(frozen=True)
class ReadAgainList:
    entries: tuple[ReadAgain, ...]

    @classmethod
    def of(cls, event: Event) -> "ReadAgainList":
        """In three queries, however long the list is."""
        earlier = Quote.objects.on_earlier_texts().select_related("revision__account")
        stances: Any = Stance.objects.to_read_again(event)
        waiting = stances.prefetch_related(Prefetch("quotes", earlier, to_attr="earlier_quotes"))
        texts = Revision.objects.filter(account__event=event).defer("text").order_by("number")
        latest = {revision.account_id: revision for revision in texts}
        return cls(tuple(ReadAgain(one, tuple(one.earlier_quotes), latest[one.account_id]) for one in waiting))

    @property
    def listed(self) -> tuple[ReadAgain, ...]:
        return self.entries[:LISTED]

    @property
    def left_out(self) -> int:
        return len(self.entries) - len(self.listed)


def foresee(account: Account, text: str) -> Foreseen:
    """What `revise` with this text would do, without doing it."""
    latest = account.latest
    quotes = Quote.objects.filter(revision=latest).select_related("stance__claim", "stance__account")
    quotes = quotes.order_by("stance__claim__order", "stance__claim_id", "stance__account__order", "order", "pk")
    places = _places(latest.text, text, quotes)
    return Foreseen(
        carried=tuple(quote for quote in quotes if quote.pk in places),
        left=tuple(quote for quote in quotes if quote.pk not in places),
        silences=tuple(
            Stance.objects.silences()
            .filter(account=account)
            .select_related("claim")
            .order_by("claim__order", "claim_id")
        ),
    )


@transaction.atomic
def revise(account: Account, text: str, *, captured_at: str, note: str, after: int | None = None) -> Revised:
    """Keep the text as the account's next revision, and carry over what rests on the latest. Raises CannotRevise.

    `after` is the number of the revision that the editor saw as the latest. A quote goes over where its exact words
    with their context are there, told apart from all others in both texts; every other one stays where it is. A stance
    all of whose own words went over counts as read in the new text; whoever has a stance on this text open meanwhile
    has an older version of it.
    """
    # The event first, as whoever loads, reads or publishes it does; then texts of one account one after the other.
    Event.objects.select_for_update(of=("self",), no_key=True).get(pk=account.event_id)
    stored = Account.objects.select_for_update(of=("self",), no_key=True).get(pk=account.pk)
    latest = account.revisions.order_by("-number").first()
    check_new_text(latest, text, after)
    revision = account.revisions.create(
        number=latest.number + 1 if latest else 1, text=text, captured_at=captured_at, note=note
    )
    if latest is None:
        return Revised(revision, (), ())
    # So that the account's history has who changed its text, and whoever has its form open an older version.
    stored._change_reason = _("Revision %(number)d") % {"number": revision.number}  # type: ignore[attr-defined]
    stored.save()
    stances = {stance.pk: stance for stance in _locked(Stance.objects.resting_on(account))}
    carried = _carry_over(latest, revision)
    _take_as_read(account, revision, stances)
    return Revised(revision, carried, tuple(Stance.objects.to_read_again(account.event_id).resting_on(account)))


def check_new_text(latest: Revision | None, text: str, after: int | None) -> None:
    """Raises CannotRevise where the text is no new one, or was written with another than the latest in view."""
    if latest and after is not None and after != latest.number:
        message = _(
            "Revision %(number)d was saved since you opened this page. What you typed is kept below: "
            "compare it with that text, and save it then."
        )
        raise CannotRevise(message % {"number": latest.number})
    if latest and text == latest.text:
        raise CannotRevise(_("This is the text that is held already: there is nothing to save."))


def _locked(stances: StanceQuerySet) -> list[Stance]:
    """These stances, with their claims locked: whoever sets a stance on a claim locks it."""
    claims = Claim.objects.filter(pk__in=stances.order_by().values("claim")).order_by("pk")
    list(claims.select_for_update(of=("self",), no_key=True))
    return list(stances)


def _places(old: str, new: str, quotes: Iterable[Quote]) -> dict[int, int]:
    """Quote -> where it starts in the new text, for those that are carried over. No two come to stand on one place."""
    places = {quote.pk: carry(old, new, quote.start, quote.end) for quote in quotes}
    return {pk: place for pk, place in places.items() if place is not None}


def _carry_over(latest: Revision, revision: Revision) -> tuple[Quote, ...]:
    quotes = list(Quote.objects.filter(revision=latest).order_by("stance_id", "order", "pk"))
    places = _places(latest.text, revision.text, quotes)
    carried = [quote for quote in quotes if quote.pk in places]
    for quote in carried:
        quote.revision, quote.start = revision, places[quote.pk]
        quote.end = quote.start + len(quote.exact)
        quote.prefix, quote.suffix = context(revision.text, quote.start, quote.end)
    fields = ["revision", "start", "end", "prefix", "suffix"]
    bulk_update_with_history(carried, Quote, fields, batch_size=BATCH)
    return tuple(carried)


def _take_as_read(account: Account, revision: Revision, stances: Mapping[int, Stance]) -> None:
    own_words = Stance.objects.filter(account=account, basis=Stance.Basis.OWN_TEXT)
    left = Quote.objects.on_earlier_texts().filter(stance__in=own_words).values_list("stance_id", flat=True)
    as_read = set(own_words.values_list("pk", flat=True)) - set(left)
    for stance in stances.values():
        stance.version = uuid4()
        if stance.pk in as_read:
            stance.revision = revision
    read = [stance for stance in stances.values() if stance.pk in as_read]
    bulk_update_with_history(read, Stance, ["revision", "version"], batch_size=BATCH)
    others = [stance for stance in stances.values() if stance.pk not in as_read]
    Stance.objects.bulk_update(others, ["version"], batch_size=BATCH)


@transaction.atomic
def confirm_silence(event: Event, stance_id: int, *, revision: int, reader: str) -> Stance:
    """Take a silence as read again, by this reader and now, in the revision with that number. Raises CannotRevise."""
    waiting = Stance.objects.to_read_again(event).filter(pk=stance_id).first()
    if waiting is None:
        raise CannotRevise(_("This stance is not on the list any more: somebody has read it, or taken it back."))
    if not Stance.objects.silences().filter(pk=stance_id).exists():
        raise CannotRevise(_("Only a silence is confirmed here. Open the claim, and quote the words of the new text."))
    [stance] = _locked(Stance.objects.filter(pk=stance_id))
    latest = stance.account.latest
    if latest.number != revision:
        message = _("Revision %(number)d was saved since you opened this page: read that text first.")
        raise CannotRevise(message % {"number": latest.number})
    stance.revision, stance.reviewed_by = latest, reader
    stance.reviewed_at = Moment.of(timezone.now()).text
    stance.save()
    return stance
