"""What came of a call, as JSON and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.calls.event import CallEnded
from bot.calls.result import Booking, Result, Turn
from bot.calls.status import Outcome


def result_values(result: Result) -> dict[str, Any]:
    """Write a result as JSON."""
    booking = result.booking
    return {
        "started_at": _written(result.started_at),
        "seconds": result.seconds,
        "summary": result.summary,
        "collected": [list(pair) for pair in result.collected],
        "turns": [[turn.speaker, turn.words] for turn in result.turns],
        "deeds": list(result.deeds),
        "booking": None
        if booking is None
        else {
            "title": booking.title,
            "starts_at": _written(booking.starts_at),
            "ends_at": _written(booking.ends_at),
            "status": booking.status,
            "place": booking.place,
            "join_url": booking.join_url,
        },
    }


def read_result(values: Mapping[str, Any] | None) -> Result | None:
    """Read a result."""
    if values is None:
        return None
    return Result(
        started_at=_read(values["started_at"]),
        seconds=values["seconds"],
        summary=values["summary"],
        collected=tuple((name, said) for name, said in values["collected"]),
        turns=tuple(Turn(speaker=speaker, words=words) for speaker, words in values["turns"]),
        deeds=tuple(values["deeds"]),
        booking=_read_booking(values["booking"]),
    )


def event_values(event: CallEnded) -> dict[str, Any]:
    """Write an event as JSON."""
    return {
        "conversation_id": event.conversation_id,
        "agent_uuid": event.agent_uuid,
        "agent_name": event.agent_name,
        "phone_number": event.phone_number,
        "outcome": event.outcome.value,
        "result": result_values(event.result),
    }


def read_event(values: Mapping[str, Any] | None) -> CallEnded | None:
    """Read an event."""
    if values is None:
        return None
    return CallEnded(
        conversation_id=values["conversation_id"],
        agent_uuid=values["agent_uuid"],
        agent_name=values["agent_name"],
        phone_number=values["phone_number"],
        outcome=Outcome(values["outcome"]),
        result=read_result(values["result"]) or Result(),
    )


def _read_booking(values: Mapping[str, Any] | None) -> Booking | None:
    if values is None:
        return None
    return Booking(
        title=values["title"],
        starts_at=_read(values["starts_at"]),
        ends_at=_read(values["ends_at"]),
        status=values["status"],
        place=values["place"],
        join_url=values["join_url"],
    )


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _read(at: str | None) -> datetime | None:
    return None if at is None else datetime.fromisoformat(at)
