"""Resolves what was said to a point in time: said, proposed, or refused with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.calls.doubts import Reason
from bot.parsing.times.components import Clock, Components, Writing, Zone
from bot.parsing.times.day_parts import HOURS
from bot.parsing.times.days import Day, day_of, moved
from bot.parsing.times.hours import Hour, hour_of
from bot.parsing.times.kinds import Part
from bot.parsing.times.wall_clock import later, on_the_wall, zone_at
from bot.parsing.times.zone_choice import chosen_zone, season_shift

_OPENING = time(10)  # proposed where no clock was said
_BEFORE_DAWN = 4  # until then many call the coming day tomorrow
_DAY = timedelta(days=1)
_DOUBTS_BY_WEIGHT = (
    Reason.TIME_RANGE,
    Reason.TIME_REPEATS,
    Reason.TIME_ORDER_UNCLEAR,
    Reason.TIME_ZONE_UNCLEAR,
    Reason.TIME_THEIRS,
    Reason.TIME_DAY_UNCLEAR,
    Reason.TIME_TWICE,
    Reason.TIME_SPELLING,
    Reason.TIME_BARE_HOUR,
    Reason.TIME_WITHOUT_CLOCK,
    Reason.TIME_VAGUE,
    Reason.TIME_UNCLEAR,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A point in time, said if there is no doubt; without one, the doubt says why not."""

    at: datetime | None
    doubt: Reason | None = None
    options: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wall:
    """A day and a time in a zone, on the way to a point in time."""

    day: date
    clock: time
    zone: tzinfo
    doubts: frozenset[Reason]
    others: tuple[tuple[date, time], ...] = ()


def _refused(reason: Reason) -> Resolved:
    return Resolved(at=None, doubt=reason)


def heaviest(doubts: Iterable[Reason]) -> Reason | None:
    """Return the doubt that matters most."""
    known = frozenset(doubts)
    return next((one for one in _DOUBTS_BY_WEIGHT if one in known), None)


def resolve(says: Components, now: datetime) -> Resolved:
    """Return the point in time that was said; `now` is in the requester's own zone."""
    if says.refusals:
        return _refused(min(says.refusals, key=_refusal_weight))
    if says.now:
        return Resolved(at=now, doubt=heaviest(says.doubts))
    if says.duration is not None and not says.duration.by_calendar:
        return _from_now(says, now)
    zone, zone_doubt = chosen_zone(says.zone, now)
    doubts = says.doubts | ({zone_doubt} if zone_doubt else frozenset())
    wall = _wall(replace(says, doubts=doubts), now, zone)
    return wall if isinstance(wall, Resolved) else _pointed(wall, says.zone, now, says.shift or 0)


def _refusal_weight(reason: Reason) -> int:
    order = (Reason.TIME_NEVER, Reason.TIME_PAST, Reason.TIME_REPEATS, Reason.TIME_RANGE)
    return order.index(reason) if reason in order else len(order)


def _from_now(says: Components, now: datetime) -> Resolved:
    """Days and months by the calendar, hours by the clock."""
    duration = says.duration
    if duration is None or says.clock is not None or says.part is not None:
        return _refused(Reason.TIME_UNCLEAR)
    start = now
    if duration.days or duration.months or duration.workdays:
        shown = on_the_wall(moved(now.date(), duration), now.time(), now.tzinfo or zone_at(0))
        if not shown.times:
            return _refused(Reason.TIME_NEVER)
        start = shown.times[0]
    return Resolved(at=later(start, duration.seconds), doubt=heaviest(says.doubts))


def _wall(says: Components, now: datetime, zone: tzinfo) -> _Wall | Resolved:
    there = now.astimezone(zone)
    here = now.date() if says.has_day else there.date()
    day = day_of(says, here)
    if day is None and says.has_day:
        counted = says.day is not None or says.nth is not None
        return _refused(Reason.TIME_NEVER if counted else Reason.TIME_VAGUE)
    doubts = says.doubts
    if says.weekday is not None and says.day is not None and day is not None and not day.doubt:
        doubts -= {Reason.TIME_DAY_UNCLEAR}
    if says.day is None and says.has_day and there.date() != now.date():
        doubts |= {Reason.TIME_DAY_UNCLEAR}
    if day is not None and says.days and now.hour < _BEFORE_DAWN:
        day = replace(day, doubt=day.doubt or Reason.TIME_DAY_UNCLEAR, other=day.on - _DAY)
    if day is not None and day.doubt is not None:
        doubts |= {day.doubt}
    says = replace(says, doubts=doubts)
    if says.clock is None and says.same_time:
        clock = Clock(hour=there.hour, minute=there.minute, writing=Writing.EXACT)
        says = replace(says, clock=clock).doubted(Reason.TIME_UNCLEAR)
    if says.clock is None:
        return _without_clock(says, day, there, zone)
    return _with_clock(says, says.clock, day, there, zone)


