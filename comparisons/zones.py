"""Time zones, as the IANA database names them. Pure."""

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

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
    # From the last to the first, so that the first of a country stands.
    return {row[0]: row[2] for row in reversed(rows)}
