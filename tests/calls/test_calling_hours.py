"""Calling hours by country: the contact's clock, weekday and holidays."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.calling_hours import (
    REST,
    CallingHoursBy,
    concern_about_hours,
    hours_in,
    next_allowed,
)
from bot.calls.concerns import OutsideCallingHours, UnusualDay
from bot.calls.hours_by_country import HOURS_BY_COUNTRY, CountryHours
from bot.calls.public_holidays import holiday_on, warm_holidays

BY_COUNTRY = CallingHoursBy.COUNTRY

ZONES = {
    "US": "America/Chicago",
    "CA": "America/Toronto",
    "GB": "Europe/London",
    "DE": "Europe/Berlin",
    "FR": "Europe/Paris",
    "ES": "Europe/Madrid",
    "IT": "Europe/Rome",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
}


def there(region: str, written: str) -> datetime:
    """That moment on the wall in a country, as a time in UTC."""
    local = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(ZONES[region]))
    return local.astimezone(UTC)


def concern(region: str, written: str) -> OutsideCallingHours | None:
    at = there(region, written)
    found = concern_about_hours(at, zones=(ZONES[region],), region=region, hours=BY_COUNTRY)
    assert found is None or isinstance(found, OutsideCallingHours)
    return found


USUAL = [
    pytest.param("US", "2026-11-29 20:59", id="US: Sunday evening"),
    pytest.param("US", "2026-12-25 12:00", id="US: Christmas is a day like any other"),
    pytest.param("CA", "2026-11-24 21:29", id="Canada: late on a weekday"),
    pytest.param("CA", "2026-11-28 17:59", id="Canada: Saturday afternoon"),
    pytest.param("GB", "2026-11-28 20:00", id="UK: Saturday evening"),
    pytest.param("DE", "2026-11-24 19:59", id="Germany: the last minute"),
    pytest.param("FR", "2026-11-24 12:59", id="France: before lunch"),
    pytest.param("FR", "2026-11-24 14:00", id="France: after lunch"),
    pytest.param("ES", "2026-11-24 20:59", id="Spain: the last minute"),
    pytest.param("IT", "2026-11-28 10:00", id="Italy: Saturday morning"),
    pytest.param("AU", "2026-11-28 16:59", id="Australia: Saturday afternoon"),
    pytest.param("BR", "2026-11-29 20:59", id="elsewhere: Sunday evening"),
]

UNUSUAL = [
    pytest.param("US", "2026-11-24 21:00", UnusualDay.NONE, id="US: nine in the evening"),
    pytest.param("CA", "2026-11-28 18:00", UnusualDay.SATURDAY, id="Canada: Saturday evening"),
    pytest.param("CA", "2026-12-25 09:30", UnusualDay.HOLIDAY, id="Canada: Christmas morning"),
    pytest.param("GB", "2026-11-29 12:00", UnusualDay.SUNDAY, id="UK: Sunday noon"),
    pytest.param("GB", "2026-12-28 12:00", UnusualDay.HOLIDAY, id="UK: a bank holiday moved"),
    pytest.param("DE", "2026-11-24 20:00", UnusualDay.NONE, id="Germany: eight in the evening"),
    pytest.param("DE", "2026-05-01 12:00", UnusualDay.HOLIDAY, id="Germany: the first of May"),
    pytest.param("FR", "2026-11-24 13:00", UnusualDay.NONE, id="France: lunch"),
    pytest.param("FR", "2026-11-28 12:00", UnusualDay.SATURDAY, id="France: Saturday"),
    pytest.param("FR", "2026-07-14 12:00", UnusualDay.HOLIDAY, id="France: Bastille Day"),
    pytest.param("ES", "2026-11-28 12:00", UnusualDay.SATURDAY, id="Spain: Saturday"),
    pytest.param("IT", "2026-12-07 19:30", UnusualDay.EVE, id="Italy: before a holiday"),
    pytest.param("AU", "2026-01-26 12:00", UnusualDay.HOLIDAY, id="Australia Day"),
    pytest.param("BR", "2026-11-24 07:59", UnusualDay.NONE, id="elsewhere: before eight"),
]


@pytest.mark.parametrize(("region", "written"), USUAL)
def test_asks_nothing_in_the_countrys_hours(region: str, written: str) -> None:
    assert concern(region, written) is None


@pytest.mark.parametrize(("region", "written", "day"), UNUSUAL)
def test_asks_outside_the_countrys_hours_and_says_what_day_it_is(
    region: str, written: str, day: UnusualDay
) -> None:
    found = concern(region, written)

    assert found is not None
    assert found.day is day
    assert f"{found.local_time:%Y-%m-%d %H:%M}" == written


def test_names_the_holiday() -> None:
    found = concern("DE", "2026-12-25 12:00")

    assert found is not None
    assert found.holiday == "Christmas Day"


@pytest.fixture
def taking_turns_often() -> Iterator[None]:
    """Let threads interrupt each other all the time."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("taking_turns_often")
