"""What erasing leaves of a call, and what becomes of a number that is to be forgotten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.calls.result import Result
from bot.calls.say import Topic

NOBODY: Final = PhoneNumber(e164="+10", region="001", kind=NumberKind.UNKNOWN)
"""Stands where a number was: no network has it, and every rule refuses to call it."""


TELL_OF_PERSONS: Final = frozenset(
    {Topic.OUTCOME, Topic.REFUSED, Topic.EXPIRED, Topic.UNCERTAIN, Topic.NOT_PLACED}
)
"""Replies that may hold a name, or a stranger's words."""


def erased_request(*, agent: Agent, scheduled_time: datetime | None) -> CallRequest:
    """Give what is left of a request: which agent, and when."""
    return CallRequest(
        phone=NOBODY,
        email="@",
        full_name="–",
        additional_data=None,
        scheduled_time=scheduled_time,
        agent=agent,
    )


def erased_result(result: Result) -> Result:
    """Give what is left of a result: when it began, and how long it took."""
    return Result(started_at=result.started_at, seconds=result.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """
    What was done to forget a number. `erased` and `stopped` are ids of calls; `stopped` were
    cancelled before anything was sent. `open` cannot be erased yet: Zeeg has them, or is being
    asked; what is kept of them goes as soon as they end. `others` counts drafts and deliveries.
    """

    erased: tuple[int, ...] = ()
    stopped: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    others: int = 0
