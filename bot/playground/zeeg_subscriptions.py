"""Zeeg's webhook subscriptions: what may be subscribed, and how that is answered."""

import re
import uuid
from dataclasses import dataclass, field
from typing import Any, Final

from bot.playground.faults import Answer
from bot.playground.zeeg_outcomes import EVENT
from bot.playground.zeeg_rules import invalid

EVENTS: Final = frozenset(
    {"invitee.scheduled", "invitee.cancelled", "routing_form.submitted", EVENT}
)


@dataclass(slots=True, kw_only=True)
class Subscription:
    """Who is told of what; `token` comes back verbatim in the header `Token`."""

    callback_url: str
    token: str
    events: list[str]
    scope: str = "user"
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))

    @classmethod
    def read(cls, body: Any) -> "Subscription":  # noqa: ANN401 - checked JSON
        """Read the body of a subscription that was found acceptable."""
        return cls(
            callback_url=body["callbackUrl"],
            token=body.get("token", ""),
            events=body["events"],
            scope=body["scope"],
        )

    def answer(self, status: int) -> dict[str, Any]:
        """Write the answer; `status` is that of the test delivery, 0 if nobody was there."""
        return {
            "success": True,
            "resource": {
                "uuid": self.uuid,
                "callbackUrl": self.callback_url,
                "events": self.events,
                "scope": self.scope,
            },
            "testResult": {
                "delivered": 200 <= status < 300,
                "statusCode": status or None,
                "error": None if status else "could not connect",
            },
        }


def subscription_refusal(body: object) -> Answer | None:
    """Say what is wrong with the body of a subscription; None if it is acceptable."""
    if not isinstance(body, dict):
        return invalid("The body must be a JSON object", {"body": "must be an object"})
    events = body.get("events")
    is_known = isinstance(events, list) and bool(events) and set(map(str, events)) <= EVENTS
    checks = {
        "callbackUrl": re.fullmatch(r"https?://\S+", str(body.get("callbackUrl"))),
        "events": is_known,
        "scope": body.get("scope") in {"user", "organization"},
        "token": "token" not in body or re.fullmatch(r"[!-~]{8,1000}", str(body["token"])),
    }
    errors = {name: [f"The {name} is invalid."] for name, is_fine in checks.items() if not is_fine}
    return invalid("The given data was invalid.", errors) if errors else None
