"""Decides which day is meant, and whether that was said or has to be asked."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Duration, Turn

_FAR = 300  # days: a date that has just passed is more likely a slip than next year's
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day; with a doubt it is a proposal. `other` is what it means if that is wrong."""

    on: date
    doubt: Reason | None = None
    other: date | None = None


def day_of(says: Components, today: date) -> Day | None:
    """Return the day that was said, counted from `today`; None if there is no such day."""
    if says.day is not None:
        return _checked(says, _dated(says, today), today)
    if says.duration is not None:
        return _after(says, today)
    if says.days is not None:
        return _checked(says, Day(on=today + timedelta(days=says.days)), today)
    if says.weekday is not None:
        return _weekday(says, says.weekday, today)
    return None


def _checked(says: Components, day: Day | None, today: date) -> Day | None:
    """Two words for one day must agree."""
    if day is None:
        return None
    wrong_weekday = says.weekday is not None and says.weekday != day.on.weekday()
    counted = None if says.days is None else today + timedelta(days=says.days)
    if wrong_weekday or (counted is not None and counted != day.on):
        return Day(on=day.on, doubt=Reason.TIME_DAY_UNCLEAR, other=counted)
    return day


def _dated(says: Components, today: date) -> Day | None:
    if says.month is None:
        return _day_of_month(says, today)
    if says.year is not None:
        return _real(says.year, says.month, says.day)
    for year in range(today.year, today.year + 9):
        day = _real(year, says.month, says.day)
        if day is not None and day.on >= today:
            far = (day.on - today).days > _FAR
            return Day(on=day.on, doubt=Reason.TIME_DAY_UNCLEAR if far else None)
    return None


def _real(year: int, month: int, day: int | None) -> Day | None:
    try:
        return Day(on=date(year, month, day or 0))
    except ValueError:
        return None


def _day_of_month(says: Components, today: date) -> Day | None:
    """Return the 5th: this month's or the next one's; "friday the 13th" waits for a friday."""
    for ahead in range(18):
        month = today.month - 1 + ahead
        day = _real(today.year + month // 12, month % 12 + 1, says.day)
        if day is None or day.on < today:
            continue
        if says.weekday is None or says.weekday == day.on.weekday():
            far = (day.on - today).days > 45
            return Day(on=day.on, doubt=Reason.TIME_DAY_UNCLEAR if far else None)
    return None


def _after(says: Components, today: date) -> Day | None:
    start = today
    if says.weekday is not None:
        start += timedelta(days=(says.weekday - today.weekday()) % 7)
    return Day(on=moved(start, says.duration or Duration()))


def moved(day: date, duration: Duration) -> date:
    """So many months, days and working days later."""
    month = day.month - 1 + duration.months
    year, month = day.year + month // 12, month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    day = day.replace(year=year, month=month, day=min(day.day, last))
    day += timedelta(days=duration.days)
    for _ in range(duration.workdays):
        day += timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
    return day


def _weekday(says: Components, weekday: int, today: date) -> Day:
    this = today + timedelta(days=weekday - today.weekday())
    if says.weeks is not None:
        day = this + timedelta(weeks=says.weeks)
        sunday = today.weekday() == 6 and says.weeks > 0
        return Day(
            on=day,
            doubt=Reason.TIME_DAY_UNCLEAR if sunday else None,
            other=day + timedelta(weeks=1) if sunday else None,
        )
    coming = this if this >= today else this + timedelta(weeks=1)
    following = this + timedelta(weeks=1)
    if says.turn is Turn.NEXT:
        return _either(following, coming, today)
    if coming == today:
        later = today + timedelta(weeks=1)
        first, second = (later, today) if says.turn is Turn.COMING else (today, later)
        return Day(on=first, doubt=Reason.TIME_DAY_UNCLEAR, other=second)
    return Day(on=coming)


def _either(following: date, coming: date, today: date) -> Day:
    """Next friday: next week's to most people, the coming one to others."""
    if following == coming and today.weekday() < _SATURDAY:
        return Day(on=following)
    other = following + timedelta(weeks=1) if following == coming else coming
    return Day(on=following, doubt=Reason.TIME_DAY_UNCLEAR, other=other)
