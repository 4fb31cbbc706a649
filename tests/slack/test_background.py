"""Work that goes on after Slack was answered."""

import asyncio

from bot.slack.background import Background


async def test_finishing_waits_for_what_goes_on() -> None:
    background, release, ended = Background(), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await release.wait()
        ended.set()

    background.start(work(), name="work")
    finishing = asyncio.create_task(background.finish())
    await asyncio.sleep(0)
    assert not finishing.done()

    release.set()

    await finishing
    assert ended.is_set()


async def test_finishing_ends_where_work_is_done_and_not_counted_off_yet() -> None:
    background, done = Background(), asyncio.Event()

    async def work() -> None:
        done.set()

    background.start(work(), name="work")
    await done.wait()

    await background.finish()
