"""Which of our calls has ended: Zeeg's event names none of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calls.say import Say

EARLY = timedelta(minutes=2)
"""A call may start so long before it was due: clocks differ, and Zeeg's may be fast."""

BY_THE_SECOND = timedelta(seconds=5)
"""Zeeg tells a start in whole seconds, by its own clock: so much before it was due is on time."""

LATE = timedelta(days=1)
"""A call may start so long after it was due. The end of one from before was never heard of."""

HOUR = timedelta(hours=1)
ON_TIME = timedelta(minutes=3)
FARTHEST_ZONES = timedelta(hours=26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    A call of the same agent to the same number that Zeeg may have. `due` is when it should ring;
    `is_scheduled` tells whether Zeeg was given that time, `is_hearsay` whether a person has said
    how it went.
    """

    call_id: int
    due: datetime
    is_scheduled: bool
    is_hearsay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """
    The call that has ended, None if it is for a person to say.

    `hours_off` is how many whole hours too early (below 0) or too late a scheduled call began, 0
    if it was about on time or nothing can be said of it.
    """

    call_id: int | None
    hours_off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is done about an event: `say` in the thread of its call, `alert` to the admins."""

    call_id: int | None
    say: tuple[Say, ...] = ()
    alert: tuple[Say, ...] = ()


def find_match(
    started_at: datetime | None, candidates: Sequence[Candidate], *, now: datetime
) -> Match:
    """
    Find the one call that was due when this one started. `now` stands in for an unknown start.

    Two candidates or none are for a person: a guess could tell one contact's words in the thread
    of another. What a person has settled may still be heard of, but is not expected to be where
    another call was due by then.
    """
    at = started_at or now
    was_due = [each for each in candidates if each.due - EARLY <= at <= each.due + LATE]
    due = [candidate for candidate in was_due if not candidate.is_hearsay]
    if not any(candidate.due - BY_THE_SECOND <= at for candidate in due):
        due += [candidate for candidate in was_due if candidate.is_hearsay]
    if len(due) == 1:
        return Match(call_id=due[0].call_id, hours_off=_hours_off(started_at, due[0]))
    if len(candidates) == 1:
        return Match(call_id=None, hours_off=_hours_off(started_at, candidates[0]))
    return Match(call_id=None)


def _hours_off(started_at: datetime | None, candidate: Candidate) -> int:
    """Tell how far a start is off if it looks as if a time was read in another zone."""
    if started_at is None or not candidate.is_scheduled:
        return 0
    off = started_at - candidate.due
    hours = round(off / HOUR)
    is_whole = abs(off - hours * HOUR) <= ON_TIME
    return hours if is_whole and abs(off) <= FARTHEST_ZONES else 0
