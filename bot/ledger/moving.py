"""The one way in which a call's status changes, apart from being claimed."""

from sqlalchemy import ColumnElement, Connection, func, update

from bot.calls.call import Call
from bot.calls.failure import Failure
from bot.calls.status import Status, may_move
from bot.ledger import rows
from bot.ledger.columns import time_now
from bot.ledger.schema import ENDED, calls

BY_CLAIM = frozenset({Status.ANNOUNCED, Status.SENDING})
"""Only a card announces a call, and only a claim sends it: nobody moves a call to these."""


def refuse_moves(out_of: frozenset[Status], to: Status) -> None:
    """Raise ValueError unless a call may be moved there from each of these."""
    strays = sorted(status for status in out_of if not may_move(status, to))
    if strays or not out_of or to in BY_CLAIM:
        raise ValueError(f"a call cannot be moved from {strays or sorted(out_of)} to {to}")


def move_where(
    connection: Connection,
    condition: ColumnElement[bool],
    *,
    to: Status,
    failure: Failure | None,
    zeeg_id: str | None = None,
    more: rows.Values | None = None,
) -> Call | None:
    """
    Move the one call that the condition finds; the failure is that of its new status, and `more`
    are columns that change with it.
    """
    moved = connection.execute(
        update(calls)
        .where(condition)
        .values(leaving(to, failure=failure))
        .values(zeeg_id=func.coalesce(zeeg_id, calls.c.zeeg_id))
        .values(more or {})
        .returning(*calls.c)
    )
    row = moved.mappings().one_or_none()
    return None if row is None else rows.read_call(row)


def leaving(to: Status, *, failure: Failure | None) -> rows.Values:
    """Give the columns that change when a call is moved, whatever it was before."""
    values: rows.Values = {
        "status": to.value,
        "failure": rows.failure_values(failure),
        "lease_until": None,
        "retry_after": None,
        "ended_at": time_now() if to in ENDED else None,
    }
    # a late answer may still settle what is uncertain, by the token of its claim
    return values if to is Status.UNCERTAIN else {**values, "token": None}
