"""Calls move only where a call may go, and only from where they are expected."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.failure import Failure, FailureKind
from bot.calls.status import MOVES, NOT_SENT, Status
from bot.ledger import SqlLedger
from tests.ledger.beside_model import CrashError, CrashPoint
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    EDIT,
    audited,
    claimed,
    now_of,
    recorded,
    waiting,
)

NOBODY_CAN_POST = Failure(kind=FailureKind.CARD_REFUSED, code="not_in_channel", detail="é")


def test_moves_a_call_with_its_messages(ledger: SqlLedger) -> None:
    call = recorded(ledger)

    moved = ledger.move(
        call.call_id, to=Status.REFUSED, out_of=NOT_SENT, failure=NOBODY_CAN_POST, say=[EDIT]
    )

    assert moved is not None
    assert (moved.status, moved.failure) == (Status.REFUSED, NOBODY_CAN_POST)
    assert moved.ended_at is not None
    assert moved.ended_at.utcoffset() == timedelta(0)
    assert now_of(ledger, call) == moved
    assert waiting(ledger) == ["call:1:card", "call:1:card_edit:1"]


def test_writes_down_who_moved_it(ledger: SqlLedger) -> None:
    call = recorded(ledger)

    for user_id in ("U2", "U3"):
        deed = Deed(user_id=user_id, name="undo", surface=Surface.BUTTON)
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, deed=deed)

    assert audited(ledger) == [(call.call_id, "U2", "undo", "button")]


def test_a_crash_leaves_neither_the_move_nor_who_did_it(opening: Opening) -> None:
    call = recorded(opening())
    deed = Deed(user_id="U2", name="undo", surface=Surface.BUTTON)

    crash_point = CrashPoint()
    crash_point.where = "inside move"
    with pytest.raises(CrashError):
        opening(at=crash_point).move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, deed=deed)

    assert now_of(opening(), call) == call
    assert audited(opening()) == []


def test_moves_no_call_that_stands_elsewhere(ledger: SqlLedger) -> None:
    call = claimed(ledger).call

    moved = ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    assert moved is None
    assert now_of(ledger, call) == call
    assert waiting(ledger) == []


def test_moves_no_call_that_there_is_not(ledger: SqlLedger) -> None:
    assert ledger.move(99, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT]) is None


@pytest.mark.parametrize(
    ("to", "out_of"),
    [
        pytest.param(to, {Status(status)}, id=f"{status} to {to}")
        for status in Status
        for to in Status
        if to not in MOVES[status]
    ]
    + [
        pytest.param(Status.SENDING, {Status.ANNOUNCED}, id="only a claim sends"),
        pytest.param(Status.ANNOUNCED, {Status.RECORDED}, id="only a card announces"),
        pytest.param(Status.CANCELLED, set(), id="out of nowhere"),
        pytest.param(Status.CANCELLED, NOT_SENT | {Status.PENDING}, id="one of several is wrong"),
    ],
)
def test_refuses_what_is_no_move(
    sqlite_ledger: SqlLedger, to: Status, out_of: Sequence[Status]
) -> None:
    call = recorded(sqlite_ledger)

    with pytest.raises(ValueError, match="cannot be moved"):
        sqlite_ledger.move(call.call_id, to=to, out_of=frozenset(out_of))

    assert now_of(sqlite_ledger, call) == call
