"""The do-not-call list: numbers are known by their hash, and shown masked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from bot.calls.block import Block, Blocked, TakenOff
from bot.calls.call import Call
from bot.calls.failure import Failure
from bot.calls.say import Say
from bot.calls.status import NOT_SENT, Status
from bot.errors import LedgerError
from bot.ledger.door import Door, insertion_once
from bot.ledger.moving import move_where
from bot.ledger.schema import blocked_numbers, calls, is_open, unblocked_numbers
from bot.ledger.unreadable import read_calls
from bot.ledger.writing_down import Subject, write_down

ENTRY = (
    blocked_numbers.c.masked,
    blocked_numbers.c.reason,
    blocked_numbers.c.blocked_by,
    blocked_numbers.c.blocked_at,
)


ENTRY_OF = select(*ENTRY).where(blocked_numbers.c.phone_hash == bindparam("number"))


class SqlBlocks:
    """The BlockLedger of `use_cases.block_ledger`."""

    _door: Door

    def block_number(
        self,
        phone_number: str,
        block: Block,
        *,
        failure: Failure,
        say: Sequence[Say],
        tell: Sequence[Say],
    ) -> Blocked:
        """Put a number on the list, and refuse its calls that are not sent yet."""
        phone_hash = self._door.phone_hash(phone_number)
        with self._door.writing("block") as connection:
            wait_for_number(connection, phone_hash)
            values = {
                "phone_hash": phone_hash,
                "masked": block.masked,
                "reason": block.reason,
                "blocked_by": block.blocked_by,
                "blocked_at": block.blocked_at,
            }
            new = insertion_once(connection.dialect.name, blocked_numbers)
            returning = new.returning(blocked_numbers.c.phone_hash)
            is_new = connection.execute(returning, values).first()
            entry = block_of(connection, phone_hash)
            if entry is None:
                raise LedgerError("the do-not-call entry was not kept: try again")
            refused, at_zeeg = _stop(connection, phone_hash, failure=failure, say=say, tell=tell)
            return Blocked(
                block=entry, is_new=is_new is not None, refused=refused, at_zeeg=at_zeeg
            )

    def unblock_number(self, phone_number: str, *, by: str, at: datetime) -> Block | None:
        """Take a number off the list, and write down who did."""
        phone_hash = self._door.phone_hash(phone_number)
        with self._door.writing("unblock") as connection:
            wait_for_number(connection, phone_hash)
            entry = block_of(connection, phone_hash)
            if entry is None:
                return None
            connection.execute(
                delete(blocked_numbers).where(blocked_numbers.c.phone_hash == phone_hash)
            )
            connection.execute(
                insert(unblocked_numbers).values(
                    masked=entry.masked,
                    blocked_by=entry.blocked_by,
                    blocked_at=entry.blocked_at,
                    unblocked_by=by,
                    unblocked_at=at,
                )
            )
            return entry

    def blocks(self, *, limit: int) -> Sequence[Block]:
        """Read the newest entries."""
        newest = select(*ENTRY).order_by(blocked_numbers.c.blocked_at.desc()).limit(limit)
        with self._door.reading() as connection:
            return [Block(**row) for row in connection.execute(newest).mappings()]

    def taken_off(self, *, limit: int) -> Sequence[TakenOff]:
        """Read what was taken off the list last."""
        newest = select(unblocked_numbers).order_by(unblocked_numbers.c.id.desc()).limit(limit)
        with self._door.reading() as connection:
            return [
                TakenOff(
                    block=Block(
                        masked=row.masked,
                        reason="",
                        blocked_by=row.blocked_by,
                        blocked_at=row.blocked_at,
                    ),
                    unblocked_by=row.unblocked_by,
                    unblocked_at=row.unblocked_at,
                )
                for row in connection.execute(newest)
            ]


def block_of(connection: Connection, phone_hash: str) -> Block | None:
    """Read the entry of a number's hash."""
    found = connection.execute(ENTRY_OF, {"number": phone_hash})
    row = found.mappings().one_or_none()
    return None if row is None else Block(**row)


def wait_for_number(connection: Connection, phone_hash: str) -> None:
    """
    Let one transaction at a time record calls to a number or block it; SQLite has one writer
    anyway.
    """
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(bytes.fromhex(phone_hash[:16]), signed=True)
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def _stop(
    connection: Connection,
    phone_hash: str,
    *,
    failure: Failure,
    say: Sequence[Say],
    tell: Sequence[Say],
) -> tuple[tuple[int, ...], tuple[Call, ...]]:
    """Refuse what is not sent yet; give the ids of those, and what may still ring."""
    refused, at_zeeg = [], []
    found = connection.execute(
        select(calls.c.id, calls.c.status)
        .where(calls.c.phone_hash == phone_hash, is_open)
        .order_by(calls.c.id)
        .with_for_update()
    )
    for call_id, status in found.all():
        if Status(status) not in NOT_SENT:
            write_down(connection, Subject(call_id=call_id), tell)
            at_zeeg.append(call_id)
            continue
        move_where(connection, calls.c.id == call_id, to=Status.REFUSED, failure=failure)
        write_down(connection, Subject(call_id=call_id), say)
        refused.append(call_id)
    sent = select(calls).where(calls.c.id.in_(at_zeeg)).order_by(calls.c.id)
    return tuple(refused), read_calls(connection, sent)
