"""What a row of a list says beside its fields: that nobody is to be called, or when."""

import re
from collections.abc import Iterator, Mapping

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.calls.phone_number import PhoneNumber
from bot.parsing import ParsedRequest, parse
from bot.parsing.row_refusals import find_refusal
from bot.parsing.table_headers import tells_when
from bot.parsing.tables import TableRow
from bot.parsing.time_labels import is_when_to_call, names_zone
from bot.parsing.times import read_time
from bot.use_cases.reader import Reader

_COUNT = re.compile(r"\d*")
_LETTER = re.compile(r"[^\W\d_]")
_BESIDE_NAME = re.compile(r"[()\[\]]| [-–—] |,(?=.*\d)")
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
        if names_zone(f"{header}: {cell}"):
            parsed = _parsed(f"When: {when}\nTime zone: {cell}", phone, reader)
            if _doubt_in(parsed) is not None:
                return _perhaps(f"{header}: {cell}")
    for said in () if own else (*_times_told(row), *_notes(row, reader)):
        read = _time_in(said, phone, reader)
        if read:
            return _perhaps(read)
    return None


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
    """List what columns about the call say of when, labelled as a line may have it."""
    for header, cell in row.others:
        if _is_when(header) and not _COUNT.fullmatch(cell):
            yield f"Best time to call: {cell}"


def _is_when(header: str) -> bool:
    return tells_when(header, about_call=is_when_to_call(header))


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
    read = read_time(cell, now=reader.now, tz=reader.zone, locale=reader.reads_as)
    reason = None if read.doubt is None else read.doubt.reason
    return reason is Reason.TIME_PAST or (read.at is not None and reason not in _NO_POINT)
