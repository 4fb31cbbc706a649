"""People who wait for an answer go before the worker, and the worker is never kept for long."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.ledger import SqlLedger
from bot.ports import Message
from bot.web import Crowd
from bot.worker import IN_A_CROWD
from tests.conversations.stage import Stage


async def test_nobody_waits_and_the_worker_goes_on() -> None:
    assert await Crowd().let_pass()


async def test_the_worker_lets_one_go_first_who_waits() -> None:
    crowd = Crowd()
    with crowd.one():
        worker = asyncio.create_task(crowd.let_pass())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not worker.done()
    await worker


async def test_one_who_comes_right_after_another_goes_first_too() -> None:
    crowd = Crowd()
    with crowd.one():
        worker = asyncio.create_task(crowd.let_pass())
        await asyncio.sleep(0)
    with crowd.one():
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not worker.done()
    await worker


async def test_the_worker_waits_for_nobody_after_one_who_came_alone() -> None:
    crowd = Crowd()
    with crowd.one():
        pass
    worker = asyncio.create_task(crowd.let_pass())
    await asyncio.sleep(0)
    assert worker.done()


async def test_it_is_quiet_when_nobody_waits_or_comes_in_the_next_moment() -> None:
    crowd = Crowd()
    quiet = [crowd.is_gone()]
    for _ in range(2):
        with crowd.one():
            quiet.append(crowd.is_gone())
        quiet.append(crowd.is_gone())
    await crowd.let_pass()
    quiet.append(crowd.is_gone())
    assert quiet == [True, False, True, False, False, True]


async def test_the_worker_waits_whether_a_row_goes_on() -> None:
    crowd = Crowd()
    for _ in range(2):
        with crowd.one():
            await asyncio.sleep(0)
    worker = asyncio.create_task(crowd.let_pass())
    await asyncio.sleep(0)
    assert not worker.done()
    assert await worker


async def test_a_crowd_that_never_ends_does_not_keep_the_worker() -> None:
    crowd = Crowd()
    with crowd.one():
        assert not await crowd.let_pass()


async def test_in_a_crowd_the_worker_takes_little_at_a_time(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    claim = SqlLedger.claim_messages

    def count(self: SqlLedger, *, limit: int, lease: float) -> Sequence[Message]:
        asked.append(limit)
        return claim(self, limit=limit, lease=lease)

    turned = asyncio.Event()

    async def crowded() -> bool:
        turned.set()
        return False

    await stage.met()
    stage.house.worker.let_pass = crowded
    stage.house.worker.is_quiet = lambda: False
    stage.house.worker.wake()
    await turned.wait()
    monkeypatch.setattr(SqlLedger, "claim_messages", count)
    for number in range(5):
        await stage.type(f"Ada Lovelace +49 30 2312500{number} ada{number}@example.com")
    await stage.until(lambda: len(stage.posts) == 5 or None)

    assert asked
    assert max(asked) <= IN_A_CROWD
