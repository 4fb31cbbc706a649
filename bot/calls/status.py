"""Where a call stands, which moves are allowed, and how a call can end."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a call stands."""

    RECORDED = "recorded"  # on disk; its card is not in Slack yet
    ANNOUNCED = "announced"  # its card stands in Slack; waits for `send_at`
    SENDING = "sending"  # the POST to Zeeg may be under way
    PENDING = "pending"  # Zeeg has it: queued or scheduled
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"  # nobody was called
    EXPIRED = "expired"  # it would have been too late; nobody was called
    REFUSED = "refused"  # Zeeg, or a rule of ours, said no; nobody was called
    UNCERTAIN = "uncertain"  # the POST left and no answer tells what became of it


class Outcome(StrEnum):
    """How a call ended, in the words of Zeeg's `callOutcome`."""

    ANSWERED = "answered"
    VOICEMAIL = "voicemail"
    NOT_ANSWERED = "not_answered"
    BUSY = "busy"
    UNKNOWN = "unknown"


MOVES: Mapping[Status, frozenset[Status]] = {
    Status.RECORDED: frozenset(
        {Status.ANNOUNCED, Status.CANCELLED, Status.EXPIRED, Status.REFUSED}
    ),
    Status.ANNOUNCED: frozenset(
        {Status.SENDING, Status.CANCELLED, Status.EXPIRED, Status.REFUSED}
    ),
    Status.SENDING: frozenset(
        {
            Status.ANNOUNCED,  # surely not accepted: 429, or no connection
            Status.PENDING,
            Status.COMPLETED,  # Zeeg's answer may already say how it ended
            Status.FAILED,
            Status.REFUSED,
            Status.EXPIRED,  # too late, seen after the claim and before the POST
            Status.UNCERTAIN,
        }
    ),
    Status.PENDING: frozenset({Status.COMPLETED, Status.FAILED}),
    Status.UNCERTAIN: frozenset({Status.PENDING, Status.COMPLETED, Status.FAILED, Status.REFUSED}),
    Status.COMPLETED: frozenset(),
    Status.FAILED: frozenset(),
    Status.CANCELLED: frozenset(),
    Status.EXPIRED: frozenset(),
    Status.REFUSED: frozenset(),
}

OPEN = frozenset(
    {Status.RECORDED, Status.ANNOUNCED, Status.SENDING, Status.PENDING, Status.UNCERTAIN}
)
"""A call in one of these may ring, or may have rung and not ended."""

NOT_SENT = frozenset({Status.RECORDED, Status.ANNOUNCED})
"""Surely nothing was sent to Zeeg: these, and only these, can be undone for certain."""

AWAITED = frozenset({Status.SENDING, Status.PENDING, Status.UNCERTAIN})
"""Zeeg may have the call, so that news of its end may come."""

SURELY_NOT_CALLED = frozenset({Status.CANCELLED, Status.EXPIRED, Status.REFUSED})

OVER = frozenset({Status.COMPLETED, Status.FAILED})
"""It rang, or a person says so or not: nothing more is to come but news of how it went."""

PERHAPS_CALLED = frozenset(Status) - SURELY_NOT_CALLED
"""Somebody was called, may have been, or will be."""

STATUS_OF_OUTCOME: Mapping[Outcome, Status] = {
    Outcome.ANSWERED: Status.COMPLETED,
    Outcome.VOICEMAIL: Status.COMPLETED,
    Outcome.NOT_ANSWERED: Status.FAILED,
    Outcome.BUSY: Status.FAILED,
    Outcome.UNKNOWN: Status.COMPLETED,
}


def may_move(now: Status, then: Status) -> bool:
    """Whether a call that stands at `now` may be moved to `then`."""
    return then in MOVES[now]
