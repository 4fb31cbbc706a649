"""What Zeeg accepts, and how it words what it refuses."""

import datetime as dt
import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.playground.faults import Answer

E164: Final = r"\+[1-9]\d{6,14}"
EMAIL: Final = r"[^@\s]+@[^@\s]+\.[^@\s]+"
TIME_FORMAT: Final = "%Y-%m-%d %H:%M:%S"
KNOWN_FIELDS: Final = ("phoneNumber", "email", "fullName", "additionalData", "scheduledTime")

AGENT_NOT_ACTIVE: Final = Answer(
    status=400, body={"success": False, "message": "Agent is not active", "status": 400}
)
UNAUTHENTICATED: Final = Answer(
    status=401, body={"success": False, "message": "Unauthenticated.", "status": 401}
)
MISSING_SCOPE: Final = Answer(status=403, body={"error": "Missing scope"})
AGENT_NOT_FOUND: Final = Answer(status=404, body={"error": "Agent not found"})
TOO_MANY_REQUESTS: Final = Answer(
    status=429,
    body={"success": False, "message": "Too Many Attempts.", "status": 429},
    headers={"Retry-After": "2"},
)
SERVER_ERROR: Final = Answer(
    status=500, body={"success": False, "message": "Server Error", "status": 500}
)


@dataclass(slots=True, kw_only=True)
class Agent:
    """One of Zeeg's AI agents."""

    uuid: str
    name: str
    is_active: bool = True


@dataclass(slots=True, kw_only=True)
class Token:
    """What an API token may do."""

    scopes: frozenset[str] = frozenset({"outbound-calls:write", "webhooks:write"})


def invalid(message: str, errors: Mapping[str, object]) -> Answer:
    """Refuse fields: a value of `errors` is a list or a string, as Zeeg has both."""
    return Answer(status=422, body={"message": message, "errors": dict(errors)})


def fields_refusal(body: object, now: float, zone: str) -> Answer | None:
    """Say what is wrong with the body of a call; None if it is acceptable."""
    if not isinstance(body, dict):
        return invalid("The body must be a JSON object", {"body": "must be an object"})
    errors: dict[str, list[str] | str] = {}
    if not re.fullmatch(E164, _text(body, "phoneNumber"), re.ASCII):
        errors["phoneNumber"] = ["Invalid phone number format"]
    if not re.fullmatch(EMAIL, _text(body, "email")):
        errors["email"] = "The email must be a valid email address."
    if not _text(body, "fullName").strip():
        errors["fullName"] = ["The full name field is required."]
    if not isinstance(body.get("additionalData"), str | None):
        errors["additionalData"] = ["The additional data must be a string."]
    if body.get("scheduledTime") is not None:
        errors |= _time_errors(body["scheduledTime"], now, zone)
    if not errors:
        return None
    first = next(iter(errors.values()))
    return invalid(first if isinstance(first, str) else first[0], errors)


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _time_errors(value: object, now: float, zone: str) -> dict[str, list[str] | str]:
    due = scheduled_at(value, zone)
    if due is None:
        wrong = "The scheduled time does not match the format Y-m-d H:i:s."
        return {"scheduledTime": [wrong]}
    return {} if due > now else {"scheduledTime": ["Scheduled time in the past"]}


def scheduled_at(value: object, zone: str) -> float | None:
    """Read `YYYY-MM-DD HH:mm:ss` in Zeeg's zone as Unix seconds; None if it is not that."""
    if not isinstance(value, str):
        return None
    try:
        read = dt.datetime.strptime(value, TIME_FORMAT).replace(tzinfo=zoneinfo.ZoneInfo(zone))
    except ValueError:
        return None
    return read.timestamp() if read.strftime(TIME_FORMAT) == value else None
