"""How many calls somebody has asked for, counted while nobody else of theirs is recorded."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, func, select

from bot.calls.call import NewCall
from bot.calls.permission import DailyCap
from bot.calls.status import SURELY_NOT_CALLED
from bot.errors import DailyCapError
from bot.ledger.schema import calls


def count_since(
    connection: Connection, since: datetime, *, team_id: str, requester_id: str
) -> int:
    """Count the calls of somebody since then that were not stopped before they rang."""
    not_called = [status.value for status in SURELY_NOT_CALLED]
    counted = select(func.count()).where(
        calls.c.requester_id == requester_id,
        calls.c.team_id == team_id,
        calls.c.requested_at >= since,
        calls.c.status.not_in(not_called),
    )
    return connection.scalar(counted) or 0


def refuse_over_cap(connection: Connection, new: NewCall, cap: DailyCap | None) -> None:
    """Raise DailyCapError if this call would be one too many for its requester."""
    if cap is None:
        return
    _wait_for_caller(connection, new)
    count = count_since(connection, cap.since, team_id=new.team_id, requester_id=new.requester_id)
    if count >= cap.limit:
        raise DailyCapError(cap.limit)


def _wait_for_caller(connection: Connection, new: NewCall) -> None:
    """
    Let one transaction at a time record calls of one person; SQLite has one writer anyway.

    It is always asked for after the number's turn, so that no two wait for each other.
    """
    if connection.dialect.name == "postgresql":
        name = sha256(f"caller:{new.team_id}:{new.requester_id}".encode()).digest()
        number = int.from_bytes(name[:8], signed=True)
        connection.execute(select(func.pg_advisory_xact_lock(number)))
