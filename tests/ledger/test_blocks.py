"""The do-not-call list: no call is recorded to a number on it, and none that waits is sent."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import text

from bot.calls.block import Block, Blocked, TakenOff
from bot.calls.failure import Failure, FailureKind
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import Status
from bot.errors import NumberBlockedError
from bot.ledger import SqlLedger
from bot.ports import Recorded
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    ADA,
    BEN,
    CARD,
    EDIT,
    MINUTE,
    NOW,
    a_call,
    announced,
    audited,
    claimed,
    now_of,
    recorded,
    waiting,
)
from tests.ledger.test_races import at_once

BLOCK = Block(
    masked="+49 151 ••••5678", reason="asked not to be called", blocked_by="U9", blocked_at=NOW
)
REFUSED = Failure(kind=FailureKind.NUMBER_BLOCKED)
STOPPED = Say(saying=Saying.REPLY, topic=Topic.REFUSED)
MAY_RING = Say(saying=Saying.REPLY, topic=Topic.BLOCKED)


def blocked(ledger: SqlLedger, phone_number: str = ADA, block: Block = BLOCK) -> Blocked:
    return ledger.block_number(
        phone_number, block, failure=REFUSED, say=[STOPPED, EDIT], tell=[MAY_RING]
    )


def entry_of(ledger: SqlLedger, phone_number: str = ADA) -> Block | None:
    return ledger.history(phone_number=phone_number, since=NOW).block


def test_keeps_an_entry_and_finds_it_by_its_number(ledger: SqlLedger) -> None:
    answer = blocked(ledger)

    assert (answer.block, answer.is_new) == (BLOCK, True)
    assert entry_of(ledger) == BLOCK
    assert entry_of(ledger, BEN) is None


def test_keeps_no_number_in_the_open(sqlite_ledger: SqlLedger) -> None:
    blocked(sqlite_ledger)

    with sqlite_ledger._door.reading() as connection:
        (row,) = connection.execute(text("SELECT * FROM blocked_numbers")).all()
    assert ADA.removeprefix("+") not in str(row)


def test_the_first_entry_stands(ledger: SqlLedger) -> None:
    blocked(ledger)

    answer = blocked(ledger, block=replace(BLOCK, reason="another", blocked_by="U1"))

    assert (answer.block, answer.is_new) == (BLOCK, False)
    assert entry_of(ledger) == BLOCK


def test_lists_the_newest_entries_first(ledger: SqlLedger) -> None:
    newer = replace(BLOCK, masked="newer", blocked_at=NOW + MINUTE)
    blocked(ledger)
    blocked(ledger, BEN, newer)

    assert list(ledger.blocks(limit=5)) == [newer, BLOCK]
    assert list(ledger.blocks(limit=1)) == [newer]


def test_records_no_call_to_a_number_on_the_list(ledger: SqlLedger) -> None:
    blocked(ledger)

    with pytest.raises(NumberBlockedError):
        recorded(ledger, may_repeat=True)

    assert ledger.history(phone_number=ADA, since=NOW).calls == ()
    assert recorded(ledger, a_call("click 2", phone=BEN)).status is Status.RECORDED


def test_answers_a_click_that_was_recorded_before_the_number_was_blocked(
    ledger: SqlLedger,
) -> None:
    call = recorded(ledger)
    blocked(ledger)

    answer = ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD])

    assert (answer.call.call_id, answer.is_new) == (call.call_id, False)


def test_takes_an_entry_off_once(ledger: SqlLedger) -> None:
    blocked(ledger)

    assert ledger.unblock_number(ADA, by="U8", at=NOW) == BLOCK
    assert ledger.unblock_number(ADA, by="U7", at=NOW) is None
    [off] = ledger.taken_off(limit=10)
    assert off == TakenOff(block=replace(BLOCK, reason=""), unblocked_by="U8", unblocked_at=NOW)
    assert recorded(ledger).status is Status.RECORDED


def test_refuses_what_waits_and_names_what_zeeg_may_have(ledger: SqlLedger) -> None:
    sending = claimed(ledger).call
    waits = recorded(ledger, a_call("click 2"), may_repeat=True)

    answer = blocked(ledger)

    assert (answer.refused, answer.at_zeeg) == ((waits.call_id,), (sending,))
    assert now_of(ledger, sending).status is Status.SENDING
    assert f"call:{sending.call_id}:reply:blocked" in waiting(ledger)


@pytest.mark.parametrize("begin", [recorded, announced])
def test_refuses_what_was_not_sent(
    ledger: SqlLedger, begin: Callable[[SqlLedger], object]
) -> None:
    begin(ledger)

    answer = blocked(ledger)

    (call_id,) = answer.refused
    call = ledger.call(call_id)
    assert call is not None
    assert (call.status, call.failure) == (Status.REFUSED, REFUSED)
    assert f"call:{call_id}:reply:refused" in waiting(ledger)
    assert list(ledger.claim_calls(now=NOW + MINUTE, limit=5, lease=30)) == []


def test_of_a_block_and_a_call_at_the_same_moment_nothing_is_left_to_be_sent(
    opening: Opening,
) -> None:
    first, second = opening(), opening()

    def record() -> Recorded | None:
        try:
            return second.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD])
        except NumberBlockedError:
            return None

    deeds: list[Callable[[], Blocked | Recorded | None]] = [partial(blocked, first), record]
    at_once(*deeds)

    statuses = {past.status for past in first.history(phone_number=ADA, since=NOW).calls}
    assert statuses <= {Status.REFUSED}


def test_writes_down_who_said_yes_to_what(ledger: SqlLedger) -> None:
    call = recorded(ledger, a_call(confirmed=("outside_hours:Europe/Berlin", "open_call:7")))
    recorded(ledger, a_call(confirmed=("outside_hours:Europe/Berlin", "open_call:7")))

    assert audited(ledger) == [
        (call.call_id, "U1", "yes to outside_hours:Europe/Berlin", "command"),
        (call.call_id, "U1", "yes to open_call:7", "command"),
    ]
