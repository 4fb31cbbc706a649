"""Reads dates with words in them: 3 May 2027, May 3rd, the 5th, on 12/1."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.clock_marks import divmod_clock
from bot.parsing.times.components import Clock, Components, Piece, Strength, Writing
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.numeric_dates import dated, is_year, read_numeric_dates
from bot.parsing.times.tokens import Shape

_NAMES_TOO = frozenset({"april", "avril", "august", "march", "marzo", "enero"})


def read_dates(line: Line, start: int) -> Iterator[Piece]:
    """All dates that begin at `start`."""
    yield from read_numeric_dates(line, start)
    yield from _day_then_month(line, start)
    yield from _month_then_day(line, start)
    yield from _after_article(line, start)
    yield from _day_of_month(line, start)
    yield from _festive(line, start)
    yield from _month_alone(line, start)


def _month_alone(line: Line, start: int) -> Iterator[Piece]:
    """December, which is too vague to call at; May and August are names as well."""
    turn = line.phrase(start, Kind.NEXT, Kind.COMING)
    at = start if turn is None else turn.end
    month = line.phrase(at, Kind.MONTH)
    alone = len(line.text(at)) > 4 and line.text(at) not in _NAMES_TOO
    if month is not None and (turn is not None or alone):
        says = Components(month=month.value)
        yield Piece(start=start, end=month.end, says=says, strength=Strength.WEAK)


def _after_article(line: Line, start: int) -> Iterator[Piece]:
    """On 12/1, am 3.12., le 3 mai, next December 23rd: certainly a date."""
    word = line.phrase(start, Kind.DAY_OF_MONTH, Kind.ON, Kind.NEXT, Kind.COMING)
    if word is None:
        return
    at = word.end
    for piece in read_numeric_dates(line, at):
        yield replace(piece, start=start, strength=Strength.STRONG)
    for piece in _festive(line, at):
        yield replace(piece, start=start)
    for piece in (*_day_then_month(line, at), *_month_then_day(line, at)):
        yield replace(piece, start=start)


def ordinal_at(line: Line, at: int) -> tuple[int, int] | None:
    """Return which one an ordinal says, -1 for the last, and the token after it."""
    if (last := line.phrase(at, Kind.LAST)) is not None:
        return -1, last.end
    day = _day_number(line, at)
    return (day[0], day[1]) if day is not None and day[2] else None


def _day_number(line: Line, at: int) -> tuple[int, int, bool] | None:
    """Find a day of the month, the token after it, and whether it is written as an ordinal."""
    spelled = line.phrase(at, Kind.ORDINAL)
    if spelled is not None:
        return spelled.value, spelled.end, True
    number = line.digits(at)
    if number is None:
        counted = line.phrase(at, Kind.NUMBER)
        return None if counted is None else (counted.value, counted.end, False)
    if line.sign(at + 1, "."):
        raised = line.text(at + 2) in ("o", "º", "ª") and line.joined(at + 2)  # 1.º
        return number, at + 3 if raised else at + 2, True
    suffix = line.phrase(at + 1, Kind.ORDINAL_SUFFIX)
    if suffix is not None and (line.joined(at + 1) or len(line.text(at + 1)) == 2):
        return number, suffix.end, True
    return number, at + 1, False


def _day_then_month(line: Line, start: int) -> Iterator[Piece]:
    """3 May, 3rd of May 2027, 1. Dezember, 3 de mayo de 2027, 03DEC."""
    day = _day_number(line, start)
    if day is None or not 0 < day[0] <= 32:
        return
    at = line.skip(day[1], Kind.OF)
    at = line.skip(at, Kind.ON) if line.text(at) == "the" else at
    at += 1 if line.sign(at, "-/") and line.joined(at + 1) else 0
    month = line.phrase(at, Kind.MONTH)
    if month is None or (line.shape(start, Shape.WORD) and line.text(start) == "a"):
        return
    year, end = year_after(line, month.end)
    yield dated(start, end, day[0], month.value, year)


def _month_then_day(line: Line, start: int) -> Iterator[Piece]:
    """May 3rd, May the 3rd, Dec 3, 2026, sep-23-2020."""
    month = line.phrase(start, Kind.MONTH)
    if month is None:
        return
    weekday = line.phrase(start, Kind.WEEKDAY_SHORT)  # mar 24: martes, or marzo
    is_day = weekday is not None and weekday.language is line.locale.language
    if is_day and month.language is not line.locale.language:
        return
    at = line.skip(month.end, Kind.DAY_OF_MONTH)
    at += 1 if line.text(at) == "," else 0
    at += 1 if line.sign(at, "-/") and line.joined(at + 1) else 0
    day = _day_number(line, at)
    if day is None or not 0 < day[0] <= 32:
        return
    word = line.shape(day[1], Shape.WORD)
    counts = word and line.phrase(day[1], Kind.UNIT) is not None  # Aug 5 second offer
    if not counts and _is_hour(line, day[1], ordinal=day[2]):
        return
    year, end = year_after(line, day[1])
    piece = dated(start, end, day[0], month.value, year)
    if counts or is_day:
        piece = replace(piece, says=piece.says.doubted(Reason.TIME_DAY_UNCLEAR))
    yield piece


def _is_hour(line: Line, at: int, *, ordinal: bool) -> bool:
    """Whether the number before `at` is part of a clock, or the day of another month."""
    if ordinal or (line.text(at) == "'" and not line.joined(at)):
        return False
    if line.phrase(at, Kind.MONTH, Kind.MERIDIEM, Kind.O_CLOCK, Kind.HOURS, Kind.UNIT):
        return not (line.text(at) == "a" and not line.joined(at))
    return line.sign(at, ":") and line.shape(at + 1, Shape.NUMBER) and line.joined(at + 1)


def _is_written_clock(line: Line, at: int) -> bool:
    """Whether 10:00 comes next, so that the number before it is a year: 25 Nov 26 10:00."""
    return line.digits(at) is not None and line.sign(at + 1, ":") and line.joined(at + 2)


def year_after(line: Line, at: int) -> tuple[int | None, int]:
    """Find a year after a date, and the token after it."""
    begin = at
    separated = line.sign(at, "-/.") and line.joined(at + 1)
    at += 1 if separated or line.text(at) in (",", "'") else 0
    at = line.skip(at, Kind.OF)
    year = line.digits(at, longest=4)
    if year is not None and is_year(year) and not _is_hour(line, at + 1, ordinal=False):
        return year, at + 1
    two = separated or line.text(at - 1) == "'" or _is_written_clock(line, at + 1)
    if year is not None and two and len(line.text(at)) == 2:
        return 2000 + year, at + 1
    return None, begin


def _day_of_month(line: Line, start: int) -> Iterator[Piece]:
    """Read the 5th, am 5., le 5, el día 5, 5th; a bare 5 may be an hour, too."""
    article = line.phrase(start, Kind.DAY_OF_MONTH)
    day = _day_number(line, start if article is None else article.end)
    if day is None or not 0 < day[0] <= 31 or _is_hour(line, day[1], ordinal=day[2]):
        return
    number, end, ordinal = day
    if line.shape(end, Shape.NUMBER) and line.joined(end):
        return
    if line.shape(start, Shape.WORD) and not (article and ordinal):
        ordinal = False
        if article is None or not line.shape(article.end, Shape.NUMBER):
            return
    says = Components(day=number)
    if ordinal or article is not None:
        yield Piece(start=start, end=end, says=says, strength=Strength.WEAK)
    elif not _counts_something(line, end):
        yield Piece(
            start=start,
            end=end,
            says=says.doubted(Reason.TIME_DAY_UNCLEAR),
            instead=_bare_hour(line, start),
            strength=Strength.LOOSE,
        )


def _counts_something(line: Line, at: int) -> bool:
    return line.phrase(at, Kind.UNIT) is not None or line.text(at) in ("%", "€", "$", "£")


def _bare_hour(line: Line, at: int) -> Components | None:
    hour, _ = divmod_clock(line.text(at))
    if hour is None or hour > 24:
        return None
    writing = Writing.EXACT if hour > 12 or hour == 0 else Writing.SPOKEN
    clock = Clock(hour=hour, writing=writing, language=line.locale.language)
    return Components(clock=clock).doubted(Reason.TIME_BARE_HOUR)


def _festive(line: Line, start: int) -> Iterator[Piece]:
    moving = line.phrase(start, Kind.FEAST)
    if moving is not None:
        year, end = year_after(line, moving.end)
        says = Components(feast=moving.value, year=year)
        yield Piece(start=start, end=end, says=says, strength=Strength.WEAK)
    last = line.phrase(start, Kind.LAST_DAY)
    if last is not None:
        says = Components(nth=-1, months=0)
        yield Piece(start=start, end=last.end, says=says, strength=Strength.WEAK)
    feast = line.phrase(start, Kind.FESTIVE)
    if feast is not None:
        month, day = divmod(feast.value, 100)
        year, end = year_after(line, feast.end)
        says = Components(day=day, month=month, year=year)
        yield Piece(start=start, end=end, says=says, strength=Strength.WEAK)
