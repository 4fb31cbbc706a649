"""Asks about the time that a note holds where the line says none: it would ring at once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.availability import asks_for_call, is_talk
from bot.parsing.away import is_away
from bot.parsing.choices import Choice
from bot.parsing.found import Found, Span
from bot.parsing.layout import Layout
from bot.parsing.line import LEADS_TO_TIME, Line
from bot.parsing.missed_times import perhaps
from bot.parsing.time_roles import is_about_something, is_past, segments_of
from bot.parsing.vague_times import is_vague_or_past, says_when_to_call

_SIGNS = {"", *",;|-—\n."}
_CELL_END = re.compile(r"[ .!]*(?:[|\n]|\Z)")
_IS_OVER = re.compile(
    r"\)?(?: (?:please|pls|bitte|svp|por favor|only|nur))?[ .!)]*(?:[,;|\n]|\Z)", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[,;.!|\n]")
_DEADLINE = re.compile(r"(?:before|by|vor|bis|spätestens|avant|antes)\b", re.IGNORECASE)
_MOST = 5
_MOST_SEGMENTS = 30
_NEAR = 80


def time_in_note(line: Line, layout: Layout) -> Choice[datetime]:
    """Ask about a note that may hold the time of the call: "| tomorrow 2pm", "time: 2pm"."""
    is_table = layout.note_mark is not None
    labels = [
        label
        for label in line.labels
        if label.field is Field.SCHEDULED_TIME or (is_table and label.is_foreign)
    ]
    for label in [label for label in labels if layout.is_note(label)][:_MOST]:
        if (time := _time_at(line, label.end)) is not None:
            return perhaps(line, time)
    time = None if layout.note_mark is None else _time_at(line, layout.note_mark.end)
    if time is not None and line.text[time.end :].lstrip(" ")[:1] in _SIGNS:
        return perhaps(line, time)
    for time in _times_in_notes(line, layout):
        return perhaps(line, time)
    return _vague_in_note(line, layout)


def _times_in_notes(line: Line, layout: Layout) -> Iterator[Found[datetime]]:
    """
    List times as in "re: invoice, tomorrow 2pm" and "note: call her tomorrow 2pm about that".
    What is quoted is surely meant as it is, unless it asks for the call.
    """
    for note in layout.notes:
        text = line.text[note.start : note.end]
        for time in line.find_times(text):
            before, after = text[: time.start], text[time.end :]
            if time.value == line.now or is_past(time):
                continue
            told = is_about_something(text, time)
            sure = is_talk(before, "")
            if not _is_quoted(line, note):
                sure = time.doubt is None or (sure and not told)
            clause = _CLAUSE_END.split(before)[-1]
            is_all = LEADS_TO_TIME.fullmatch(clause) and _IS_OVER.match(after)
            is_meant = not told or "?" in after[:_NEAR]
            asks = asks_for_call(clause) and not _DEADLINE.match(text, time.start)
            fits = is_all or is_talk("", after)
            if ((asks or fits) and is_meant) or (sure and _CELL_END.match(after)):
                yield replace(time, start=note.start + time.start, end=note.start + time.end)


def _vague_in_note(line: Line, layout: Layout) -> Choice[datetime]:
    """Ask about "note: call her in January", "Message: I can be reached after work"."""
    for note in layout.notes:
        text = line.text[note.start : note.end]
        for segment in [] if _is_quoted(line, note) else segments_of(text)[:_MOST_SEGMENTS]:
            words = text[segment.start : segment.end]
            beginning = line.find_beginning(words)
            vague = is_vague_or_past(text, segment) is Reason.TIME_VAGUE
            vague = vague or (beginning is not None and beginning.is_all)
            if says_when_to_call(words) or is_away(words) or vague:
                reason, read = Reason.TIME_VAGUE, words.strip()
                return Choice(
                    doubts=(Doubt(field=Field.SCHEDULED_TIME, reason=reason, read=read),)
                )
    return Choice()


def _is_quoted(line: Line, note: Span) -> bool:
    return line.text[max(0, note.start - 1)] == '"'


def _time_at(line: Line, start: int) -> Found[datetime] | None:
    """Read the time that stands at once behind a label or mark."""
    text = line.text[start : start + _NEAR]
    time = next(iter(line.find_times(text)), None)
    if time is None or not LEADS_TO_TIME.fullmatch(text, 0, time.start):
        return None
    return replace(time, start=start + time.start, end=start + time.end)
