"""Writes down who did what to a call."""

from sqlalchemy import Connection, insert

from bot.calls.deed import Deed
from bot.ledger.columns import time_now
from bot.ledger.schema import audit


def audit_deed(connection: Connection, call_id: int, deed: Deed) -> None:
    """Write a deed down, in the transaction that does it."""
    connection.execute(
        insert(audit).values(
            call_id=call_id,
            user_id=deed.user_id,
            deed=deed.name,
            surface=deed.surface.value,
            at=time_now(),
        )
    )
