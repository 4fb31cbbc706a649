"""Decides which day is meant, and whether that was said or has to be asked."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Duration, Turn
from bot.parsing.times.feasts import feast_in

_FAR = 180  # days: such a date has passed, or is what the call is about, more often than not
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day; with a doubt it is a proposal. `other` is what it means if that is wrong."""

    on: date
    doubt: Reason | None = None
    other: date | None = None


def day_of(says: Components, today: date) -> Day | None:
    """Return the day that was said, counted from `today`; None if there is no such day."""
    counted = says.months is not None and not _names_a_day(says)
    if counted:
        return Day(on=moved(today, Duration(months=says.months or 0)), doubt=Reason.TIME_VAGUE)
    says = _with_month(says, today)
    day = _day(says, today)
    if day is None or day.doubt is Reason.TIME_VAGUE or _all_used(says, day.on, today):
        return day
    return replace(day, doubt=Reason.TIME_DAY_UNCLEAR)


def _names_a_day(says: Components) -> bool:
    """Whether more is said than a week, a month or a year."""
    exact = (says.day, says.days, says.weekday, says.nth, says.feast, says.duration, says.month)
    return any(one is not None for one in exact)


def _day(says: Components, today: date) -> Day | None:
    if says.feast is not None:
        return _checked(says, _feast(says, says.feast, today), today)
    if says.nth is not None:
        return _nth_weekday(says, today)
    if says.day is not None:
        return _checked(says, _dated(says, today), today)
    if says.duration is not None:
        return _after(says, today)
    if says.days is not None:
        return _checked(says, Day(on=today + timedelta(days=says.days)), today)
    if says.weekday is not None:
        return _weekday(says, says.weekday, today)
    return _beginning(says, today)


def _beginning(says: Components, today: date) -> Day | None:
    """Propose the first of a month, or the same weekday of a week, where nothing else is said."""
    if says.month is not None:
        first = _dated(replace(says, day=1), today)
        return None if first is None else Day(on=first.on, doubt=Reason.TIME_VAGUE)
    if says.weeks:
        return Day(on=today + timedelta(weeks=says.weeks), doubt=Reason.TIME_VAGUE)
    return None


def _feast(says: Components, feast: int, today: date) -> Day:
    if says.year is not None:
        return Day(on=feast_in(says.year, feast))
    coming = feast_in(today.year, feast)
    return Day(on=coming if coming >= today else feast_in(today.year + 1, feast))


def _all_used(says: Components, day: date, today: date) -> bool:
    """Whether every other word for the day fits, such as the "next month" of a friday."""
    if says.weeks is not None:
        first = today + timedelta(days=7 * says.weeks - today.weekday())
        if not first <= day < first + timedelta(days=7):
            return False
    by_month = any(one is not None for one in (says.day, says.nth, says.feast))
    return by_month or (says.month is None and says.year is None and says.years is None)


def _with_month(says: Components, today: date) -> Components:
    """Turn "of next month" and "next year" into a month and a year."""
    if says.months is not None and says.month is None:
        ahead = today.month - 1 + says.months
        says = replace(says, month=ahead % 12 + 1, year=today.year + ahead // 12)
    if says.years is not None and says.year is None and says.month is not None:
        says = replace(says, year=today.year + says.years)
    return says


def _nth_weekday(says: Components, today: date) -> Day | None:
    """Count the weekdays of a month; without one it may be this month or the next."""
    months = [says.month] if says.month else [today.month, today.month % 12 + 1]
    for year in [says.year] if says.year else [today.year, today.year + 1]:
        for month in months:
            day = _nth_in(year, month, says)
            if day is not None and day >= today:
                doubt = None if says.month else Reason.TIME_DAY_UNCLEAR
                return Day(on=day, doubt=doubt)
    return None


def _nth_in(year: int, month: int, says: Components) -> date | None:
    last = calendar.monthrange(year, month)[1]
    fitting = [
        date(year, month, day)
        for day in range(1, last + 1)
        if says.weekday in (None, date(year, month, day).weekday())
    ]
    nth = says.nth or 0
    at = nth if nth < 0 else nth - 1
    return fitting[at] if -1 <= at < len(fitting) else None


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
            sooner = _swapped(says, day.on, today)
            if sooner is not None:
                return Day(on=day.on, doubt=Reason.TIME_ORDER_UNCLEAR, other=sooner)
            far = (day.on - today).days > _FAR
            return Day(on=day.on, doubt=Reason.TIME_DAY_UNCLEAR if far else None)
    return None


def _swapped(says: Components, day: date, today: date) -> date | None:
    """Find the day of this year that digits mean in the other order, where it is next year's."""
    if not says.swaps or day.year == today.year or says.weekday == day.weekday():
        return None
    other = _real(today.year, says.day or 0, says.month)
    return other.on if other is not None and other.on >= today else None


def _real(year: int, month: int, day: int | None) -> Day | None:
    try:
        return Day(on=date(year, month, day or 0))
    except ValueError:
        return None


def _day_of_month(says: Components, today: date) -> Day | None:
    """Find the next 5th, this month's or a later one; "friday the 13th" waits for a friday."""
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
    """Count from a day; from the weekday that is today, or from now, is not clear."""
    start = today
    if says.weekday is not None:
        start += timedelta(days=(says.weekday - today.weekday()) % 7)
    clear = says.weekday is None or (says.from_weekday and start != today)
    start += timedelta(days=says.days or 0)
    doubt = None if clear else Reason.TIME_DAY_UNCLEAR
    return Day(on=moved(start, says.duration or Duration()), doubt=doubt)


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
    if says.turn is Turn.AFTER_NEXT:
        first, second = coming + timedelta(weeks=1), following + timedelta(weeks=1)
        return Day(
            on=second,
            doubt=Reason.TIME_DAY_UNCLEAR,
            other=second + timedelta(weeks=1) if first == second else first,
        )
    if says.turn is Turn.NEXT:
        return _either(following, coming, today)
    if coming == today:
        later = today + timedelta(weeks=1)
        first, second = (later, today) if says.turn is Turn.COMING else (today, later)
        return Day(on=first, doubt=Reason.TIME_DAY_UNCLEAR, other=second)
    if says.turn is Turn.COMING and coming == today + timedelta(days=1):
        # nobody calls tomorrow "el martes que viene"
        return Day(on=coming, doubt=Reason.TIME_DAY_UNCLEAR, other=coming + timedelta(weeks=1))
    return Day(on=coming)


def _either(following: date, coming: date, today: date) -> Day:
    """Next friday: next week's to most people, the coming one to others."""
    if following == coming and today.weekday() < _SATURDAY:
        return Day(on=following)
    other = following + timedelta(weeks=1) if following == coming else coming
    return Day(on=following, doubt=Reason.TIME_DAY_UNCLEAR, other=other)
