"""A call that may be placed: valid by construction."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.calls.phone_number import PhoneNumber

E164 = re.compile(r"\+[1-9]\d{1,16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One of Zeeg's AI phone agents, by the name that the team gave it in the settings."""

    name: str
    uuid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest:
    """
    What Zeeg needs to place a call.

    `scheduled_time` is aware; None means now. Raises ValueError if a field cannot be what it is
    called, so that whatever holds a CallRequest need not look again.
    """

    phone: PhoneNumber
    email: str
    full_name: str
    additional_data: str | None
    scheduled_time: datetime | None
    agent: Agent

    def __post_init__(self) -> None:
        """Refuse what no check may let through."""
        if not E164.fullmatch(self.phone.e164):
            raise ValueError("phone number is not E.164")
        if "@" not in self.email:
            raise ValueError("email has no @")
        if not self.full_name.strip():
            raise ValueError("full name is empty")
        if self.scheduled_time is not None and self.scheduled_time.tzinfo is None:
            raise ValueError("scheduled time names no zone")
