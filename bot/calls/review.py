"""Every rule that a call must pass, in one place: asked before recording and before sending."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from bot.calls.call import Call
from bot.calls.calling_hours import HoursRule, concern_about_hours
from bot.calls.clock_change import comes_twice
from bot.calls.concerns import (
    CalledRecently,
    Concern,
    NewCountry,
    OpenCall,
    UnusualNumber,
    name_of,
)
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.failure import Failure, FailureKind
from bot.calls.history import History, PastCall
from bot.calls.number_rules import UNUSUAL, refusal
from bot.calls.phone_number import PhoneNumber
from bot.calls.request import CallRequest
from bot.calls.status import OPEN, SURELY_NOT_CALLED

REPEAT_WINDOW = timedelta(hours=24)
"""So long after it was due a call counts as a repeated one's first, also if it never ended."""

TWICE_AT_ZEEG = Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_TWICE_AT_ZEEG)
"""Zeeg is told a time without its offset, so that it might call an hour early or late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """
    The team's own rules. `calling_hours` None asks about no hour; an empty `allowed_countries`
    allows all, and `asks_new_countries` asks about those that nobody was called in before;
    numbers that begin with one of `deny_prefixes` are refused. `undo` is how long a
    card stands before its call is sent, `stale` how late a call for now may still be sent.
    Scheduled calls are kept until `hold_lead` before they are due, if `hold_lead` is given, and
    handed to Zeeg at once otherwise. `zeeg_zone` is the one in which Zeeg reads times.
    """

    calling_hours: HoursRule | None
    allowed_countries: frozenset[str]
    asks_new_countries: bool = False
    deny_prefixes: frozenset[str] = frozenset()
    undo: timedelta
    stale: timedelta
    hold_lead: timedelta | None
    zeeg_zone: tzinfo = UTC


def may_be_slip(phone: PhoneNumber, *, policy: Policy, home: str | None, zone: str) -> bool:
    """
    Whether it is to be looked up if a number's country was called before: not where it is that of
    who asks, by the region of their numbers (`home`) or by their `zone`, nor where the team lists
    the countries that it calls.
    """
    is_home = phone.region == home or zone in phone.zones
    return policy.asks_new_countries and not policy.allowed_countries and not is_home


CARD_TAKES = timedelta(seconds=10)
"""How long a call's card may take to stand in Slack, before the seconds of its undo begin."""


def refuse(phone: PhoneNumber, *, policy: Policy, history: History) -> Doubt | None:
    """Say why this number is not called whatever anybody says to it, None if it may be."""
    if history.block is not None:
        return Doubt(field=Field.PHONE_NUMBER, reason=Reason.NUMBER_BLOCKED, read=phone.e164)
    return refusal(
        phone, allowed_countries=policy.allowed_countries, deny_prefixes=policy.deny_prefixes
    )


def refuse_time(at: datetime | None, *, policy: Policy, now: datetime) -> Doubt | None:
    """Say why nobody is called `at` that time whatever anybody says to it, None if they may be."""
    if at is None:
        return None
    if at <= now + policy.undo + CARD_TAKES:
        return Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_TOO_SOON)
    return TWICE_AT_ZEEG if comes_twice(at, policy.zeeg_zone) else None


def review(
    request: CallRequest, *, history: History, policy: Policy, now: datetime
) -> tuple[Concern, ...]:
    """Name everything that a person must say yes to before this call is placed."""
    return (
        *([UnusualNumber()] if request.phone.kind in UNUSUAL else []),
        *([NewCountry(region=request.phone.region)] if history.is_new_country else []),
        *_hours(request, policy=policy, now=now),
        *_repeats(request, history=history, now=now),
    )


def too_late(call: Call, *, policy: Policy, now: datetime, is_blocked: bool) -> Failure | None:
    """
    Say why a call that was fine when it was asked for may not be sent any more.

    `is_blocked` tells whether its number is on the do-not-call list now.
    """
    if is_blocked:
        return Failure(kind=FailureKind.NUMBER_BLOCKED)
    if now > call.new.not_after:
        return Failure(kind=FailureKind.TOO_LATE)
    if refuse(call.request.phone, policy=policy, history=History()) is not None:
        return Failure(kind=FailureKind.NUMBER_NOT_ALLOWED)
    unconfirmed = [
        concern
        for concern in _hours(call.request, policy=policy, now=now)
        if name_of(concern) not in call.new.confirmed
    ]
    return Failure(kind=FailureKind.OUTSIDE_HOURS) if unconfirmed else None


def _hours(request: CallRequest, *, policy: Policy, now: datetime) -> Iterator[Concern]:
    if policy.calling_hours is None:
        return
    concern = concern_about_hours(
        request.scheduled_time or now,
        zones=request.phone.zones,
        region=request.phone.region,
        hours=policy.calling_hours,
    )
    if concern is not None:
        yield concern


def _repeats(request: CallRequest, *, history: History, now: datetime) -> Iterator[Concern]:
    """Ask about every call that may still ring, as they are due; else about the last one."""
    still_open = sorted(
        (past for past in history.calls if past.status in OPEN and _is_recent(past, now=now)),
        key=lambda past: past.at,
    )
    for past in still_open:
        yield OpenCall(
            call_id=past.call_id,
            requester_id=past.requester_id,
            at=past.at,
            by_same_agent=past.agent_uuid == request.agent.uuid,
        )
    if still_open:
        return
    for past in history.calls:
        if _counts(past, now=now):
            yield CalledRecently(call_id=past.call_id, requester_id=past.requester_id, at=past.at)
            return


def _counts(past: PastCall, *, now: datetime) -> bool:
    return past.status not in SURELY_NOT_CALLED and _is_recent(past, now=now)


def _is_recent(past: PastCall, *, now: datetime) -> bool:
    """Whether it is yet to ring, or was due lately: of what was due before, nothing comes."""
    return past.at >= now - REPEAT_WINDOW
