"""Calls that were not sent after all: given back, reaped, expired."""

from bot.calls.status import NOT_SENT, Status
from bot.ledger import SqlLedger
from bot.use_cases.place_call import AHEAD
from tests.ledger.samples import (
    ADA,
    BEN,
    BUSY_ZEEG,
    EDIT,
    MINUTE,
    NOW,
    STOPPED,
    UNCERTAIN,
    a_call,
    announced,
    claimed,
    let_pass,
    now_of,
    recorded,
    waiting,
)


def test_gives_a_call_back_for_a_while(ledger: SqlLedger) -> None:
    claim = claimed(ledger)

    assert ledger.put_back(claim, failure=BUSY_ZEEG, seconds=20, say=[EDIT])

    call = now_of(ledger, claim.call)
    assert (call.status, call.failure, call.attempts) == (Status.ANNOUNCED, BUSY_ZEEG, 1)
    assert waiting(ledger) == ["call:1:card_edit:1"]
    assert ledger.claim_calls(now=NOW, limit=1, lease=30) == ()
    let_pass(ledger, 21)
    [again] = ledger.claim_calls(now=NOW, limit=1, lease=30)
    assert again.call.attempts == 2
    assert again.token != claim.token


def test_giving_back_without_a_failure_counts_no_attempt(ledger: SqlLedger) -> None:
    claim = claimed(ledger)

    ledger.put_back(claim, failure=None, seconds=0)

    assert now_of(ledger, claim.call).attempts == 0


def test_a_call_whose_number_is_to_be_forgotten_is_not_given_back(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[])

    assert not ledger.put_back(claim, failure=BUSY_ZEEG, seconds=0)
    assert ledger.settle(claim, to=Status.REFUSED, failure=BUSY_ZEEG)


def test_a_call_given_back_can_be_undone(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.put_back(claim, failure=BUSY_ZEEG, seconds=0)

    assert ledger.move(1, to=Status.CANCELLED, out_of=NOT_SENT)
    assert ledger.claim_calls(now=NOW, limit=1, lease=30) == ()


def test_reaps_only_what_was_being_sent_when_its_lease_ran_out(ledger: SqlLedger) -> None:
    claim = claimed(ledger, lease=30)
    let_pass(ledger, 25)
    held = claimed(ledger, a_call("click 2", phone=BEN), lease=30)
    let_pass(ledger, 6)

    assert ledger.reap_calls(say=[UNCERTAIN, EDIT], failure=STOPPED) == [claim.call.call_id]
    assert ledger.reap_calls(say=[UNCERTAIN, EDIT], failure=STOPPED) == ()

    reaped = now_of(ledger, claim.call)
    assert (reaped.status, reaped.failure) == (Status.UNCERTAIN, STOPPED)
    assert now_of(ledger, held.call).status is Status.SENDING
    assert waiting(ledger) == ["call:1:reply:uncertain", "call:1:card_edit:1"]


def test_what_was_reaped_is_never_sent_again(ledger: SqlLedger) -> None:
    claimed(ledger, lease=30)
    let_pass(ledger, 31)
    ledger.reap_calls(say=[], failure=STOPPED)

    assert ledger.claim_calls(now=NOW + 60 * MINUTE, limit=9, lease=30) == ()


def test_expires_what_got_no_card_in_time(ledger: SqlLedger) -> None:
    announced(ledger, a_call("click 1", phone="+4915100000000"))
    late = recorded(ledger, a_call("click 2"))
    recorded(ledger, a_call("click 3", phone=BEN, not_after=NOW + 9 * MINUTE))

    assert (
        ledger.expire_calls(now=NOW + 4 * MINUTE, ahead=AHEAD, say=[EDIT], failure=STOPPED) == []
    )
    expired = ledger.expire_calls(now=NOW + 6 * MINUTE, ahead=AHEAD, say=[EDIT], failure=STOPPED)

    assert expired == [late.call_id]
    call = now_of(ledger, late)
    assert (call.status, call.failure) == (Status.EXPIRED, STOPPED)
    assert call.ended_at is not None
