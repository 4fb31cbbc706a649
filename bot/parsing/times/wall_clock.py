"""Turns a date and a time on the wall into a point in time, and knows when it cannot."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo | None:
    """Return the IANA zone of that name, if there is one."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def zone_at(minutes: int) -> tzinfo:
    """Return the zone with a fixed offset from UTC."""
    return timezone(timedelta(minutes=minutes))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheWall:
    """When a wall clock shows a time: once, twice in autumn, or never in spring."""

    times: tuple[datetime, ...]


def on_the_wall(day: date, clock: time, zone: tzinfo) -> OnTheWall:
    """Return the points in time at which the clocks of a zone show that day and time."""
    first = datetime.combine(day, clock, tzinfo=zone)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return OnTheWall(times=(first,))
    back = first.astimezone(UTC).astimezone(zone)
    if back.replace(tzinfo=None) != first.replace(tzinfo=None, fold=back.fold):
        return OnTheWall(times=())
    return OnTheWall(times=(first, second))


def later(moment: datetime, seconds: int) -> datetime:
    """So many seconds later, whatever the clocks on the wall do meanwhile."""
    passed = moment.astimezone(UTC) + timedelta(seconds=seconds)
    return passed.astimezone(moment.tzinfo)
