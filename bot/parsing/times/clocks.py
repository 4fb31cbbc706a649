"""Reads clock times that are written in digits: 14:30, 2pm, 9.15 Uhr, 14h30, at 3, 0945."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.clock_marks import (
    clock_piece,
    clock_suffix,
    divmod_clock,
    meridiem_at,
    writing_of,
)
from bot.parsing.times.components import Clock, Components, Piece, Strength, Writing
from bot.parsing.times.counting import counts_at
from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape

LENGTHS = frozenset({"hours", "hour", "hrs", "hr", "horas", "hora", "heures", "heure"})


def read_clocks(line: Line, start: int) -> Iterator[Piece]:
    """All readings of a clock in digits that begin at `start`."""
    yield from _bare_after_preposition(line, start)
    if line.shape(start, Shape.NUMBER) and start not in line.dead:
        yield from _digital(line, start)
        yield from _hours_and_minutes(line, start)
        yield from _with_meridiem(line, start)
        yield from _with_spaced_minutes(line, start)
        yield from _military(line, start)


def _digital(line: Line, start: int) -> Iterator[Piece]:
    """14:30, 14:30:15, 14.30 Uhr."""
    hour, minute = line.digits(start), line.digits(start + 2)
    if hour is None or minute is None or len(line.text(start + 2)) != 2:
        return
    dotted = line.sign(start + 1, ".")
    if not (line.sign(start + 1, ":") or dotted) or not line.joined(start + 2):
        return
    second, end = _seconds(line, start + 3, line.text(start + 1))
    clock = Clock(
        hour=hour,
        minute=minute,
        second=second,
        writing=writing_of(line.text(start), Writing.DIGITAL),
        language=line.locale.language,
    )
    clock, marked_end = clock_suffix(line, clock, end)
    if not dotted or marked_end > end:
        yield clock_piece(start, marked_end, clock)


def _seconds(line: Line, at: int, sign: str) -> tuple[int, int]:
    """Seconds, and their fraction, which nobody needs."""
    second = line.digits(at + 1)
    if second is None or not line.sign(at, sign) or not line.joined(at + 1) or sign != ":":
        return 0, at
    at += 2
    if line.sign(at, ".") and line.joined(at + 1) and line.shape(at + 1, Shape.NUMBER):
        at += 2
    return second, at


def _hours_and_minutes(line: Line, start: int) -> Iterator[Piece]:
    """14h, 14h30, 14 Uhr 30, 15 heures 15, 10 H 10 pm."""
    hour = line.digits(start)
    word = line.phrase(start + 1, Kind.HOURS, Kind.O_CLOCK)
    if hour is None or word is None or _is_rate(line, word.end):
        return
    length = line.text(start + 1) in LENGTHS
    writing = writing_of(line.text(start), Writing.HOURS)
    clock = Clock(hour=hour, writing=writing, language=word.language)
    minute, end = _minutes_after_hours(line, word.end)
    may_count = minute is None and _may_be_minutes(line, word.end)
    if may_count:
        minute, end = line.digits(word.end), word.end + 1
    clock, marked_end = clock_suffix(line, replace(clock, minute=minute or 0), end)
    weak = (length or hour == 24) and minute is None and marked_end == end
    piece = clock_piece(start, marked_end, clock)
    english = line.text(start + 1) in ("hour", "hours", "hr", "hrs")
    day_long = hour == 24 and (length or line.text(start + 1) == "h")  # 24h support
    certain = 12 < hour <= 24 and not english and not day_long
    if (english and minute is not None) or (weak and day_long and length):
        piece = replace(piece, says=piece.says.doubted(Reason.TIME_UNCLEAR))  # how long, perhaps
    strength = Strength.WEAK if weak and not certain else Strength.STRONG
    says = piece.says.doubted(Reason.TIME_UNCLEAR) if may_count else piece.says
    yield replace(piece, says=says, strength=strength)


def _is_rate(line: Line, at: int) -> bool:
    """40h/week."""
    return line.sign(at, "/") and line.joined(at + 1) and line.shape(at + 1, Shape.WORD)


def _minutes_after_hours(line: Line, at: int) -> tuple[int | None, int]:
    minute = line.digits(at)
    if minute is None or minute > 59 or len(line.text(at)) != 2:
        return None, at
    if not line.joined(at) and not _ends_the_number(line, at + 1):
        return None, at
    end = line.skip(at + 1, Kind.MINUTES)
    if line.digits(end) is not None and line.joined(end) and line.text(end + 1) == "s":
        end += 2
    return minute, end if line.text(at + 1) != "'" else at + 1


def _may_be_minutes(line: Line, at: int) -> bool:
    """Whether two digits before another word may be minutes: "14 h 30 démo"."""
    minute = line.digits(at)
    if minute is None or minute > 59 or len(line.text(at)) != 2 or minute % 5:
        return False
    follows = line.shape(at + 1, Shape.WORD) and not line.joined(at + 1)
    return follows and not line.known(at + 1) and not counts_at(line, at + 1)


def _ends_the_number(line: Line, at: int) -> bool:
    """Whether what stands there cannot belong to the digits before it."""
    if line.shape(at, Shape.NUMBER):
        return False
    if line.shape(at, Shape.WORD):
        return not line.joined(at) and _is_time_word(line, at)
    return not (line.text(at) in ".:/-,%€$" and line.shape(at + 1, Shape.NUMBER))


def _is_time_word(line: Line, at: int) -> bool:
    glue = (Kind.ON, Kind.PART, Kind.WEEKDAY, Kind.DAY, Kind.DAY_OR_PART, Kind.MINUTES)
    suffix = (Kind.MERIDIEM, Kind.HOURS, Kind.O_CLOCK)
    return line.phrase(at, *glue, *suffix, Kind.ABOUT, Kind.POLITE) is not None


def _with_meridiem(line: Line, start: int) -> Iterator[Piece]:
    """2pm, 2 p.m., 330 pm, 5A."""
    meridiem = meridiem_at(line, start + 1)
    if meridiem is None:
        return
    half, end = meridiem
    hour, minute = divmod_clock(line.text(start))
    if hour is not None:
        letter = line.text(start + 1) in ("a", "p") and end == start + 2
        clock = Clock(hour=hour, minute=minute, half=half, writing=Writing.SPOKEN)
        piece = clock_piece(start, end, clock)
        unsure = piece.says.doubted(Reason.TIME_UNCLEAR) if letter else piece.says
        yield replace(piece, says=unsure)


def _with_spaced_minutes(line: Line, start: int) -> Iterator[Piece]:
    """2 30 pm, 2-30pm: the hour and the minutes, or two numbers."""
    hour = line.digits(start)
    at = start + 2 if line.sign(start + 1, "-") and line.joined(start + 2) else start + 1
    minute = line.digits(at)
    meridiem = meridiem_at(line, at + 1)
    if hour is None or minute is None or meridiem is None or len(line.text(at)) != 2:
        return
    if 1 <= hour <= 12 and 12 < minute < 60 and not (at == start + 1 and line.joined(at)):
        clock = Clock(hour=hour, minute=minute, half=meridiem[0], writing=Writing.SPOKEN)
        piece = clock_piece(start, meridiem[1], clock)
        yield replace(piece, says=piece.says.doubted(Reason.TIME_UNCLEAR))


def _military(line: Line, start: int) -> Iterator[Piece]:
    """0945, 1730 h: four digits; a year looks just the same."""
    digits = line.text(start)
    hour, minute = divmod_clock(digits)
    if len(digits) != 4 or hour is None or hour > 23:
        return
    clock = Clock(hour=hour, minute=minute, writing=Writing.EXACT)
    clock, end = clock_suffix(line, clock, start + 1)
    piece = clock_piece(start, end, replace(clock, half=None, writing=Writing.EXACT))
    if end > start + 1:
        yield piece
        return
    asked = piece.says if digits.startswith("0") else piece.says.doubted(Reason.TIME_UNCLEAR)
    year = Components(year=int(digits)) if 1900 <= int(digits) <= 2100 else None
    yield replace(
        piece,
        says=asked if year is None else year,
        instead=None if year is None else asked,
        strength=Strength.WEAK,
    )


def _bare_after_preposition(line: Line, start: int) -> Iterator[Piece]:
    """At 3, um 14, a las 5, at 3 15, um 9.15."""
    elsewhere = line.all(start, Kind.AT_ELSEWHERE) if line.elsewhere else []
    for word in (*line.all(start, Kind.AT_HOUR), *elsewhere):
        hour = line.digits(word.end)
        if hour is None or not _certainly_at(line, start):
            continue
        dotted = line.sign(word.end + 1, ".") and line.joined(word.end + 2)
        minute, end = _minutes_after_preposition(line, word.end + 1, dotted=dotted)
        writing = Writing.DIGITAL if dotted and minute else Writing.SPOKEN
        clock = Clock(
            hour=hour,
            minute=minute,
            writing=writing_of(line.text(word.end), writing),
            language=word.language,
        )
        clock, marked_end = clock_suffix(line, clock, end)
        counted = line.phrase(end, Kind.UNIT, Kind.MONTH) is not None and end == word.end + 1
        if marked_end == end and not counted:
            piece = clock_piece(start, end, clock)
            if (
                line.shape(end, Shape.WORD)
                and not line.known(end)
                and not _is_hour(line, start, end)
            ):
                piece = replace(piece, says=piece.says.doubted(Reason.TIME_UNCLEAR))
            sure = len(line.text(start)) > 1 or line.text(start) == "@"
            yield piece if sure else replace(piece, strength=Strength.WEAK)
        elif end > word.end + 1:
            yield clock_piece(start, marked_end, clock)


def _is_hour(line: Line, start: int, end: int) -> bool:
    """Whether it is "a las 10 demo", and not "a las 3 oficinas"."""
    first, second = line.text(start), line.text(start + 1)
    article = first == "las" or (first == "a" and second in ("las", "la"))
    return article and not counts_at(line, end)


def _certainly_at(line: Line, start: int) -> bool:
    """Take a lone "a" for a preposition only where French or Spanish is spoken."""
    if line.text(start) != "a" or line.text(start + 1) in ("las", "la", "eso"):
        return True
    return line.locale.language in (Language.FRENCH, Language.SPANISH)


def _minutes_after_preposition(line: Line, at: int, *, dotted: bool) -> tuple[int, int]:
    if dotted and len(line.text(at + 1)) == 2:
        minute = line.digits(at + 1)
        return (0, at) if minute is None else (minute, at + 2)
    if line.text(at) == "0" and len(line.text(at + 1)) == 1:
        minute = line.digits(at + 1)
        return (0, at) if minute is None else (minute, at + 2)
    minute = line.digits(at)
    if minute is None or minute > 59 or len(line.text(at)) != 2:
        return 0, at
    spoken = line.phrase(at + 1, Kind.OF, Kind.MONTH, Kind.UNIT, Kind.ORDINAL_SUFFIX)
    ends = spoken is None and _ends_the_number(line, at + 1)
    return (minute, at + 1) if ends else (0, at)
