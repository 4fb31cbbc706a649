"""What the ledger knows about earlier calls to a number, as far as the rules ask for it."""

from dataclasses import dataclass
from datetime import datetime

from bot.calls.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCall:
    """An earlier call to the same number. `at` is when it was due: now, or its scheduled time."""

    call_id: int
    requester_id: str
    agent_uuid: str
    status: Status
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Calls to one number that are open or were asked for lately, newest first."""

    calls: tuple[PastCall, ...] = ()
