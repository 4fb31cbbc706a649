"""A playground with a few people and channels in it, and no app yet."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.clock import MovableClock
from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.playground.records import Channel, ChannelKind, User
from bot.playground.zeeg_rules import Agent, Token
from tests.playground.stub_app import StubApp

BOT = "U0ZEEGCALL"
AGENT = "7d3c1c1e-0000-4000-8000-000000000001"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def playground(clock: MovableClock) -> AsyncIterator[Playground]:
    world = Playground(clock)
    workspace = world.workspace
    workspace.add_user(User(id="U_JANE", name="jane", real_name="Jane Doe", email="j@example.com"))
    workspace.add_user(User(id="U_OMAR", name="omar", real_name="Omar Ali", tz="Asia/Dubai"))
    members = {"U_JANE", "U_OMAR", BOT}
    workspace.add_channel(Channel(id="C_SALES", name="sales", members=members))
    workspace.add_channel(Channel(id="C_OTHER", name="other", members={"U_JANE"}))
    workspace.add_channel(
        Channel(id="G_BOARD", name="board", kind=ChannelKind.PRIVATE, members={"U_JANE"})
    )
    world.zeeg.agents[AGENT] = Agent(uuid=AGENT, name="Sales")
    world.zeeg.tokens["zeeg-token"] = Token()
    async with world:
        yield world


@pytest.fixture
async def slack(playground: Playground) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(
            token=playground.workspace.app.bot_token,
            base_url=playground.slack_api_url,
            session=session,
        )


@pytest.fixture
def app(playground: Playground) -> StubApp:
    stub = StubApp()
    stub.join(playground)
    return stub


@pytest.fixture
def jane(playground: Playground, app: StubApp) -> Person:
    del app
    return playground.person("U_JANE")
