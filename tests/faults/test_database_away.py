"""The disk is full or the database is gone: people hear so at once, and it goes on by itself."""

import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.calls.status import Status
from bot.playground.delivery import Ack
from bot.playground.faults import slow
from tests.faults.bot_process import BotProcess
from tests.faults.contacts import Contact
from tests.faults.databases import NO_SERVER, fresh, unreachable
from tests.faults.promises import Asked, calls_by_phone, check, is_kept
from tests.faults.world import World, open_world

FULL_AT = 4096
"""Bytes: no file may grow beyond, which is how a full disk looks to who writes."""


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(database_url, tmp_path) as world:
        bot = world.add_bot()
        await bot.start()
        world.deliver_to(bot)
        await world.introduce()
        yield world


@contextmanager
def database_away(world: World, bot: BotProcess, server_url: str | None) -> Iterator[None]:
    """Take the bot's database away, whichever it is."""
    url = world.variables["DATABASE_URL"]
    if url.startswith("sqlite"):
        unlimited = resource.RLIM_INFINITY
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (FULL_AT, unlimited))
        yield
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
    else:
        assert server_url is not None
        with unreachable(url, server_url):
            yield


async def ask(world: World, number: int) -> Ack:
    return await world.people[0].type_command("C_1", "/zeegcall", Contact(number).line)


async def test_gives_back_what_was_typed_and_goes_on_when_it_is_back(
    world: World, postgres_or_none: str | None
) -> None:
    [bot] = world.bots
    with database_away(world, bot, postgres_or_none):
        refused = await ask(world, 1)
    answered = await ask(world, 2)
    await world.playground.until(lambda: world.playground.zeeg.posts, within=60)
    await world.settled()

    assert Contact(1).email in str(refused.body)
    assert "nobody was called" in str(refused.body)
    assert is_kept(answered.body)
    asked = [
        Asked(contact=Contact(1), acked=False),
        Asked(contact=Contact(2), acked=True),
    ]
    assert check(world, asked).broken == []
    assert len(calls_by_phone(world)) == 1
    assert bot.runs


async def test_an_answer_that_could_not_be_written_down_is_written_down_later(
    tmp_path: Path, postgres_or_none: str | None
) -> None:
    if postgres_or_none is None:
        pytest.skip(NO_SERVER)
    with fresh("postgresql", tmp_path, postgres_or_none) as url:
        async with open_world(url, tmp_path) as world:
            bot = world.add_bot()
            await bot.start()
            world.deliver_to(bot)
            await world.introduce()
            world.playground.faults.next("outbound-calls", slow(0.5))
            await ask(world, 1)
            [post] = await world.playground.until(lambda: world.playground.zeeg.posts, within=30)
            with unreachable(url, postgres_or_none):
                await world.playground.until(lambda: post.exchange.is_over, within=30)
                async with httpx.AsyncClient(trust_env=False) as client:
                    ready = await client.get(f"{bot.url}/readyz", timeout=30)
            await world.settled()

            assert ready.status_code == 503
            [call] = calls_by_phone(world).values()
            assert call.status is Status.PENDING
            assert check(world, [Asked(contact=Contact(1), acked=True)]).broken == []
            assert await bot.stop() == 0