def test_names_the_holiday_to_all_who_ask_at_once() -> None:
    """Several people ask for calls in a year that nobody has asked about."""
    warm_holidays()
    together = Barrier(4, timeout=10)

    def ask(year: int) -> str:
        together.wait()
        return holiday_on(date(year, 12, 25), "DE")

    with ThreadPoolExecutor(4) as threads:
        named = {name for year in range(1995, 2060) for name in threads.map(ask, [year] * 4)}

    assert named == {"Christmas Day"}


@pytest.mark.parametrize(
    ("region", "written", "offered"),
    [
        pytest.param("DE", "2026-11-24 21:00", "2026-11-25 08:00", id="the next morning"),
        pytest.param("DE", "2026-11-28 20:00", "2026-11-30 08:00", id="over Sunday"),
        pytest.param("DE", "2026-12-24 20:00", "2026-12-28 08:00", id="over Christmas"),
        pytest.param("FR", "2026-11-24 13:10", "2026-11-24 14:00", id="after lunch"),
        pytest.param("FR", "2026-04-03 20:00", "2026-04-07 10:00", id="over Easter"),
        pytest.param("US", "2026-03-08 01:30", "2026-03-08 08:00", id="a night without two"),
        pytest.param("AU", "2026-12-24 20:00", "2026-12-28 09:00", id="over a long weekend"),
    ],
)
def test_offers_the_next_usual_time(region: str, written: str, offered: str) -> None:
    found = concern(region, written)

    assert found is not None
    assert found.next_allowed == there(region, offered)


def test_two_zones_have_to_agree_on_the_day_too() -> None:
    at = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    zones = ("Australia/Sydney", "Australia/Perth")

    found = concern_about_hours(at, zones=zones, region="AU", hours=BY_COUNTRY)

    assert isinstance(found, OutsideCallingHours)
    assert found.zone == "Australia/Perth"
    assert found.next_allowed == datetime(2026, 11, 30, 1, 0, tzinfo=UTC)


@given(
    at=st.datetimes(
        min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - the zone is given beside it
        max_value=datetime(2028, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    region=st.sampled_from(sorted(ZONES)),
)
def test_there_is_always_a_next_time_that_is_later_and_usual(at: datetime, region: str) -> None:
    zones = (ZONES[region],)

    offered = next_allowed(at, zones=zones, region=region, hours=BY_COUNTRY)

    assert offered is not None
    assert at < offered < at + timedelta(days=7)
    assert (offered.minute % 15, offered.second, offered.microsecond) == (0, 0, 0)
    assert concern_about_hours(offered, zones=zones, region=region, hours=BY_COUNTRY) is None


@pytest.mark.parametrize("region", HOURS_BY_COUNTRY)
def test_every_countrys_hours_name_their_source_and_open_before_they_close(region: str) -> None:
    hours: CountryHours = hours_in(region, rule=BY_COUNTRY)

    assert hours.source
    spans = [*hours.weekdays, *hours.saturdays, *hours.sundays, *hours.holidays]
    assert hours.weekdays
    assert all(span.opens < span.closes for span in spans)


def test_countries_that_are_not_in_the_table_have_the_hours_of_the_rest() -> None:
    assert hours_in("BR", rule=BY_COUNTRY) is REST


@pytest.mark.parametrize(
    ("country", "language", "named"),
    [
        pytest.param("DE", "de", "Erster Weihnachtstag", id="its own language"),
        pytest.param("CH", "fr", "Noël", id="one of its languages"),
        pytest.param("GB", "de", "Christmas Day", id="no language of its own"),
    ],
)
def test_names_a_holiday_in_a_language_of_its_country(
    country: str, language: str, named: str
) -> None:
    assert holiday_on(date(2026, 12, 25), country, language) == named
