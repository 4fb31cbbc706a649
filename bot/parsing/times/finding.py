"""Finds the times in a line that holds much else."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calls.doubts import Reason
from bot.parsing.found import Found
from bot.parsing.times.components import Components
from bot.parsing.times.joining import Expression, read_expressions
from bot.parsing.times.line import Line, line_of, read_locale
from bot.parsing.times.phone_digits import phone_tokens
from bot.parsing.times.reading import Clockwork, clockwork, time_doubt
from bot.parsing.times.resolving import Resolved, resolve
from bot.parsing.times.surroundings import Surroundings, doubts_around, surroundings

LONGEST = 4000  # characters of a line
_MOST_TOKENS = 1100  # words, numbers and signs: 4,000 characters of prose have some 800


def find_times(
    text: str,
    *,
    now: datetime,
    tz: str | ZoneInfo,
    locale: str | None,
    theirs: str | None = None,
) -> list[Found[datetime]]:
    """
    Find what is clearly a time in `text`, left to right; never raises.

    `theirs` is the contact's IANA zone, in which "4pm their time" is proposed. By a clock that
    nobody knows nothing is proposed.
    """
    clock = replace(clockwork(now, tz), theirs=theirs)
    if len(text) > LONGEST or len(text.split(maxsplit=_MOST_TOKENS)) > _MOST_TOKENS:
        return [_too_long(text)]
    line = line_of(text, read_locale(locale, tz))
    if len(line.tokens) > _MOST_TOKENS:
        return [_too_long(text)]
    line.dead = phone_tokens(line.tokens)
    expressions = read_expressions(line)
    around = surroundings(expressions)
    return [_found(line, one, text, clock, around) for one in expressions if one.strong]


def _by_their_clock(says: Components, theirs: str | None) -> Components:
    if theirs is None or says.zone is None or not says.zone.theirs:
        return says
    return replace(says, zone=replace(says.zone, names=(theirs,)))


def _too_long(text: str) -> Found[datetime]:
    doubt = time_doubt(Reason.TOO_LONG, "")
    return Found(start=0, end=len(text), value=None, doubt=doubt)


def _found(
    line: Line, expression: Expression, text: str, clock: Clockwork, around: Surroundings
) -> Found[datetime]:
    says = expression.says.doubted(*doubts_around(line, expression, around))
    says = _by_their_clock(says, clock.theirs)
    try:
        resolved = resolve(says, clock.now)
    except OverflowError:
        resolved = Resolved(at=None, doubt=Reason.TIME_UNCLEAR)
    start, end = line.tokens[expression.start].start, line.tokens[expression.end - 1].end
    reason = resolved.doubt
    if reason is None and not clock.zone_known:
        reason = Reason.TIME_ZONE_UNCLEAR
    if says.zone is not None and not says.zone.is_known:
        resolved = Resolved(at=None)
        reason = Reason.TIME_ZONE_UNCLEAR
    doubt = None if reason is None else time_doubt(reason, text[start:end], resolved.options)
    return Found(start=start, end=end, value=resolved.at, doubt=doubt)
