"""Somebody's calls, or everybody's, as a list shows them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.calls.call import Call


class Half(StrEnum):
    """Which calls of a list: those that are not over, or those that are."""

    UPCOMING = "upcoming"
    RECENT = "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The calls of one half that come behind the one of this number."""

    half: Half
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """
    `upcoming` are those that are not over, the next one first, `recent` those that are, or were
    due and never heard of, the newest first. `more_upcoming` and `more_recent` tell whether there
    are more than these; `were_erased` whether there are none because all were erased.
    """

    upcoming: tuple[Call, ...]
    recent: tuple[Call, ...]
    more_upcoming: bool = False
    more_recent: bool = False
    were_erased: bool = False
