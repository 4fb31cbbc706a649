"""A table of contacts, pasted or as a file → rows of form fields. It guesses no value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.calls.draft import FormField
from bot.parsing.label_words import Part
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.table_cells import ADDRESS, LOOKED_AT, cells_of
from bot.parsing.table_headers import Role, is_any_number, role_of
from bot.parsing.table_lines import OF_LINE, counts_for, line_in
from bot.parsing.table_names import names_in

EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
PHONE = re.compile(r"(?!\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d))[+(]?[\d\s().\-/+]{6,}")
"""What looks like a number, and not like a date."""
NOTHING = re.compile(r"[\W_]*+(?:0[\W_]*+)?")
NO_TIME = re.compile(r"[-–—./ ]*|#?n\.?/?a\.?", re.IGNORECASE)
"""What stands where no time is given; a question mark says that nobody knows."""

JOINTS: Mapping[FormField, str] = {FormField.PHONE_NUMBER: "\n", FormField.WHEN_WORDS: " "}
"""What parts two values of a field: of two numbers nothing may be read as one."""


class TableProblem(StrEnum):
    """Why nothing of a table can be used."""

    EMPTY = "empty"
    NO_NUMBERS = "no_numbers"  # no column holds phone numbers
    UNKNOWN_COLUMN = "unknown_column"  # without a header nobody knows what it means
    TOO_MANY = "too_many"
    BROKEN = "broken"
    ENCODING = "encoding"  # signs in it were lost, or may be others than are meant


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """
    A row: its number as a spreadsheet counts, and what stands in it, word for word. Values that
    nothing chooses between stand on lines of their own. `others` are the cells that are
    left out, each with its header.
    """

    number: int
    fields: Mapping[FormField, str]
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What was read: rows, the header's names that mean nothing to us, or what is wrong."""

    rows: tuple[TableRow, ...] = ()
    ignored: tuple[str, ...] = ()
    problem: TableProblem | None = None


def read_table(text: str, *, most: int) -> Table:
    """
    Read a table with or without a header, at most `most` rows.

    Columns are recognised by the words that label fields in four languages; without a header by
    what stands in them, and what could mean anything (a date, an id) is a problem, not a guess.
    """
    if "\N{REPLACEMENT CHARACTER}" in text:
        return Table(problem=TableProblem.ENCODING)
    cells = cells_of(text)
    if cells is None:
        return Table(problem=TableProblem.BROKEN)
    if not cells:
        return Table(problem=TableProblem.EMPTY)
    header = _header(cells[0][1])
    body = cells if header is None else cells[1:]
    columns = _by_content(body) if header is None else header
    if columns is None:
        return Table(problem=TableProblem.UNKNOWN_COLUMN)
    problem = _problem_of(columns, body, most)
    if problem is not None:
        return Table(problem=problem)
    if header is None:
        return Table(rows=_with_lines([_row(*each, columns, {}, ()) for each in body]))
    rows: list[TableRow] = []
    ignored: dict[str, None] = {}
    for first, roles, part in _parts(cells[0][1], header, body):
        left_out = _left_out(first, roles, part)
        rows += [_row(number, row, roles, left_out, first) for number, row in part]
        ignored.update(dict.fromkeys(left_out.values()))
    return Table(rows=_with_lines(rows), ignored=tuple(ignored))


def _problem_of(
    columns: Sequence[Role | None], body: Sequence[object], most: int
) -> TableProblem | None:
    if not _has_phones(columns):
        return TableProblem.NO_NUMBERS
    if not body:
        return TableProblem.EMPTY
    return TableProblem.TOO_MANY if len(body) > most else None


def _parts(
    first: Sequence[str],
    columns: Sequence[Role | None],
    body: Sequence[tuple[int, Sequence[str]]],
) -> Iterator[tuple[Sequence[str], Sequence[Role | None], list[tuple[int, Sequence[str]]]]]:
    """Cut a table where another header stands in it: the rows under it are read by that."""
    part: list[tuple[int, Sequence[str]]] = []
    for number, row in body:
        header = _header(row)
        if header is None or not _has_phones(header) or sum(map(bool, header)) < 2:
            part.append((number, row))
            continue
        yield first, columns, part
        first, columns, part = row, header, []
    yield first, columns, part


def _has_phones(columns: Sequence[Role | None]) -> bool:
    return any(role and role[0] is FormField.PHONE_NUMBER for role in columns)


