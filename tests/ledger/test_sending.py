"""Calls that are due: one claim each, and the truth about what became of it."""

import pytest
from sqlalchemy import update

from bot.calls.block import Block
from bot.calls.say import WORD
from bot.calls.standing import Standing
from bot.calls.status import MOVES, Status
from bot.ledger import SqlLedger
from bot.ledger.schema import calls
from bot.ports import Claim
from tests.ledger.samples import (
    BUSY_ZEEG,
    EDIT,
    MINUTE,
    NOW,
    PENDING,
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


def test_claims_a_call_whose_time_has_come(ledger: SqlLedger) -> None:
    call = announced(ledger, send_at=NOW)

    [claim] = ledger.claim_calls(now=NOW, limit=10, lease=30)

    assert claim.call.call_id == call.call_id
    assert (claim.call.status, claim.call.attempts) == (Status.SENDING, 1)
    assert claim.token
    assert now_of(ledger, call) == claim.call


def test_claims_nothing_before_its_time(ledger: SqlLedger) -> None:
    announced(ledger, send_at=NOW + MINUTE)

    assert ledger.claim_calls(now=NOW, limit=10, lease=30) == ()


def test_claims_no_call_without_a_card(ledger: SqlLedger) -> None:
    recorded(ledger)

    assert ledger.claim_calls(now=NOW + 60 * MINUTE, limit=10, lease=30) == ()


def test_claims_a_call_once(ledger: SqlLedger) -> None:
    claimed(ledger)

    assert ledger.claim_calls(now=NOW, limit=10, lease=30) == ()


def test_claims_in_batches_the_longest_due_first(ledger: SqlLedger) -> None:
    for n, minutes in enumerate([3, 1, 2], start=1):
        new = a_call(f"click {n}", phone=f"+4915100000{n}")
        announced(ledger, new, send_at=NOW + minutes * MINUTE)

    first = ledger.claim_calls(now=NOW + 5 * MINUTE, limit=2, lease=30)
    rest = ledger.claim_calls(now=NOW + 5 * MINUTE, limit=2, lease=30)

    assert [claim.call.call_id for claim in first] == [2, 3]
    assert [claim.call.call_id for claim in rest] == [1]
    assert len({claim.token for claim in [*first, *rest]}) == 3


def test_settles_a_call_with_its_messages(ledger: SqlLedger) -> None:
    claim = claimed(ledger)

    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="z1", say=[PENDING, EDIT])

    call = now_of(ledger, claim.call)
    assert (call.status, call.zeeg_id, call.failure) == (Status.PENDING, "z1", None)
    assert call.ended_at is None
    assert waiting(ledger) == ["call:1:reply:pending", "call:1:card_edit:1"]


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(status, id=status)
        for status in sorted(MOVES[Status.SENDING] - {Status.ANNOUNCED})
    ],
)
def test_settles_to_whatever_became_of_it(ledger: SqlLedger, to: Status) -> None:
    claim = claimed(ledger)

    assert ledger.settle(claim, to=to, failure=STOPPED)

    call = now_of(ledger, claim.call)
    assert (call.status, call.failure) == (to, STOPPED)
    assert (call.ended_at is not None) == (not MOVES[to])


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(status, id=status)
        for status in Status
        if status is Status.ANNOUNCED
        or status not in MOVES[Status.SENDING] | MOVES[Status.UNCERTAIN]
    ],
)
def test_settles_to_nothing_that_a_sent_call_cannot_be(
    sqlite_ledger: SqlLedger, to: Status
) -> None:
    claim = claimed(sqlite_ledger)

    with pytest.raises(ValueError, match="cannot be moved"):
        sqlite_ledger.settle(claim, to=to)

    assert now_of(sqlite_ledger, claim.call) == claim.call


def test_settles_once(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.PENDING)

    assert not ledger.settle(claim, to=Status.REFUSED, failure=STOPPED, say=[EDIT])
    assert now_of(ledger, claim.call).status is Status.PENDING
    assert waiting(ledger) == []


def test_settles_nothing_for_who_has_no_claim(ledger: SqlLedger) -> None:
    stale = claimed(ledger)
    ledger.put_back(stale, failure=BUSY_ZEEG, seconds=0)
    [claim] = ledger.claim_calls(now=NOW, limit=1, lease=30)

    assert not ledger.settle(stale, to=Status.PENDING)
    assert not ledger.put_back(stale, failure=None, seconds=0)
    assert ledger.standing(stale, lease=30) is Standing.LOST
    assert now_of(ledger, claim.call) == claim.call


def test_a_late_answer_settles_what_had_become_uncertain(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    let_pass(ledger, 31)
    ledger.reap_calls(say=[UNCERTAIN], failure=STOPPED)

    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="z1", say=[PENDING])

    call = now_of(ledger, claim.call)
    assert (call.status, call.zeeg_id, call.failure) == (Status.PENDING, "z1", None)
    assert waiting(ledger) == ["call:1:reply:uncertain", "call:1:reply:pending"]


def settled_by_word(ledger: SqlLedger, to: Status) -> Claim:
    """A call that was told as unknown, and of which a person has said how it went."""
    claim = claimed(ledger)
    let_pass(ledger, 31)
    ledger.reap_calls(say=[], failure=STOPPED)
    assert ledger.move(1, to=to, out_of=frozenset({Status.UNCERTAIN}))
    return claim


