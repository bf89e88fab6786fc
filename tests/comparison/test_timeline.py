"""When accounts were issued: places on one line, and the same instant on several clocks."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.timeline import TICKS_AT_MOST, Timeline, timeline
from comparisons.documents import dump
from comparisons.models import Event
from comparisons.moments import Moment, seat_of_government, zone_names
from comparisons.wording.moments import days_after_the_event, tick_day, tick_time

DAY = date(2025, 2, 12)


@pytest.fixture
def accounts(event: Event) -> tuple[AccountShown, ...]:
    return Comparison.from_document(dump(event)).accounts


def line(accounts: tuple[AccountShown, ...], *issued: str, zone: str = "") -> Timeline:
    """The line of the Kremlin's statement, as often as there are times, issued then."""
    (kremlin,) = (account for account in accounts if account.id == "kremlin-statement")
    some = [replace(kremlin, id=str(n), issued=Moment.parse(one) if one else None) for n, one in enumerate(issued)]
    found = timeline(DAY, some, zone)
    assert found
    return found


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def test_an_instant_is_shown_on_the_sources_the_partys_and_the_readers_clock(
    accounts: tuple[AccountShown, ...],
) -> None:
    (issue,) = line(accounts, "2025-02-12T20:15:00Z", zone="Asia/Tokyo").issues
    assert issue.given.text == "2025-02-12T20:15:00Z"
    assert issue.local
    assert (issue.local.text, issue.local_zone) == ("2025-02-12T23:15:00+03:00", "Europe/Moscow")
    assert issue.chosen
    assert issue.chosen.text == "2025-02-13T05:15:00+09:00"


def test_a_clock_is_not_shown_twice(accounts: tuple[AccountShown, ...]) -> None:
    (issue,) = line(accounts, "2025-02-12T20:15:00+03:00").issues
    assert (issue.local, issue.chosen) == (None, None)
    (issue,) = line(accounts, "2025-02-12T20:15:00Z", zone="Europe/Moscow").issues
    assert issue.local is None
    assert issue.chosen


def test_summer_time_is_that_of_the_day(accounts: tuple[AccountShown, ...]) -> None:
    winter, summer = line(accounts, "2025-02-12T12:00:00Z", "2025-07-12T12:00:00Z", zone="America/New_York").issues
    assert winter.chosen
    assert summer.chosen
    assert (winter.chosen.offset, summer.chosen.offset) == ("UTC-05:00", "UTC-04:00")


@pytest.mark.parametrize("issued", ["2025-02-13", "2025-02-13T15:31:00"])
def test_a_day_or_a_time_without_its_zone_takes_the_width_of_the_day(
    accounts: tuple[AccountShown, ...], issued: str
) -> None:
    drawn = line(accounts, issued, "2025-02-14T00:00:00Z", zone="UTC")
    day, instant = drawn.issues
    assert not day.is_exact
    assert day.chosen is None
    assert number(day.place) + number(day.width) == pytest.approx(number(instant.place), abs=0.1)
    assert number(drawn.event_width) == pytest.approx(number(day.width), abs=0.1)


def test_accounts_stand_in_the_order_of_time_whatever_their_clocks(accounts: tuple[AccountShown, ...]) -> None:
    drawn = line(accounts, "2025-02-12T20:00:00+03:00", "2025-02-12T16:53:38Z", "", "2025-02-11")
    assert [issue.account.id for issue in drawn.issues] == ["3", "1", "0"]
    assert [account.id for account in drawn.unknown] == ["2"]
    places = [number(issue.place) for issue in drawn.issues]
    assert places == sorted(places)
    assert [str(days_after_the_event(issue)) for issue in drawn.issues] == [
        "dated 1 day before the event",
        "dated the day of the event",
        "dated the day of the event",
    ]


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("2025-02-12T03:10:00Z", ["12 Feb", "01:00", "02:00", "03:00"]),
        ("2025-02-12T16:53:38Z", ["12 Feb", "06:00", "12:00"]),
        ("2025-02-14", ["12 Feb", "13 Feb", "14 Feb", "15 Feb"]),
        ("2025-03-30T12:00:00Z", ["12 Feb", "22 Feb", "4 Mar", "14 Mar", "24 Mar"]),
    ],
)
def test_the_line_has_a_few_round_ticks(accounts: tuple[AccountShown, ...], issued: str, words: list[str]) -> None:
    drawn = line(accounts, issued)
    found = [(tick_day if tick.is_of_a_day else tick_time)(tick.moment) for tick in drawn.ticks]
    assert found == words


def test_without_a_time_there_is_no_line(accounts: tuple[AccountShown, ...]) -> None:
    assert timeline(DAY, [replace(account, issued=None) for account in accounts]) is None
    assert timeline(DAY, []) is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00"])
def test_at_the_edges_of_the_calendar_there_is_no_line(accounts: tuple[AccountShown, ...], day: str) -> None:
    edge = [replace(accounts[0], issued=Moment.parse(day))]
    assert timeline(DAY, edge, "Pacific/Kiritimati") is None
    assert timeline(date.fromisoformat(day[:10]), [replace(accounts[0], issued=Moment.parse("2025-02-12"))]) is None


moments: Any = st.one_of(
    st.dates(date(2, 1, 1), date(4999, 12, 31)).map(lambda day: day.isoformat()),
    st.datetimes()
    .filter(lambda one: 2 < one.year < 4999)
    .map(lambda one: one.isoformat(timespec="seconds") + "+05:45"),
)


@given(
    event=st.dates(date(2, 1, 1), date(4999, 12, 31)), issued=st.lists(moments, min_size=1, max_size=4), data=st.data()
)
def test_every_place_is_on_the_line(event: date, issued: list[str], data: Any) -> None:
    zone = data.draw(st.sampled_from(["", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"]))
    drawn = timeline(event, [_account(str(n), Moment.parse(one)) for n, one in enumerate(issued)], zone)
    assert drawn
    assert len(drawn.ticks) <= TICKS_AT_MOST + 1
    for place in (drawn.event_start, *(issue.place for issue in drawn.issues), *(tick.place for tick in drawn.ticks)):
        assert 0 <= number(place) <= 100
    for issue in drawn.issues:
        assert number(issue.place) + number(issue.width) <= 100.1


def _account(name: str, issued: Moment) -> AccountShown:
    nothing: dict[str, Any] = dict.fromkeys(AccountShown.__dataclass_fields__)
    return AccountShown(**{**nothing, "id": name, "issued": issued})


@pytest.mark.parametrize(
    ("country", "zone"),
    [("RU", "Europe/Moscow"), ("US", "America/New_York"), ("UA", "Europe/Kyiv"), ("DE", "Europe/Berlin"), ("", None)],
)
def test_a_partys_clock_is_that_of_its_government(country: str, zone: str | None) -> None:
    found = seat_of_government(country)
    assert (found.key if found else None) == zone


def test_zones_are_chosen_by_their_names() -> None:
    assert {"UTC", "Europe/Moscow", "Asia/Tokyo"} <= zone_names()
    assert "Factory" not in zone_names()