def _without_clock(
    says: Components, day: Day | None, there: datetime, zone: tzinfo
) -> _Wall | Resolved:
    if says.part is not None:
        return _in_part(says, says.part, day, there, zone)
    if day is None:
        return _refused(Reason.TIME_UNCLEAR)
    clock = _same_time(there) if says.duration is not None else _OPENING
    if says.shift is not None:
        clock = time()
    elif day.on == there.date() and there.time() >= clock:
        clock = time(min(there.hour + 1, 23))
    others = () if day.other is None else ((day.other, clock),)
    return _Wall(
        day=day.on,
        clock=clock,
        zone=zone,
        doubts=says.doubts | {Reason.TIME_WITHOUT_CLOCK},
        others=others,
    )


def _same_time(there: datetime) -> time:
    """In two days: at this time of the day, if that is one at which people are called."""
    return there.time() if _OPENING.hour - 2 <= there.hour < 20 else _OPENING


def _in_part(
    says: Components, part: Part, day: Day | None, there: datetime, zone: tzinfo
) -> _Wall:
    """Propose an hour of a part of the day; a later one if that has passed today."""
    hours = HOURS[part]
    on, hour = there.date() if day is None else day.on, hours.propose
    if on == there.date() and there.hour >= hour:
        hour = there.hour + 1
        if hour >= hours.last:
            hour = hours.propose
            on += timedelta(days=0 if day else 1)
    doubts = says.doubts | {Reason.TIME_VAGUE}
    return _Wall(day=on, clock=time(hour % 24), zone=zone, doubts=doubts)


def _with_clock(
    says: Components, said: Clock, day: Day | None, there: datetime, zone: tzinfo
) -> _Wall:
    hour = hour_of(said, says.part)
    settled = {Reason.TIME_BARE_HOUR} if says.part is not None else set()
    doubts = says.doubts - settled | ({hour.doubt} if hour.doubt else frozenset())
    clock = time(hour.hour, said.minute, said.second)
    shift = timedelta(days=1 if hour.next_day else 0)
    if day is None:
        return _on_no_day(
            _Wall(day=there.date(), clock=clock, zone=zone, doubts=doubts), hour, there
        )
    on = day.on + shift
    others = [] if day.other is None else [(day.other + shift, clock)]
    if said.hour == 24 and Reason.TIME_DAY_UNCLEAR in says.doubts:
        others.append((day.on, clock))
    if hour.other is not None:
        others.append((day.on, clock.replace(hour=hour.other)))
    wall = _Wall(day=on, clock=clock, zone=zone, doubts=doubts, others=tuple(others))
    return _not_before(wall, there)


def _not_before(wall: _Wall, there: datetime) -> _Wall:
    """If a doubtful reading has passed, another one is meant."""
    naive = there.replace(tzinfo=None)
    if not wall.doubts or datetime.combine(wall.day, wall.clock) > naive:
        return wall
    ahead = [one for one in wall.others if datetime.combine(*one) > naive]
    return replace(wall, day=ahead[0][0], clock=ahead[0][1]) if ahead else wall


def _on_no_day(wall: _Wall, hour: Hour, there: datetime) -> _Wall:
    """Take a clock alone for today's, or, asking, for tomorrow's if that has passed."""
    naive, tomorrow = there.replace(tzinfo=None), wall.day + timedelta(days=1)
    if hour.next_day and datetime.combine(wall.day, wall.clock) <= naive:
        return replace(wall, day=tomorrow)
    others = [] if hour.other is None else [(wall.day, wall.clock.replace(hour=hour.other))]
    if datetime.combine(wall.day, wall.clock) > naive:
        return replace(wall, others=tuple(others))
    late = [one for one in others if datetime.combine(*one) > naive and one[1].hour < 20]
    if late and hour.doubt:
        return replace(wall, day=late[0][0], clock=late[0][1], others=((tomorrow, wall.clock),))
    return replace(wall, day=tomorrow, doubts=wall.doubts | {Reason.TIME_DAY_UNCLEAR})


def _pointed(wall: _Wall, zone: Zone | None, now: datetime, shift: int) -> Resolved:
    shown = on_the_wall(wall.day, wall.clock, wall.zone).times
    if not shown:
        return _refused(Reason.TIME_NEVER)
    at, doubts = shown[0], wall.doubts
    if len(shown) > 1:
        doubts |= {Reason.TIME_TWICE}
    if zone is not None and (season := season_shift(zone, at, now.tzinfo or UTC)) is not None:
        at, doubts = at - season, doubts | {Reason.TIME_ZONE_UNCLEAR}
    at = later(at.astimezone(now.tzinfo), shift)
    if at.astimezone(UTC) <= now.astimezone(UTC):
        return _refused(Reason.TIME_PAST)
    doubt = heaviest(doubts)
    others = _others(wall, shown, now) if doubt else ()
    options = (at, *(one for one in others if one.isoformat() != at.isoformat())) if doubt else ()
    return Resolved(at=at, doubt=doubt, options=options)


def _others(wall: _Wall, shown: tuple[datetime, ...], now: datetime) -> tuple[datetime, ...]:
    found = list(shown[1:])
    for day, clock in wall.others:
        found += on_the_wall(day, clock, wall.zone).times[:1]
    return tuple(
        one.astimezone(now.tzinfo) for one in found if one.astimezone(UTC) > now.astimezone(UTC)
    )
