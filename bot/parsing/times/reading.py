"""Reads one text as one future point in time, and says why when it is none."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.times.components import Components
from bot.parsing.times.joining import Expression, read_expressions, trimmed
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line, line_of, read_locale
from bot.parsing.times.other_languages import read_in_other_language
from bot.parsing.times.resolving import Resolved, resolve
from bot.parsing.times.tokens import Shape
from bot.parsing.times.wall_clock import zone_at, zone_named

LONGEST = 300  # characters; no time takes more words than that
_FILLER = (Kind.POLITE, Kind.GREETING, Kind.AT, Kind.ON, Kind.ABOUT, Kind.AT_HOUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedTime:
    """A point in time; `assumed` says that a person should confirm it, `doubt` says why."""

    at: datetime
    assumed: bool
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading:
    """A point in time, or, with `at` None, the doubt that says why there is none."""

    at: datetime | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clockwork:
    """
    Now in the requester's zone, whether that zone is known at all, and the contact's, if it is.
    """

    now: datetime
    zone_known: bool
    theirs: str | None = None


def clockwork(now: datetime, tz: str | tzinfo) -> Clockwork:
    """Set the clock to the requester's zone; an unknown zone is UTC, to be confirmed."""
    zone = zone_named(tz) if isinstance(tz, str) else tz
    known = zone if zone is not None else zone_at(0)
    aware = now.replace(tzinfo=known) if now.tzinfo is None else now.astimezone(known)
    return Clockwork(now=aware.replace(microsecond=0), zone_known=zone is not None)


def time_doubt(reason: Reason, read: str, options: tuple[datetime, ...] = ()) -> Doubt:
    """Make a doubt about the time."""
    return Doubt(
        field=Field.SCHEDULED_TIME,
        reason=reason,
        read=read,
        options=tuple(one.isoformat() for one in options),
    )


def parse_time(
    text: str, *, now: datetime, tz: str | ZoneInfo, locale: str | None
) -> ParsedTime | None:
    """Read the whole of `text` as one future point in time, in the zone `tz`; never raises."""
    reading = read_time(text, now=now, tz=tz, locale=locale)
    if reading.at is None:
        return None
    return ParsedTime(at=reading.at, assumed=reading.doubt is not None, doubt=reading.doubt)


def read_time(text: str, *, now: datetime, tz: str | ZoneInfo, locale: str | None) -> TimeReading:
    """Read the whole of `text` as one future point in time, or say why it is none."""
    if not text.strip():
        return TimeReading(at=None, doubt=time_doubt(Reason.MISSING, ""))
    if len(text) > LONGEST:
        return TimeReading(at=None, doubt=time_doubt(Reason.TOO_LONG, text[:LONGEST]))
    clock = clockwork(now, tz)
    line = line_of(text, read_locale(locale, tz))
    found = read_expressions(line)
    whole = _whole(line, found)
    try:
        resolved = _doubted(resolve(whole, clock.now), clock)
        if resolved.at is None and line.locale.foreign:
            resolved = _elsewhere(text, line.locale.tag, clock.now) or resolved
    except OverflowError:
        resolved = Resolved(at=None, doubt=Reason.TIME_UNCLEAR)
    doubt = resolved.doubt
    if doubt is None:
        return TimeReading(at=resolved.at)
    return TimeReading(at=resolved.at, doubt=time_doubt(doubt, text.strip(), resolved.options))


def _elsewhere(text: str, tag: str, now: datetime) -> Resolved | None:
    at = read_in_other_language(text, tag.partition("-")[0], now)
    return None if at is None else Resolved(at=at, doubt=Reason.TIME_UNCLEAR, options=(at,))


def _doubted(resolved: Resolved, clock: Clockwork) -> Resolved:
    if clock.zone_known or resolved.at is None or resolved.doubt is not None:
        return resolved
    return Resolved(at=resolved.at, doubt=Reason.TIME_ZONE_UNCLEAR)


def _whole(line: Line, found: list[Expression]) -> Components:
    """Read the one expression, if nothing but filler is left around it."""
    if len(found) != 1:
        reason = Reason.SEVERAL if found else Reason.TIME_UNCLEAR
        return Components().refused(reason)
    (expression,) = found
    says = expression.says
    if _counts(line, expression):
        return Components().refused(Reason.TIME_UNCLEAR)
    for start, end in ((0, expression.start), (expression.end, len(line.tokens))):
        left = _left_over(line, start, end)
        if left is None and not _is_prose(line, expression, start, end):
            return Components().refused(Reason.TIME_UNCLEAR)
        says = says.doubted(*(frozenset({Reason.TIME_UNCLEAR}) if left is None else left))
    return says


def _is_prose(line: Line, expression: Expression, start: int, end: int) -> bool:
    """Whether words alone stand around a clear time: let's meet at 9pm."""
    words = all(
        line.shape(at, Shape.WORD) or line.text(at) in ".,;!?'\"()" for at in range(start, end)
    )
    known = not line.locale.foreign
    return known and words and expression.strong and expression.says.has_clock


def _counts(line: Line, expression: Expression) -> bool:
    """In 5: of what?"""
    before = line.phrase(expression.start - 1, Kind.IN)
    alone = expression.end == expression.start + 1 and not expression.strong
    return before is not None and before.end == expression.start and alone


def _left_over(line: Line, at: int, end: int) -> frozenset[Reason] | None:
    """Return the doubts that the words around a time raise; None if they are no filler."""
    doubts: frozenset[Reason] = frozenset()
    while at < end:
        maybe = line.phrase(at, Kind.MAYBE)
        after = trimmed(line, at, end, _FILLER) if maybe is None else maybe.end
        if maybe is not None:
            doubts |= {Reason.TIME_UNCLEAR}
        if after == at:
            if not line.shape(at, Shape.SIGN) or line.text(at) in "+%$€£#*=<>/\\":
                return None
            after = at + 1
        at = after
    return doubts if at == end else None