@pytest.mark.parametrize("word", [Status.FAILED, Status.COMPLETED])
@pytest.mark.parametrize("to", sorted(MOVES[Status.UNCERTAIN]))
def test_a_late_answer_of_zeegs_counts_more_than_a_persons_word(
    ledger: SqlLedger, word: Status, to: Status
) -> None:
    claim = settled_by_word(ledger, word)

    assert ledger.settle(claim, to=to, zeeg_id="z1", failure=STOPPED, say=[PENDING])

    call = now_of(ledger, claim.call)
    assert (call.status, call.zeeg_id, call.failure) == (to, "z1", STOPPED)
    assert (call.ended_at is None) == (to is Status.PENDING)
    [message] = ledger.claim_messages(limit=1, lease=60)
    assert message.facts == {WORD: word}
    assert not ledger.settle(claim, to=to)


def test_a_late_answer_only_adds_its_id_to_a_word_that_zeeg_has_it(ledger: SqlLedger) -> None:
    claim = settled_by_word(ledger, Status.PENDING)

    assert not ledger.settle(claim, to=Status.PENDING, zeeg_id="z1", say=[PENDING])

    call = now_of(ledger, claim.call)
    assert (call.status, call.zeeg_id) == (Status.PENDING, "z1")
    assert waiting(ledger) == []


def test_a_late_refusal_counts_more_than_a_word_that_zeeg_has_it(ledger: SqlLedger) -> None:
    claim = settled_by_word(ledger, Status.PENDING)

    assert ledger.settle(claim, to=Status.REFUSED, failure=STOPPED, say=[EDIT])

    assert now_of(ledger, claim.call).status is Status.REFUSED


def test_a_late_answer_counts_also_where_the_number_is_called_again(ledger: SqlLedger) -> None:
    claim = settled_by_word(ledger, Status.FAILED)
    recorded(ledger, a_call("tried again"))

    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="z1")

    assert now_of(ledger, claim.call).status is Status.PENDING


@pytest.mark.parametrize(
    ("to", "second"),
    [
        pytest.param(Status.PENDING, Status.CANCELLED, id="Zeeg has it"),
        pytest.param(Status.REFUSED, Status.RECORDED, id="Zeeg refused it"),
    ],
)
def test_what_was_asked_for_instead_is_not_sent_where_zeeg_has_the_first(
    ledger: SqlLedger, to: Status, second: Status
) -> None:
    claim = settled_by_word(ledger, Status.FAILED)
    again = recorded(ledger, a_call("tried again", retry_of=1))

    assert ledger.settle(claim, to=to, zeeg_id="z1", failure=STOPPED)

    assert now_of(ledger, again).status is second
    assert ("call:2:reply:cancelled" in waiting(ledger)) == (second is Status.CANCELLED)


@pytest.mark.parametrize(
    ("instead", "third"),
    [
        pytest.param(Status.CANCELLED, Status.CANCELLED, id="rescheduled"),
        pytest.param(Status.COMPLETED, Status.RECORDED, id="which rang"),
    ],
)
def test_what_took_the_place_of_a_second_call_is_not_sent_either(
    ledger: SqlLedger, instead: Status, third: Status
) -> None:
    claim = settled_by_word(ledger, Status.FAILED)
    again = recorded(ledger, a_call("tried again", retry_of=1))
    with ledger._door.writing("time") as connection:
        ended = update(calls).where(calls.c.id == again.call_id)
        connection.execute(ended.values(status=instead, ended_at=NOW))
    later = recorded(ledger, a_call("at another time", retry_of=again.call_id))

    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="z1")

    assert now_of(ledger, later).status is third


def test_no_answer_at_all_does_not_overrule_a_person(ledger: SqlLedger) -> None:
    claim = settled_by_word(ledger, Status.FAILED)

    assert not ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED, say=[UNCERTAIN])
    assert now_of(ledger, claim.call).status is Status.FAILED
    assert waiting(ledger) == []


def test_what_may_have_been_sent_is_not_found_too_late(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED)

    assert not ledger.settle(claim, to=Status.EXPIRED)
    assert not ledger.put_back(claim, failure=BUSY_ZEEG, seconds=0)
    assert now_of(ledger, claim.call).status is Status.UNCERTAIN


@pytest.mark.parametrize(
    ("seconds", "fresh"),
    [
        pytest.param(0, True, id="just now"),
        pytest.param(14, True, id="within half the lease"),
        pytest.param(16, False, id="more than half the lease ago"),
        pytest.param(31, False, id="the lease ran out"),
    ],
)
def test_a_claim_is_fresh_for_half_its_lease(
    ledger: SqlLedger, *, seconds: float, fresh: bool
) -> None:
    claim = claimed(ledger, lease=30)
    let_pass(ledger, seconds)

    assert ledger.standing(claim, lease=30) is (Standing.GOOD if fresh else Standing.LOST)


def test_a_claim_tells_that_its_number_was_blocked_meanwhile(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    block = Block(masked="+49 •••• 5678", reason="", blocked_by="U9", blocked_at=NOW)
    number = claim.call.request.phone.e164
    ledger.block_number(number, block, failure=STOPPED, say=[], tell=[])

    assert ledger.standing(claim, lease=30) is Standing.BLOCKED


def test_a_claim_that_was_settled_is_not_fresh(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED)

    assert ledger.standing(claim, lease=30) is Standing.LOST
