"""
Lines as people type them, and what each is read as: the tables in `lines_and_readings`.

A row is `line ⇒ name ¦ number ¦ address ¦ time ¦ context`, under the desk it is typed at.
`-` is nothing, `?` must be asked about, `*` is left open.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsing import lines
from tests.parsing.lines import CONTEXT, EMAIL, NAME, PHONE, WHEN, Desk

_TABLES = Path(__file__).with_name("lines_and_readings")
_FIELDS = (NAME, PHONE, EMAIL, WHEN, CONTEXT)
_ESCAPED = re.compile(r"\\(?:n|t|u[0-9a-f]{4})")


def _rows() -> Iterator[tuple[Desk, str, list[str], str]]:
    for table in sorted(_TABLES.glob("*.txt")):
        desk: Desk | None = None
        for number, row in enumerate(table.read_text("utf-8").splitlines(), start=1):
            if row.startswith("[") and row.endswith("]"):
                desk = getattr(lines, row[1:-1])
            line, arrow, reading = row.partition(" ⇒ ")
            if arrow and desk is not None:
                yield desk, _typed(line), reading.split(" ¦ "), f"{table.stem} {number}"


def _typed(text: str) -> str:
    """Undo what makes invisible characters visible in a table."""
    return _ESCAPED.sub(lambda each: each.group().encode().decode("unicode_escape"), text)


_ROWS = list(_rows())


def test_finds_its_tables() -> None:
    assert len(_ROWS) > 500
    assert all(len(reading) == len(_FIELDS) for _, _, reading, _ in _ROWS)


@pytest.mark.parametrize(
    ("desk", "line", "reading"),
    [pytest.param(desk, line, reading, id=where) for desk, line, reading, where in _ROWS],
)
def test_reads_what_was_meant_or_asks(desk: Desk, line: str, reading: list[str]) -> None:
    call = desk.read(line)
    read = (
        call.full_name,
        call.phone_number,
        call.email,
        desk.clock(call),
        call.additional_data,
    )

    for field, wanted, value in zip(_FIELDS, reading, read, strict=True):
        if wanted == "?":
            assert field in call.to_ask
        elif wanted != "*":
            assert field not in call.to_ask
            assert value == (None if wanted == "-" else _typed(wanted))
