"""Writes down who did what to a call, and reads it for whoever has to account for it."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select

from bot.calls.audited import Audited
from bot.calls.deed import Deed
from bot.calls.status import Outcome, Status
from bot.ledger.columns import time_now
from bot.ledger.door import Door
from bot.ledger.schema import audit, calls

NEWEST = (
    select(
        calls.c.id.label("call_id"),
        calls.c.reference,
        calls.c.requested_at,
        calls.c.requester_id,
        calls.c.channel_id,
        calls.c.surface,
        calls.c.agent_name,
        calls.c.scheduled_time,
        calls.c.status,
        calls.c.outcome,
        calls.c.ended_at,
        calls.c.zeeg_id,
        calls.c.confirmed,
        calls.c.retry_of,
    )
    .where(calls.c.team_id == bindparam("team"))
    .order_by(calls.c.id.desc())
    .limit(bindparam("most"))
)
DEEDS = select(audit).where(audit.c.call_id >= bindparam("first")).order_by(audit.c.id)


class SqlAudit:
    """The AuditLedger of `slack.exporting`."""

    _door: Door

    def audited(self, *, team_id: str, most: int) -> Sequence[Audited]:
        """Read the newest calls, oldest first, with what was done to them."""
        with self._door.reading() as connection:
            found = connection.execute(NEWEST, {"team": team_id, "most": most}).mappings().all()
            first = min((row["call_id"] for row in found), default=0)
            deeds: dict[int, list[str]] = defaultdict(list)
            for row in connection.execute(DEEDS, {"first": first}).mappings():
                words = (row["user_id"], row["deed"], row["surface"], row["at"].isoformat())
                deeds[row["call_id"]].append(" ".join(words))
        return [
            Audited(
                **{
                    **row,
                    "status": Status(row["status"]),
                    "outcome": None if row["outcome"] is None else Outcome(row["outcome"]),
                    "confirmed": tuple(row["confirmed"]),
                    "deeds": tuple(deeds[row["call_id"]]),
                }
            )
            for row in reversed(found)
        ]


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
