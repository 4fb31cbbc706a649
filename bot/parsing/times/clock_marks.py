"""Knows what stands around the digits of a clock: pm, Uhr, h, and what no clock shows."""

from dataclasses import replace
from typing import Literal

from bot.calls.doubts import Reason
from bot.parsing.times.components import Clock, Components, Piece, Writing
from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.line import Line
from bot.parsing.times.spelt_zones import dotted_letters
from bot.parsing.times.tokens import Shape
from bot.parsing.times.unknown_zones import unknown_zone


def meridiem_at(line: Line, at: int) -> tuple[Literal[0, 12], int] | None:
    """Am or pm, and the token after it."""
    if (line.sign(at, ".") and line.joined(at + 1)) or line.text(at) == "ish":
        at += 1
    word = line.phrase(at, Kind.MERIDIEM)
    if word is None or (word.end == at + 1 and not _certainly_meridiem(line, at)):
        return None
    return (12 if word.value else 0), word.end


def _certainly_meridiem(line: Line, at: int) -> bool:
    """One letter must touch its number, and the German "am" has a day after it."""
    if len(line.text(at)) == 1:
        return line.joined(at) or line.sign(at + 1, ".")
    if line.text(at) != "am" or line.joined(at):
        return True
    german = line.locale.language is Language.GERMAN
    day = line.phrase(at + 1, Kind.WEEKDAY, Kind.WEEKDAY_SHORT, Kind.PART, Kind.ORDINAL)
    dated = line.shape(at + 1, Shape.NUMBER) and line.text(at + 2) in (".", "st", "nd", "rd", "th")
    if dated:
        return line.text(at + 2) != "."
    return not (german and day is not None)


def divmod_clock(digits: str) -> tuple[int | None, int]:
    """Return the hour and minute that up to four digits say."""
    if len(digits) <= 2:
        return int(digits), 0
    if len(digits) <= 4 and int(digits[-2:]) < 60:
        return int(digits[:-2]), int(digits[-2:])
    return None, 0


def clock_suffix(line: Line, clock: Clock, at: int) -> tuple[Clock, int]:
    """Take in the "pm", "Uhr" or "h" after a clock."""
    meridiem = meridiem_at(line, at)
    if meridiem is not None:
        return replace(clock, half=meridiem[0], writing=Writing.SPOKEN), meridiem[1]
    word = line.phrase(at, Kind.O_CLOCK, Kind.HOURS)
    zone = line.phrase(at, Kind.ZONE_OF, Kind.ZONE_UNKNOWN) or unknown_zone(line, at)
    is_zone = zone is not None or dotted_letters(line, at) is not None
    if word is None or (is_zone and line.phrase(word.end, Kind.PART) is None):
        return clock, at
    meridiem = meridiem_at(line, word.end)
    if meridiem is not None:
        return replace(clock, half=meridiem[0], writing=Writing.SPOKEN), meridiem[1]
    return replace(clock, language=word.language), word.end


def writing_of(hour: str, otherwise: Writing) -> Writing:
    """Take a leading zero, or more than twelve hours, for a clock of 24."""
    exact = int(hour) > 12 or (hour.startswith("0") and otherwise is Writing.DIGITAL)
    return Writing.EXACT if exact or int(hour) == 0 else otherwise


def clock_piece(start: int, end: int, clock: Clock) -> Piece:
    """Make a piece for a clock, refused if no day has such a time."""
    says = Components(clock=clock)
    if _never(clock):
        says = says.refused(Reason.TIME_NEVER)
    elif clock.half == 12 and (clock.hour > 12 or clock.hour == 0):
        says = says.doubted(Reason.TIME_UNCLEAR)
    return Piece(start=start, end=end, says=says)


def _never(clock: Clock) -> bool:
    late = clock.hour > 24 or (clock.hour == 24 and clock.minute > 0)
    return late or clock.minute > 59 or clock.second > 59 or (clock.half == 0 and clock.hour > 12)
