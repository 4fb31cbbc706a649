"""Every rule that a call must pass, in one place: asked before recording and before sending."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calls.call import Call
from bot.calls.calling_hours import CallingHours, concern_about_hours
from bot.calls.concerns import CalledRecently, Concern, OpenCall, UnusualNumber, name_of
from bot.calls.doubts import Doubt
from bot.calls.failure import Failure, FailureKind
from bot.calls.history import History, PastCall
from bot.calls.number_rules import UNUSUAL, refusal
from bot.calls.request import CallRequest
from bot.calls.status import OPEN, SURELY_NOT_CALLED

REPEAT_WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """
    The team's own rules. `calling_hours` None asks about no hour; an empty `allowed_countries`
    allows all. `undo` is how long a card stands before its call is sent, `stale` how late a call
    for now may still be sent. Scheduled calls are kept until `hold_lead` before they are due, if
    `hold_lead` is given, and handed to Zeeg at once otherwise.
    """

    calling_hours: CallingHours | None
    allowed_countries: frozenset[str]
    undo: timedelta
    stale: timedelta
    hold_lead: timedelta | None


def refuse(request: CallRequest, policy: Policy) -> Doubt | None:
    """Say why this call cannot be placed whatever anybody says to it, None if it can."""
    return refusal(request.phone, allowed_countries=policy.allowed_countries)


def review(
    request: CallRequest, *, history: History, policy: Policy, now: datetime
) -> tuple[Concern, ...]:
    """Name everything that a person must say yes to before this call is placed."""
    return (
        *([UnusualNumber()] if request.phone.kind in UNUSUAL else []),
        *_hours(request, policy=policy, now=now),
        *_repeats(request, history=history, now=now),
    )


def too_late(call: Call, *, policy: Policy, now: datetime) -> Failure | None:
    """Say why a call that was fine when it was asked for may not be sent any more."""
    if now > call.new.not_after:
        return Failure(kind=FailureKind.TOO_LATE)
    if refuse(call.request, policy) is not None:
        return Failure(kind=FailureKind.NUMBER_REFUSED)
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
        request.scheduled_time or now, zones=request.phone.zones, hours=policy.calling_hours
    )
    if concern is not None:
        yield concern


def _repeats(request: CallRequest, *, history: History, now: datetime) -> Iterator[Concern]:
    """Ask about the latest one only: a list of them would ask nothing more."""
    for past in history.calls:
        if past.status in OPEN and past.agent_uuid == request.agent.uuid:
            yield OpenCall(call_id=past.call_id, requester_id=past.requester_id, at=past.at)
            return
    for past in history.calls:
        if _counts(past, now=now):
            yield CalledRecently(call_id=past.call_id, requester_id=past.requester_id, at=past.at)
            return


def _counts(past: PastCall, *, now: datetime) -> bool:
    if past.status in SURELY_NOT_CALLED:
        return False
    return past.status in OPEN or past.at >= now - REPEAT_WINDOW
