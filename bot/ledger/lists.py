"""Calls by whose they are, for lists."""

from sqlalchemy import ColumnElement, exists, false, func, literal, select, true, tuple_

from bot.calls.call import Call
from bot.calls.listing import Half, Listing, Page
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

    def listed(
        self, *, team_id: str, requester_id: str | None, most: int, page: Page | None = None
    ) -> Listing:
        """Read what is not over, and what is."""
        theirs = calls.c.team_id == team_id
        if requester_id is not None:
            theirs &= calls.c.requester_id == requester_id
        wanted = KEPT.where(theirs)
        of_upcoming, of_recent = _of_page(page)
        with self._door.reading() as connection:
            to_come = wanted.where(_is_to_come, of_upcoming).order_by(_due, calls.c.id)
            upcoming = read_calls(connection, to_come.limit(most + 1))
            over = wanted.where(~_is_to_come, of_recent).order_by(calls.c.id.desc())
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


def _of_page(page: Page | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Say which calls of either half a page shows, in the order in which they are read."""
    if page is None:
        return true(), true()
    if page.half is Half.RECENT:
        return false(), calls.c.id < page.after
    last = calls.alias()
    due = func.coalesce(last.c.scheduled_time, last.c.requested_at)
    due_of_last = select(due).where(last.c.id == page.after).scalar_subquery()
    return tuple_(_due, calls.c.id) > tuple_(due_of_last, literal(page.after)), false()
