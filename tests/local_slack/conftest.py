"""Puts the real bot between a Slack that nobody here wrote and a Zeeg that rings nobody."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.playground.playground import Playground
from bot.playground.zeeg_rules import Agent, Token
from tests.local_slack.emulator import (
    APP_TOKEN,
    BOT_TOKEN,
    PATIENCE,
    SIGNING_SECRET,
    LocalSlack,
    Mode,
    find_binary,
    running,
)
from tests.local_slack.running_bot import RunningBot, free_port, running_bot

AGENT = "7d3c1c1e-0000-4000-8000-000000000001"
ZEEG_TOKEN = "zeeg-token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A workspace, a Zeeg, and what it takes to run the bot between them."""

    slack: LocalSlack
    playground: Playground
    mode: Mode
    directory: Path
    bot_port: int

    def bot(self) -> AbstractAsyncContextManager[RunningBot]:
        """Run the bot; one after the other it has the same database."""
        settings = {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_API_URL": f"{self.slack.url}/api/",
            "ZEEG_API_TOKEN": ZEEG_TOKEN,
            "ZEEG_API_URL": self.playground.zeeg_api_url,
            "ZEEG_AGENT_UUID": AGENT,
            "DATABASE_URL": f"sqlite:///{self._database}",
            "HOST": "127.0.0.1",
            "PORT": str(self.bot_port),
            "UNDO_SECONDS": "0",
            "CALLING_HOURS": "off",
        }
        credential = {
            Mode.HTTP: {"SLACK_SIGNING_SECRET": SIGNING_SECRET},
            Mode.SOCKET: {"SLACK_APP_TOKEN": APP_TOKEN},
        }
        return running_bot(
            settings | credential[self.mode],
            directory=self.directory,
            url=f"http://127.0.0.1:{self.bot_port}",
        )

    async def knows_jane(self) -> None:
        """
        Wait until Slack has told the bot who she is: it asks while its first form is read, which
        takes a person longer than a test.
        """
        with closing(sqlite3.connect(self._database)) as database:
            async with asyncio.timeout(PATIENCE):
                while not database.execute("SELECT 1 FROM profiles").fetchone():  # noqa: ASYNC110
                    await asyncio.sleep(0.02)

    @property
    def _database(self) -> Path:
        return self.directory / "calls.db"

    @property
    def posts(self) -> list[Any]:
        """What Zeeg was asked for, POST by POST."""
        return [post.exchange.body for post in self.playground.zeeg.posts]

    @property
    def log(self) -> str:
        """Everything that the bot wrote."""
        return (self.directory / "bot.log").read_text()


@pytest.fixture(params=list(Mode), ids=[mode.name.lower() for mode in Mode])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    binary = find_binary()
    if binary is None:
        pytest.skip("npm's local-slack-linux-x64 is not here; LOCAL_SLACK may name its program")
    mode: Mode = request.param
    port = free_port()
    bot_url = f"http://127.0.0.1:{port}"
    playground = Playground()
    playground.zeeg.agents[AGENT] = Agent(uuid=AGENT, name="Sales")
    playground.zeeg.tokens[ZEEG_TOKEN] = Token()
    async with playground, running(binary, tmp_path, mode=mode, bot_url=bot_url) as slack:
        yield Office(
            slack=slack, playground=playground, mode=mode, directory=tmp_path, bot_port=port
        )
