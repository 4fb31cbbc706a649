"""The database fails between a claim and its POST: nothing was sent, and nobody is told else."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot import worker
from bot.calls.draft import Surface
from bot.calls.status import Status
from bot.errors import LedgerError, LedgerUnsureError
from bot.ledger import SqlLedger
from bot.playground.faults import Fault, answering, lost_answer
from bot.playground.zeeg_rules import TOO_MANY_REQUESTS
from bot.ports import Claim
from bot.use_cases import place_call
from bot.use_cases.settle_call import SettleCall
from tests.conversations.stage import ALEX, Stage
from tests.ledger.samples import let_pass


async def test_a_call_that_was_not_sent_is_sent_once_the_database_is_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        monkeypatch.undo()
        raise LedgerError("the database is away")

    monkeypatch.setattr(SqlLedger, "standing", away)

    await stage.type(ALEX)

    await stage.told("is pending")
    assert len(stage.posts) == 1


AWAY = LedgerError("the database is away")
UNSURE = LedgerUnsureError("the database was lost while it committed")
FAILURES = [
    pytest.param("look", AWAY, id="nothing can be looked for"),
    pytest.param("claim_calls", AWAY, id="no call can be claimed"),
    pytest.param("claim_messages", AWAY, id="no message can be claimed"),
    pytest.param("card_said", AWAY, id="a card is not written down"),
    pytest.param("card_said", UNSURE, id="lost while it wrote a card down"),
    pytest.param("settle", AWAY, id="what Zeeg answered is not written down"),
    pytest.param("settle", UNSURE, id="lost while it wrote that down"),
]


@pytest.mark.parametrize(("deed", "error"), FAILURES)
async def test_a_call_is_placed_and_told_once_though_the_database_fails(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, deed: str, error: LedgerError
) -> None:
    do: Callable[..., object] = getattr(SqlLedger, deed)
    failed: list[str] = []

    def fail(self: SqlLedger, *which: object, **facts: Any) -> object:
        if failed:
            return do(self, *which, **facts)
        failed.append(deed)
        if error is UNSURE:
            do(self, *which, **facts)
        raise error

    monkeypatch.setattr(SqlLedger, deed, fail)

    await stage.type(ALEX)

    await stage.told("is pending")
    await stage.card_says("Pending: Zeeg has it in the queue")
    assert failed == [deed]
    assert len(stage.posts) == 1
    assert len(stage.cards()) == 1
    assert len([text for text in stage.thread() if "is pending" in text]) == 1


@pytest.mark.parametrize("deed", ["reap_calls", "erase_kept"])
async def test_what_cannot_be_swept_keeps_nobody_from_being_called(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise LedgerError("the database refused a row")

    monkeypatch.setattr(worker, "AFTER_AN_ERROR", 0.01)
    monkeypatch.setattr(worker, "SWEEP", 0.0)
    monkeypatch.setattr(SqlLedger, deed, refused)

    await stage.type(ALEX)

    await stage.told("is pending")


async def test_told_as_unknown_meanwhile_it_is_called_not_sent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away_for_long(self: SqlLedger, claim: Claim, *, lease: float) -> None:
        del claim, lease
        place_call.reap(self)
        raise LedgerError("the database was away for longer than a lease")

    monkeypatch.setattr(SqlLedger, "standing", away_for_long)
    monkeypatch.setattr(place_call, "LEASE", 0.0)

    await stage.type(ALEX)

    told = await stage.told("could not be sent in time")
    assert "Nobody was called." in told
    await stage.card_says("Not placed: nobody was called")
    assert stage.posts == []


def stall_before(
    name: str, monkeypatch: pytest.MonkeyPatch, then: Callable[[SqlLedger], object]
) -> None:
    """Let the process stall for longer than a lease before it does this to the ledger, once."""
    deed = getattr(SqlLedger, name)

    def late(self: SqlLedger, *which: object, **facts: Any) -> object:
        monkeypatch.undo()
        let_pass(self, 31)
        place_call.reap(self)
        then(self)
        return deed(self, *which, **facts)

    monkeypatch.setattr(SqlLedger, name, late)


async def test_zeegs_answer_counts_that_comes_after_a_persons_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(ledger: SqlLedger) -> None:
        SettleCall(ledger=ledger).nobody_called(1, by="U_JANE", surface=Surface.BUTTON)

    stall_before("settle", monkeypatch, nobody)

    await stage.type(ALEX)

    told = await stage.told("Zeeg's answer came late")
    assert "<@U_JANE>" in told
    assert "It may ring, or has rung." in told
    await stage.card_says("Pending: Zeeg has it in the queue")
    assert len(stage.posts) == 1


async def test_what_zeeg_surely_did_not_take_is_told_so_after_a_stall(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.playground.faults.next("outbound-calls", Fault(answer=TOO_MANY_REQUESTS))
    stall_before("put_back", monkeypatch, lambda _: None)

    await stage.type(ALEX)

    told = await stage.told("too busy")
    assert "Nobody was called." in told
    await stage.card_says("Not placed: nobody was called")
    assert len(stage.posts) == 1


async def test_what_is_too_late_after_a_stall_is_told_as_not_called(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = answering(429, {"message": "Too Many Attempts."}, Retry_After="3000")
    stage.playground.faults.next("outbound-calls", busy)
    stall_before("settle", monkeypatch, lambda _: None)

    await stage.type(ALEX)

    told = await stage.told("too busy")
    assert "Nobody was called." in told
    await stage.card_says("Not placed: nobody was called")


async def test_an_unknown_fate_that_was_told_after_a_stall_stays_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.playground.faults.next("outbound-calls", lost_answer())
    stall_before("settle", monkeypatch, lambda _: None)

    await stage.type(ALEX)

    await stage.told("It is unknown whether somebody was called.")
    await stage.card_says("Unknown: nobody knows yet whether it rang")
    while stage.house.ledger.look(now=stage.now()).seconds is not None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.status is Status.UNCERTAIN
    assert not any("Nobody was called." in text for text in stage.thread())
    assert len(stage.posts) == 1
