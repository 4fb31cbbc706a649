"""Decides which hour a clock means, and whether that was said or has to be asked."""

from dataclasses import dataclass

from bot.calls.doubts import Reason
from bot.parsing.times.components import Clock, Writing
from bot.parsing.times.day_parts import contradicts, place
from bot.parsing.times.kinds import Language, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """An hour of 24, perhaps of the following day; with a doubt it is a proposal."""

    hour: int
    next_day: bool = False
    doubt: Reason | None = None
    other: int | None = None  # what it means if the proposal is wrong


def hour_of(clock: Clock, part: Part | None) -> Hour:
    """Return the hour that `clock` means, in a part of the day if one was said."""
    if clock.hour == 24:
        return Hour(hour=0, next_day=True)
    if clock.half is not None:
        return _with_meridiem(clock, part)
    if clock.writing is Writing.EXACT or clock.hour > 12:
        return _exact(clock.hour, part)
    if part is not None:
        placed = place(clock.hour, part)
        doubt = None if placed.sure else Reason.TIME_BARE_HOUR
        return Hour(hour=placed.hour, next_day=placed.next_day, doubt=doubt)
    return _bare(clock)


def _with_meridiem(clock: Clock, part: Part | None) -> Hour:
    if clock.hour > 12:
        return _exact(clock.hour, part)
    hour = _exact(clock.hour % 12 + (clock.half or 0), part)
    if hour.hour == 0:
        return Hour(hour=0, doubt=Reason.TIME_BARE_HOUR)
    return hour


def _exact(hour: int, part: Part | None) -> Hour:
    unfit = part is not None and contradicts(hour, part)
    return Hour(hour=hour, doubt=Reason.TIME_UNCLEAR if unfit else None)


def _bare(clock: Clock) -> Hour:
    """
    Decide on an hour with no hint of its half.

    Where people count to 24 a written "7:30" or "7 Uhr" is the morning, and nobody means the
    night by "um 10"; hours that may well be meant for the afternoon are asked about.
    """
    counts_to_24 = clock.language not in (None, Language.ENGLISH)
    written = clock.writing is not Writing.SPOKEN
    if clock.hour == 12:
        return Hour(hour=12, doubt=_unless(written or counts_to_24), other=0)
    if clock.hour >= 7:
        sure = clock.hour >= 9 if not (counts_to_24 and written) else True
        sure = sure and (written or counts_to_24)
        return Hour(hour=clock.hour, doubt=_unless(sure), other=clock.hour + 12)
    if counts_to_24 and written:
        return Hour(hour=clock.hour, doubt=Reason.TIME_BARE_HOUR, other=clock.hour + 12)
    return Hour(hour=clock.hour + 12, doubt=Reason.TIME_BARE_HOUR, other=clock.hour)


def _unless(sure: bool) -> Reason | None:  # noqa: FBT001
    return None if sure else Reason.TIME_BARE_HOUR
