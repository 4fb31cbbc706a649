"""Rows that nobody can read, as damaged or another version's ones, hold up nothing else."""

import logging
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, case, select, update

from bot.calls.call import Call
from bot.ledger.columns import epoch_now
from bot.ledger.door import UNREADABLE
from bot.ledger.rows import read_call
from bot.ledger.schema import MessageState, calls, outbox

log = logging.getLogger(__name__)

Id = TypeVar("Id", bound=Hashable)
T = TypeVar("T")

WAIT = 60.0
"""Seconds until a call is looked at again: the row may have been mended, or the program."""

LOOKS = 10
"""Looks at a message, each after a longer wait, in an hour: then the next ones have their turn."""


def leave_calls(connection: Connection, call_ids: Sequence[int]) -> bool:
    """Leave calls alone for a while that cannot be read: nobody is called by them."""
    read = _each(call_ids, lambda call_id: _call(connection, call_id), of="call")
    broken = [call_id for call_id in call_ids if call_id not in read]
    connection.execute(
        update(calls).where(calls.c.id.in_(broken)).values(retry_after=epoch_now() + WAIT)
    )
    return bool(broken)


def leave_messages(
    connection: Connection, message_ids: Sequence[int], read: Callable[[int], object]
) -> bool:
    """Leave messages alone for a while that cannot be read, or whose call cannot."""
    readable = _each(message_ids, read, of="message")
    broken = [message_id for message_id in message_ids if message_id not in readable]
    is_last = outbox.c.tries >= LOOKS
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(broken))
        .values(
            tries=outbox.c.tries + 1,
            due=epoch_now() + WAIT * (outbox.c.tries + 1),
            state=case((is_last, MessageState.GIVEN_UP.value), else_=outbox.c.state),
            why=case((is_last, "unreadable"), else_=outbox.c.why),
        )
    )
    return bool(broken)


def read_calls(connection: Connection, wanted: Select[Any]) -> tuple[Call, ...]:
    """Read calls, but for those that cannot be read."""
    try:
        return tuple(read_call(row) for row in connection.execute(wanted).mappings().all())
    except UNREADABLE:
        found = connection.scalars(wanted.with_only_columns(calls.c.id)).all()
        return tuple(_each(found, lambda call_id: _call(connection, call_id), of="call").values())


def _call(connection: Connection, call_id: int) -> Call:
    # as a list, since SQLite commits nothing while a row of an answer is left unread
    [row] = connection.execute(select(calls).where(calls.c.id == call_id)).mappings().all()
    return read_call(row)


def _each(ids: Iterable[Id], read: Callable[[Id], T], *, of: str) -> dict[Id, T]:
    """Read what can be read, and log what cannot: its id, and nothing that stands in it."""
    found = {}
    for each in ids:
        try:
            found[each] = read(each)
        except UNREADABLE as error:
            log.error("row cannot be read %s=%s error=%s", of, each, type(error).__name__)  # noqa: TRY400 - its text may quote a person
    return found
