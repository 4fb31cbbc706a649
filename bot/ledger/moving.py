"""The one way in which a call's status changes, apart from being claimed."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, bindparam, func, update
from sqlalchemy.sql.dml import ReturningUpdate

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


def moving(condition: ColumnElement[bool], *, to: Status) -> ReturningUpdate[Any]:
    """
    Give the statement that moves the one call that a condition finds, for `move_by`: to build it
    costs more than to run it.
    """
    return (
        update(calls)
        .where(condition)
        .values(leaving(to))
        .values(
            failure=bindparam("because", type_=calls.c.failure.type),
            zeeg_id=func.coalesce(bindparam("zeegs", type_=Text), calls.c.zeeg_id),
        )
        .returning(calls.c.id)
    )


def move_by(
    connection: Connection,
    statement: ReturningUpdate[Any],
    values: rows.Values,
    *,
    failure: Failure | None,
    zeeg_id: str | None = None,
) -> int | None:
    """
    Move a call, and give its id; the failure is that of its new status. `values` are for the
    condition.
    """
    because = {"because": rows.failure_values(failure), "zeegs": zeeg_id}
    moved: int | None = connection.execute(statement, {**values, **because}).scalar_one_or_none()
    return moved


def move_where(
    connection: Connection,
    condition: ColumnElement[bool],
    *,
    to: Status,
    failure: Failure | None,
    more: rows.Values | None = None,
) -> int | None:
    """
    Move the one call that the condition finds, and give its id; the failure is that of its new
    status, and `more` are columns that change with it.
    """
    statement = moving(condition, to=to).values(more or {})
    return move_by(connection, statement, {}, failure=failure)


def leaving(to: Status) -> rows.Values:
    """Give the columns that change when a call is moved, whatever it was before."""
    values: rows.Values = {
        "status": to.value,
        "lease_until": None,
        "retry_after": None,
        "ended_at": time_now() if to in ENDED else None,
    }
    # a late answer may still settle what is uncertain, by the token of its claim
    return values if to is Status.UNCERTAIN else {**values, "token": None}
