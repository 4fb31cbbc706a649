"""Finds the times in a line that holds much else."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calls.doubts import Reason
from bot.parsing.found import Found
from bot.parsing.times.joining import Expression, read_expressions
from bot.parsing.times.line import Line, line_of, read_locale
from bot.parsing.times.phone_digits import phone_tokens
from bot.parsing.times.reading import Clockwork, clockwork, time_doubt
from bot.parsing.times.resolving import Resolved, resolve

LONGEST = 4000  # characters of a line


def find_times(
    text: str, *, now: datetime, tz: str | ZoneInfo, locale: str | None
) -> list[Found[datetime]]:
    """Find what is clearly a time in `text`, left to right; never raises."""
    clock = clockwork(now, tz)
    line = line_of(text[:LONGEST], read_locale(locale, tz))
    line.dead = phone_tokens(line.tokens)
    found = [one for one in read_expressions(line) if one.strong]
    return [_found(line, one, text, clock) for one in found]


def _found(line: Line, expression: Expression, text: str, clock: Clockwork) -> Found[datetime]:
    says = expression.says
    if _names_something(line, expression):
        says = says.doubted(Reason.TIME_UNCLEAR)
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


_DETERMINERS = frozenset(
    {"the", "our", "my", "his", "her", "their", "this", "that", "your"}
    | {"der", "das", "die", "den", "unser", "unsere", "mein", "dein", "ihr", "ihre"}
    | {"le", "la", "notre", "mon", "ma", "votre", "ton"}
    | {"el", "nuestra", "nuestro", "mi", "tu", "su"}
)


def _names_something(line: Line, expression: Expression) -> bool:
    """Return the 2pm meeting: a clock after an article is the name of a thing."""
    before = line.text(expression.start - 1)
    return before in _DETERMINERS and expression.says.clock is not None
