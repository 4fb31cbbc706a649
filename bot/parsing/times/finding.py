"""Finds the times in a line that holds much else."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calls.doubts import Reason
from bot.parsing.found import Found
from bot.parsing.times.components import Writing
from bot.parsing.times.joining import Expression, read_expressions
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line, line_of, read_locale
from bot.parsing.times.phone_digits import phone_tokens
from bot.parsing.times.reading import Clockwork, clockwork, time_doubt
from bot.parsing.times.resolving import Resolved, resolve
from bot.parsing.times.tokens import Shape

LONGEST = 4000  # characters of a line
_MOST_TOKENS = 1500  # words, numbers and signs: prose of that length has half as many


def find_times(
    text: str, *, now: datetime, tz: str | ZoneInfo, locale: str | None
) -> list[Found[datetime]]:
    """Find what is clearly a time in `text`, left to right; never raises."""
    clock = clockwork(now, tz)
    line = line_of(text[:LONGEST], read_locale(locale, tz))
    if len(text) > LONGEST or len(line.tokens) > _MOST_TOKENS:
        doubt = time_doubt(Reason.TOO_LONG, "")
        return [Found(start=0, end=len(text), value=None, doubt=doubt)]
    line.dead = phone_tokens(line.tokens)
    expressions = read_expressions(line)
    stray = _strays(expressions)
    return [_found(line, one, text, clock, stray) for one in expressions if one.strong]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strays:
    """What else in the line may say the day, or the part of the day."""

    day: bool
    part: bool


def _strays(expressions: list[Expression]) -> _Strays:
    """
    Look at the pieces that are no time by themselves and touch none: "12/1 demo at 2pm".

    The day may belong to the clock or not; to leave it out would call on the wrong day.
    """
    weak = [one for one in expressions if not one.strong and not one.loose]
    said = [one.says for one in weak if not one.says.refusals]
    return _Strays(
        day=any(one.has_day for one in said),
        part=any(one.part is not None for one in said),
    )


def _found(
    line: Line, expression: Expression, text: str, clock: Clockwork, stray: _Strays
) -> Found[datetime]:
    says = expression.says
    if _names_something(line, expression) or _maybe_near(line, expression):
        says = says.doubted(Reason.TIME_UNCLEAR)
    if says.clock is not None and stray.day and not says.has_day:
        says = says.doubted(Reason.TIME_DAY_UNCLEAR)
    if says.clock is not None and stray.part and says.clock.writing is not Writing.EXACT:
        says = says if says.part or says.clock.half else says.doubted(Reason.TIME_BARE_HOUR)
    try:
        resolved = resolve(says, clock.now)
    except OverflowError:
        resolved = Resolved(at=None, doubt=Reason.TIME_UNCLEAR)
    start, end = line.tokens[expression.start].start, line.tokens[expression.end - 1].end
    reason = resolved.doubt
    if reason is None and not clock.zone_known:
        reason = Reason.TIME_ZONE_UNCLEAR
    doubt = None if reason is None else time_doubt(reason, text[start:end], resolved.options)
    return Found(start=start, end=end, value=resolved.at, doubt=doubt)


_OWNERS = frozenset(
    {"the", "our", "my", "his", "her", "their", "this", "that", "your"}
    | {"unser", "unsere", "unserem", "unseren", "mein", "meinen", "dein", "ihr", "ihre", "das"}
    | {"notre", "mon", "ma", "votre", "ton", "nuestra", "nuestro", "mi", "tu", "su"}
)
_ARTICLES = _OWNERS | {"der", "die", "den", "dem", "le", "la", "el"}


def _names_something(line: Line, expression: Expression) -> bool:
    """Whether a clock after an article names a thing: the 2pm meeting, our friday 2pm slot."""
    if expression.says.clock is None:
        return False
    number = line.shape(expression.start, Shape.NUMBER)
    day = line.phrase(expression.start, Kind.WEEKDAY) is not None
    before = line.text(expression.start - 1)
    return (number and before in _ARTICLES) or (day and before in _OWNERS)


def _maybe_near(line: Line, expression: Expression) -> bool:
    """Whether "perhaps" or "or so" stands beside it."""
    before = line.phrase(expression.start - 1, Kind.MAYBE)
    return before is not None or line.phrase(expression.end, Kind.MAYBE) is not None
