"""Lines between the rows of a table, or under them: "Do not call:", "all of them after 3pm"."""

from collections.abc import Mapping, Sequence

from bot.calls.draft import FormField

OF_LINE = "…"
"""Stands for a header before words of a line that is no row."""

_HEADING = 3
"""Words of what stands above some rows; more of them are a sentence, about all rows."""


def line_in(fields: Mapping[FormField, str], others: Sequence[tuple[str, str]]) -> str:
    """
    Give the words of a row that is none, but a line in one cell, or in several where commas part
    it: nothing of it is a number or an address. Nothing if it is a row.
    """
    said = [*fields.values(), *(cell for _, cell in others if cell)]
    phone = fields.get(FormField.PHONE_NUMBER, "")
    spills = any(map(str.isalpha, phone))
    if FormField.EMAIL in fields or (phone and not spills) or (len(said) > 1 and not spills):
        return ""
    return " ".join(said)


def counts_for(line: str, at: int, numbers: Sequence[int]) -> set[int]:
    """
    Say for which rows a line counts that stands in row `at`: a heading for those under it, a
    sentence, and whatever has none under it, for all.
    """
    below = {number for number in numbers if number > at}
    is_heading = len(line.split()) <= _HEADING or line.rstrip(" -–—*").endswith(":")
    return below if is_heading and below else set(numbers)
