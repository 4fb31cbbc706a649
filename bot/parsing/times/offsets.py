"""Reads offsets from now: in 45 minutes, in 1h30, anderthalb Stunden, dentro de media hora."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Duration, Piece, Strength
from bot.parsing.times.kinds import Kind, Language, Unit
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape

_LONGEST_DAYS = 3660
_FEW = 4  # minutes, that nobody tells in words behind an hour
_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
Lasting = tuple[Duration, int]


def read_offsets(line: Line, start: int) -> Iterator[Piece]:
    """All offsets that begin at `start`."""
    yield from _in(line, start)
    yield from _ago_before(line, start)
    yield from _plus(line, start)
    yield from _bare(line, start)
    yield from _weekdays_from_now(line, start)


def _in(line: Line, start: int) -> Iterator[Piece]:
    for word in line.all(start, Kind.IN):
        lasting = duration_at(line, _past_about(line, word.end))
        if lasting is not None:
            end = line.skip(_past_about(line, lasting[1]), Kind.FROM_NOW)
            end = (
                end if end > lasting[1] and line.phrase(lasting[1], Kind.FROM_NOW) else lasting[1]
            )
            piece = _piece(start, (lasting[0], end))
            open_ended = word.value or _is_after_hour(line, start, lasting[1])
            yield _asked(piece, Reason.TIME_RANGE) if open_ended else piece


def _is_after_hour(line: Line, start: int, end: int) -> bool:
    """Whether "après 3 heures" may be after three o'clock."""
    hours = line.phrase(end - 1, Kind.HOURS)
    after = line.phrase(start, Kind.OPEN_RANGE)
    if after is None or after.value < 0 or hours is None:
        return False
    return hours.language is not Language.ENGLISH


def _past_about(line: Line, at: int) -> int:
    return line.skip(line.skip(at, Kind.ABOUT), Kind.ABOUT)


def _ago_before(line: Line, start: int) -> Iterator[Piece]:
    word = line.phrase(start, Kind.AGO_BEFORE)
    lasting = None if word is None else duration_at(line, _past_about(line, word.end))
    if lasting is not None:
        yield _past(start, lasting)


def _plus(line: Line, start: int) -> Iterator[Piece]:
    """+2h, now + 2 hours."""
    now = line.phrase(start, Kind.NOW)
    sign = start if now is None else now.end
    if line.text(sign) == "+":
        lasting = duration_at(line, sign + 1)
        if lasting is not None:
            yield _piece(start, lasting)


def _bare(line: Line, start: int) -> Iterator[Piece]:
    """45 minutes from now, 2 days ago, and 45 minutes with nothing around it."""
    lasting = duration_at(line, start)
    if lasting is None:
        return
    duration, end = lasting
    if (word := line.phrase(end, Kind.AGO)) is not None:
        yield _past(start, (duration, word.end))
    if (word := line.phrase(end, Kind.FROM_NOW)) is not None:
        yield _piece(start, (duration, word.end))
    if (word := line.phrase(end, Kind.FROM)) is not None:
        yield from _from_a_day(line, start, duration, word.end)
    yield from _shifting(line, start, lasting)
    yield replace(_asked(_piece(start, lasting), Reason.TIME_UNCLEAR), strength=Strength.LOOSE)


def _shifting(line: Line, start: int, lasting: Lasting) -> Iterator[Piece]:
    """Two hours after, half an hour before: the time itself follows."""
    duration, end = lasting
    if duration.seconds and duration == Duration(seconds=duration.seconds):
        for kind, sign in ((Kind.AFTER_HOUR, 1), (Kind.BEFORE_HOUR, -1)):
            word = line.phrase(end, kind)
            if word is None or not (line.known(word.end) or line.shape(word.end, Shape.NUMBER)):
                continue  # "15h15 to discuss"
            if line.phrase(word.end, Kind.NOW) is None:
                says = Components(shift=sign * duration.seconds)
                yield Piece(start=start, end=word.end, says=says, strength=Strength.WEAK)


def _weekdays_from_now(line: Line, start: int) -> Iterator[Piece]:
    """Two fridays from now."""
    number = line.number(start)
    days = None if number is None else line.phrase(number[1], Kind.WEEKDAYS, Kind.WEEKDAY)
    after = None if days is None else line.phrase(days.end, Kind.FROM_NOW)
    if number is not None and days is not None and after is not None and 0 < number[0] < 53:
        weeks = Duration(days=7 * number[0] - 7)
        yield Piece(
            start=start, end=after.end, says=Components(weekday=days.value, duration=weeks)
        )


def _from_a_day(line: Line, start: int, duration: Duration, at: int) -> Iterator[Piece]:
    """Two days from tomorrow, a week from today."""
    weekday = line.phrase(at, Kind.WEEKDAY)
    if weekday is not None and duration.by_calendar:
        says = Components(duration=duration, weekday=weekday.value, from_weekday=True)
        yield Piece(start=start, end=weekday.end, says=says)
    now = line.phrase(at, Kind.NOW)
    if now is not None:
        yield _piece(start, (duration, now.end))
    day = line.phrase(at, Kind.DAY, Kind.DAY_OR_PART)
    if day is not None and duration.by_calendar:
        counted = duration.plus(Duration(days=day.value))
        yield _piece(start, (counted, day.end))


