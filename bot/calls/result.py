"""What came of a call, as far as Zeeg tells it. Every text in it is a stranger's."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one side said, before the other spoke. `speaker` is empty if nobody says who it was."""

    speaker: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """
    A meeting that was arranged during the call.

    `place` is what kind of place it is (zoom, phone), `join_url` whatever stands where a link
    should be: it is not checked yet.
    """

    title: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    status: str = ""
    place: str = ""
    join_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """
    What came of a call. Whatever Zeeg did not tell is None or empty.

    `seconds` is how long it took, `collected` what the agent found out, by name, `deeds` what it
    did during the call, one phrase each.
    """

    started_at: datetime | None = None
    seconds: int | None = None
    summary: str = ""
    collected: tuple[tuple[str, str], ...] = ()
    turns: tuple[Turn, ...] = ()
    deeds: tuple[str, ...] = ()
    booking: Booking | None = None
