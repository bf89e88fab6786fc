from datetime import UTC, date, datetime

import pytest

from comparisons.moments import Lag, Moment, chronological_key, lag


@pytest.mark.parametrize(
    ("given", "text", "offset"),
    [
        ("2017-01-28", "2017-01-28", ""),
        ("2017-01-29T15:31:00", "2017-01-29T15:31:00", ""),
        ("2021-12-07 13:12:12-05:00", "2021-12-07T13:12:12-05:00", "UTC-05:00"),
        ("2025-02-12T20:00:00+03:00", "2025-02-12T20:00:00+03:00", "UTC+03:00"),
        ("2021-12-07T20:15:00Z", "2021-12-07T20:15:00Z", "UTC"),
        ("2021-12-07T20:15+00:00", "2021-12-07T20:15+00:00", "UTC"),
    ],
)
def test_a_moment_keeps_the_precision_and_offset_of_its_source(given: str, text: str, offset: str) -> None:
    moment = Moment.parse(given)
    assert (moment.text, moment.offset) == (text, offset)
    assert moment.has_time == ("T" in text)
    assert moment.is_exact == bool(offset)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "2017",
        "2017-02-30",
        "28 January 2017",
        "2017-01-28T25:00",
        "2017-01-28T10:00+99:00",
        "2017-01-28\n",
        "２０１７-01-28",
    ],
)
def test_what_is_no_moment_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Moment.parse(given)


def test_an_instant_is_written_to_the_second_in_utc() -> None:
    assert Moment.of(datetime(2026, 11, 23, 12, 0, 1, 999, tzinfo=UTC)).text == "2026-11-23T12:00:01Z"


def test_a_lag_between_exact_moments_is_counted_across_offsets() -> None:
    first, later = Moment.parse("2021-12-07 13:12:12-05:00"), Moment.parse("2021-12-07T20:15:00Z")
    assert lag(first, later) == Lag(days=0, minutes=123)


def test_a_lag_is_no_finer_than_the_coarser_of_its_moments() -> None:
    assert lag(Moment.parse("2017-01-28"), Moment.parse("2017-01-29T15:31:00")) == Lag(days=1)
    assert lag(Moment.parse("2017-01-28"), Moment.parse("2017-01-28")) == Lag(days=0)


def test_moments_of_mixed_precision_can_be_sorted() -> None:
    texts = ["2025-02-12T20:00:00+03:00", "2025-02-12", "2025-02-12T16:53:38Z"]
    ordered = sorted(map(Moment.parse, texts), key=chronological_key)
    assert [moment.text for moment in ordered] == ["2025-02-12", "2025-02-12T16:53:38Z", "2025-02-12T20:00:00+03:00"]
    assert ordered[0].date == date(2025, 2, 12)
