"""What a row of a list says beside its fields: that nobody is to be called, or when."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.calls.phone_number import PhoneNumber
from bot.calls.request import CallRequest
from bot.parsing import ParsedRequest, parse
from bot.parsing.label_words import Part
from bot.parsing.row_country import country_against
from bot.parsing.row_owner import is_anothers, number_against
from bot.parsing.row_refusals import find_refusal
from bot.parsing.table_headers import (
    is_of_something_else,
    names_day,
    role_of,
    tells_when,
    zone_in,
)
from bot.parsing.table_lines import OF_LINE
from bot.parsing.tables import TableRow
from bot.parsing.time_labels import is_when_to_call
from bot.parsing.times import TimeReading, read_time
from bot.parsing.vague_words import PERIOD
from bot.use_cases.reader import Reader

_COUNT = re.compile(r"\d*")
_LETTER = re.compile(r"[^\W\d_]")
_BESIDE_NAME = re.compile(r"[()\[\]]| [-–—] |,(?=.*\d)")
_NO_TIME = re.compile(
    rf"\d+(?: ?[.,/–-] ?\d+)?[%€$£]?|\d+ ?(?:{PERIOD}|mins?|std)|[^\W\d_]{{0,3}}\.?", re.IGNORECASE
)
"""A number, how long something lasts, and what may be a country's code: FR."""

_NO_POINT = frozenset({Reason.TIME_RANGE, Reason.TIME_VAGUE, Reason.TIME_REPEATS})
_LONGEST_TIME = 40
_LONGEST = 3000
"""Characters of a note that are looked at for a time: a line has not many more."""


def refused_in(row: TableRow) -> Doubt | None:
    """Ask about a row that says that nobody is to be called."""
    words = find_refusal(row.fields, row.others)
    if not words:
        return None
    return Doubt(field=Field.ADDITIONAL_DATA, reason=Reason.ASKS_FOR_NO_CALL, read=words)


def not_theirs(
    row: TableRow, request: CallRequest, known: Collection[str], reader: Reader
) -> tuple[Doubt, ...]:
    """
    Ask about a number or an address that may be of somebody else than the row names: by what
    it says of them, or its country. `known` are the spellings of all names in the table.
    """
    typed, phone = row.fields.get(FormField.PHONE_NUMBER, ""), request.phone
    elsewhere = country_against(row.others, typed=typed, e164=phone.e164, region=reader.region)
    of_another = number_against(row.fields, row.others, phone, reader.region)
    email = request.email if is_anothers(request.email, request.full_name, known) else ""
    found = (
        (Field.PHONE_NUMBER, Reason.NUMBER_COUNTRY_UNCLEAR, elsewhere),
        (Field.PHONE_NUMBER, Reason.WHOSE, of_another),
        (Field.EMAIL, Reason.WHOSE, email),
    )
    return tuple(Doubt(field=field, reason=why, read=read) for field, why, read in found if read)


def time_beside(
    row: TableRow, phone: PhoneNumber, settings: Mapping[FormField, str], reader: Reader
) -> Doubt | None:
    """
    Ask about a time that stands in a row's note or in a column that is left out, as about one in
    a line's note. A row that has a time of its own says when; but in which zone is asked.
    """
    own = row.fields.get(FormField.WHEN_WORDS, "")
    when = own or settings.get(FormField.WHEN_WORDS, "")
    for header, cell in row.others if when else ():
        zone = zone_in(header, cell)
        if zone and _doubt_in(_parsed(f"When: {when}\nTime zone: {zone}", phone, reader)):
            return _perhaps(f"{header}: {cell}")
    if own:
        return _day_beside(row, reader) if _is_without_day(own, reader) else None
    for said in (*_times_told(row), *_notes(row, reader)):
        read = _time_in(said, phone, reader)
        if read:
            return _perhaps(read)
    for header, cell in row.others:
        if is_of_something_else(header) or zone_in(header, cell):
            continue
        times = cell.split() if header == OF_LINE else [cell]  # "Rückrufe Dienstag"
        if any(is_to_come(time, reader) for time in times):
            return _perhaps(f"{header}: {cell}")
    return None


