"""The real bot between a workspace and a Zeeg that rings nobody: what conversations play on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import httpx

from bot.app import House, open_house
from bot.playground.clock import MovableClock
from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.playground.records import Channel, ChannelKind, Message, Payload, User, View
from bot.playground.traffic import Way
from bot.playground.zeeg_rules import Agent, Token
from bot.settings import read_settings
from tests.accessible import unheard
from tests.sample import NOW

T = TypeVar("T")

BOT = "U0ZEEGCALL"
SALES = "7d3c1c1e-0000-4000-8000-000000000001"
SUPPORT = "7d3c1c1e-0000-4000-8000-000000000002"
TOKEN = "zeeg-token"
WEBHOOK_TOKEN = "webhook-token"
TEAM = "T0PLAYGRND"

ALEX = "Alex Mueller +49 30 23125001 alex.mueller@example.com"


class FollowingClock:
    """The bot's clock: it shows what the workspace's shows."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


@dataclass(slots=True, kw_only=True)
class Stage:
    """Everybody and everything in a conversation."""

    playground: Playground
    house: House
    clock: MovableClock
    jane: Person
    client: httpx.AsyncClient

    async def type(self, text: str = "", *, channel_id: str = "C_SALES") -> None:
        """Jane types `/zeegcall text`, and Slack takes the ack."""
        ack = await self.jane.type_command(channel_id, "/zeegcall", text)
        assert ack.failure == ""

    async def until(self, condition: Callable[[], T | None]) -> T:
        """Wait until something is so."""
        return await self.playground.until(condition)

    async def met(self) -> None:
        """Let the bot have read who Jane is, as it has after her first command."""
        await self.type()
        await self.form()
        await self.jane.close_modal()

    async def met_again(self) -> None:
        """Let the bot have read lately who Jane is."""
        await self.jane.open_home()

        def is_known() -> bool:
            profile = self.house.ledger.profile(team_id=TEAM, user_id="U_JANE")
            return profile is not None and self.now() - profile.read_at < timedelta(minutes=1)

        while not is_known():  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    async def form(self) -> View:
        """Wait for the form on Jane's screen, and for the bot to have read who she is."""
        view = await self.until(lambda: self.jane.modal)
        while self.house.ledger.profile(team_id=TEAM, user_id="U_JANE") is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        return view

    def cards(self, channel_id: str = "C_SALES") -> list[Message]:
        """Give the cards in a channel, as Jane sees them."""
        return [message for message in self.jane.sees(channel_id) if message.metadata]

    def thread(self, channel_id: str = "C_SALES") -> list[str]:
        """Give what the replies to the only card say."""
        cards = self.cards(channel_id)
        return [reply.text for reply in self.replies(channel_id)] if cards else []

    def replies(self, channel_id: str = "C_SALES") -> list[Message]:
        """Give the replies to the first card, but for the one that says who is new there."""
        cards = self.cards(channel_id)
        said = self.jane.sees(channel_id, cards[0].ts)[1:] if cards else []
        return [reply for reply in said if not is_welcome(reply)]

    def whispers(self, channel_id: str = "C_SALES") -> list[Message]:
        """Give what only Jane sees, in threads too."""
        messages = self.playground.workspace.channels[channel_id].messages
        return [message for message in messages if message.only_for == self.jane.id]

    async def told(self, words: str, channel_id: str = "C_SALES") -> str:
        """Wait until the card's thread says something with these words."""
        return await self.until(
            lambda: next((text for text in self.thread(channel_id) if words in text), None)
        )

    async def card_says(self, words: str, channel_id: str = "C_SALES") -> Message:
        """Wait until the first card says something with these words."""
        return await self.until(
            lambda: next((card for card in self.cards(channel_id) if words in card.text), None)
        )

    async def whispered(
        self, words: str, channel_id: str = "C_SALES", *, to: Person | None = None
    ) -> Message:
        """Wait until Jane, or somebody else, alone is told something with these words."""
        channel, to = self.playground.workspace.channels[channel_id], to or self.jane

        def told() -> Message | None:
            theirs = [each for each in channel.messages if each.only_for == to.id]
            return next((each for each in theirs if words in each.text), None)

        return await self.until(told)

    async def forget(self, number: str, *, by: Person) -> None:
        """Let an admin ask to forget a number, and say yes to it."""
        await by.type_command("C_SALES", "/zeegcall", f"forget {number}")
        asked = await self.whispered("Nothing brings it back", to=by)
        await by.click(asked, "forget_number")

    def let_in(self, user: User) -> Person:
        """Let somebody new into the channel; what becomes of them changes nobody else's."""
        self.playground.workspace.channels["C_SALES"].members.add(user.id)
        return self.playground.person(replace(user))

    def another_channel(self, number: int) -> str:
        """Open a channel with Jane and the bot in it: Slack takes a message a second in each."""
        channel = Channel(id=f"C{number}", name=f"leads-{number}", members={"U_JANE", BOT})
        return self.playground.workspace.add_channel(channel).id

    async def deliver(self, body: bytes, *, token: str = WEBHOOK_TOKEN) -> httpx.Response:
        """Deliver something to Zeeg's webhook."""
        return await self.client.post(
            "http://bot/zeeg/webhook", content=body, headers={"Token": token}
        )

    @property
    def posts(self) -> list[Payload]:
        """What Zeeg was asked for, POST by POST."""
        return [post.exchange.body for post in self.playground.zeeg.posts]

    async def answered(self) -> None:
        """Wait until whatever was pressed or typed has been answered as a whole."""
        await self.house.background.finish()

    async def announced(self, call_id: int = 1) -> None:
        """Wait until the ledger knows that a call's card stands: its undo seconds have begun."""
        while (call := self.house.ledger.call(call_id)) is None or call.status == "recorded":  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    def now(self) -> datetime:
        """Tell the time on the stage."""
        return datetime.fromtimestamp(self.clock(), UTC)

    def pass_time(self, seconds: float) -> None:
        """Move the clock that everybody looks at."""
        self.clock.move(seconds)
        self.house.worker.wake()


