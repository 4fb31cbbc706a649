"""A call takes the place of another: the one that is not to ring is stopped in one with that."""

from dataclasses import replace

from sqlalchemy import Connection, select

from bot.calls.replacing import INSTEAD, Replacing
from bot.calls.say import TAKEN, Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.errors import CallMovedError
from bot.ledger.auditing import audit_deed
from bot.ledger.moving import move_where
from bot.ledger.schema import calls, fixed
from bot.ledger.writing_down import Subject, write_down


def stop_replaced(connection: Connection, replacing: Replacing) -> None:
    """Cancel the earlier call. Raises CallMovedError if it surely is not ours to stop any more."""
    waits = (calls.c.id == replacing.call_id) & calls.c.status.in_(NOT_SENT)
    if move_where(connection, waits, to=Status.CANCELLED, failure=None) is None:
        raise CallMovedError("the call to be replaced was sent or stopped")
    audit_deed(connection, replacing.call_id, replacing.deed)


def tell_replaced(connection: Connection, replacing: Replacing, instead: int) -> None:
    """Let the earlier call's thread say which call takes its place."""
    says = [replace(say, facts={**say.facts, INSTEAD: str(instead)}) for say in replacing.say]
    write_down(connection, Subject(call_id=replacing.call_id), says)


def stop_second(connection: Connection, call_id: int) -> None:
    """Cancel what was asked for because this call had not rung, and is not sent yet."""
    waits = calls.c.status.in_([fixed(status) for status in sorted(NOT_SENT)])
    second = select(calls.c.id).where(calls.c.retry_of == call_id, waits).with_for_update()
    told = Say(saying=Saying.REPLY, topic=Topic.CANCELLED, facts={TAKEN: str(call_id)})
    for again in connection.scalars(second).all():
        move_where(connection, calls.c.id == again, to=Status.CANCELLED, failure=None)
        write_down(connection, Subject(call_id=again), [told, Say(saying=Saying.CARD_EDIT)])
