"""Reads what is counted within a month, week or year: the third tuesday of september."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Piece
from bot.parsing.times.dates import ordinal_at, year_after
from bot.parsing.times.kinds import Kind, Unit
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line


def read_nth(line: Line, start: int) -> Iterator[Piece]:
    """All counted days and months that begin at `start`."""
    yield from _nth(line, start)
    yield from _nth_month(line, start)


def _nth(line: Line, start: int) -> Iterator[Piece]:
    """Third tuesday of september, last day of the month, erster Montag im Dezember."""
    at = line.skip(start, Kind.DAY_OF_MONTH)
    ordinal = ordinal_at(line, at)
    weekday = None if ordinal is None else line.phrase(ordinal[1], Kind.WEEKDAY, Kind.UNIT)
    if ordinal is None or weekday is None:
        return
    if weekday.kind is Kind.UNIT and weekday.value != Unit.DAY:
        return
    most = 5 if weekday.kind is Kind.WEEKDAY else 31
    if not (ordinal[0] == -1 or 1 <= ordinal[0] <= most):
        return
    named = weekday.value if weekday.kind is Kind.WEEKDAY else None
    says = Components(weekday=named, nth=ordinal[0])
    month_at = line.skip(line.skip(weekday.end, Kind.OF, Kind.ON), Kind.THIS)
    month = line.phrase(month_at, Kind.MONTH)
    if month is not None:
        year, end = year_after(line, month.end)
        yield Piece(start=start, end=end, says=replace(says, month=month.value, year=year))
    yield from _day_of_week(line, start, weekday, ordinal[0])
    counted = line.phrase(weekday.end, Kind.MONTH_COUNTED)
    if counted is not None:
        yield Piece(start=start, end=counted.end, says=replace(says, months=counted.value))


def _day_of_week(line: Line, start: int, day: Meaning, ordinal: int) -> Iterator[Piece]:
    """Read the 4th day of next week, which begins on monday, or on sunday to some."""
    week = line.phrase(line.skip(day.end, Kind.OF), Kind.NEXT_WEEK, Kind.THIS_WEEK)
    if week is not None and day.kind is Kind.UNIT and 1 <= ordinal <= 7:
        says = Components(weekday=ordinal - 1, weeks=week.value)
        yield Piece(start=start, end=week.end, says=says.doubted(Reason.TIME_DAY_UNCLEAR))


def _nth_month(line: Line, start: int) -> Iterator[Piece]:
    """Read the 8th month of next year."""
    ordinal = ordinal_at(line, line.skip(start, Kind.DAY_OF_MONTH))
    unit = None if ordinal is None else line.phrase(ordinal[1], Kind.UNIT)
    if ordinal is None or unit is None or unit.value != Unit.MONTH or not 0 < ordinal[0] <= 12:
        return
    year = line.phrase(unit.end, Kind.YEAR_COUNTED)
    if year is not None:
        says = Components(month=ordinal[0], years=year.value)
        yield Piece(start=start, end=year.end, says=says)