def duration_at(line: Line, at: int) -> Lasting | None:
    """Add up a length of time in several units, the largest first."""
    found = _single(line, at)
    if found is None:
        return None
    duration, end, unit = found
    while (following := _single(line, _past_and(line, end))) and following[2] < unit:
        duration, end, unit = duration.plus(following[0]), following[1], following[2]
    return duration, end


def _past_and(line: Line, at: int) -> int:
    if line.text(at) == ",":
        at += 1
    return at + 1 if line.text(at) in ("and", "und", "et", "y", "&") else at


def _single(line: Line, at: int) -> tuple[Duration, int, Unit] | None:
    phrase = line.phrase(at, Kind.DURATION)
    if phrase is not None:
        days, minutes = divmod(phrase.value, 1440)
        return Duration(days=days, seconds=60 * minutes), phrase.end, Unit.MINUTE
    few = line.phrase(at, Kind.FEW)
    amount = _amount(line, at) if few is None else (Fraction(few.value), few.end)
    if amount is None:
        return None
    number, end = amount
    unit = line.phrase(end, Kind.UNIT)
    if unit is None or _letter_is_far(line, end):
        return None
    duration, end = _after_unit(line, unit.end, _of(number, Unit(unit.value)), Unit(unit.value))
    rough = duration.rough or few is not None
    return replace(duration, rough=rough), end, Unit(unit.value)


def _letter_is_far(line: Line, at: int) -> bool:
    """Whether it is a unit of one letter that does not touch its number; hours may."""
    return len(line.text(at)) == 1 and not line.joined(at) and line.text(at) != "h"


def _after_unit(line: Line, at: int, duration: Duration, unit: Unit) -> Lasting:
    """Take in what follows the unit: an hour and a half, 1h30."""
    half = line.phrase(at, Kind.AND_HALF)
    if half is not None and unit is Unit.HOUR:
        return duration.plus(_of(Fraction(half.value), Unit.MINUTE)), half.end
    spoken = line.phrase(at, Kind.NUMBER)
    french = line.text(at - 1).startswith("heure") and unit is Unit.HOUR
    french = french and spoken is not None and spoken.language is Language.FRENCH
    if (
        french
        and spoken is not None
        and spoken.value > _FEW
        and not line.phrase(spoken.end, Kind.UNIT)
    ):
        return duration.plus(_of(Fraction(spoken.value), Unit.MINUTE)), spoken.end
    minutes = line.digits(at)
    touching = line.joined(at) or (line.text(at - 1) == "h" and len(line.text(at)) == 2)
    compact = unit is Unit.HOUR and touching and minutes is not None
    if compact and minutes is not None and minutes < 60 and not line.phrase(at + 1, Kind.UNIT):
        return duration.plus(_of(Fraction(minutes), Unit.MINUTE)), at + 1
    return duration, at


def _amount(line: Line, at: int) -> tuple[Fraction, int] | None:
    """How many: 2, two, 2.5, 2 1/2, two and a half, zweieinhalb."""
    number = line.number(at, longest=4)
    if number is None:
        return None
    value, end = Fraction(number[0]), number[1]
    if line.sign(end, ".,") and line.joined(end + 1) and line.shape(end + 1, Shape.NUMBER):
        decimals = line.text(end + 1)
        return (value + Fraction(int(decimals[:3]), 10 ** len(decimals[:3]))), end + 2
    half = line.phrase(end, Kind.HALF)
    if half is not None and line.phrase(half.end, Kind.UNIT) is not None:
        return value + Fraction(1, 2), half.end
    return value, end


def _of(number: Fraction, unit: Unit) -> Duration:
    if unit in _SECONDS:
        return Duration(seconds=int(number * _SECONDS[unit]))
    whole = int(number)
    if number != whole and unit in (Unit.DAY, Unit.WEEK):
        days = number * (7 if unit is Unit.WEEK else 1)
        return Duration(seconds=int(days * 86400), rough=True)
    by_unit = {
        Unit.DAY: Duration(days=whole),
        Unit.WEEK: Duration(days=7 * whole),
        Unit.MONTH: Duration(months=whole),
        Unit.YEAR: Duration(months=12 * whole),
    }
    return by_unit.get(unit, Duration(workdays=whole))


def _piece(start: int, lasting: Lasting) -> Piece:
    duration, end = lasting
    says = Components(duration=duration)
    days = duration.days + 31 * duration.months + 2 * duration.workdays
    if days + duration.seconds // 86400 > _LONGEST_DAYS:
        says = says.refused(Reason.TIME_UNCLEAR)
    if duration.rough:
        says = says.doubted(Reason.TIME_VAGUE)
    return Piece(start=start, end=end, says=says)


def _asked(piece: Piece, reason: Reason) -> Piece:
    return replace(piece, says=piece.says.doubted(reason))


def _past(start: int, lasting: Lasting) -> Piece:
    piece = _piece(start, lasting)
    return replace(piece, says=piece.says.refused(Reason.TIME_PAST), strength=Strength.WEAK)
