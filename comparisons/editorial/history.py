"""The audit log in words: who changed what at the desk, and when, from the rows of django-simple-history."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Exists, Model, Q, QuerySet
from django.utils.translation import gettext as _

from comparisons.models import Account, Claim, Event, Party, Quote, Revision, Stance, Topic
from comparisons.models.people import signature

HistoryRows = QuerySet[Any]
"""Rows of a model that django-simple-history makes, which has no type."""

WITHOUT_WORDS = frozenset({"id", "version", "event", "claim", "account", "stance", "prefix", "suffix", "start", "end"})


@dataclass(frozen=True)
class Particular:
    """One field of a row, before and after; "" where it was or is empty."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class HistoryEntry:
    when: datetime
    who: str
    """Empty where nobody was logged in, as with a command."""
    what: str
    particulars: tuple[Particular, ...]


@dataclass
class _Words:
    """The names of what rows point to: one query for each kind, deleted rows included."""

    accounts: dict[int, str] = field(default_factory=dict)
    revisions: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    parties: dict[int, str] = field(default_factory=dict)
    of_events: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, event_id: int) -> "_Words":
        words = cls(
            accounts=dict(
                _history(Account).filter(event_id=event_id).order_by("history_id").values_list("id", "title")
            ),
            topics=dict(Topic.objects.values_list("pk", "name")),
            parties=dict(Party.objects.values_list("pk", "name")),
        )
        words.accounts |= dict(Account.objects.filter(event_id=event_id).values_list("pk", "title"))
        for pk, account, number in Revision.objects.filter(account__event_id=event_id).values_list(
            "pk", "account_id", "number"
        ):
            text = _("“%(account)s”, revision %(number)d")
            words.revisions[pk] = text % {"account": words.accounts.get(account, ""), "number": number}
        members: Any = apps.get_model("comparisons", "HistoricalEvent_parties")
        for row, party in members.objects.filter(event_id=event_id).values_list("history_id", "party_id"):
            words.of_events.setdefault(row, []).append(words.parties.get(party, str(party)))
        return words

    def of_value(self, column: Any, value: Any) -> str:
        if value is None or value == "":
            return ""
        found = {"party": self.parties, "topic": self.topics, "revision": self.revisions}
        found["translation_of"] = self.accounts
        if column.name in found:
            return found[column.name].get(value, str(value))
        if isinstance(value, list):
            return ", ".join(map(str, value))
        if column.name in ("low", "high"):
            return f"{value.normalize():f}"
        return str(dict(column.flatchoices).get(value, value))


def history_of_event(event_id: int) -> list[HistoryEntry]:
    """The event's own changes, and those of its accounts and claims, the newest first; deleted ones included."""
    words = _Words.of(event_id)
    return _newest_first(
        _entries(Event, _rows(Event, id=event_id), words),
        _entries(Account, _rows(Account, event_id=event_id), words),
        _entries(Claim, _rows(Claim, event_id=event_id), words),
    )


def history_of_account(account_id: int) -> list[HistoryEntry]:
    rows = list(_rows(Account, id=account_id))
    return _newest_first(_entries(Account, rows, _Words.of(rows[-1].event_id))) if rows else []


def history_of_claim(claim_id: int) -> list[HistoryEntry]:
    """The claim's own changes, and those of its stances and their quotes."""
    rows, stances = list(_rows(Claim, id=claim_id)), list(_rows(Stance, claim_id=claim_id))
    if not rows:
        return []
    words = _Words.of(rows[-1].event_id)
    whose = {row.id: words.accounts.get(row.account_id, "") for row in stances}
    quotes = _rows(Quote, stance_id__in=_history(Stance).filter(claim_id=claim_id).values("id"))
    return _newest_first(
        _entries(Claim, rows, words),
        _entries(Stance, stances, words),
        _entries(Quote, quotes, words, whose),
    )


def contributors(event: Event, since: datetime | None) -> list[User]:
    """The users who changed anything of the event from this moment on: its accounts, texts, claims, stances, quotes."""
    users: set[int] = set()
    for rows in _changes_of(event):
        recent = rows.filter(history_date__gte=since) if since else rows
        found = recent.order_by().values_list("history_user", flat=True).distinct()
        users.update(user for user in found if user)
    return list(User.objects.filter(pk__in=users).order_by("pk"))


def has_changed_since(event: Event, moment: datetime) -> bool:
    """Whether anything of the event was saved or deleted after this moment, in one query."""
    later = [Exists(rows.filter(history_date__gt=moment)) for rows in _changes_of(event)]
    return Event.objects.filter(Q(*later, _connector=Q.OR), pk=event.pk).exists()


