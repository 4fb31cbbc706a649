"""What Zeeg's webhook delivers: the end of a call, something else, or something unreadable."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.calls.result import Result
from bot.calls.status import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded:
    """
    A call by one of Zeeg's agents is over.

    `conversation_id` is the same in each delivery of the same event. `agent_uuid` is in small
    letters; it and `phone_number`, the contact's in E.164, are None if Zeeg did not tell them.
    """

    conversation_id: str
    agent_uuid: str | None
    agent_name: str
    phone_number: str | None
    outcome: Outcome
    result: Result = field(default_factory=Result)

    @property
    def started_at(self) -> datetime | None:
        """When it rang."""
        return self.result.started_at


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOurs:
    """A delivery that is no end of a call that we placed: `what` names it, for the log."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A delivery that says nothing that we understand. `digest` tells one from another."""

    text: str
    digest: str


Delivery = CallEnded | NotOurs | Unreadable


class EventState(StrEnum):
    """What became of a delivery that was kept."""

    MATCHED = "matched"  # it told how a call of ours ended
    UNMATCHED = "unmatched"  # no call or several may have ended: an admin says which
    DISMISSED = "dismissed"  # an admin said that it is none of ours
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvent:
    """
    A delivery as the ledger keeps it. `ended` is what it told, None for what could not be read,
    of which `text` is the body; both are gone once they were erased, or told with the call.
    `settled_by` is the admin who said which call it was, or that it was none.
    """

    event_id: int
    state: EventState
    ended: CallEnded | None
    text: str
    call_id: int | None
    settled_by: str | None
    received_at: datetime