def _with_lines(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Put what a line between rows says beside the cells of those for which it counts."""
    numbers = [row.number for row in rows]
    said: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        line = line_in(row.fields, row.others)
        for number in counts_for(line, row.number, numbers) if line else ():
            said.setdefault(number, []).insert(0, (OF_LINE, line.rstrip(" :")))
    return tuple(
        replace(row, others=(*row.others, *said[row.number])) if row.number in said else row
        for row in rows
    )


def _header(first: Sequence[str]) -> list[Role | None] | None:
    """Say what the columns hold, None if the first row is none that says so."""
    roles = [role_of(cell) for cell in first]
    if not any(roles) or any(map(_is_value, first)):
        return None
    phones = [at for at, role in enumerate(roles) if role and role[0] is FormField.PHONE_NUMBER]
    for at in phones:
        if is_any_number(first[at]) and not all(is_any_number(first[each]) for each in phones):
            roles[at] = None  # "Nummer" beside "Telefon": of whatever else
    return roles


def _is_value(cell: str) -> bool:
    """Whether a cell holds an address or begins with a number, as no header does."""
    return ADDRESS.search(cell) is not None or PHONE.match(cell) is not None


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
    are_names = any(looks_like_person(cell.split()) for cell in column)
    if FormField.FULL_NAME not in taken:
        return FormField.FULL_NAME if are_names else None
    # of two columns of names nobody says whose they are, nor which parts of one
    return None if are_names or FormField.ADDITIONAL_DATA in taken else FormField.ADDITIONAL_DATA


def _left_out(
    first: Sequence[str],
    columns: Sequence[Role | None],
    body: Sequence[tuple[int, Sequence[str]]],
) -> dict[int, str]:
    """Name the columns that mean nothing to us and hold something, by their places."""
    width = max((len(row) for _, row in body), default=0)
    names = [*first, *("?" for _ in range(width - len(first)))]
    known = [*columns, *(None for _ in range(width - len(columns)))]
    return {
        place: name or "?"
        for place, (name, role) in enumerate(zip(names, known, strict=False))
        if role is None and any(place < len(row) and row[place] for _, row in body)
    }


def _row(
    number: int,
    row: Sequence[str],
    columns: Sequence[Role | None],
    left_out: Mapping[int, str],
    header: Sequence[str],
) -> TableRow:
    """
    Read a row; a cell that its field holds nothing of, such as another name, is left out, and so
    is a day that lacks: an hour beside it is then that of no day.
    """
    fields = _fields(row, columns)
    others = [(name, row[place] if place < len(row) else "") for place, name in left_out.items()]
    for name, cell, role in zip(header, row, columns, strict=False):
        if role is None:
            continue
        is_told = " ".join(cell.split()) in " ".join(fields.get(role[0], "").split())
        if not is_told or (not cell and role[1] is Part.DATE):
            others.append((name, cell))
    return TableRow(number=number, fields=fields, others=tuple(others))


def _fields(row: Sequence[str], columns: Sequence[Role | None]) -> dict[FormField, str]:
    """Put a row's cells into the form's fields; two values for one are both there, to be asked."""
    fields: dict[FormField, str] = {}
    for field in dict.fromkeys(role[0] for role in columns if role):
        said = _said(row, columns, field)
        if said:
            fields[field] = JOINTS.get(field, " / ").join(dict.fromkeys(cell for _, cell in said))
    if FormField.FULL_NAME in fields:
        said = _said(row, columns, FormField.FULL_NAME)
        names = names_in(said, email=fields.get(FormField.EMAIL, ""))
        fields[FormField.FULL_NAME] = "\n".join(names)
    return fields


def _said(
    row: Sequence[str], columns: Sequence[Role | None], field: FormField
) -> list[tuple[Part, str]]:
    """List what a row says of a field, its parts in order."""
    said = [
        (role[1], cell)
        for cell, role in zip(row, columns, strict=False)
        if role and role[0] is field and not _is_nothing(cell, role)
    ]
    order = list(Part)
    return sorted(said, key=lambda one: order.index(one[0]))


def _is_nothing(cell: str, role: Role) -> bool:
    """Whether a cell is empty; a spreadsheet's formula makes a 0 of what is not there."""
    field, part = role
    if field is FormField.WHEN_WORDS:
        return NO_TIME.fullmatch(cell) is not None or (cell == "0" and part is Part.WHOLE)
    return not cell or (field is FormField.PHONE_NUMBER and NOTHING.fullmatch(cell) is not None)
