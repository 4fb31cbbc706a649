"""What the ledger knows about a number, as far as the rules ask for it."""

from dataclasses import dataclass
from datetime import datetime

from bot.calls.block import Block
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
    """
    Calls to one number that are open or were asked for lately, newest first; its entry on the
    do-not-call list, None if it is not there; and whether other countries were called before and
    its own never, where that was looked up.
    """

    calls: tuple[PastCall, ...] = ()
    block: Block | None = None
    is_new_country: bool = False
