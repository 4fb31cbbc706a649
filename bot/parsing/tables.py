"""A table of contacts, pasted or as a file → rows of form fields. It guesses no value."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.calls.doubts import Field
from bot.calls.draft import FormField
from bot.parsing.label_words import LABELS, PLACES, Part

DELIMITERS = ",;\t|"
LOOKED_AT = 50
"""Rows by which a table's delimiter and columns are recognised."""

EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
PHONE = re.compile(r"(?!\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d))[+(]?[\d\s().\-/+]{6,}")
"""What looks like a number, and not like a date."""
ADDRESS = re.compile(r"[^\s@,;|]@[^\s@,;|]")

AGENT_WORDS = frozenset({"agent", "agents", "agente", "zeeg agent", "ai agent", "ki-agent"})

Role = tuple[FormField, Part]

FIELDS: Mapping[Field, FormField] = {
    Field.FULL_NAME: FormField.FULL_NAME,
    Field.PHONE_NUMBER: FormField.PHONE_NUMBER,
    Field.EMAIL: FormField.EMAIL,
    Field.SCHEDULED_TIME: FormField.WHEN_WORDS,
    Field.ADDITIONAL_DATA: FormField.ADDITIONAL_DATA,
}
ROLES: Mapping[str, Role] = {
    **{
        word: (FIELDS[field], part) for word, (field, part) in LABELS.items() if word not in PLACES
    },
    **dict.fromkeys(AGENT_WORDS, (FormField.AGENT, Part.WHOLE)),
}


class TableProblem(StrEnum):
    """Why nothing of a table can be used."""

    EMPTY = "empty"
    NO_NUMBERS = "no_numbers"  # no column holds phone numbers
    UNKNOWN_COLUMN = "unknown_column"  # without a header nobody knows what it means
    TOO_MANY = "too_many"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row: its number as a spreadsheet counts, and what stands in it, word for word."""

    number: int
    fields: Mapping[FormField, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What was read: rows, the header's names that mean nothing to us, or what is wrong."""

    rows: tuple[TableRow, ...] = ()
    ignored: tuple[str, ...] = ()
    problem: TableProblem | None = None


