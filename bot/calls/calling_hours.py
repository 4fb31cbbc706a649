"""At which hours of the contact's day a call is usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.calls.concerns import OutsideCallingHours, ZoneUnknown

STEP = timedelta(minutes=15)
HORIZON = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallingHours:
    """From `opens` up to, not including, `closes`, in the contact's own zone."""

    opens: time
    closes: time

    def include(self, local: datetime) -> bool:
        """Whether this local time is inside."""
        return self.opens <= local.time() < self.closes


def concern_about_hours(
    at: datetime, *, zones: Sequence[str], hours: CallingHours
) -> OutsideCallingHours | ZoneUnknown | None:
    """
    Find out whether a call at this time rings at a usual hour wherever its contact may live.

    A number rarely tells one zone for certain, so every zone that it may be in has to agree.
    """
    if not zones:
        return ZoneUnknown()
    outside = _zone_outside(at, zones=zones, hours=hours)
    if outside is None:
        return None
    return OutsideCallingHours(
        zone=outside,
        local_time=at.astimezone(ZoneInfo(outside)),
        next_allowed=next_allowed(at, zones=zones, hours=hours),
    )


def next_allowed(at: datetime, *, zones: Sequence[str], hours: CallingHours) -> datetime | None:
    """Find the first quarter of an hour from then on that is inside in every zone, if any is."""
    start = at.replace(minute=at.minute - at.minute % 15, second=0, microsecond=0)
    for step in range(1, HORIZON // STEP):
        candidate = start + step * STEP
        if _zone_outside(candidate, zones=zones, hours=hours) is None:
            return candidate
    return None


def _zone_outside(at: datetime, *, zones: Sequence[str], hours: CallingHours) -> str | None:
    for zone in zones:
        if not hours.include(at.astimezone(ZoneInfo(zone))):
            return zone
    return None
