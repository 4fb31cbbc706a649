"""A table's text → its cells, as they were before a spreadsheet wrapped them."""

import csv
import io
import re
from collections import Counter

DELIMITERS = ",;\t|"
LOOKED_AT = 50
"""Rows by which a table's delimiter and columns are recognised."""

ADDRESS = re.compile(r"[^\s@,;|]@[^\s@,;|]")
_WRAPPED = re.compile(
    r"=\"(?P<formula>[+\d(][^\"]*)\"|'(?P<text>[+\d(][\d ()./+-]{5,})|(?P<number>\d{7,})\.0"
)
"""="+49 30 …" and '+49 30 …, by which a spreadsheet keeps a plus; 4930….0, a number of its own."""


def cells_of(text: str) -> list[tuple[int, list[str]]] | None:
    """
    Cut a text into records with their numbers; empty ones are left out. None if its quotes are
    out of step.
    """
    lines = text.replace("\x00", "").strip("\ufeff")
    try:
        delimiter = _delimiter(lines)
        # strict: a quote that is never closed is an error, and does not swallow what follows
        records = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter, strict=True)
        found = [
            (number, [_plain(cell.strip()) for cell in record])
            for number, record in enumerate(records, 1)
        ]
    except csv.Error:
        return None
    if any(_holds_rows(cell) for _, record in found for cell in record):
        return None
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


def _plain(cell: str) -> str:
    """Give what a spreadsheet has wrapped."""
    wrapped = _WRAPPED.fullmatch(cell)
    return cell if wrapped is None else (wrapped[wrapped.lastgroup or 0]).strip()