def is_to_come(cell: str, reader: Reader) -> bool:
    """
    Whether a cell is a day or an hour that is to come, and nothing else. Today is now, and numbers
    are counted, are a part of another, or last: 3/5, 1-10, 24 months.
    """
    said = cell.strip(" *_–—-")
    if len(said) > _LONGEST_TIME or _NO_TIME.fullmatch(said):
        return False
    read = _read(said, reader)
    if read.at is None:
        return False
    is_today = read.at.astimezone(ZoneInfo(reader.zone)).date() == _today(reader)
    return not (is_today and _reason(read) is Reason.TIME_WITHOUT_CLOCK)


def _today(reader: Reader) -> date:
    return reader.now.astimezone(ZoneInfo(reader.zone)).date()


def _is_without_day(words: str, reader: Reader) -> bool:
    """Whether a time is an hour alone: it is one of any day that stands before it."""
    return all(
        _reason(_read(f"{day} {words}", reader)) in {None, Reason.TIME_PAST}
        for day in ("today", "tomorrow")
    )


def _day_beside(row: TableRow, reader: Reader) -> Doubt | None:
    """Ask about an hour whose day may stand in another column, or lacks."""
    for header, cell in row.others:
        is_ours = role_of(header) == (FormField.WHEN_WORDS, Part.DATE)
        is_day = bool(cell) and names_day(header)
        is_past = is_day and _reason(_read(cell, reader)) is Reason.TIME_PAST
        if is_ours or (is_day and not is_past) or is_to_come(cell, reader):
            return _perhaps(f"{header}: {cell or '–'}")
    return None


def _read(words: str, reader: Reader) -> TimeReading:
    return read_time(words, now=reader.now, tz=reader.zone, locale=reader.reads_as)


def _reason(read: TimeReading) -> Reason | None:
    return None if read.doubt is None else read.doubt.reason


def _perhaps(read: str) -> Doubt:
    return Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_OF_WHAT, read=read)


def _parsed(said: str, phone: PhoneNumber, reader: Reader) -> ParsedRequest:
    line = f"{said}\nPhone: {phone.e164}"
    return parse(
        line, now=reader.now, tz=reader.zone, region=reader.region, locale=reader.reads_as
    )


def _doubt_in(parsed: ParsedRequest) -> Doubt | None:
    times = (doubt for doubt in parsed.doubts if doubt.field is Field.SCHEDULED_TIME)
    return next((doubt for doubt in times if doubt.reason is not Reason.TIME_PAST), None)


def _time_in(said: str, phone: PhoneNumber, reader: Reader) -> str:
    """Give the words that a line would be asked about, or would call at."""
    parsed = _parsed(said, phone, reader)
    doubt, span = _doubt_in(parsed), parsed.spans.get(Field.SCHEDULED_TIME)
    if doubt is not None:
        return doubt.read
    return said[slice(*span)] if parsed.scheduled_time is not None and span is not None else ""


def _times_told(row: TableRow) -> Iterator[str]:
    """
    List what columns about the call, and lines between rows, say of when, labelled as a line may
    have it.
    """
    for header, cell in row.others:
        if _is_when(header) and not _COUNT.fullmatch(cell):
            yield f"Best time to call: {cell}"


def _is_when(header: str) -> bool:
    return header == OF_LINE or tells_when(header, about_call=is_when_to_call(header))


def _notes(row: TableRow, reader: Reader) -> Iterator[str]:
    """
    Give the words that may speak of calling: the note, and what else is more than a word. What is
    all a time belongs to its column: when a contract ends.
    """
    others = [cell for header, cell in row.others if " " in cell and not _is_when(header)]
    told = [cell for cell in others if _LETTER.search(cell) and not _is_time(cell, reader)]
    told += _BESIDE_NAME.split(row.fields.get(FormField.FULL_NAME, ""))[1:]
    told.append(row.fields.get(FormField.ADDITIONAL_DATA, ""))
    note = "\n".join(filter(None, told))
    if note:
        yield f"Note: {note[:_LONGEST]}"


def _is_time(cell: str, reader: Reader) -> bool:
    """Whether a cell is a date or an hour, and no word says what is to be done then."""
    if len(cell) > _LONGEST_TIME or is_when_to_call(cell) or not any(map(str.isdigit, cell)):
        return False
    read = _read(cell, reader)
    reason = _reason(read)
    return reason is Reason.TIME_PAST or (read.at is not None and reason not in _NO_POINT)
