"""Asks about what may be the time of the call though it was not clear enough to be one."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.away import is_away
from bot.parsing.beside_times import (
    dates_at_end,
    find_clock,
    find_date_like,
    has_begun_or_lasts,
    is_bare_length,
)
from bot.parsing.choices import Choice
from bot.parsing.found import Found, Span
from bot.parsing.held_back import is_held_back
from bot.parsing.line import Line
from bot.parsing.links import mask
from bot.parsing.slack_text import MASK
from bot.parsing.time_labels import values_about_the_call
from bot.parsing.time_roles import beginnings_of, is_about_something, segments_of
from bot.parsing.vague_times import is_part_of_day, is_vague_or_past, says_when_to_call

_ANYTIME = re.compile(
    r"\s*(?:any ?time|flexible|jederzeit|egal|n['’]importe quand|cuando sea)[ .!]*", re.IGNORECASE
)
"""Best time to call: anytime, which now is one of."""

_MARKS = " \t,;:.!|>()[]\"'*_/–—-"
_LONG = timedelta(days=180)
_MOST = 5
_MOST_WORDS = 60


def ask_about_missed_time(
    line: Line, text: str, spoken: str, reads_as_time: Callable[[str], bool]
) -> Choice[datetime]:
    """
    Ask about what may be a time though it was not clear enough: "22.04.", ", afternoon,".

    `spoken` is the text with the words that ask for a call: "call her when the offer is out".
    """
    for segment in segments_of(spoken)[:_MOST_WORDS]:
        words = spoken[segment.start : segment.end]
        if says_when_to_call(words) or is_away(words) or is_held_back(words):
            return _no_time(line, segment, Reason.TIME_VAGUE)
    segments = segments_of(text)
    if len(segments) == 1 and is_bare_length(text, segments[0]):
        return _no_time(line, segments[0], Reason.TIME_UNCLEAR)
    values = [
        value
        for value in values_about_the_call(line, text)
        if not _ANYTIME.fullmatch(text, value.start, value.end)
    ]
    for value in values:
        if is_part_of_day(text[value.start : value.end]):
            return _no_time(line, value, Reason.TIME_VAGUE)
    for segment in [*values, *segments[:_MOST_WORDS]]:
        if (reason := is_vague_or_past(text, segment)) is not None:
            return _no_time(line, segment, reason)
    return _perhaps_a_time(line, text, reads_as_time)


def _perhaps_a_time(
    line: Line, text: str, reads_as_time: Callable[[str], bool]
) -> Choice[datetime]:
    """Ask about the beginning of a stretch, or about a date, that may be a time."""
    begun = [time for time in line.find_times(text) if has_begun_or_lasts(text, time)]
    text = mask(text, begun)
    for segment in segments_of(text)[:_MOST]:
        for end in beginnings_of(text, segment):
            if reads_as_time(text[segment.start : end].strip()):
                return perhaps(line, Found(start=segment.start, end=end, value=None))
    for segment in segments_of(text)[:_MOST]:
        beginning = line.find_beginning(text[segment.start : segment.end])
        if beginning is not None and beginning.is_all:
            return _no_time(line, segment, Reason.TIME_VAGUE)
        if beginning is not None and _stands_first(text, segment):
            end = segment.start + beginning.end
            return perhaps(line, Found(start=segment.start, end=end, value=None))
    date = find_date_like(text) or _clock_at_end_of_number(line)
    if date is None:
        date = find_clock(mask(text, line.find_times(text)))
    if date is None:
        date = next(
            (each for each in dates_at_end(text) if _may_be_of_the_call(line, text, each)), None
        )
    if date is None:
        return Choice()
    return perhaps(line, Found(start=date.start, end=date.end, value=None))


def _clock_at_end_of_number(line: Line) -> Span | None:
    """Find what may be a clock where it is asked if it is the end of the number: "… 1730 demo"."""
    for phone in line.strong_phones:
        if phone.doubt is None or phone.doubt.reason is not Reason.NUMBER_UNCLEAR:
            continue
        last = line.text[phone.start : phone.end].rpartition(" ")[2]
        if len(phone.doubt.options) > 1 and line.find_beginning(last) is not None:
            return Span(start=phone.end - len(last), end=phone.end)
    return None


def _stands_first(text: str, segment: Span) -> bool:
    """Whether nothing but marks is between a stretch and the contact, where a time would stand."""
    return text[: segment.start].rstrip(_MARKS)[-1:] in {"", MASK}


def _may_be_of_the_call(line: Line, text: str, date: Span) -> bool:
    """Whether it comes soon, and is none of "invoice due 30.11."."""
    if is_about_something(text, Found(start=date.start, end=date.end, value=None)):
        return False
    times = line.find_times(f"am {text[date.start : date.end]}")
    return any(time.value is not None and time.value - line.now < _LONG for time in times)


def _no_time(line: Line, span: Span, reason: Reason) -> Choice[datetime]:
    read = line.plain.quote(span.start, span.end).strip()
    return Choice(doubts=(Doubt(field=Field.SCHEDULED_TIME, reason=reason, read=read),))


def perhaps(line: Line, time: Found[datetime], *, since: int | None = None) -> Choice[datetime]:
    """
    Ask whether a time that stays in the context is the time of the call.

    `since` is where the words begin that it may belong to.
    """
    read = line.plain.quote(time.start if since is None else since, time.end).strip()
    is_told = time.value is not None and time.value != line.now
    options = (time.value.isoformat(),) if time.value is not None and is_told else ()
    doubt = Doubt(
        field=Field.SCHEDULED_TIME, reason=Reason.TIME_OF_WHAT, read=read, options=options
    )
    return Choice(value=time.value, doubts=(doubt,))
