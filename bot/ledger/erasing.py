"""
Erases what is known of contacts: after the days that it is kept, or when a number is forgotten.

A call stays, with its times, its end and the hash of its number: repeats, the do-not-call list
and late news still find it. What stands in Slack is edited by way of the outbox.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    or_,
    select,
    true,
    update,
)

from bot.calls.draft import DraftState
from bot.calls.erasing import Forgotten, erased_result
from bot.calls.say import Say
from bot.calls.status import NOT_SENT, Outcome, Status
from bot.ledger.blocks import wait_for_number
from bot.ledger.columns import time_now
from bot.ledger.door import UNREADABLE, Door
from bot.ledger.list_rows import OLD_JOBS, forget_rows, leave_jobs
from bot.ledger.moving import move_where
from bot.ledger.result_rows import read_result, result_values
from bot.ledger.rows import Values
from bot.ledger.schema import blocked_numbers, calls, drafts, events, fixed, is_open
from bot.ledger.unsaying import unsay
from bot.ledger.writing_down import Subject, write_down

BATCH = 50
"""Rows that one transaction erases: nobody waits long for it."""

UNDER_WAY = timedelta(minutes=1)
"""
A draft is kept no later than so long after it was made, and a delivery after it came; machines'
clocks differ by less.
"""

NEVER_HEARD_OF = frozenset({Status.PENDING, Status.UNCERTAIN})

_due = func.coalesce(calls.c.scheduled_time, calls.c.send_at, calls.c.requested_at)
_whole = calls.c.erased_at.is_(None)
_before = bindparam("before", type_=calls.c.ended_at.type)

_told = or_(events.c.facts.is_not(None), events.c.body.is_not(None))
_unheard = calls.c.status.in_([fixed(status) for status in sorted(NEVER_HEARD_OF)])

_over = select(calls.c.id, calls.c.forgotten_by)
KEPT_TOO_LONG = _over.where(_whole, calls.c.ended_at < _before)
FORGOTTEN = _over.where(_whole, calls.c.forgotten_by.is_not(None), calls.c.ended_at.is_not(None))
UNHEARD = select(calls.c.id).where(is_open, _unheard, _due < _before)
OLD_DRAFTS = select(drafts.c.id).where(drafts.c.erased_at.is_(None), drafts.c.created_at < _before)
OLD_EVENTS = select(events.c.id).where(_told, events.c.received_at < _before)
NEWEST = select(
    select(func.max(drafts.c.created_at)).scalar_subquery(),
    select(func.max(events.c.received_at)).scalar_subquery(),
)


class SqlErasing:
    """The ErasingLedger of `use_cases.erase`."""

    _door: Door

    def erase_kept(self, *, before: datetime) -> int:
        """Erase a batch of all that ended, or came, before then; give how many rows it was."""
        now = {"before": before}
        with self._door.reading() as connection:
            looks: list[Select[Any]] = [
                KEPT_TOO_LONG,
                FORGOTTEN,
                UNHEARD,
                OLD_DRAFTS,
                OLD_EVENTS,
                OLD_JOBS,
            ]
            if not any(connection.execute(look.limit(1), now).first() for look in looks):
                return 0
        with self._door.writing("erase") as connection:
            _end_unheard(connection, before)
            ended = connection.execute(_locked(KEPT_TOO_LONG), now).all()
            forgotten = connection.execute(_locked(FORGOTTEN)).all()
            found = {row.id: row.forgotten_by for row in [*ended, *forgotten]}
            typed = [_erase_call(connection, call_id, by=by) for call_id, by in found.items()]
            _erase_drafts(connection, typed)
            old_drafts = connection.scalars(_locked(OLD_DRAFTS), now).all()
            old_events = connection.scalars(_locked(OLD_EVENTS), now).all()
            return (
                len(found)
                + _erase_drafts(connection, old_drafts)
                + _erase_events(connection, old_events)
                + leave_jobs(connection, connection.execute(_locked(OLD_JOBS), now).all())
            )

    def forget(self, phone_number: str, *, by: str, digits: str, say: Sequence[Say]) -> Forgotten:
        """Erase a number at once, and stop what was not sent; `say` tells that in its thread."""
        phone_hash = self._door.phone_hash(phone_number)
        erased, stopped, still_open = {}, [], []
        with self._door.reading() as connection:
            typed, unread = _looked_through(connection, digits)
        with self._door.writing("forget") as connection:
            wait_for_number(connection, phone_hash)
            told = select(events.c.id).where(_told, events.c.phone_hash == phone_hash)
            about = [*connection.scalars(told), *_unread_with(connection, digits, unread)]
            # before calls, as whoever assigns an event to a call holds them
            others = _erase_events(connection, about)
            of_number = calls.c.phone_hash == phone_hash
            found = connection.execute(
                select(calls.c.id, calls.c.status, calls.c.ended_at)
                .where(of_number, _whole)
                .order_by(calls.c.id)
                .with_for_update()
            )
            for call_id, status, ended_at in found.all():
                if Status(status) in NOT_SENT:
                    move_where(
                        connection, calls.c.id == call_id, to=Status.CANCELLED, failure=None
                    )
                    write_down(connection, Subject(call_id=call_id), say)
                    stopped.append(call_id)
                elif ended_at is None:
                    connection.execute(
                        update(calls).where(calls.c.id == call_id).values(forgotten_by=by)
                    )
                    still_open.append(call_id)
                    continue
                erased[call_id] = _erase_call(connection, call_id, by=by)
            connection.execute(
                update(blocked_numbers)
                .where(blocked_numbers.c.phone_hash == phone_hash)
                .values(reason="")
            )
            alone = set(_drafts_with(connection, digits, typed)) - set(erased.values())
            _erase_drafts(connection, [*erased.values(), *alone])
            others += len(alone) + forget_rows(connection, partial(_hold, digits))
        return Forgotten(
            erased=tuple(erased), stopped=tuple(stopped), open=tuple(still_open), others=others
        )


def _end_unheard(connection: Connection, before: datetime) -> None:
    """Let calls end of whose end nobody told in all that time; how they went is unknown."""
    for call_id in connection.scalars(_locked(UNHEARD), {"before": before}).all():
        move_where(
            connection,
            calls.c.id == call_id,
            to=Status.COMPLETED,
            failure=None,
            more={"outcome": Outcome.UNKNOWN.value, "ended_at": before - timedelta(seconds=1)},
        )


def _erase_call(connection: Connection, call_id: int, *, by: str | None) -> str | None:
    """
    Erase one call, and what Slack shows of it; give its draft, which is to be erased too. `by`
    is who had it forgotten.
    """
    this = calls.c.id == call_id
    row = connection.execute(
        select(calls.c.draft_id, calls.c.card_ts, calls.c.card_channel_id).where(this)
    ).one()
    connection.execute(
        update(calls)
        .where(this)
        .values(
            phone_number=None,
            phone_facts=None,
            email=None,
            full_name=None,
            additional_data=None,
            source_link=None,
            response_url=None,
            **_without_persons(connection, this),
            erased_at=time_now(),
            forgotten_by=by,
        )
    )
    if row.card_ts is not None:
        unsay(connection, call_id, channel_id=row.card_channel_id, by=by)
    draft_id: str | None = row.draft_id
    return draft_id


def _without_persons(connection: Connection, this: ColumnElement[bool]) -> Values:
    """Give what is kept of how a call went; what cannot be read is not kept."""
    told = select(calls.c.failure, calls.c.outcome_facts).where(this)
    try:
        [(failure, facts)] = connection.execute(told).all()
        result = read_result(facts)
        return {
            "failure": None if failure is None else {**failure, "detail": "", "also": {}},
            "outcome_facts": None if result is None else result_values(erased_result(result)),
        }
    except UNREADABLE:
        return {"failure": None, "outcome_facts": None}


def _erase_drafts(connection: Connection, draft_ids: Sequence[Any]) -> int:
    _wait_for(connection, drafts.c.id, draft_ids)
    connection.execute(
        update(drafts)
        .where(drafts.c.id.in_(draft_ids))
        .values(fields={}, source_link=None, response_url=None, erased_at=time_now())
    )
    return len(draft_ids)


def _erase_events(connection: Connection, event_ids: Sequence[Any]) -> int:
    _wait_for(connection, events.c.id, event_ids)
    connection.execute(
        update(events).where(events.c.id.in_(event_ids)).values(facts=None, body=None)
    )
    return len(event_ids)


def _wait_for(connection: Connection, ids: Column[Any], some: Sequence[Any]) -> None:
    """Hold rows in one order, as everybody does who erases: no two wait for each other."""
    connection.execute(select(ids).where(ids.in_(some)).order_by(ids).with_for_update()).all()


def _looked_through(
    connection: Connection, digits: str
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """
    Look through all drafts, and all deliveries that nobody could read, for a number. It takes a
    while, in which others write: give those to look at again, what came meanwhile, and the
    forms that somebody may have changed.
    """
    newest, last = connection.execute(NEWEST).one()
    typed = drafts.c.id.in_(_drafts_with(connection, digits, true()))
    unread = events.c.id.in_(_unread_with(connection, digits, true()))
    since = drafts.c.created_at > newest - UNDER_WAY if newest is not None else true()
    open_ = drafts.c.state != DraftState.CLOSED.value
    came = events.c.received_at > last - UNDER_WAY if last is not None else true()
    return or_(typed, since, open_), or_(unread, came)


def _unread_with(connection: Connection, digits: str, these: ColumnElement[bool]) -> list[int]:
    """Find deliveries that nobody could read, and that hold a number."""
    unread = select(events.c.id, events.c.body).where(events.c.body.is_not(None), these)
    return [row.id for row in connection.execute(unread) if _hold(digits, [row.body])]


def _drafts_with(connection: Connection, digits: str, these: ColumnElement[bool]) -> list[str]:
    """Find what was typed with a number in it, in whatever way it was written."""
    whole = select(drafts.c.id, drafts.c.fields).where(drafts.c.erased_at.is_(None), these)
    return [row.id for row in connection.execute(whole) if _hold(digits, row.fields.values())]


def _hold(digits: str, texts: Iterable[str]) -> bool:
    """Whether one of these has these digits in it, whatever stands between them."""
    return any(
        digits in "".join(str(int(sign)) for sign in text if sign.isdecimal()) for text in texts
    )


def _locked(some: Select[Any]) -> Select[Any]:
    """Take a batch that nobody else is at."""
    return some.limit(BATCH).with_for_update(skip_locked=True)
