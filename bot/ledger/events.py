"""How calls end: events kept once, matched, assigned; and calls of which nothing was heard."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, exists, func, or_, select, update

from bot.calls.call import Call
from bot.calls.deed import Deed
from bot.calls.event import CallEnded, EventState, KeptEvent, Unreadable
from bot.calls.matching import EARLY, Candidate, Verdict
from bot.calls.say import Say
from bot.calls.status import AWAITED, OVER, STATUS_OF_OUTCOME, Status
from bot.ledger.auditing import audit_deed
from bot.ledger.columns import time_now
from bot.ledger.door import Door, insertion_once
from bot.ledger.moving import move_where
from bot.ledger.replacing import stop_second
from bot.ledger.result_rows import event_values, read_event, result_values
from bot.ledger.schema import calls, events, fixed
from bot.ledger.unreadable import read_calls
from bot.ledger.unsaying import answer_replies
from bot.ledger.writing_down import Subject, write_down

BATCH = 100

due_at = func.coalesce(calls.c.scheduled_time, calls.c.send_at)

awaited = calls.c.status.in_([fixed(status) for status in sorted(AWAITED)])
is_settled = calls.c.status.in_([fixed(status) for status in sorted(OVER)])
by_word = (
    is_settled
    & calls.c.outcome.is_(None)
    & or_(calls.c.zeeg_id.is_(None), calls.c.overdue_at.is_not(None))
)
"""As `Call.is_hearsay`: a person said how it went, and Zeeg has told nothing."""

is_hearsay = by_word & calls.c.conversation_id.is_(None) & calls.c.erased_at.is_(None)
was_denied = is_hearsay & (calls.c.status == fixed(Status.FAILED))
"""A person said that nobody was called."""

may_have_rung = or_(awaited, is_settled)

_first = select(func.min(calls.c.agent_uuid).label("uuid")).cte("agents", recursive=True)
_next = select(func.min(calls.c.agent_uuid)).where(calls.c.agent_uuid > _first.c.uuid)
AGENTS = _first.union_all(select(_next.scalar_subquery()).where(_first.c.uuid.is_not(None)))
"""Every agent that ever called, with one look into the index for each: they are few."""


class SqlEvents:
    """The EventLedger of `use_cases.event_ledger`."""

    _door: Door

    def may_be_ours(self, ended: CallEnded) -> bool:
        """Whether its agent ever called for us, or its number was called, if both are told."""
        if ended.agent_uuid is None or ended.phone_number is None:
            return True
        to_number = exists().where(calls.c.phone_hash == self._hash(ended))
        by_agent = exists().where(func.lower(AGENTS.c.uuid) == ended.agent_uuid)
        with self._door.reading() as connection:
            return bool(connection.scalar(select(or_(to_number, by_agent))))

    def record_ended(
        self, ended: CallEnded, *, judge: Callable[[Sequence[Candidate]], Verdict]
    ) -> EventState | None:
        """Keep an event once, and do with it what is judged."""
        phone_hash = self._hash(ended)
        with self._door.writing("event") as connection:
            values = {
                "key": f"conversation:{ended.conversation_id}",
                "state": EventState.UNMATCHED.value,
                "phone_hash": phone_hash,
                "facts": event_values(ended),
            }
            event_id = _insert(connection, values)
            if event_id is None:
                return None
            verdict = judge(_candidates(connection, ended, phone_hash))
            if verdict.call_id is not None:
                _end(connection, verdict.call_id, ended)
                _match(connection, event_id, verdict.call_id, by=None)
                write_down(connection, Subject(call_id=verdict.call_id), verdict.say)
                answer_replies(connection, verdict.call_id, why="ended")
            write_down(connection, Subject(event_id=event_id), verdict.alert)
            return EventState.UNMATCHED if verdict.call_id is None else EventState.MATCHED

    def record_unreadable(self, unreadable: Unreadable, *, alert: Sequence[Say]) -> bool:
        """Keep a body once."""
        with self._door.writing("event") as connection:
            values = {
                "key": f"body:{unreadable.digest}",
                "state": EventState.UNREADABLE.value,
                "body": unreadable.text,
            }
            event_id = _insert(connection, values)
            if event_id is not None:
                write_down(connection, Subject(event_id=event_id), alert)
            return event_id is not None

    def event(self, event_id: int) -> KeptEvent | None:
        """Read an event."""
        with self._door.reading() as connection:
            found = connection.execute(select(events).where(events.c.id == event_id))
            row = found.mappings().one_or_none()
            return None if row is None else read_kept(row)

    def calls_for(
        self, ended: CallEnded, *, at: datetime, near: timedelta, limit: int
    ) -> Sequence[Call]:
        """
        Find what may have ended: calls to the number, which a wrong zone may have let ring early,
        else by the agent, which were due not long before that time.
        """
        by_agent = (func.lower(calls.c.agent_uuid) == ended.agent_uuid) & due_at.between(
            at - near, at + EARLY
        )
        same_number = calls.c.phone_hash == self._hash(ended)
        with self._door.reading() as connection:
            return read_calls(
                connection,
                select(calls)
                .where(
                    may_have_rung,
                    calls.c.conversation_id.is_(None),
                    calls.c.erased_at.is_(None),
                    or_(by_agent, same_number),
                )
                .order_by(same_number.desc(), calls.c.id.desc())
                .limit(limit),
            )

    def assign(
        self, event_id: int, *, call_id: int | None, deed: Deed, say: Sequence[Say]
    ) -> bool:
        """Take an admin's word for which call has ended, None for none of ours."""
        with self._door.writing("assign") as connection:
            kept = _unmatched(connection, event_id)
            ended = None if kept is None else kept.ended
            if ended is None:
                return False
            if call_id is None:
                _dismiss(connection, event_id, by=deed.user_id)
                return True
            if not _end(connection, call_id, ended):
                return False
            _match(connection, event_id, call_id, by=deed.user_id)
            audit_deed(connection, call_id, deed)
            write_down(connection, Subject(call_id=call_id), say)
            answer_replies(connection, call_id, why="ended")
            return True

    def tell_overdue(
        self, *, now: datetime, after: timedelta, say: Sequence[Say]
    ) -> Sequence[int]:
        """Mark calls that were due so long ago, each once, with its messages."""
        unheard = (
            select(calls.c.id)
            .where(
                calls.c.status == fixed(Status.PENDING),
                calls.c.overdue_at.is_(None),
                due_at <= now - after,
            )
            .order_by(calls.c.send_at)  # so that it goes through what is awaited, not through all
            .limit(BATCH)
        )
        with self._door.reading() as connection:
            if connection.scalar(unheard) is None:
                return ()
        with self._door.writing("overdue") as connection:
            ids = list(connection.scalars(unheard.with_for_update(skip_locked=True)))
            connection.execute(update(calls).where(calls.c.id.in_(ids)).values(overdue_at=now))
            for call_id in ids:
                write_down(connection, Subject(call_id=call_id), say)
            return ids

    def _hash(self, ended: CallEnded) -> str | None:
        return None if ended.phone_number is None else self._door.phone_hash(ended.phone_number)


