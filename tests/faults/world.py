"""A workspace, a Zeeg, a database, and real bots between them that may die at any moment."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, Select, func, select, update

from bot.calls.status import Status
from bot.ledger.columns import epoch_now
from bot.ledger.door import reading, writing
from bot.ledger.engine import open_engine
from bot.ledger.migrating import migrate
from bot.ledger.schema import calls, outbox, profiles
from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.playground.records import Channel, InstalledApp, User, View
from bot.playground.zeeg_rules import Agent, Token
from tests.faults.bot_process import BotProcess

SALES = "7d3c1c1e-0000-4000-8000-000000000001"
TOKEN = "zeeg-token"
PEOPLE = 6
CHANNELS = 24
HISTORY = {"channels:history", "groups:history", "im:history", "mpim:history"}
MOVING = [Status.RECORDED.value, Status.ANNOUNCED.value, Status.SENDING.value]
LONGEST_SETTLE = 400.0


@dataclass(kw_only=True)
class World:
    """Everything that survives the bots."""

    playground: Playground
    engine: Engine
    variables: dict[str, str]
    folder: Path
    bots: list[BotProcess] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    def add_bot(self, *, role: str = "serve") -> BotProcess:
        """Make another bot on the same database; it is not started yet."""
        bot = BotProcess(self.variables, self.folder, role=role)
        self.bots.append(bot)
        return bot

    def deliver_to(self, bot: BotProcess) -> None:
        """Let Slack bring what people do to this bot."""
        self.playground.delivery.to(f"{bot.url}/slack/events")

    async def introduce(self) -> None:
        """Let everybody have typed something once, so that the bot knows their zones."""
        for person in self.people:
            await person.type_command("C_0", "/zeegcall", "")
            await self.playground.until(partial(_modal_of, person), within=20)
            await person.close_modal(is_cleared=True)
        while self._count(select(func.count()).select_from(profiles)) < len(self.people):  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    def let_leases_run_out(self) -> None:
        """Do what minutes do, so that nobody has to wait for them: bots that run must be idle."""
        self._all_is_due_in(-1.0)

    def put_aside(self) -> None:
        """Let the next bot leave alone what the last ones left behind; they must be dead."""
        assert not any(bot.runs for bot in self.bots)
        self._all_is_due_in(3600.0)

    def _all_is_due_in(self, seconds: float) -> None:
        due = epoch_now() + seconds
        sent, waits = calls.c.status == "sending", calls.c.status == "announced"
        with writing(self.engine) as connection:
            connection.execute(update(calls).where(sent).values(lease_until=due))
            connection.execute(update(calls).where(waits).values(retry_after=due))
            connection.execute(update(outbox).where(outbox.c.state == "waiting").values(due=due))

    def unsettled(self) -> tuple[int, int]:
        """Count calls that are neither sent nor ended, and messages that are not said."""
        moving = select(func.count()).where(calls.c.status.in_(MOVING))
        unsaid = select(func.count()).where(outbox.c.state == "waiting")
        return self._count(moving), self._count(unsaid)

    def _count(self, query: Select[int]) -> int:
        with reading(self.engine) as connection:
            return connection.scalar(query) or 0

    async def settled(self, within: float = LONGEST_SETTLE) -> None:
        """Wait until every call is sent or has ended, and everything is said."""
        try:
            async with asyncio.timeout(within):
                while self.unsettled() != (0, 0):  # noqa: ASYNC110 - other processes settle it
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"not settled: {self.waiting_rows()}") from None

    def waiting_rows(self) -> Sequence[object]:
        """Tell what is not settled."""
        with reading(self.engine) as connection:
            moving = select(calls.c.id, calls.c.status, calls.c.attempts)
            unsaid = select(outbox.c.key, outbox.c.tries, outbox.c.why)
            return [
                *connection.execute(moving.where(calls.c.status.in_(MOVING))),
                *connection.execute(unsaid.where(outbox.c.state == "waiting")),
            ]

    async def recover(self) -> None:
        """Kill everything, let time pass, start one bot and let it finish the work."""
        for bot in self.bots:
            bot.kill()
        self.let_leases_run_out()
        self.playground.faults.clear()
        [first, *others] = self.bots
        if first.role != "serve":
            others = [bot for bot in others if bot.role == "worker"][:1]
        else:
            others = []
        for bot in [first, *others]:
            await bot.start()
        await self.settled()

    def log(self) -> str:
        """Read what all bots have logged."""
        return "\n".join(bot.log.read_text() for bot in self.bots if bot.log.exists())


def environment(playground: Playground, database_url: str, **changes: str) -> dict[str, str]:
    """What the bots are told as their settings."""
    settings = {
        "SLACK_BOT_TOKEN": playground.workspace.app.bot_token,
        "SLACK_SIGNING_SECRET": playground.workspace.app.signing_secret,
        "SLACK_API_URL": playground.slack_api_url,
        "ZEEG_API_TOKEN": TOKEN,
        "ZEEG_API_URL": playground.zeeg_api_url,
        "ZEEG_AGENTS": f"Sales={SALES}",
        "DATABASE_URL": database_url,
        "DATA_KEY": "a-key-of-the-tests-alone",
        "UNDO_SECONDS": "0",
        "CALLING_HOURS": "off",
    }
    return settings | changes


@asynccontextmanager
async def open_world(
    database_url: str, folder: Path, *, with_history: bool = True, **changes: str
) -> AsyncIterator[World]:
    """Put everything up but the bots; none of them outlives this."""
    app = InstalledApp()
    app.scopes |= HISTORY if with_history else set()
    playground = Playground(time.time, app)
    engine = open_engine(database_url)
    migrate(engine)
    try:
        async with playground:
            world = World(
                playground=playground,
                engine=engine,
                variables=environment(playground, database_url, **changes),
                folder=folder,
            )
            _furnish(world)
            try:
                yield world
            finally:
                for bot in world.bots:
                    bot.kill()
    finally:
        engine.dispose()


def _furnish(world: World) -> None:
    workspace = world.playground.workspace
    ids = [f"U_P{n}" for n in range(PEOPLE)]
    for user_id in ids:
        workspace.add_user(User(id=user_id, name=user_id.lower(), real_name=user_id))
    for n in range(CHANNELS):
        members = {*ids, workspace.app.bot_user_id}
        workspace.add_channel(Channel(id=f"C_{n}", name=f"channel-{n}", members=members))
    world.playground.zeeg.agents[SALES] = Agent(uuid=SALES, name="Sales")
    world.playground.zeeg.tokens[TOKEN] = Token()
    world.people = [world.playground.person(user_id) for user_id in ids]


def _modal_of(person: Person) -> View | None:
    return person.modal
