"""What the stand-in Zeeg does next, as somebody picks it: usual, or one of the ways to fail."""

import dataclasses
from typing import Final

from bot.playground import faults
from bot.playground.faults import Fault, answering
from bot.playground.zeeg_rules import (
    AGENT_NOT_ACTIVE,
    AGENT_NOT_FOUND,
    MISSING_SCOPE,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    UNAUTHENTICATED,
    invalid,
)

SLOW_SECONDS: Final = 4.0
USUAL: Final = "usual"
DOWN: Final = "down"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """A way to answer: what it is called on the page, and the fault; None is the usual."""

    title: str
    fault: Fault | None = None


MOODS: Final[dict[str, Mood]] = {
    USUAL: Mood(title="201 · takes the call"),
    "slow": Mood(
        title=f"201 · but only after {SLOW_SECONDS:.0f} seconds", fault=faults.slow(SLOW_SECONDS)
    ),
    "400": Mood(title="400 · Agent is not active", fault=Fault(answer=AGENT_NOT_ACTIVE)),
    "401": Mood(title="401 · Unauthenticated", fault=Fault(answer=UNAUTHENTICATED)),
    "403": Mood(title="403 · Missing scope", fault=Fault(answer=MISSING_SCOPE)),
    "404": Mood(title="404 · Agent not found", fault=Fault(answer=AGENT_NOT_FOUND)),
    "422-phone": Mood(
        title="422 · Invalid phone number format",
        fault=Fault(
            answer=invalid(
                "Invalid phone number format", {"phoneNumber": ["Invalid phone number format"]}
            )
        ),
    ),
    "422-time": Mood(
        title="422 · Scheduled time in the past",
        fault=Fault(
            answer=invalid(
                "Scheduled time in the past", {"scheduledTime": ["Scheduled time in the past"]}
            )
        ),
    ),
    "429": Mood(
        title="429 · Too Many Attempts, Retry-After 2", fault=Fault(answer=TOO_MANY_REQUESTS)
    ),
    "500": Mood(title="500 · Server Error", fault=Fault(answer=SERVER_ERROR)),
    "503-page": Mood(
        title="503 · a page of HTML", fault=answering(503, "<h1>Service Unavailable</h1>")
    ),
    "lost-before": Mood(title="Connection lost, call not taken", fault=faults.reset()),
    "lost-after": Mood(title="Connection lost, call taken", fault=faults.lost_answer()),
    DOWN: Mood(title="Nobody listens, until you choose another"),
}
