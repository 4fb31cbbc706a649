"""What the worker does with calls: claim, settle, give back, reap, expire."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Double,
    Select,
    Text,
    bindparam,
    cast,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from bot.calls.due import Due
from bot.calls.failure import Failure
from bot.calls.say import WORD, Say
from bot.calls.standing import Standing
from bot.calls.status import Status, may_move
from bot.errors import UnreadableRowError
from bot.ledger import rows
from bot.ledger.columns import AwareTime, epoch_now
from bot.ledger.door import Door
from bot.ledger.moving import leaving, move_by, move_where, moving, refuse_moves
from bot.ledger.replacing import stop_second
from bot.ledger.schema import blocked_numbers, calls, fixed
from bot.ledger.unreadable import leave_calls
from bot.ledger.waking import look
from bot.ledger.writing_down import Subject, write_down
from bot.ports import Claim

BATCH = 100
"""How many calls are reaped or expired in one transaction; the worker comes again at once."""

CLAIMED = frozenset({Status.SENDING, Status.UNCERTAIN})

BY_WORD = frozenset({Status.COMPLETED, Status.FAILED, Status.PENDING})
"""Where a person's word can have put a call of which nobody knew what became of it."""


TAKE_DUE = (
    select(calls.c.id)
    .where(
        calls.c.status == fixed(Status.ANNOUNCED),
        calls.c.send_at <= bindparam("now", type_=AwareTime),
        calls.c.phone_number.is_not(None),
        or_(calls.c.retry_after.is_(None), calls.c.retry_after <= epoch_now()),
    )
    .order_by(calls.c.send_at, calls.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
"""Locks rows that nobody else is taking; a statement of its own, so that LIMIT holds."""

CLAIM = (
    update(calls)
    .where(calls.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        status=Status.SENDING.value,
        attempts=calls.c.attempts + 1,
        token=bindparam("mark", type_=Text) + cast(calls.c.id, Text),
        lease_until=epoch_now() + bindparam("lease"),
        retry_after=None,
    )
    .returning(*calls.c)
)


class SqlSending:
    """The SendingLedger of `ports`, but for what is overdue."""

    _door: Door

    def claim_calls(self, *, now: datetime, limit: int, lease: float) -> Sequence[Claim]:
        """Move calls that are due to `sending`, each under a token of its own."""
        try:
            return self._claim_calls(now=now, limit=limit, lease=lease)
        except UnreadableRowError:
            with self._door.writing("leave") as connection:
                due = list(connection.scalars(TAKE_DUE, {"now": now, "most": limit}))
                if not leave_calls(connection, due):
                    raise
            return ()

    def _claim_calls(self, *, now: datetime, limit: int, lease: float) -> Sequence[Claim]:
        with self._door.writing("claim") as connection:
            ids = list(connection.scalars(TAKE_DUE, {"now": now, "most": limit}))
            if not ids:
                return ()
            values = {"ids": ids, "mark": f"{secrets.token_hex(8)}-", "lease": lease}
            claimed = connection.execute(CLAIM, values)
            found = {row["id"]: row for row in claimed.mappings().all()}
            return [Claim(call=rows.read_call(found[i]), token=found[i]["token"]) for i in ids]

    def standing(self, claim: Claim, *, lease: float) -> Standing:
        """Tell where a claim stands, right before its call is sent."""
        with self._door.reading() as connection:
            is_blocked = connection.scalar(IS_BLOCKED, {**_of(claim), "half": lease / 2})
        if is_blocked is None:
            return Standing.LOST
        return Standing.BLOCKED if is_blocked else Standing.GOOD

    def settle(
        self,
        claim: Claim,
        *,
        to: Status,
        zeeg_id: str | None = None,
        failure: Failure | None = None,
        say: Sequence[Say] = (),
    ) -> bool:
        """Write what became of a claimed call. Raises ValueError for no move of ours."""
        refuse_moves(_claimed_before(to), to)
        with self._door.writing("finish") as connection:
            moved = move_by(
                connection, _settling(to), _of(claim), failure=failure, zeeg_id=zeeg_id
            )
            if moved is not None:
                write_down(connection, Subject(call_id=moved), say)
                return True
            word = _word_on(connection, claim)
            says_the_same = word == to == Status.PENDING
            if word is None or says_the_same or not may_move(Status.UNCERTAIN, to):
                _learn_id(connection, claim, zeeg_id)
                return False
            _overrule(connection, claim, to=to, zeeg_id=zeeg_id, failure=failure)
            told = [replace(each, facts={**each.facts, WORD: word}) for each in say]
            write_down(connection, Subject(call_id=claim.call.call_id), told)
            return True

    def put_back(
        self, claim: Claim, *, failure: Failure | None, seconds: float, say: Sequence[Say] = ()
    ) -> bool:
        """Give back a call that surely was not accepted."""
        with self._door.writing("finish") as connection:
            values = {
                **_of(claim),
                "because": rows.failure_values(failure),
                "seconds": seconds,
                "untried": 0 if failure else 1,
            }
            given = connection.execute(GIVE_BACK, values)
            if given.one_or_none() is None:
                return False
            write_down(connection, Subject(call_id=claim.call.call_id), say)
            return True

    def reap_calls(self, *, say: Sequence[Say], failure: Failure) -> Sequence[int]:
        """Call uncertain what was being sent when its lease ran out."""
        overdue = (
            select(calls.c.id)
            .where(calls.c.status == fixed(Status.SENDING), calls.c.lease_until <= epoch_now())
            .order_by(calls.c.lease_until, calls.c.id)
        )
        return self._move_all(overdue, "reap", to=Status.UNCERTAIN, say=say, failure=failure)

    def expire_calls(
        self, *, now: datetime, ahead: timedelta, say: Sequence[Say], failure: Failure
    ) -> Sequence[int]:
        """Expire what got no card in time, and what a clock asked for that was put back since."""
        late = (
            select(calls.c.id)
            .where(calls.c.status == fixed(Status.RECORDED), calls.c.not_after <= now)
            .order_by(calls.c.not_after, calls.c.id)
        )
        put_back = now + ahead
        is_early = calls.c.scheduled_time.is_(None) & (calls.c.requested_at > put_back)
        early = (
            select(calls.c.id)
            .where(calls.c.status == fixed(status), at > put_back, is_early)
            .order_by(at, calls.c.id)
            for status, at in (
                (Status.RECORDED, calls.c.not_after),
                (Status.ANNOUNCED, calls.c.send_at),
            )
        )
        return [
            call_id
            for due in (late, *early)
            for call_id in self._move_all(
                due, "expire", to=Status.EXPIRED, say=say, failure=failure
            )
        ]

    def look(self, *, now: datetime) -> Due:
        """Tell what is due."""
        with self._door.reading() as connection:
            return look(connection, now)

    def _any(self, due: Select[int]) -> bool:
        """Look before locking: an idle process disturbs nobody."""
        with self._door.reading() as connection:
            return connection.scalar(due.limit(1)) is not None

    def _move_all(
        self,
        due: Select[int],
        deed: str,
        *,
        to: Status,
        say: Sequence[Say],
        failure: Failure,
    ) -> Sequence[int]:
        if not self._any(due):
            return ()
        with self._door.writing(deed) as connection:
            ids = _take(connection, due, BATCH)
            for call_id in ids:
                move_where(connection, calls.c.id == call_id, to=to, failure=failure)
                write_down(connection, Subject(call_id=call_id), say)
            return ids


OURS = (calls.c.id == bindparam("call")) & (calls.c.token == bindparam("ours"))
IS_BLOCKED = select(exists().where(blocked_numbers.c.phone_hash == calls.c.phone_hash)).where(
    OURS,
    calls.c.status == fixed(Status.SENDING),
    calls.c.lease_until - epoch_now() >= bindparam("half"),
)
"""Whether the number of a claimed call is blocked; nothing, if the claim is not good."""

GIVE_BACK = (
    update(calls)
    .where(OURS, calls.c.status == fixed(Status.SENDING), calls.c.forgotten_by.is_(None))
    .values(leaving(Status.ANNOUNCED))
    .values(
        failure=bindparam("because", type_=calls.c.failure.type),
        retry_after=epoch_now() + bindparam("seconds", type_=Double),
        attempts=calls.c.attempts - bindparam("untried"),
    )
    .returning(calls.c.id)
)


def _of(claim: Claim) -> rows.Values:
    return {"call": claim.call.call_id, "ours": claim.token}


def _claimed_before(to: Status) -> frozenset[Status]:
    return frozenset(status for status in CLAIMED if may_move(status, to))


@cache
def _settling(to: Status) -> ReturningUpdate[Any]:
    out_of = [fixed(status) for status in sorted(_claimed_before(to))]
    return moving(OURS & calls.c.status.in_(out_of), to=to)


def _word_on(connection: Connection, claim: Claim) -> str | None:
    """Tell how a call stands by a person's word alone, None if Zeeg has told of its end."""
    by_word = (
        calls.c.status.in_([fixed(status) for status in sorted(BY_WORD)])
        & calls.c.conversation_id.is_(None)
        & calls.c.erased_at.is_(None)
    )
    found = select(calls.c.status).where(OURS, by_word).with_for_update()
    return connection.scalar(found, _of(claim))


def _overrule(
    connection: Connection,
    claim: Claim,
    *,
    to: Status,
    zeeg_id: str | None,
    failure: Failure | None,
) -> None:
    """Let Zeeg's answer count that came after a person's word."""
    # After "nobody was called" the number may have been called anew, by a call that is open too.
    truth = moving(OURS, to=to).values(may_repeat=True)
    move_by(connection, truth, _of(claim), failure=failure, zeeg_id=zeeg_id)
    if to is not Status.REFUSED:
        stop_second(connection, claim.call.call_id)


def _learn_id(connection: Connection, claim: Claim, zeeg_id: str | None) -> None:
    """Keep Zeeg's id of a call of which we had heard before Zeeg's answer came."""
    has_ended = calls.c.conversation_id.is_not(None)
    is_at_zeeg = calls.c.status == fixed(Status.PENDING)
    heard = (has_ended | is_at_zeeg) & calls.c.zeeg_id.is_(None)
    connection.execute(
        update(calls).where(OURS, heard).values(zeeg_id=zeeg_id, token=None), _of(claim)
    )


def _take(connection: Connection, due: Select[int], limit: int) -> list[int]:
    """Lock rows that nobody else is taking; in a statement of its own, so that LIMIT holds."""
    return list(connection.scalars(due.limit(limit).with_for_update(skip_locked=True)))
