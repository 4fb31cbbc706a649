"""Calls by whose they are, for lists."""

from sqlalchemy import exists, func, select

from bot.calls.call import Call
from bot.calls.listing import Listing
from bot.ledger.door import Door
from bot.ledger.schema import calls, is_open
from bot.ledger.unreadable import read_calls

_due = func.coalesce(calls.c.scheduled_time, calls.c.requested_at)
_is_to_come = is_open & calls.c.overdue_at.is_(None)
KEPT = select(calls).where(calls.c.erased_at.is_(None))
"""What was erased is nobody's to be shown any more."""


class SqlLists:
    """The ListLedger of `use_cases.list_ledger`."""

    _door: Door

    def listed(self, *, team_id: str, requester_id: str | None, most: int) -> Listing:
        """Read what is not over, and what is."""
        theirs = calls.c.team_id == team_id
        if requester_id is not None:
            theirs &= calls.c.requester_id == requester_id
        wanted = KEPT.where(theirs)
        with self._door.reading() as connection:
            to_come = wanted.where(_is_to_come).order_by(_due, calls.c.id)
            upcoming = read_calls(connection, to_come.limit(most + 1))
            over = wanted.where(~_is_to_come).order_by(calls.c.id.desc())
            recent = read_calls(connection, over.limit(most + 1))
            is_empty = not (upcoming or recent)
            were_erased = is_empty and bool(connection.scalar(select(exists().where(theirs))))
        return Listing(
            upcoming=upcoming[:most],
            recent=recent[:most],
            more_upcoming=len(upcoming) > most,
            more_recent=len(recent) > most,
            were_erased=were_erased,
        )

    def asked_for(self, *, team_id: str, requester_id: str, most: int) -> tuple[Call, ...]:
        """Read the newest calls of one person."""
        theirs = KEPT.where(calls.c.team_id == team_id, calls.c.requester_id == requester_id)
        with self._door.reading() as connection:
            newest_first = theirs.order_by(calls.c.requested_at.desc())
            return read_calls(connection, newest_first.limit(most))
