"""The days on which clocks change: hours that never come, and hours that come twice."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calls.doubts import Reason
from bot.parsing.times import parse_time, read_time

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=BERLIN)


def test_an_hour_that_is_skipped_has_no_value() -> None:
    reading = read_time("28.03.2027 02:30", now=MONDAY, tz="Europe/Berlin", locale="de-DE")

    assert reading.at is None
    assert reading.doubt is not None
    assert Reason.TIME_NEVER is reading.doubt.reason


def test_an_hour_that_comes_twice_is_asked_about_with_both() -> None:
    reading = read_time("31.10.2027 02:30", now=MONDAY, tz="Europe/Berlin", locale="de-DE")

    assert reading.doubt is not None
    assert Reason.TIME_TWICE is reading.doubt.reason
    assert reading.doubt.options == (
        "2027-10-31T02:30:00+02:00",
        "2027-10-31T02:30:00+01:00",
    )


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2027, 3, 28, 1, 30, tzinfo=BERLIN), id="before the skipped hour"),
        pytest.param(datetime(2027, 10, 31, 1, 30, tzinfo=BERLIN), id="before the second hour"),
    ],
)
def test_two_hours_are_two_hours(now: datetime) -> None:
    parsed = parse_time("in 2 hours", now=now, tz="Europe/Berlin", locale="en-GB")

    assert parsed is not None
    assert timedelta(hours=2) == parsed.at.astimezone(UTC) - now.astimezone(UTC)


@given(
    now=st.datetimes(
        datetime.fromisoformat("2026-01-01"),
        datetime.fromisoformat("2036-01-01"),
        timezones=st.just(UTC),
    ),
    minutes=st.integers(1, 600),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
@settings(deadline=None)
def test_minutes_pass_alike_in_every_zone(now: datetime, minutes: int, zone: str) -> None:
    parsed = parse_time(f"in {minutes} minutes", now=now, tz=zone, locale="en-GB")

    assert parsed is not None
    assert timedelta(minutes=minutes) == parsed.at - now.replace(microsecond=0)


@given(
    day=st.dates(date(2027, 1, 1), date(2035, 12, 31)),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Africa/Cairo"]),
)
@settings(deadline=None)
def test_the_wall_shows_what_was_said(day: date, hour: int, minute: int, zone: str) -> None:
    text = f"{day:%Y-%m-%d} {hour:02}:{minute:02}"

    parsed = parse_time(text, now=MONDAY, tz=zone, locale="en-GB")

    if parsed is not None:
        assert text == f"{parsed.at:%Y-%m-%d %H:%M}"
