"""Sample nouns for tests: a call to somebody who does not exist."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.calls.call import Call, Card, NewCall
from bot.calls.draft import Surface
from bot.calls.failure import Failure
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.calls.status import Outcome, Status

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, 10:00 in Berlin."""

SALES = Agent(name="Sales", uuid="7d3c1c1e-0000-4000-8000-000000000001")

BERLIN_NUMBER = PhoneNumber(
    e164="+493023125001",
    region="DE",
    kind=NumberKind.FIXED_LINE,
    zones=("Europe/Berlin",),
)

REQUEST = CallRequest(
    phone=BERLIN_NUMBER,
    email="alex.mueller@example.com",
    full_name="Alex Mueller",
    additional_data="follow up on the demo",
    scheduled_time=None,
    agent=SALES,
)


def new_call(request: CallRequest = REQUEST, *, key: str = "T1:trigger:1") -> NewCall:
    """Somebody asked for this at NOW."""
    return NewCall(
        key=key,
        team_id="T1",
        requester_id="U_JANE",
        channel_id="C_SALES",
        thread_ts=None,
        source_link=None,
        response_url=None,
        surface=Surface.COMMAND,
        request=request,
        requester_zone="Europe/Berlin",
        requester_locale="en-GB",
        requested_at=NOW,
        send_after=NOW,
        not_after=request.scheduled_time or NOW + timedelta(minutes=5),
    )


def call(
    status: Status = Status.PENDING,
    *,
    request: CallRequest = REQUEST,
    failure: Failure | None = None,
    outcome: Outcome | None = None,
) -> Call:
    """Call #42, as the ledger would give it."""
    return Call(
        call_id=42,
        reference="K7M2P9QX",
        new=new_call(request),
        status=status,
        attempts=1,
        send_at=NOW,
        card=Card(channel_id="C_SALES", ts="1795424400.000100"),
        zeeg_id="4711",
        failure=failure,
        outcome=outcome,
        ended_at=None,
    )


def scheduled(at: datetime) -> CallRequest:
    """The same call, for later."""
    return replace(REQUEST, scheduled_time=at)