def unheard_of(playground: Playground) -> list[str]:
    """Give what the bot has shown to anybody and a screen reader does not say."""
    channels = playground.workspace.channels.values()
    said = [each for channel in channels for each in channel.messages if each.from_app]
    return [problem for each in said for problem in unheard(each.text, each.blocks)]


def unanswered(playground: Playground) -> list[str]:
    """Give what the bot left without an answer, for which Slack shows a person that it failed."""
    deliveries = [each for each in playground.traffic.exchanges if each.way is Way.DELIVERY]
    return [f"{each.method}: {each.answer}" for each in deliveries if each.status != 200]


def is_welcome(message: Message) -> bool:
    """Whether the bot says with it that it is new in a channel."""
    return "Type one line" in message.text


def environment(playground: Playground, database: Path, **changes: str) -> dict[str, str]:
    """What the bot is told of this stage, as its settings."""
    settings = {
        "SLACK_BOT_TOKEN": playground.workspace.app.bot_token,
        "SLACK_SIGNING_SECRET": playground.workspace.app.signing_secret,
        "SLACK_API_URL": playground.slack_api_url,
        "ZEEG_API_TOKEN": TOKEN,
        "ZEEG_API_URL": playground.zeeg_api_url,
        "ZEEG_AGENTS": f"Sales={SALES}",
        "ZEEG_WEBHOOK_TOKEN": WEBHOOK_TOKEN,
        "DATABASE_URL": f"sqlite:///{database}",
        "UNDO_SECONDS": "0",
    }
    return settings | changes


@asynccontextmanager
async def on_stage(database: Path, **changes: str) -> AsyncIterator[Stage]:
    """Put everybody on the stage; `changes` are settings that differ."""
    clock = MovableClock(NOW.timestamp())
    playground = furnished(clock)
    async with playground:
        settings = read_settings(environment(playground, database, **changes))
        async with open_house(settings, clock=FollowingClock(clock)) as house:
            transport = httpx.ASGITransport(house.web)
            async with httpx.AsyncClient(transport=transport) as client:
                playground.delivery.to("http://bot/slack/events", client)
                jane = playground.person("U_JANE")
                playground.zeeg.webhooks.use(client)
                playground.zeeg.webhooks.subscribe("http://bot/zeeg/webhook", WEBHOOK_TOKEN)
                yield Stage(
                    playground=playground, house=house, clock=clock, jane=jane, client=client
                )
    assert unheard_of(playground) == []
    assert unanswered(playground) == []


def furnished(clock: MovableClock) -> Playground:
    """A workspace with two people and some channels, and a Zeeg with two agents."""
    playground = Playground(clock)
    workspace = playground.workspace
    workspace.add_user(
        User(id="U_JANE", name="jane", real_name="Jane Doe", tz="Europe/Berlin", locale="en-GB")
    )
    workspace.add_user(User(id="U_OMAR", name="omar", real_name="Omar Ali", tz="Asia/Dubai"))
    everybody = {"U_JANE", "U_OMAR"}
    workspace.add_channel(Channel(id="C_SALES", name="sales", members={*everybody, BOT}))
    workspace.add_channel(Channel(id="C_OTHER", name="other", members=everybody))
    workspace.add_channel(
        Channel(id="G_BOARD", name="board", kind=ChannelKind.PRIVATE, members=everybody)
    )
    playground.zeeg.agents[SALES] = Agent(uuid=SALES, name="Sales")
    playground.zeeg.agents[SUPPORT] = Agent(uuid=SUPPORT, name="Support")
    playground.zeeg.tokens[TOKEN] = Token()
    return playground
