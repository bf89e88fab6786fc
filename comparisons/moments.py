"""Points in time as a source gives them: a date, or a date and time, with or without an offset."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A moment that keeps the precision and the offset of its source; `text` is its ISO 8601 form."""

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


def in_order(moment: Moment) -> tuple[datetime, str]:
    """A key that sorts moments of mixed precision. Where no offset is known, UTC is taken, for the order alone."""
    value = moment.value
    return (value if value.tzinfo else value.replace(tzinfo=UTC), moment.text)
