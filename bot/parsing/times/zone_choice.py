"""Chooses the zone that a name means, and checks that its season is the right one."""

from datetime import datetime, timedelta, tzinfo

from bot.calls.doubts import Reason
from bot.parsing.times.components import Zone
from bot.parsing.times.wall_clock import zone_at, zone_named
from bot.parsing.times.zone_names import GREENWICH, NORTH_AMERICAN

_AT_HOME = frozenset({"Europe/Dublin", "America/Havana"})
"""
Zones that a name means only to who lives there: IST is India's to a Londoner, whose clocks show
what Ireland's do, and CST Chicago's to a New Yorker, whose clocks show what Havana's do.
"""


def chosen_zone(zone: Zone | None, now: datetime) -> tuple[tzinfo, Reason | None]:
    """Return the zone that was named; one of several names is settled by the requester's own."""
    own = now.tzinfo or zone_at(0)
    if zone is None:
        return own, None
    asks = Reason.TIME_THEIRS if zone.theirs and zone.is_known else Reason.TIME_ZONE_UNCLEAR
    doubt = None if zone.sure else asks
    if zone.offset_minutes is not None:
        return zone_at(zone.offset_minutes), doubt
    known = [found for name in zone.names if (found := zone_named(name)) is not None]
    if not known:
        return own, Reason.TIME_ZONE_UNCLEAR
    if len(known) == 1:
        return known[0], doubt
    settled = [
        one
        for one in known
        if now.astimezone(one).utcoffset() == now.utcoffset()
        and (str(one) not in _AT_HOME or str(own) == str(one))
    ]
    if not settled and NORTH_AMERICAN.issuperset({str(own), zone.names[0]}):
        return known[0], doubt
    return (settled[0], doubt) if settled else (known[0], Reason.TIME_ZONE_UNCLEAR)


def season_shift(zone: Zone, at: datetime, own: tzinfo) -> timedelta | None:
    """
    "EST" in July: the letters say winter time, and the clocks show summer time.

    In America, where both are told apart, the letters are taken at their word; in Europe
    people write CET all year round. GMT is everybody's, but in summer Londoners may mean `own`.
    """
    if zone.names == GREENWICH:
        return timedelta() if _is_greenwich_in_winter(own, at) else None
    summer = bool(at.dst())
    if zone.standard_only is None or zone.standard_only is not summer:
        return None
    american = any(name.startswith("America/") for name in zone.names)
    hour = timedelta(hours=-1 if summer else 1)
    return hour if american else timedelta()


def _is_greenwich_in_winter(own: tzinfo, at: datetime) -> bool:
    """Whether a zone's clocks show GMT in winter, and something else then."""
    then = at.astimezone(own)
    return not then.replace(month=1, day=15).utcoffset() and bool(then.utcoffset())
