"""The timeline: when each account was issued, as positions on one line, and in local times."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from comparisons.moments import Moment, chronological_key, seat_of_government

from .accounts import AccountShown

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
LAST_YEAR = 5000  # so that a line, and what is reckoned on it, ends before the calendar does
TICKS_AT_MOST = 5
STEPS = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY)


@dataclass(frozen=True)
class Tick:
    place: str
    """In per cent of the line's width; so are the places below."""
    moment: datetime
    is_of_a_day: bool
    is_late: bool
    """Whether its label would run over the end of the line."""


@dataclass(frozen=True)
class Issue:
    """One account on the line. Where no instant is known, only its day, it takes the width of the day."""

    account: AccountShown
    given: Moment
    place: str
    width: str
    local: Moment | None
    """The party's local time, at the seat of its government, where it is known and is not shown already."""
    local_zone: str
    chosen: Moment | None
    """In the reader's time zone, where one was chosen and the instant is known."""
    days_after: int
    """Calendar days from the event's date to the date given; negative before it."""

    @property
    def is_exact(self) -> bool:
        return self.given.is_exact


@dataclass(frozen=True)
class Timeline:
    issues: tuple[Issue, ...]
    """In the order of time."""
    unknown: tuple[AccountShown, ...]
    ticks: tuple[Tick, ...]
    event_start: str
    event_width: str
    zone: str
    """The zone in which the line is drawn."""

    @property
    def is_drawn(self) -> bool:
        """Whether two accounts have an instant: a line of days alone would say no more than their dates."""
        return sum(issue.is_exact for issue in self.issues) > 1

    @property
    def has_an_hour(self) -> bool:
        return any(issue.is_exact for issue in self.issues)

    @property
    def suggested(self) -> tuple[str, ...]:
        """The zones that a reader is likely to want: UTC, and where the parties sit."""
        zones = (seat_of_government(issue.account.party.country) for issue in self.issues if issue.account.party)
        return ("UTC", *sorted({zone.key for zone in zones if zone}))


def timeline(event_date: date, accounts: Iterable[AccountShown], zone: str = "") -> Timeline | None:
    """The line of these accounts, drawn in this zone (UTC where none is chosen); None where no time is known.

    A day without an instant is drawn as that day in the line's zone, whatever zone it was meant in. At the edges of the
    calendar, where another zone's day may be none, there is no line.
    """
    accounts = tuple(accounts)
    known = sorted(((one, one.issued) for one in accounts if one.issued), key=lambda pair: chronological_key(pair[1]))
    if not known or not all(1 < day.year < LAST_YEAR for day in (event_date, *(moment.date for _one, moment in known))):
        return None
    drawn_in = ZoneInfo(zone or "UTC")
    spans = [_span(moment, drawn_in) for _account, moment in known]
    event = _day(event_date, drawn_in)
    start = min(event[0], *(first for first, _last in spans))
    # A little room, so that the last mark is not cut off.
    length = max((max(event[0], *(last for _first, last in spans)) - start) * 1.04, HOUR)

    def place(moment: datetime) -> str:
        return _percent(moment - start, length)

    def width(span: tuple[datetime, datetime]) -> str:
        return _percent(min(span[1], start + length) - span[0], length)

    return Timeline(
        issues=tuple(
            Issue(
                account,
                given,
                place(span[0]),
                width(span),
                *_local(account, given, but_not=zone),
                chosen=_in_zone(given, drawn_in) if zone and given.is_exact else None,
                days_after=(given.date - event_date).days,
            )
            for (account, given), span in zip(known, spans, strict=True)
        ),
        unknown=tuple(account for account in accounts if not account.issued),
        ticks=tuple(
            Tick(place(moment), moment.astimezone(drawn_in), step >= DAY, moment - start > length * 0.85)
            for step in [_step(length)]
            for moment in _marks(start, length, step, drawn_in)
        ),
        event_start=place(event[0]),
        event_width=width(event),
        zone=drawn_in.key,
    )


def _span(moment: Moment, zone: tzinfo) -> tuple[datetime, datetime]:
    if moment.is_exact:
        return moment.value.astimezone(UTC), moment.value.astimezone(UTC)
    return _day(moment.date, zone)


def _day(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """A calendar day of this zone, as two instants: 23 to 25 hours where the clocks change."""
    start = datetime.combine(day, time(), zone)
    return start.astimezone(UTC), datetime.combine(day + DAY, time(), zone).astimezone(UTC)


def _local(account: AccountShown, given: Moment, *, but_not: str) -> tuple[Moment | None, str]:
    zone = seat_of_government(account.party.country) if account.party else None
    if zone is None or zone.key == but_not or not given.is_exact:
        return None, ""
    local = _in_zone(given, zone)
    return (None, "") if local.value.utcoffset() == given.value.utcoffset() else (local, zone.key)


def _in_zone(moment: Moment, zone: tzinfo) -> Moment:
    return Moment(moment.value.astimezone(zone).isoformat())


def _step(length: timedelta) -> timedelta:
    """How far apart the ticks are: hours, a day, or as many days as keep them few."""
    for step in STEPS:
        if length <= step * TICKS_AT_MOST:
            return step
    return DAY * -(-length // (DAY * TICKS_AT_MOST))


def _marks(start: datetime, length: timedelta, step: timedelta, zone: tzinfo) -> list[datetime]:
    """Round instants of the zone's clock on the line."""
    local = start.astimezone(zone)
    clock = datetime.combine(local.date(), time())
    marks = []
    while (instant := clock.replace(tzinfo=zone).astimezone(UTC)) <= start + length:
        if instant >= start:
            marks.append(instant)
        clock += step
    return marks


def _percent(part: timedelta, whole: timedelta) -> str:
    return f"{100 * (part / whole):.4g}%"