def _changes_of(event: Event) -> list[HistoryRows]:
    claims = _history(Claim).filter(event_id=event.pk)
    stances = _history(Stance).filter(claim_id__in=claims.values("id"))
    return [
        _history(Event).filter(id=event.pk),
        _history(Account).filter(event_id=event.pk),
        claims,
        stances,
        _history(Quote).filter(stance_id__in=stances.values("id")),
    ]


def _history(model: type[Model]) -> HistoryRows:
    rows: HistoryRows = model.history.all()  # type: ignore[attr-defined]
    return rows


def _rows(model: type[Model], **which: object) -> HistoryRows:
    return _history(model).filter(**which).select_related("history_user").order_by("history_date", "history_id")


def _newest_first(*kinds: Iterator[HistoryEntry]) -> list[HistoryEntry]:
    return sorted((entry for kind in kinds for entry in kind), key=lambda entry: entry.when, reverse=True)


def _entries(
    model: type[Model], rows: Iterable[Any], words: _Words, whose: dict[int, str] | None = None
) -> Iterator[HistoryEntry]:
    """One entry for each save: a save that wrote several rows, as an event's parties do, is one entry."""
    previous: dict[int, dict[str, Particular]] = {}
    saves: dict[tuple[int, object], list[Any]] = {}
    for row in rows:
        # A deletion has the version of the last save, and is an entry of its own.
        key = row.history_id if row.history_type == "-" else getattr(row, "version", row.history_id)
        saves.setdefault((row.id, key), []).append(row)
    for (pk, _key), written in saves.items():
        last = written[-1]
        values = {} if last.history_type == "-" else _values(model, last, words)
        before = previous.get(pk, {})
        particulars = tuple(
            Particular(value.label, before[name].after if name in before else "", value.after)
            for name, value in values.items()
            if (before[name].after if name in before else "") != value.after
        )
        is_new = written[0].history_type == "+"
        if last.history_type == "-" or is_new or particulars or last.history_change_reason:
            who = signature(last.history_user) if last.history_user else ""
            kind = "+" if is_new else last.history_type
            what = _sentence(model, last, kind, words, whose or {})
            shown = () if is_new and pk not in previous and model is not Stance else particulars
            yield HistoryEntry(last.history_date, who, what, shown)
        previous[pk] = values


def _values(model: type[Model], row: Any, words: _Words) -> dict[str, Particular]:
    columns = [column for column in model._meta.concrete_fields if column.name not in WITHOUT_WORDS]
    values = {
        column.name: Particular(str(column.verbose_name), "", words.of_value(column, getattr(row, column.attname)))
        for column in columns
    }
    if model is Event:
        parties = ", ".join(sorted(words.of_events.get(row.history_id, [])))
        values["parties"] = Particular(str(Event._meta.get_field("parties").verbose_name), "", parties)
    return values


def _sentence(model: type[Model], row: Any, kind: str, words: _Words, whose: dict[int, str]) -> str:
    if model is Stance:
        name = words.accounts.get(row.account_id, "")
        sentences = {
            "+": _("“%(name)s” was read"),
            "~": _("Stance of “%(name)s” changed"),
            "-": _("Stance of “%(name)s” taken back: not read yet"),
        }
        return sentences[kind] % {"name": name}
    if model is Quote:
        sentences = {
            "+": _("Quote added for “%(name)s”: “%(words)s”"),
            "~": _("Quote for “%(name)s” changed: “%(words)s”"),
            "-": _("Quote for “%(name)s” removed: “%(words)s”"),
        }
        return sentences[kind] % {"name": whose.get(row.stance_id, ""), "words": row.exact}
    name = row.question or row.wording if model is Claim else row.title
    of_rows: dict[tuple[type, str], str] = {
        (Event, "+"): _("Event “%(name)s” added"),
        (Event, "~"): _("Event “%(name)s” changed"),
        (Event, "-"): _("Event “%(name)s” deleted"),
        (Account, "+"): _("Account “%(name)s” added"),
        (Account, "~"): _("Account “%(name)s” changed"),
        (Account, "-"): _("Account “%(name)s” deleted"),
        (Claim, "+"): _("Claim “%(name)s” added"),
        (Claim, "~"): _("Claim “%(name)s” changed"),
        (Claim, "-"): _("Claim “%(name)s” deleted"),
    }
    reason = f": {row.history_change_reason}" if row.history_change_reason else ""
    return f"{of_rows[model, kind] % {'name': name}}{reason}"
