"""At which hours of the contact's day a call is usual."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.calls.concerns import OutsideCallingHours, UnusualDay, ZoneUnknown
from bot.calls.hours_by_country import HOURS_BY_COUNTRY, CountryHours, Span
from bot.calls.public_holidays import holiday_on

HORIZON = timedelta(days=14)
"""How far the next usual time is looked for: over Easter or the turn of the year."""

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallingHours:
    """From `opens` up to, not including, `closes`, in the contact's own zone, on every day."""

    opens: time
    closes: time


class CallingHoursBy(StrEnum):
    """Calling hours that are not one span for all."""

    COUNTRY = "country"  # by the rules and customs of the country of the contact's number


HoursRule = CallingHours | CallingHoursBy

REST = CountryHours.daily(
    8, 21, source="8:00 to 21:00 is the widest that any of the laws beside it allows every day"
)
"""Where no country of the table is."""


def hours_in(region: str, *, rule: HoursRule) -> CountryHours:
    """Give the hours that count for numbers of a region."""
    if isinstance(rule, CallingHours):
        span = Span(opens=rule.opens, closes=rule.closes)
        return CountryHours(weekdays=(span,), saturdays=(span,), sundays=(span,), source="")
    return HOURS_BY_COUNTRY.get(region, REST)


def concern_about_hours(
    at: datetime, *, zones: Sequence[str], region: str, hours: HoursRule
) -> OutsideCallingHours | ZoneUnknown | None:
    """
    Find out whether a call at this time rings at a usual hour wherever its contact may live.

    A number rarely tells one zone for certain, so every zone that it may be in has to agree.
    """
    if not zones:
        return ZoneUnknown()
    usual = hours_in(region, rule=hours)
    for zone in zones:
        local = at.astimezone(ZoneInfo(zone))
        day, holiday, spans = _day(local.date(), usual)
        if not _includes(spans, local):
            return OutsideCallingHours(
                zone=zone,
                local_time=local,
                next_allowed=next_allowed(at, zones=zones, region=region, hours=hours),
                is_one_of_several=len({at.astimezone(ZoneInfo(z)).utcoffset() for z in zones}) > 1,
                day=day,
                holiday=holiday,
                country=usual.holidays_of,
                usual=tuple((span.opens, span.closes) for span in spans),
            )
    return None


def next_allowed(
    at: datetime, *, zones: Sequence[str], region: str, hours: HoursRule
) -> datetime | None:
    """Find the first time after that, on a quarter of an hour, that is usual in every zone."""
    usual = hours_in(region, rule=hours)
    utc = at.astimezone(UTC)
    candidate = utc.replace(minute=utc.minute - utc.minute % 15, second=0, microsecond=0) + QUARTER
    while candidate - utc < HORIZON:
        later = [_next_in(zone, candidate, usual) for zone in zones]
        latest = max((each for each in later if each is not None), default=None)
        if latest is None or None in later:
            return None
        if latest == candidate:
            return candidate.astimezone(at.tzinfo)
        candidate = latest
    return None


def _next_in(zone: str, at: datetime, usual: CountryHours) -> datetime | None:
    """Find the first usual time in this zone: that one, or when its hours next open."""
    local = at.astimezone(ZoneInfo(zone))
    if _includes(_day(local.date(), usual)[2], local):
        return at
    return next(
        (opens for opens in _openings(local.date(), ZoneInfo(zone), usual) if opens > at), None
    )


def _openings(first: date, zone: ZoneInfo, usual: CountryHours) -> Iterator[datetime]:
    for days in range(HORIZON.days + 1):
        day = first + timedelta(days=days)
        for span in _day(day, usual)[2]:
            yield datetime.combine(day, span.opens, zone).astimezone(UTC)


def _day(day: date, usual: CountryHours) -> tuple[UnusualDay, str, tuple[Span, ...]]:
    """Give what kind of day it is, its name if it is a holiday, and its usual hours."""
    holiday = holiday_on(day, usual.holidays_of)
    if holiday:
        return UnusualDay.HOLIDAY, holiday, usual.holidays
    if day.weekday() == 6:
        return UnusualDay.SUNDAY, "", usual.sundays
    if usual.eves is not None and holiday_on(day + timedelta(days=1), usual.holidays_of):
        return UnusualDay.EVE, "", usual.eves
    if day.weekday() == 5:
        return UnusualDay.SATURDAY, "", usual.saturdays
    return UnusualDay.NONE, "", usual.weekdays


def _includes(spans: Sequence[Span], local: datetime) -> bool:
    return any(span.opens <= local.time() < span.closes for span in spans)
