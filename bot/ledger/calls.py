"""Calls: recorded once, read, moved by compare-and-set."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, select, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.calls.bulk import ListRow
from bot.calls.call import Call, NewCall
from bot.calls.concerns import OPEN_CALL
from bot.calls.deed import Deed
from bot.calls.draft import Draft, DraftState
from bot.calls.failure import Failure
from bot.calls.history import History
from bot.calls.permission import DailyCap
from bot.calls.review import REPEAT_WINDOW
from bot.calls.say import Say
from bot.calls.status import NOT_SENT, Status
from bot.errors import LedgerError, NumberBlockedError, OpenCallError, RepeatedClickError
from bot.ledger import rows
from bot.ledger.auditing import audit_deed
from bot.ledger.blocks import wait_for_number
from bot.ledger.capping import count_since, refuse_over_cap
from bot.ledger.columns import AwareTime
from bot.ledger.door import Door, insertion_once
from bot.ledger.histories import history_of
from bot.ledger.list_rows import hold_row, row_called
from bot.ledger.moving import move_where, refuse_moves
from bot.ledger.replacing import stop_replaced, tell_replaced
from bot.ledger.schema import (
    blocked_numbers,
    calls,
    drafts,
    is_open,
)
from bot.ledger.unsaying import answer_replies
from bot.ledger.writing_down import Subject, drop_unsaid, write_down
from bot.ports import Recorded

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a reference is made of: nothing that reads or sounds like another."""


BY_ID, BY_KEY, BY_DRAFT = (
    select(calls).where(column == bindparam("this"))
    for column in (calls.c.id, calls.c.key, calls.c.draft_id)
)
_to_it = (calls.c.phone_hash == bindparam("number")) & is_open
_at = func.coalesce(calls.c.scheduled_time, calls.c.requested_at)
_since = bindparam("since", type_=AwareTime)
IN_THE_WAY = select(
    exists().where(blocked_numbers.c.phone_hash == bindparam("number")),
    select(func.max(calls.c.id)).where(_to_it, _at >= _since).scalar_subquery(),
    exists().where(_to_it, _at < _since),
)
"""
Whether a number is blocked, the newest call to it that is open, whichever agent's, and whether
there are others that were due long ago and never ended.
"""


class SqlCalls:
    """The CallLedger of `ports`."""

    _door: Door

    def record_call(
        self,
        new: NewCall,
        *,
        draft_id: str | None,
        may_repeat: bool,
        say: Sequence[Say],
        fresh: Draft | None = None,
        cap: DailyCap | None = None,
        row: ListRow | None = None,
    ) -> Recorded:
        """Keep a call once for its click, once for its draft, and once for its contact."""
        phone_hash = self._door.phone_hash(new.request.phone.e164)
        with self._door.writing("intake") as connection:
            earlier = _recorded_before(connection, new, phone_hash, draft_id, fresh)
            if earlier is not None:
                return Recorded(call=earlier, is_new=False)
            if new.replacing is not None:
                stop_replaced(connection, new.replacing)
            is_repeat = _refuse(connection, new, phone_hash, may_repeat=may_repeat)
            refuse_over_cap(connection, new, cap)
            hold_row(connection, row)
            values = {
                **rows.call_values(new),
                "draft_id": draft_id,
                "phone_hash": phone_hash,
                "may_repeat": is_repeat,
            }
            call, is_new = _insert(connection, new, values)
            if is_new:
                if fresh is None:
                    _close_draft(connection, draft_id)
                write_down(connection, Subject(call_id=call.call_id), say)
                row_called(connection, row, call.call_id)
                if new.replacing is not None:
                    tell_replaced(connection, new.replacing, call.call_id)
                _audit_yeses(connection, call)
            return Recorded(call=call, is_new=is_new)

    def call(self, call_id: int) -> Call | None:
        """Read a call."""
        with self._door.reading() as connection:
            return _read(connection, BY_ID, call_id)

    def call_with_key(self, key: str) -> Call | None:
        """Read the call that a click made."""
        with self._door.reading() as connection:
            return _read(connection, BY_KEY, key)

    def calls_since(self, since: datetime, *, team_id: str, requester_id: str) -> int:
        """Count the calls of somebody since then that were not stopped before they rang."""
        with self._door.reading() as connection:
            return count_since(connection, since, team_id=team_id, requester_id=requester_id)

    def history(self, *, phone_number: str, since: datetime, region: str | None = None) -> History:
        """Find the calls to a number that are open, or were due since then, and its block."""
        phone_hash = self._door.phone_hash(phone_number)
        with self._door.reading() as connection:
            return history_of(connection, phone_hash, since=since, region=region)

    def move(
        self,
        call_id: int,
        *,
        to: Status,
        out_of: frozenset[Status],
        failure: Failure | None = None,
        deed: Deed | None = None,
        say: Sequence[Say] = (),
    ) -> Call | None:
        """Move a call that stands where it is expected. Raises ValueError for no move of ours."""
        refuse_moves(out_of, to)
        with self._door.writing("move") as connection:
            moved = move_where(
                connection,
                (calls.c.id == call_id) & calls.c.status.in_(out_of),
                to=to,
                failure=failure,
                # Zeeg's answer may come after a person's word, and is known by its claim's token.
                more={"token": calls.c.token},
            )
            if moved is None:
                return None
            write_down(connection, Subject(call_id=call_id), say)
            if not out_of <= NOT_SENT:
                answer_replies(connection, call_id, why="settled")
            if deed is not None:
                audit_deed(connection, call_id, deed)
            return _read(connection, BY_ID, call_id)


