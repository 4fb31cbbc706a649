"""What Zeeg tells when a call is over: `ai_agent.call_completed`."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

EVENT: Final = "ai_agent.call_completed"

TALK: Final = 95
"""Seconds that a call takes."""


class Outcome(StrEnum):
    """How a call ended, in Zeeg's words."""

    ANSWERED = "answered"
    VOICEMAIL = "voicemail"
    NOT_ANSWERED = "not_answered"
    BUSY = "busy"
    UNKNOWN = "unknown"


@dataclass(slots=True, kw_only=True)
class Call:
    """
    A call that Zeeg has accepted.

    `due_at` is when it rings, in Unix seconds; `seconds` how long somebody talks if it is taken;
    `ends` how often its end was told.
    """

    id: int
    agent_uuid: str
    agent_name: str
    body: dict[str, Any]
    due_at: float
    seconds: int = TALK
    ends: int = 0


BOOKING: Final[dict[str, Any]] = {
    "uuid": "5b2e0f3c-6a57-4b1e-9d83-000000000001",
    "title": "Product demo",
    "startTime": "2027-01-20T13:00:00Z",
    "endTime": "2027-01-20T13:30:00Z",
    "status": "confirmed",
    "location": {"type": "zoom", "joinUrl": "https://zoom.example/j/123"},
    "invitees": [{"name": "Alex Mueller", "email": "alex.mueller@example.com"}],
    "hosts": [{"name": "Jane Doe", "email": "jane@example.com"}],
}


def booking_after(call: Call) -> dict[str, Any]:
    """Write the appointment that is made in a call, for the next working day."""
    starts = dt.datetime.fromtimestamp(call.due_at, tz=dt.UTC).replace(hour=13, minute=0, second=0)
    starts += dt.timedelta(days={4: 3, 5: 2}.get(starts.weekday(), 1))
    return {
        **BOOKING,
        "startTime": _iso(starts.timestamp()),
        "endTime": _iso(starts.timestamp() + 1800),
        "invitees": [{"name": call.body["fullName"], "email": call.body["email"]}],
    }


def completed_event(call: Call, outcome: Outcome) -> dict[str, Any]:
    """Write the event of a call that ended; only one that somebody took has words in it."""
    has_talked = outcome in {Outcome.ANSWERED, Outcome.VOICEMAIL}
    was_answered = outcome is Outcome.ANSWERED
    name = call.body["fullName"]
    return {
        "event": EVENT,
        "conversationId": f"conversation-{call.id}-{call.ends}",
        "agentId": call.agent_uuid,
        "agentName": call.agent_name,
        "direction": "outbound",
        "callOutcome": outcome.value,
        "isCall": True,
        "startedAt": _iso(call.due_at),
        "endedAt": _iso(call.due_at + call.seconds) if has_talked else None,
        "durationSeconds": call.seconds if has_talked else None,
        "contactPhoneNumber": call.body["phoneNumber"],
        "agentPhoneNumber": "+4930901820",
        "transcript": _turns(name) if was_answered else [],
        "conversationAnalysis": (
            {
                "summary": f"{name} would like a demo and named two colleagues.",
                "collectedData": {"teamSize": "12", "budget": "approved"},
            }
            if was_answered
            else {}
        ),
        "actions": [{"type": "booking_created"}] if was_answered else [],
        "booking": BOOKING if was_answered else None,
    }


def _turns(name: str) -> list[dict[str, str]]:
    return [
        {"role": "agent", "message": f"Hello, am I speaking to {name}?"},
        {"role": "user", "message": "Yes, that's me."},
        {"role": "agent", "message": "I am calling about your demo. Is tomorrow fine?"},
        {"role": "user", "message": "Tomorrow is fine, thank you."},
    ]


def _iso(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
