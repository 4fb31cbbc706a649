"""What a person must say yes to before a call is placed."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import assert_never

from bot.calls.request import CallRequest


class UnusualDay(StrEnum):
    """What kind of day it is at the contact's place, as far as calling hours ask."""

    NONE = "none"  # a day like any other
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    EVE = "eve"  # the day before a holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideCallingHours:
    """
    It would ring at an unusual hour. `zone` is the contact's zone in which it does, `local_time`
    the time there, `next_allowed` the first time that is inside the hours in every zone.
    `is_one_of_several` tells that the contact may live where clocks show something else.

    `day` is the kind of day there, `holiday` its name in English if it has one, and `country` the
    ISO 3166 code of whose it is; `usual` are the spans of that day in which a call is usual, none
    if it is no day for calls.
    """

    zone: str
    local_time: datetime
    next_allowed: datetime | None
    is_one_of_several: bool = False
    day: UnusualDay = UnusualDay.NONE
    holiday: str = ""
    country: str | None = None
    usual: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneUnknown:
    """Nothing tells in which zone the contact lives, so the hour there is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCall:
    """A call to the same number is not over; `by_same_agent` tells whose it is."""

    call_id: int
    requester_id: str
    at: datetime
    by_same_agent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledRecently:
    """The same number was called in the last 24 hours."""

    call_id: int
    requester_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusualNumber:
    """A freephone or company number: rarely a contact's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLeftOut:
    """The request had a time, and the form has none any more: it would ring now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCountry:
    """Others were called before, and nobody in this country, an ISO 3166 code: a slip perhaps."""

    region: str


Concern = (
    OutsideCallingHours
    | ZoneUnknown
    | OpenCall
    | CalledRecently
    | UnusualNumber
    | NewCountry
    | TimeLeftOut
)


OPEN_CALL = "open_call:"
"""How the name of a yes to an open call begins; the call's number follows."""


def name_of(concern: Concern) -> str:
    """Give the name under which a yes to this concern is recorded."""
    match concern:
        case OutsideCallingHours(zone=zone):
            return f"outside_hours:{zone}"
        case ZoneUnknown():
            return "zone_unknown"
        case OpenCall(call_id=call_id):
            return f"{OPEN_CALL}{call_id}"
        case CalledRecently(call_id=call_id):
            return f"called_recently:{call_id}"
        case UnusualNumber():
            return "unusual_number"
        case NewCountry(region=region):
            return f"new_country:{region}"
        case TimeLeftOut():
            return "time_left_out"
        case _:
            assert_never(concern)


def digest(request: CallRequest, concerns: Iterable[Concern]) -> str:
    """
    Bind a yes to number, time, agent and warnings: if one changes, so does this. Where it would
    ring now, a yes to an unusual hour is one to the hour that was shown.
    """
    at = request.scheduled_time.timestamp() if request.scheduled_time else "now"
    names = sorted(name_of(concern) + _hour_of(concern, at) for concern in concerns)
    parts = [request.phone.e164, str(at), request.agent.uuid, *names]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _hour_of(concern: Concern, at: float | str) -> str:
    if at != "now" or not isinstance(concern, OutsideCallingHours):
        return ""
    return f"{concern.local_time:@%Y-%m-%dT%H}"
