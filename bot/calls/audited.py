"""What is on record of each call: who asked, how, and what was done to it."""

from dataclasses import dataclass
from datetime import datetime

from bot.calls.status import Outcome, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """
    A call, without anything of its contact. `confirmed` names the warnings that its requester
    said yes to, `deeds` who did what to it: "U1 undo button 2026-03-02T09:30:00+00:00".
    """

    call_id: int
    reference: str
    requested_at: datetime
    requester_id: str
    channel_id: str
    surface: str
    agent_name: str
    scheduled_time: datetime | None
    status: Status
    outcome: Outcome | None
    ended_at: datetime | None
    zeeg_id: str | None
    confirmed: tuple[str, ...]
    retry_of: int | None
    deeds: tuple[str, ...]
