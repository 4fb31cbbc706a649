"""Reads dates in digits: 2026-12-01, 1.12., 12/1, 1.12.2026."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.calls.doubts import Reason
from bot.parsing.times.components import Clock, Components, Piece, Strength, Writing
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape

_SEPARATORS = "-/."
_FIRST_YEAR = 1900  # before it four digits are a clock: 0930


def read_numeric_dates(line: Line, start: int) -> Iterator[Piece]:
    """Read the dates in digits that begin at `start`."""
    if line.shape(start, Shape.NUMBER) and start not in line.dead:
        yield from _compact(line, start)
        yield from _year_first(line, start)
        yield from _three_numbers(line, start)
        yield from _two_numbers(line, start)


def _separated(line: Line, at: int, signs: str = _SEPARATORS) -> str | None:
    """Return the sign between two numbers; a space may follow a full stop."""
    if not line.sign(at, signs) or not line.shape(at + 1, Shape.NUMBER):
        return None
    if not line.joined(at + 1) and line.text(at) != ".":
        return None
    return line.text(at)


def _compact(line: Line, start: int) -> Iterator[Piece]:
    """20261201T1430, and 20261201, which may be any number."""
    text = line.text(start)
    if len(text) != 8 or not text.startswith("20"):
        return
    piece = dated(start, start + 1, int(text[6:]), int(text[4:6]), int(text[:4]))
    if Reason.TIME_NEVER in piece.says.refusals:
        return
    clock = line.text(start + 2)
    if line.sign(start + 1, "t") and line.joined(start + 2) and clock.isdecimal():
        if len(clock) in (4, 6) and int(clock[:2]) < 24 and int(clock[2:4]) < 60:
            said = Clock(hour=int(clock[:2]), minute=int(clock[2:4]), writing=Writing.EXACT)
            yield replace(piece, end=start + 3, says=replace(piece.says, clock=said))
        return
    yield replace(_asked(piece, Reason.TIME_UNCLEAR), strength=Strength.WEAK)


def _year_first(line: Line, start: int) -> Iterator[Piece]:
    """2026-12-01, 2026/12/1, 2026/dec/01."""
    year = line.digits(start, longest=4)
    sign = line.text(start + 1)
    if year is None or len(line.text(start)) != 4 or year < _FIRST_YEAR:
        return
    spaced = line.phrase(start + 1, Kind.MONTH) if is_year(year) else None
    spaced_day = None if spaced is None else line.digits(spaced.end)
    if spaced is not None and spaced_day is not None:
        yield dated(start, spaced.end + 1, spaced_day, spaced.value, year)
    if not line.sign(start + 1, _SEPARATORS):
        return
    named = line.phrase(start + 2, Kind.MONTH)
    month = line.digits(start + 2) if named is None else named.value
    at = start + 3 if named is None else named.end
    day = line.digits(at + 1)
    if month is None or day is None or line.text(at) != sign or not line.joined(at + 1):
        return
    yield dated(start, at + 2, day, month, year)


def is_year(number: int) -> bool:
    """Whether a call may be meant for that year; 1930 is rather half past seven."""
    return 2000 <= number <= 2100 or (1900 <= number < 2000 and number % 100 > 59)


def _three_numbers(line: Line, start: int) -> Iterator[Piece]:
    """1.12.2026, 12/1/26, 1-12-2026."""
    sign = _separated(line, start + 1)
    year = line.digits(start + 4, longest=4)
    if sign is None or _separated(line, start + 3) != sign or year is None:
        return
    length = len(line.text(start + 4))
    short = length == 2 and line.joined(start + 4)
    if not (short or length == 4) or _goes_on(line, start + 5):
        return
    first, second = line.digits(start), line.digits(start + 2)
    if first is not None and second is not None:
        full = year if length == 4 else 2000 + year
        found = _ordered(line, start, start + 5, (first, second, full), sign)
        weak = length == 2 and sign == "-"
        yield from (replace(one, strength=Strength.WEAK) if weak else one for one in found)


def _goes_on(line: Line, at: int) -> bool:
    if line.sign(at, ".-") and line.sign(at + 2, ":"):
        return False
    return line.sign(at, _SEPARATORS) and line.joined(at + 1) and line.shape(at + 1, Shape.NUMBER)


def _two_numbers(line: Line, start: int) -> Iterator[Piece]:
    """1.12., 12/1; 1.12 may be a clock as well."""
    sign = _separated(line, start + 1, "/.")
    first, second = line.digits(start), line.digits(start + 2)
    if sign is None or first is None or second is None or _goes_on(line, start + 3):
        return
    if (first, second, sign) == (24, 7, "/"):
        return
    ended = sign == "." and line.sign(start + 3, ".")
    end = start + 4 if ended else start + 3
    clock = _dotted_clock(line, start) if sign == "." and not ended else None
    strength = Strength.WEAK
    for piece in _ordered(line, start, end, (first, second, None), sign):
        if Reason.TIME_NEVER in piece.says.refusals and clock is not None:
            break
        yield replace(piece, instead=clock, strength=strength)
        return
    if clock is not None:
        yield Piece(start=start, end=end, says=clock, strength=strength)


def _dotted_clock(line: Line, start: int) -> Components | None:
    hour, minute = line.digits(start), line.digits(start + 2)
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    if len(line.text(start + 2)) != 2 or not line.joined(start + 2):
        return None
    exact = hour > 12 or line.text(start).startswith("0")
    writing = Writing.EXACT if exact else Writing.DIGITAL
    return Components(
        clock=Clock(hour=hour, minute=minute, writing=writing, language=line.locale.language)
    )


def _ordered(
    line: Line, start: int, end: int, numbers: tuple[int, int, int | None], sign: str
) -> Iterator[Piece]:
    """Which of two numbers is the day: a full stop says, else the reader's country."""
    first, second, year = numbers
    day_first = True if sign == "." else line.locale.day_first
    forwards, backwards = _exists(first, second, year), _exists(second, first, year)
    swaps = forwards and backwards and first != second
    if forwards and (day_first or not backwards):
        piece = dated(start, end, first, second, year)
        american = line.locale.day_first is False
        unsure = american and (swaps or sign != ".")
    elif backwards and (sign != "." or line.locale.day_first is False):
        piece = dated(start, end, second, first, year)
        unsure = day_first is not False and first != second and (forwards or year is None)
    else:
        yield _never(start, end)
        return
    if swaps and sign != ".":
        piece = replace(piece, says=replace(piece.says, swaps=True))
    yield _asked(piece, Reason.TIME_ORDER_UNCLEAR) if unsure else piece


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(2024 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def dated(start: int, end: int, day: int, month: int, year: int | None) -> Piece:
    """Make a piece for a date, refused if no calendar has it."""
    if not _exists(day, month, year):
        return _never(start, end)
    return Piece(start=start, end=end, says=Components(day=day, month=month, year=year))


def _never(start: int, end: int) -> Piece:
    says = Components(day=0).refused(Reason.TIME_NEVER)
    return Piece(start=start, end=end, says=says, strength=Strength.WEAK)


def _asked(piece: Piece, reason: Reason) -> Piece:
    return replace(piece, says=piece.says.doubted(reason))