def decode(content: bytes) -> str:
    """Read a file's bytes: UTF-8, UTF-16 or Windows-1252, as spreadsheets write them."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    head = content[:2000]
    if head.count(0) > len(head) // 4:
        little = head[1::2].count(0) >= head[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_table(text: str, *, most: int) -> Table:
    """
    Read a table with or without a header, at most `most` rows.

    Columns are recognised by the words that label fields in four languages; without a header by
    what stands in them, and what could mean anything (a date, an id) is a problem, not a guess.
    """
    try:
        cells = _cells(text)
    except csv.Error:
        return Table(problem=TableProblem.BROKEN)
    if any(_holds_rows(cell) for _, row in cells for cell in row):
        return Table(problem=TableProblem.BROKEN)
    if not cells:
        return Table(problem=TableProblem.EMPTY)
    header = _header(cells[0][1])
    body = cells if header is None else cells[1:]
    columns = _by_content(body) if header is None else header
    if columns is None:
        return Table(problem=TableProblem.UNKNOWN_COLUMN)
    if not any(role and role[0] is FormField.PHONE_NUMBER for role in columns):
        return Table(problem=TableProblem.NO_NUMBERS)
    if not body:
        return Table(problem=TableProblem.EMPTY)
    if len(body) > most:
        return Table(problem=TableProblem.TOO_MANY)
    rows = tuple(TableRow(number=number, fields=_fields(row, columns)) for number, row in body)
    return Table(rows=rows, ignored=_ignored(cells[0][1], columns, body) if header else ())


def _cells(text: str) -> list[tuple[int, list[str]]]:
    """Cut a text into records with their numbers; empty ones are left out."""
    lines = text.replace("\x00", "").strip("\ufeff")
    # strict: a quote that is never closed is an error, and does not swallow what follows
    delimiter = _delimiter(lines)
    records = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter, strict=True)
    found = (
        (number, [cell.strip() for cell in record]) for number, record in enumerate(records, 1)
    )
    return [(number, record) for number, record in found if any(record)]


def _holds_rows(cell: str) -> bool:
    """Whether quotes that are out of step have made one cell of several rows."""
    return any(
        ADDRESS.search(line) and any(sign in line for sign in DELIMITERS)
        for line in cell.splitlines()[1:]
    )


def _delimiter(text: str) -> str:
    """Find the sign that cuts most records into the same number of cells, and that more than 1."""

    def fits(sign: str) -> tuple[int, int]:
        head = "\n".join(text.splitlines()[:LOOKED_AT])
        widths = Counter(
            len(record) for record in csv.reader(io.StringIO(head), delimiter=sign) if record
        )
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        return (count, width) if width > 1 else (0, 0)

    return max(DELIMITERS, key=fits)


def _header(first: Sequence[str]) -> list[Role | None] | None:
    roles = [ROLES.get(" ".join(cell.casefold().strip(" :*#").split())) for cell in first]
    is_value = any(EMAIL.fullmatch(cell) or PHONE.fullmatch(cell) for cell in first)
    return roles if any(roles) and not is_value else None


def _by_content(body: Sequence[tuple[int, Sequence[str]]]) -> list[Role | None] | None:
    """Recognise the columns of a table without a header; None if one could mean anything."""
    width = max(len(row) for _, row in body)
    roles: list[Role | None] = []
    for place in range(width):
        column = [row[place] for _, row in body[:LOOKED_AT] if place < len(row) and row[place]]
        field = _meaning(column, taken={role[0] for role in roles if role})
        if column and field is None:
            return None
        roles.append((field, Part.WHOLE) if field else None)
    return roles


def _meaning(column: Sequence[str], taken: set[FormField]) -> FormField | None:
    if not column:
        return None
    if all(EMAIL.fullmatch(cell) for cell in column):
        return FormField.EMAIL
    if all(PHONE.fullmatch(cell) for cell in column):
        # of two columns of digits one may be an id, and nobody says which
        return None if FormField.PHONE_NUMBER in taken else FormField.PHONE_NUMBER
    if any(map(str.isdigit, "".join(column))):
        return None
    is_name = all(len(cell.split()) <= 5 for cell in column)
    if is_name and FormField.FULL_NAME not in taken:
        return FormField.FULL_NAME
    return None if FormField.ADDITIONAL_DATA in taken else FormField.ADDITIONAL_DATA


def _ignored(
    first: Sequence[str],
    columns: Sequence[Role | None],
    body: Sequence[tuple[int, Sequence[str]]],
) -> tuple[str, ...]:
    """Name the columns that mean nothing to us and hold something."""
    width = max((len(row) for _, row in body), default=0)
    names = [*first, *("?" for _ in range(width - len(first)))]
    known = [*columns, *(None for _ in range(width - len(columns)))]
    return tuple(
        name or "?"
        for place, (name, role) in enumerate(zip(names, known, strict=False))
        if role is None and any(place < len(row) and row[place] for _, row in body)
    )


def _fields(row: Sequence[str], columns: Sequence[Role | None]) -> dict[FormField, str]:
    """Put a row's cells into the form's fields; two values for one are both there, to be asked."""
    fields: dict[FormField, str] = {}
    for field in dict.fromkeys(role[0] for role in columns if role):
        said = list(dict.fromkeys(_values(row, columns, field)))
        if said:
            joint = " " if field in {FormField.FULL_NAME, FormField.WHEN_WORDS} else " / "
            fields[field] = joint.join(said)
    return fields


def _values(row: Sequence[str], columns: Sequence[Role | None], field: FormField) -> Iterator[str]:
    """Give what a row says of a field: the whole if it stands there, or its parts in order."""
    said = [
        (role[1], cell)
        for cell, role in zip(row, columns, strict=False)
        if role and role[0] is field and cell
    ]
    if field is FormField.FULL_NAME:
        return _names(said)
    order = list(Part)
    return iter([cell for _, cell in sorted(said, key=lambda one: order.index(one[0]))])


def _names(said: Sequence[tuple[Part, str]]) -> Iterator[str]:
    """
    Give a person's name: given and family name where both stand there; else the whole, with a
    part that it lacks, as in "Name; Vorname".
    """
    of = {part: [cell for each, cell in said if each is part] for part in Part}
    given, family, whole = of[Part.GIVEN_NAME], of[Part.FAMILY_NAME], of[Part.WHOLE]
    if not whole or (given and family):
        return iter([*given, *family])
    lacks = [
        name for name in (*given, *family) if name.casefold() not in " ".join(whole).casefold()
    ]
    return iter([*lacks, *whole] if given else [*whole, *lacks])
