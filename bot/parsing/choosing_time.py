"""Settles the time of the call among the times of a line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.availability import is_talk
from bot.parsing.away import is_away
from bot.parsing.beside_times import (
    count_at_end,
    has_begun_or_lasts,
    is_beside_date,
    is_beside_more,
    is_length_in_brackets,
    is_range_of_noon,
    may_have_minutes,
    number_of_thing,
)
from bot.parsing.choices import Choice, choose_time
from bot.parsing.conditions import is_conditional
from bot.parsing.found import Found, Span
from bot.parsing.label_words import Part
from bot.parsing.layout import Layout
from bot.parsing.leading_words import ask_to_call, lead_to_call
from bot.parsing.line import LEADS_TO_TIME, Line
from bot.parsing.links import mask
from bot.parsing.missed_times import perhaps
from bot.parsing.note_times import time_in_note
from bot.parsing.other_events import came_in_then
from bot.parsing.said import read_said_times
from bot.parsing.time_labels import (
    is_in_another_zone,
    is_of_another_label,
    is_somewhere_else,
    is_stamp,
    says_its_zone,
    was_written_before,
)
from bot.parsing.time_roles import (
    follows_clause,
    has_clock,
    is_about_something,
    may_be_when_to_talk,
    may_stay_in_context,
    stands_alone,
    words_beside,
)
from bot.parsing.vague_times import has_date

_CLOCK_ALONE = re.compile(r"\d[\d:. ]*(?:[ap]\.?m\.?|uhr|h|h\d\d)?", re.IGNORECASE)
_CLOCK_WITHOUT_DAY = re.compile(rf"(?:at |um |à |a las )?{_CLOCK_ALONE.pattern}", re.IGNORECASE)
_UNTIL_DAY = re.compile(r"\b(?:until|till?|bis|jusqu['’](?:au?|à)|hasta)\b\D+\Z", re.IGNORECASE)
"""On holiday until Wednesday."""

_LONGEST_UNTIL = 12
_BUT = re.compile(r"[ ,]*(?:but|aber|jedoch|mais|pero)\b", re.IGNORECASE)
_NOT = re.compile(
    r" (?:(?:mismo|gerade) )?(?:no|non|nicht|not|pas)(?=[ .!]*(?:\Z|[^\w\s]))", re.IGNORECASE
)
"""Ahora no, maintenant non."""

_ONLY_AFTER = re.compile(
    r" (?:after|before|following|once|nach|sobald|après|avant|dès|después|tras|antes|if|falls) "
    r"(?!(?:at all )?(?:possible|poss|möglich|es geht|hours)\b)[^\W\d_]",
    re.IGNORECASE,
)
"""Sofort nach der Demo, immediately after the webinar."""

_OR = re.compile(r"\s*(?:(?:or|oder|ou|o)\b|(?:no|nein|non)\s*\Z)", re.IGNORECASE)


def settle_time(line: Line, layout: Layout, text: str, names: Sequence[Span]) -> Choice[datetime]:
    """Settle the time: the labelled one, else the only one that the call is not merely about."""
    said = layout.said_of(Field.SCHEDULED_TIME)
    labelled = read_said_times(text, said, line.find_times)
    hidden = mask(text, names)
    if labelled:
        if all(each.label.part is Part.CLOCK for each in said):
            labelled = _asked_if_day_elsewhere(line, mask(hidden, labelled), labelled, names)
        return choose_time(_asked_if_elsewhere(line, hidden, labelled, names))
    free: list[Found[datetime]] = []
    about: list[Found[datetime]] = []
    for time in _times_without_quantities(line, hidden):
        (about if is_about_something(hidden, time) else free).append(time)
    free = [
        _unclear(hidden, time)
        if time.doubt is None
        and (
            _is_cut_short(hidden, time)
            or _touches(hidden, time, about)
            or _may_be_on_another_day(hidden, time, about)
            or _is_now_and(line, hidden, time)
            or is_of_another_label(line, time, names)
            or follows_clause(hidden, time)
            or is_conditional(hidden, time)
            or _is_of_call_that_came(line, time)
            or (time.value == line.now and _is_not_quite_now(hidden, time))
        )
        else time
        for time in free
    ]
    free = [time for time in free if not is_stamp(line, time, names)]
    unsure = [
        time
        for time in about
        if not may_stay_in_context(time, line.now) or may_be_when_to_talk(hidden, time, line.now)
    ]
    wanted = [time for time in free if time.value != line.now or _is_asked_now(hidden, time)]
    if wanted or (free and not unsure):
        free = _asked_for(hidden, wanted or free)
        return choose_time(_asked_if_elsewhere(line, hidden, free, names))
    return perhaps(line, unsure[0]) if unsure else time_in_note(line, layout)


def _asked_for(text: str, times: Sequence[Found[datetime]]) -> list[Found[datetime]]:
    """
    Leave to the context what else happens when: all of it where a call is asked for ("interview
    3pm, call at 1pm"), and dates beside a time ("Friday 3pm, contract ends 31 Dec").
    """
    text_between = mask(text, times)
    beside = {time: words_beside(text_between, time) for time in times}
    led = [time for time in times if lead_to_call(*beside[time])]
    sure = [time for time in led if time.doubt is None]
    asked = [time for time in sure if ask_to_call(*beside[time])]

    def is_of_something_else(time: Found[datetime]) -> bool:
        before = beside[time][0]
        if _OR.match(before):
            return False
        if has_clock(text, time):
            return time not in led and time.doubt is None and bool(asked)
        told_before = any(time.end <= each.start for each in asked) and not is_talk(before, "")
        return told_before or (time not in led and has_date(text[time.start : time.end]))

    return [time for time in times if not (sure and is_of_something_else(time))]


def _is_of_call_that_came(line: Line, time: Found[datetime]) -> bool:
    """Whether a time of today may be that of a call that was missed."""
    is_today = time.value is not None and time.value.date() == line.now.date()
    beside = line.text[: time.start], line.text[time.end :]
    return is_today and time.value != line.now and came_in_then(*beside)


def _is_asked_now(text: str, time: Span) -> bool:
    """Whether "now" is no part of a sentence: "call now", and not "is now our customer"."""
    return stands_alone(text, time) or ask_to_call(*words_beside(text, time))


def _is_not_quite_now(text: str, time: Span) -> bool:
    """Wait for now; is driving at the moment; asap but not before 12; ahora no."""
    waits = text[: time.start].casefold().endswith("for ")
    before, _ = words_beside(text, time)
    waits = waits or is_away(before + text[time.start : time.end])
    return waits or any(
        each.match(text, time.end) is not None for each in (_BUT, _NOT, _ONLY_AFTER)
    )


def _touches(text: str, time: Span, others: Sequence[Span]) -> bool:
    """Whether a time that is no time of the call has words of it: "team of 12 tomorrow 2pm"."""
    return any(
        LEADS_TO_TIME.fullmatch(text, other.end, time.start) is not None
        or (
            text[other.end : time.start].strip() == ","
            and has_date(text[other.start : other.end])
            and _CLOCK_ALONE.fullmatch(text, time.start, time.end) is not None
        )
        for other in others
        if other.end <= time.start
    )


def _may_be_on_another_day(
    text: str, time: Found[datetime], others: Sequence[Found[datetime]]
) -> bool:
    """Whether a clock is perhaps of a day told before: "she lands tomorrow 6pm, call at 8pm"."""
    today = time.value
    if today is None or _CLOCK_WITHOUT_DAY.fullmatch(text, time.start, time.end) is None:
        return False
    return any(
        _UNTIL_DAY.search(text, max(0, other.start - _LONGEST_UNTIL), other.end) is not None
        or (
            other.doubt is None
            and other.value is not None
            and other.value.astimezone(today.tzinfo).date() > today.date()
        )
        for other in others
        if other.end <= time.start
    )


def _is_cut_short(text: str, time: Span) -> bool:
    """Whether what stands beside a time may be a part of it."""
    return (
        is_beside_date(text, time)
        or may_have_minutes(text, time)
        or is_beside_more(text, time)
        or is_range_of_noon(text, time)
    )


def _asked_if_elsewhere(
    line: Line, text: str, times: Sequence[Found[datetime]], names: Sequence[Span]
) -> Sequence[Found[datetime]]:
    """
    Ask about a time in another zone, and about "tomorrow" in what was written on another day.

    A date is the same on any.
    """
    before = was_written_before(line, text, names)
    elsewhere = is_in_another_zone(line)
    away = any(_is_set(line, time) for time in times) and is_somewhere_else(line)

    def is_meant_otherwise(words: str) -> bool:
        return elsewhere or (away and not says_its_zone(words)) or (before and not has_date(words))

    return [
        _unclear(text, time)
        if _is_set(line, time) and is_meant_otherwise(text[time.start : time.end])
        else time
        for time in times
    ]


def _is_set(line: Line, time: Found[datetime]) -> bool:
    """Whether it is a time without doubt, and not now."""
    return time.doubt is None and time.value != line.now


def _asked_if_day_elsewhere(
    line: Line, text: str, clocks: Sequence[Found[datetime]], names: Sequence[Span]
) -> list[Found[datetime]]:
    """Ask about a clock that was labelled without a day where one stands beside it."""
    days = [
        each
        for each in line.find_times(text)
        if each.value and each.value > line.now and not is_of_another_label(line, each, names)
    ]
    return [_unclear(text, each) if days and not each.doubt else each for each in clocks]


def _is_now_and(line: Line, text: str, time: Found[datetime]) -> bool:
    """Whether a word for now stands with one for another time: "tomorrow asap"."""
    if time.value != line.now:
        return False
    words = text[time.start : time.end].split()
    return any(each.value != line.now for word in words for each in line.find_times(word))


def _times_without_quantities(line: Line, text: str) -> list[Found[datetime]]:
    """Find the times, and leave to the context a number that counts what follows: "12 seats"."""
    times = line.find_times(text)
    numbers = [each for time in times if (each := number_of_thing(text, time)) is not None]
    without = line.find_times(mask(text, numbers)) if numbers else []
    if without and all(time.doubt is None for time in without):
        text, times = mask(text, numbers), without  # and never no time where there was one
    times = [time for time in times if not has_begun_or_lasts(text, time)]
    if len(times) > 1:
        times = [time for time in times if not is_length_in_brackets(text, time)]
    counts = {time: count for time in times if (count := count_at_end(text, time)) is not None}
    if not counts:
        return times
    text = mask(text, counts.values())
    times = [time for time in line.find_times(text) if not has_begun_or_lasts(text, time)]
    if all(time.doubt is not None for time in counts):
        return times
    return [_unclear(text, time) if time.doubt is None else time for time in times]


def _unclear(text: str, time: Found[datetime]) -> Found[datetime]:
    doubt = Doubt(
        field=Field.SCHEDULED_TIME,
        reason=Reason.TIME_UNCLEAR,
        read=text[time.start : time.end],
    )
    return replace(time, doubt=doubt)
