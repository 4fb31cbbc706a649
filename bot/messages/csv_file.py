"""Rows as a CSV file that a spreadsheet opens, and in which no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""A cell that begins so may be run by a spreadsheet (OWASP, CSV injection)."""


def csv_file(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a file in UTF-8 with a mark at its start, without which Excel reads another code."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: object) -> str:
    """Write a cell so that it is shown and never run."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
