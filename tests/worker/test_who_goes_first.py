"""People who wait for an answer go before the worker, and the worker is never kept for long."""

import asyncio

from bot.web import Crowd


async def test_nobody_waits_and_the_worker_goes_on() -> None:
    await Crowd().let_pass()


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


async def test_a_crowd_that_never_ends_does_not_keep_the_worker() -> None:
    crowd = Crowd()
    with crowd.one():
        await crowd.let_pass()
