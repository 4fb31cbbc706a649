"""A call takes the place of another: the one that is not to ring is stopped in one with that."""

from dataclasses import replace

from sqlalchemy import Connection, select

from bot.calls.replacing import INSTEAD, Replacing
from bot.calls.say import TAKEN, Say, Saying, Topic
from bot.calls.status import NOT_SENT, SURELY_NOT_CALLED, Status
from bot.errors import CallMovedError
from bot.ledger.auditing import audit_deed
from bot.ledger.moving import move_where
from bot.ledger.schema import calls
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
    """
    Cancel what was asked for because this call had not rung, and is not sent yet; where nobody
    was called by that, also what was asked for instead of it, as by rescheduling.
    """
    told = Say(saying=Saying.REPLY, topic=Topic.CANCELLED, facts={TAKEN: str(call_id)})
    firsts = [call_id]
    while firsts:
        again = select(calls.c.id, calls.c.status).where(calls.c.retry_of == firsts.pop())
        for second in connection.execute(again.with_for_update()).all():
            if second.status in NOT_SENT:
                stopped = calls.c.id == second.id
                move_where(connection, stopped, to=Status.CANCELLED, failure=None)
                edit = Say(saying=Saying.CARD_EDIT)
                write_down(connection, Subject(call_id=second.id), [told, edit])
            elif second.status in SURELY_NOT_CALLED:
                firsts.append(second.id)