def read_kept(row: RowMapping) -> KeptEvent:
    """Read an event."""
    return KeptEvent(
        event_id=row["id"],
        state=EventState(row["state"]),
        ended=read_event(row["facts"]),
        text=row["body"] or "",
        call_id=row["call_id"],
        settled_by=row["settled_by"],
        received_at=row["received_at"],
    )


def _insert(connection: Connection, values: dict[str, Any]) -> int | None:
    inserted = connection.execute(
        insertion_once(connection.dialect.name, events, "key")
        .values(received_at=time_now())
        .returning(events.c.id),
        values,
    )
    return inserted.scalar_one_or_none()


def _candidates(
    connection: Connection, ended: CallEnded, phone_hash: str | None
) -> list[Candidate]:
    """Lock the calls that may have ended; whoever waits here sees what the other made of them."""
    found = connection.execute(
        select(
            calls.c.id, due_at.label("due"), calls.c.scheduled_time, is_hearsay.label("is_hearsay")
        )
        .where(
            or_(awaited, is_hearsay),
            calls.c.phone_hash == phone_hash,
            func.lower(calls.c.agent_uuid) == ended.agent_uuid,
        )
        .order_by(calls.c.id)
        .with_for_update()
    )
    return [
        Candidate(
            call_id=row.id,
            due=row.due,
            is_scheduled=row.scheduled_time is not None,
            is_hearsay=row.is_hearsay,
        )
        for row in found
    ]


def _end(connection: Connection, call_id: int, ended: CallEnded) -> bool:
    """Write down how a call ended: one that is awaited moves, one that is over learns it."""
    told = {
        "outcome": ended.outcome.value,
        "outcome_facts": result_values(ended.result),
        "conversation_id": ended.conversation_id,
    }
    this_call = (
        (calls.c.id == call_id)
        & calls.c.conversation_id.is_(None)
        & calls.c.erased_at.is_(None)  # what was erased does not come back
    )
    moved = move_where(
        connection,
        this_call & awaited,
        to=STATUS_OF_OUTCOME[ended.outcome],
        failure=None,
        # Zeeg's answer to the POST may come after this, and still has Zeeg's id of the call.
        more={**told, "token": calls.c.token},
    )
    if moved is not None:
        return True
    if connection.scalar(select(calls.c.id).where(this_call, was_denied)) is not None:
        stop_second(connection, call_id)
    told["status"] = STATUS_OF_OUTCOME[ended.outcome].value
    learnt = connection.execute(
        update(calls).where(this_call & is_settled).values(told).returning(calls.c.id)
    )
    return learnt.one_or_none() is not None


def _match(connection: Connection, event_id: int, call_id: int, *, by: str | None) -> None:
    """Link an event to its call; what it told stands there now."""
    connection.execute(
        update(events)
        .where(events.c.id == event_id)
        .values(state=EventState.MATCHED.value, call_id=call_id, settled_by=by, facts=None)
    )


def _dismiss(connection: Connection, event_id: int, *, by: str) -> None:
    connection.execute(
        update(events)
        .where(events.c.id == event_id)
        .values(state=EventState.DISMISSED.value, settled_by=by, facts=None)
    )


def _unmatched(connection: Connection, event_id: int) -> KeptEvent | None:
    unmatched = events.c.state == fixed(EventState.UNMATCHED)
    found = connection.execute(
        select(events).where(events.c.id == event_id, unmatched).with_for_update()
    )
    row = found.mappings().one_or_none()
    return None if row is None else read_kept(row)
