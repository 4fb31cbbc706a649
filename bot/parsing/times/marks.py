"""Reads what makes a time no single point: now, soon, every monday, from 2 to 3, after 5pm."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum, auto

from bot.calls.doubts import Reason
from bot.parsing.times.components import Clock, Components, Piece, Strength, Writing
from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line
from bot.parsing.times.machine_times import is_western_offset
from bot.parsing.times.spelt_zones import is_mark_before_zone
from bot.parsing.times.tokens import Shape

ReadPoint = Callable[[int], Piece | None]


def read_marks(line: Line, start: int) -> Iterator[Piece]:
    """Now, vague words and repetition."""
    now = line.phrase(start, Kind.NOW)
    if now is not None and not _foreign_and_short(line, start, now):
        yield Piece(start=start, end=now.end, says=Components(now=True))
    same = line.phrase(start, Kind.SAME_TIME)
    if same is not None:
        says = Components(same_time=True)
        yield Piece(start=start, end=same.end, says=says, strength=Strength.WEAK)
    vague = line.phrase(start, Kind.VAGUE)
    if vague is not None:
        says = Components().refused(Reason.TIME_VAGUE)
        yield Piece(start=start, end=vague.end, says=says, strength=Strength.WEAK)
    opened = line.phrase(start, Kind.OPEN_AFTER)
    if opened is not None:
        says = Components().doubted(Reason.TIME_RANGE)
        yield Piece(start=start, end=opened.end, says=says, strength=Strength.WEAK)
    repeats = line.phrase(start, Kind.REPEATS)
    italian = line.elsewhere and line.phrase(start, Kind.AT_ELSEWHERE) is not None
    if repeats is not None and not italian:
        says = Components().refused(Reason.TIME_REPEATS)
        end = line.skip(line.skip(repeats.end, Kind.NUMBER, Kind.ORDINAL), Kind.UNIT, Kind.WEEK)
        yield Piece(start=start, end=end, says=says, strength=Strength.WEAK)


def _foreign_and_short(line: Line, start: int, word: Meaning) -> bool:
    """Whether it is like Spanish "ya" or German "nun", which others take for something else."""
    known = (line.locale.language, Language.ENGLISH)
    return len(line.text(start)) < 4 and word.end == start + 1 and word.language not in known


def read_open_range(line: Line, start: int, read: ReadPoint) -> Iterator[Piece]:
    """After 3pm, ab 15 Uhr, before friday, not at 5: one end is open."""
    word = line.phrase(start, Kind.OPEN_RANGE)
    if line.phrase(start, Kind.PART, Kind.PAST, Kind.DAY) is not None:
        return
    if word is not None and _is_own_preposition(line, start, word):
        return
    if word is not None and line.text(word.end) == "une" and line.phrase(start, Kind.IN):
        return
    if word is None or _is_duration(read(word.end)):
        return
    inner = read(_past_glue(line, word.end))
    if inner is None or _is_duration(inner):
        return
    if not (inner.says.has_clock or inner.says.has_day) or inner.says.now:
        return
    opened = Components.doubted if word.value > 0 else Components.refused
    says = opened(inner.says, Reason.TIME_RANGE)
    instead = None if inner.instead is None else opened(inner.instead, Reason.TIME_RANGE)
    strength = Strength.WEAK if inner.strength is Strength.LOOSE else inner.strength
    yield replace(inner, start=start, says=says, instead=instead, strength=strength)


def _is_duration(piece: Piece | None) -> bool:
    return piece is not None and piece.says.duration is not None


def _is_own_preposition(line: Line, start: int, word: Meaning) -> bool:
    """German "des" is no French "dès"."""
    own = line.locale.language
    glue = line.all(start, Kind.ON)
    return word.language is not own and any(one.language is own for one in glue)


def _past_glue(line: Line, at: int) -> int:
    return line.skip(line.skip(at, Kind.ON), Kind.AT) if line.phrase(at, Kind.ON) else at


def read_ranges(line: Line, start: int, read: ReadPoint) -> Iterator[Piece]:
    """From 2 to 3pm, 14-15 Uhr, between 2 and 4, July 17-18, vom 26.06. - 27.06."""
    opening = line.phrase(start, Kind.RANGE_FROM)
    at = start if opening is None else line.skip(opening.end, Kind.AT, Kind.ON)
    for first in _sides(line, at, read):
        link = line.phrase(first.end, Kind.RANGE_TO)
        if link is None and opening is not None:
            link = line.phrase(first.end, Kind.RANGE_AND)
        if link is None:
            continue
        second_at = line.skip(link.end, Kind.AT, Kind.ON)
        if _is_offset(line, first, link.end):
            continue
        for second in _sides(line, second_at, read):
            at_hour = line.phrase(first.end, Kind.AT_HOUR) is not None
            opened = opening is not None and _may_open(first, second)
            if opened or _alike(first, second, at=at_hour):
                yield _range(start, first, second)


def _sides(line: Line, at: int, read: ReadPoint) -> Iterator[Piece]:
    piece = read(at)
    loose = piece is not None and piece.strength is Strength.LOOSE
    if piece is not None and not loose and not piece.says.now and piece.says.duration is None:
        yield piece
    number = line.digits(at)
    if number is not None and number <= 31 and not line.sign(at - 1, ".,/"):
        clock = Clock(hour=number, writing=Writing.SPOKEN)
        end = at + 2 if line.sign(at + 1, ".") else at + 1
        says = Components(clock=clock) if number <= 24 else Components(day=number)
        yield Piece(start=at, end=end, says=says, strength=Strength.LOOSE)


class _Side(Enum):
    """What one end of a range is."""

    BARE = auto()  # a number that may be anything
    CLOCK = auto()
    DATE = auto()
    DAY = auto()  # friday, tomorrow


def _side(piece: Piece) -> _Side | None:
    if piece.strength is Strength.LOOSE and (piece.says.clock or piece.says.day):
        return _Side.BARE
    if piece.says.clock is not None:
        return _Side.CLOCK
    if piece.says.day is not None:
        return _Side.DATE
    return _Side.DAY if piece.says.has_day else None


def _is_offset(line: Line, first: Piece, at: int) -> bool:
    """15:00:00 -0500: the zone, not the end of a range."""
    signs = [line.text(token) for token in range(first.start, first.end)]
    if ":" in signs and len(line.text(at)) == 4 and line.shape(at, Shape.NUMBER):
        return True
    return line.text(at - 1) == "-" and is_western_offset(line, at - 1)


def _may_open(first: Piece, second: Piece) -> bool:
    """Whether both can be the ends of a range that "from" or "between" begins."""
    sides = {_side(first), _side(second)}
    return None not in sides and (len(sides) == 1 or _Side.BARE in sides)


def _alike(first: Piece, second: Piece, *, at: bool) -> bool:
    """
    Whether both can be the ends of one range.

    "à", "a las" lead to an hour as well as to the end of a range: then only two sides that
    say the same kind of thing are one.
    """
    sides = (_side(first), _side(second))
    if None in sides or sides == (_Side.BARE, _Side.BARE):
        return False
    if sides[0] is sides[1] or sides in ((_Side.CLOCK, _Side.BARE), (_Side.BARE, _Side.DATE)):
        return True
    return not at and sides in ((_Side.BARE, _Side.CLOCK), (_Side.DATE, _Side.BARE))


def _range(start: int, first: Piece, second: Piece) -> Piece:
    """Begin where the first side says, in the half of the day that the second one says."""
    says = first.says
    if _side(first) is _Side.BARE and _side(second) is _Side.DATE:
        says = says.refused(Reason.TIME_RANGE)
    clock, other = says.clock, second.says.clock
    if clock is not None and other is not None and clock.half is None and clock.hour <= 12:
        half = other.half if clock.hour <= other.hour else None
        says = replace(says, clock=replace(clock, half=half))
    doubted = says.doubted(Reason.TIME_RANGE)
    return Piece(start=start, end=second.end, says=doubted)


def read_glue(line: Line, start: int) -> int:
    """Return the token after a word or sign that may stand between two pieces."""
    if line.shape(start, Shape.SIGN):
        text = line.text(start)
        inner = text == "." and (line.joined(start + 1) or line.text(start - 1) == ".")
        inner = inner or is_mark_before_zone(line, start)
        return start + 1 if inner or text in ",-@():/~[]_" else start
    if line.text(start) == "t" and line.joined(start) and line.joined(start + 1):
        return start + 1
    if line.text(start) == "aux":  # 16h aux États-Unis
        return start + 1
    kinds = (Kind.AT_ELSEWHERE,) if line.elsewhere else ()
    glue = line.phrase(start, *kinds, Kind.AT, Kind.ON, Kind.OF, Kind.ABOUT, Kind.AT_HOUR)
    return start if glue is None else glue.end
