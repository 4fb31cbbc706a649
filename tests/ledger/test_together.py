"""Several deeds in one transaction: all of them are kept, or none, and each sees those before."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.calls.call import Card
from bot.calls.status import Status
from bot.errors import LedgerError, OpenCallError, TornTransactionError
from bot.ledger import SqlLedger
from bot.ledger.schema import calls
from bot.ports import Claim
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    BEN,
    NOW,
    PENDING,
    a_call,
    claimed,
    next_message,
    now_of,
    recorded,
    waiting,
)

STANDS = Card(channel_id="C1", ts="1.1")


def test_what_is_written_first_is_seen_by_what_comes_next(ledger: SqlLedger) -> None:
    call = recorded(ledger)
    message = next_message(ledger)

    with ledger.together():
        ledger.card_said(message, card=STANDS, send_at=NOW)
        due = ledger.look(now=NOW)
        [claim] = ledger.claim_calls(now=NOW, limit=1, lease=30)

    assert due.calls
    assert claim.call.call_id == call.call_id
    assert now_of(ledger, call).status is Status.SENDING
    assert not ledger.claim_calls(now=NOW + timedelta(minutes=1), limit=1, lease=30)


def settle_and_fail(ledger: SqlLedger, claim: Claim) -> None:
    with ledger.together():
        ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING])
        raise LedgerError("the next one failed")


def test_one_that_fails_takes_the_others_with_it(ledger: SqlLedger) -> None:
    claim = claimed(ledger)

    with pytest.raises(LedgerError):
        settle_and_fail(ledger, claim)

    assert now_of(ledger, claim.call).status is Status.SENDING
    assert waiting(ledger) == []
    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING])


def test_one_that_fails_takes_them_with_it_also_where_that_was_caught(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    new = a_call("click 2")

    with pytest.raises(TornTransactionError), ledger.together():  # noqa: PT012 - what it is of
        ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING])
        with pytest.raises(OpenCallError):
            ledger.record_call(new, draft_id=None, may_repeat=False, say=[])

    assert now_of(ledger, claim.call).status is Status.SENDING
    assert waiting(ledger) == []
    with ledger.together():
        assert ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING])


def test_each_is_told_to_be_done_once_all_are_committed(ledger: SqlLedger) -> None:
    recorded(ledger)
    message = next_message(ledger)
    points: list[str] = []
    ledger._door._at = points.append

    with ledger.together():
        ledger.card_said(message, card=STANDS, send_at=NOW)
        ledger.claim_calls(now=NOW, limit=1, lease=30)

    assert points == ["inside ts stored", "inside claim", "after ts stored", "after claim"]


def test_one_inside_another_is_refused_and_waits_for_nothing(ledger: SqlLedger) -> None:
    with pytest.raises(RuntimeError), ledger.together(), ledger.together():
        pass


def test_who_reads_sees_one_moment_whatever_others_write(opening: Opening) -> None:
    ledger, another = opening(), opening()
    count = select(func.count()).select_from(calls)
    recorded(ledger)

    with ledger._door.reading() as connection:
        before = connection.scalar(count)
        recorded(another, a_call("click 2", phone=BEN))
        meanwhile = connection.scalar(count)
    with ledger._door.reading() as connection:
        after = connection.scalar(count)

    assert (before, meanwhile, after) == (1, 1, 2)
    assert recorded(ledger, a_call("click 3", phone="+4915112345679")).call_id == 3
