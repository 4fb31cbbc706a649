"""A corpus: for each rule the texts it reads, and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    Texts and meanings of one locale, said at ten on Monday, 23 November 2026.

    A meaning is "11-24 14:00" in `tz`, with the reason after it if it is asked about, or the
    reason alone if there is no value.
    """

    locale: str
    tz: str
    meant: Mapping[str, Mapping[str, str]]