def _recorded_before(
    connection: Connection,
    new: NewCall,
    phone_hash: str,
    draft_id: str | None,
    fresh: Draft | None,
) -> Call | None:
    """
    Read the call that this click, or draft, is already; else keep a draft that is kept with its
    call. That such a draft is new says that its click is.
    """
    wait_for_number(connection, phone_hash)
    if fresh is None:
        _wait_for_form(connection, new, draft_id)
        return _earlier(connection, new.key, draft_id)
    if not _keep_closed(connection, fresh):
        raise RepeatedClickError("this click was kept before")
    return None


def _refuse(connection: Connection, new: NewCall, phone_hash: str, *, may_repeat: bool) -> bool:
    """
    Raise for a number that is blocked, or that has an open call nobody said yes to; give whether
    it is not the only one that is open.
    """
    since = new.requested_at - REPEAT_WINDOW
    found = connection.execute(IN_THE_WAY, {"number": phone_hash, "since": since})
    is_blocked, newest, has_old = found.one()
    if is_blocked:
        raise NumberBlockedError("this number is on the do-not-call list")
    if newest is not None and not _means(new, newest, may_repeat=may_repeat):
        raise OpenCallError("there is an open call to this number")
    return may_repeat or has_old


def _audit_yeses(connection: Connection, call: Call) -> None:
    new = call.new
    for name in new.confirmed:
        yes = Deed(user_id=new.requester_id, name=f"yes to {name}", surface=new.surface)
        audit_deed(connection, call.call_id, yes)


def _keep_closed(connection: Connection, draft: Draft) -> bool:
    """Keep a draft, unless its click was kept before."""
    values = {**rows.draft_values(draft), "state": DraftState.CLOSED.value}
    return connection.execute(_keeping(connection.dialect.name), values).first() is not None


@cache
def _keeping(dialect: str) -> ReturningInsert[str]:
    return insertion_once(dialect, drafts, "key").returning(drafts.c.id)


@cache
def _recording(dialect: str) -> ReturningInsert[Any]:
    return insertion_once(dialect, calls).returning(calls.c.id)


def _wait_for_form(connection: Connection, new: NewCall, draft_id: str | None) -> None:
    """
    Let one transaction at a time make a call of a draft; SQLite has one writer anyway.

    First the number, then the call that is replaced, then the draft: in this order they are held
    by whoever forgets the number and what was typed of it.
    """
    if new.replacing is not None:
        replaced = calls.c.id == new.replacing.call_id
        connection.execute(select(calls.c.id).where(replaced).with_for_update())
    if draft_id is not None:
        connection.execute(select(drafts.c.id).where(drafts.c.id == draft_id).with_for_update())


def _read(connection: Connection, query: Select[Any], this: int | str) -> Call | None:
    row = connection.execute(query, {"this": this}).mappings().one_or_none()
    return None if row is None else rows.read_call(row)


def _earlier(connection: Connection, key: str, draft_id: str | None) -> Call | None:
    """Read the call that this click made, or that this draft became by another."""
    by_click = _read(connection, BY_KEY, key)
    if by_click is not None or draft_id is None:
        return by_click
    return _read(connection, BY_DRAFT, draft_id)


def _means(new: NewCall, open_call: int, *, may_repeat: bool) -> bool:
    """Whether a yes to a repeated call was given for this open one, not for one before it."""
    named = {name for name in new.confirmed if name.startswith(OPEN_CALL)}
    return f"{OPEN_CALL}{open_call}" in named if named else may_repeat


def _insert(connection: Connection, new: NewCall, values: rows.Values) -> tuple[Call, bool]:
    reference = "".join(secrets.choice(LETTERS) for _ in range(8))
    begun = {"reference": reference, "status": Status.RECORDED.value, "attempts": 0}
    call_id = connection.scalar(_recording(connection.dialect.name), {**values, **begun})
    if call_id is not None:
        return rows.begun_call(call_id, reference, new), True
    earlier = _earlier(connection, values["key"], values["draft_id"])
    if earlier is None:
        raise LedgerError("the call's reference is taken already: try again")
    return earlier, False


def _close_draft(connection: Connection, draft_id: str | None) -> None:
    if draft_id is None:
        return
    connection.execute(
        update(drafts).where(drafts.c.id == draft_id).values(state=DraftState.CLOSED.value)
    )
    drop_unsaid(connection, Subject(draft_id=draft_id))
