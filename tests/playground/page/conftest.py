"""The page over a playground with its own people in it, and the sample app behind."""

from collections.abc import AsyncIterator

import aiohttp
import httpx
import pytest

from bot.playground import cast
from bot.playground.clock import RunningClock
from bot.playground.page.backstage import Backstage
from bot.playground.page.door import PageDoor
from bot.playground.playground import Playground
from bot.playground.server import Listener
from tests.playground.page.visitor import Visitor
from tests.playground.sample_app import as_asgi, sample_app


@pytest.fixture
async def backstage() -> AsyncIterator[Backstage]:
    clock = RunningClock()
    playground = Playground(clock, cast.installed_app())
    cast.fill(playground.workspace)
    cast.open_account(playground.zeeg)
    async with playground:
        transport = httpx.ASGITransport(as_asgi(sample_app(playground)))
        async with httpx.AsyncClient(transport=transport) as client:
            playground.delivery.to("http://app/slack/events", client)
            backstage = Backstage(playground, clock)
            async with backstage.at_work():
                yield backstage


@pytest.fixture
async def jane(backstage: Backstage) -> AsyncIterator[Visitor]:
    page = Listener(PageDoor(backstage).application)
    await page.start()
    async with aiohttp.ClientSession() as session:
        yield Visitor(session, page.url, cast.JANE)
    await page.stop()
