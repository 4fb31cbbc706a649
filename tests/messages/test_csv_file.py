"""A spreadsheet shows a cell and never runs it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.csv_file import csv_file, harmless

RUN = ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|' /C calc'!A0", "%0A", "|x"]


@pytest.mark.parametrize("cell", RUN)
def test_what_a_spreadsheet_would_run_is_quoted(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Alex", "a=b", "3 + 4", "", "O'Neill", "ä@b"])
def test_everything_else_stays(cell: str) -> None:
    assert harmless(cell) == cell


def test_nothing_is_an_empty_cell() -> None:
    assert csv_file(["a"], [[None]]).decode("utf-8-sig") == 'a\r\n""\r\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))))
def test_a_row_is_read_back_as_it_was_made_harmless(row: list[str]) -> None:
    written = csv_file(["head"], [row]).decode("utf-8-sig")

    read = list(csv.reader(io.StringIO(written, newline="")))

    assert read[1:] == [[harmless(cell) for cell in row]] or row in ([], [""])
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t"} for cell in (read[1:] or [[]])[0])
