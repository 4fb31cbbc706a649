"""What ended is written down in one transaction with what is claimed next, and loses nothing."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from bot import worker
from bot.calls.request import CallRequest
from bot.calls.status import Status
from bot.errors import LedgerError
from bot.ledger import SqlLedger
from bot.ports import Claim, Message, Placed
from bot.slack.posting import Post
from bot.worker import _Ended
from bot.zeeg.client import ZeegClient
from tests.conversations.stage import ALEX, Stage
from tests.sample import call

BEA = "Bea Braun +49 30 23125002 bea@example.com"
CHRIS = "Chris Clark +49 30 23125003 chris@example.com"


def told_of(stage: Stage) -> list[str]:
    """Give where each transaction stands, as it goes on."""
    points: list[str] = []
    stage.house.ledger._door._at = points.append
    return points


def stand_together(first: str, second: str, points: Sequence[str]) -> bool:
    """Whether both were written in one transaction."""
    together = [f"inside {first}", f"inside {second}", f"after {first}", f"after {second}"]
    return any(list(points[i : i + 4]) == together for i in range(len(points)))


async def test_a_call_is_claimed_with_its_card_and_each_message_with_the_one_before_it(
    stage: Stage,
) -> None:
    points = told_of(stage)

    await stage.type(ALEX)

    await stage.card_says("Pending: Zeeg has it in the queue")
    assert stand_together("ts stored", "claim", points)
    assert stand_together("ts stored", "message claim", points)
    assert len(stage.posts) == 1


async def test_nothing_is_claimed_along_while_somebody_waits(stage: Stage) -> None:
    points = told_of(stage)
    stage.house.worker.is_quiet = lambda: False

    await stage.type(ALEX)

    await stage.card_says("Pending: Zeeg has it in the queue")
    assert not stand_together("ts stored", "claim", points)
    assert not stand_together("ts stored", "message claim", points)


async def test_a_worker_that_is_stopped_claims_nothing_along(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Post.said

    async def stop_first(self: Post, *which: Any, **how: Any) -> object:
        stage.house.worker.stop()
        return await said(self, *which, **how)

    monkeypatch.setattr(Post, "said", stop_first)

    await stage.type(ALEX)
    await stage.announced()
    assert stage.house.working is not None
    await stage.house.working

    stands = stage.house.ledger.call(1)
    assert stands is not None
    assert stands.status is Status.ANNOUNCED
    assert stage.posts == []


async def test_what_cannot_be_claimed_keeps_no_answer_from_being_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def claim(self: SqlLedger, *, limit: int, lease: float) -> Sequence[Message]:
        if self._door._shared.connection is not None:
            raise KeyError("a topic that only the next version knows")
        return claim_messages(self, limit=limit, lease=lease)

    claim_messages = SqlLedger.claim_messages
    monkeypatch.setattr(SqlLedger, "claim_messages", claim)

    await stage.type(ALEX)

    await stage.card_says("Pending: Zeeg has it in the queue")
    assert len(stage.posts) == 1
    assert "not written in one go trace=UnreadableRowError" in caplog.text


async def test_one_that_cannot_be_written_keeps_no_other_from_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    settle, create = SqlLedger.settle, ZeegClient.create_outbound_call
    go_on = asyncio.Event()

    def refuse_the_first(self: SqlLedger, claim: Claim, **what: Any) -> bool:
        tries.append(claim.call.call_id)
        if claim.call.call_id == 1 and tries.count(1) < 3:
            raise LedgerError("the database refused a row")
        return settle(self, claim, **what)

    async def both_at_once(self: ZeegClient, request: CallRequest) -> Placed:
        placed = await create(self, request)
        await go_on.wait()
        return placed

    monkeypatch.setattr(SqlLedger, "settle", refuse_the_first)
    monkeypatch.setattr(ZeegClient, "create_outbound_call", both_at_once)
    await asyncio.gather(stage.type(ALEX), stage.type(BEA))
    await stage.until(lambda: len(stage.posts) == 2 or None)
    async with stage.house.worker._pen:
        go_on.set()
        while len(stage.house.worker._ended) < 2:  # noqa: ASYNC110 - nobody rings for it
            await asyncio.sleep(0)

    def pending() -> bool | None:
        return len([card for card in stage.cards() if "Pending" in card.text]) == 2 or None

    await stage.until(pending)
    assert (tries.count(1), tries.count(2)) == (3, 1)
    assert len(stage.posts) == 2


async def test_two_workers_write_of_the_same_calls_in_the_same_order(stage: Stage) -> None:
    working, order = stage.house.worker, list[int]()

    async def end(number: int) -> None:
        write = partial(order.append, number)
        await working._end(_Ended(write=write, among=set(), call=replace(call(), call_id=number)))

    async with working._pen:
        ends = [asyncio.create_task(end(number)) for number in (2, 3, 1)]
        await asyncio.sleep(0)
    await asyncio.gather(*ends)

    assert order == [1, 2, 3]


async def test_no_more_calls_are_placed_at_once_than_may_be(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once: list[int] = [0]
    most: list[int] = []
    create = ZeegClient.create_outbound_call

    async def slowly(self: ZeegClient, request: CallRequest) -> Placed:
        at_once[0] += 1
        most.append(at_once[0])
        await asyncio.sleep(0.05)
        at_once[0] -= 1
        return await create(self, request)

    monkeypatch.setattr(ZeegClient, "create_outbound_call", slowly)
    monkeypatch.setattr(worker, "CALLS_AT_ONCE", 1)

    await asyncio.gather(stage.type(ALEX), stage.type(BEA), stage.type(CHRIS))

    await stage.until(lambda: len(stage.posts) == 3 or None)
    assert set(most) == {1}
