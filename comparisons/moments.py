"""ISO 8601 dates and times in the precision and offset of their source; and time zones."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)

# The zone of the seat of government, where the database lists another zone of the country first.
SEATS = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "PS": "Asia/Hebron",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


@dataclass(frozen=True)
class Moment:
    """A date or date-time with the precision and the offset of its source; `text` is its ISO 8601 form."""

    text: str

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read an ISO 8601 calendar date or date-time; a space may stand for the T. Raises ValueError."""
        if not MOMENT.fullmatch(text):
            raise ValueError(text)
        moment = cls(text.replace(" ", "T"))
        _ = moment.value
        return moment

    @classmethod
    def of(cls, instant: datetime) -> "Moment":
        """An instant to the second, in UTC."""
        return cls(instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    @property
    def value(self) -> datetime:
        return datetime.fromisoformat(self.text)

    @property
    def date(self) -> date:
        return self.value.date()

    @property
    def has_time(self) -> bool:
        return "T" in self.text

    @property
    def offset(self) -> str:
        """The offset from UTC as a reader writes it ("UTC", "UTC+03:00"), or nothing where none is known."""
        if self.value.tzinfo is None:
            return ""
        if self.value.utcoffset() == timedelta(0):
            return "UTC"
        return f"UTC{self.text[-6:]}"

    @property
    def is_exact(self) -> bool:
        """Whether it names one instant, the same for everybody: a time with its offset."""
        return self.value.tzinfo is not None


@dataclass(frozen=True)
class Lag:
    """How long after another moment: whole minutes where both are exact, else whole calendar days."""

    days: int
    minutes: int | None = None


def lag(first: Moment, later: Moment) -> Lag:
    if first.is_exact and later.is_exact:
        # As a reader reckons who sees both without their seconds.
        apart = later.value.replace(second=0, microsecond=0) - first.value.replace(second=0, microsecond=0)
        return Lag(days=apart.days, minutes=round(apart / timedelta(minutes=1)))
    return Lag(days=(later.date - first.date).days)


def chronological_key(moment: Moment) -> tuple[datetime, str]:
    """A key that sorts moments of mixed precision. Where no offset is known, UTC is taken, for the order alone."""
    value = moment.value
    return (value if value.tzinfo else value.replace(tzinfo=UTC), moment.text)


@cache
def zone_names() -> frozenset[str]:
    """Every zone that a reader may choose."""
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


def seat_of_government(country: str) -> ZoneInfo | None:
    """The time at the seat of government of a country (ISO 3166-1 alpha-2); None where it is not known."""
    name = SEATS.get(country) or _first_zones().get(country)
    return ZoneInfo(name) if name else None


@cache
def _first_zones() -> dict[str, str]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    # From the last to the first, so that the first of a country is the one that stays.
    return {row[0]: row[2] for row in reversed(rows)}
