"""
A Slack that nobody here wrote: starts `local-slack`, and sits before it as a person.

It listens on all interfaces and asks nobody who they are, so it runs for one test at a time.
"""

import asyncio
import os
import re
import shutil
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

import aiohttp
import yaml

from tests.local_slack.form_on_screen import FormOnScreen

T = TypeVar("T")
Json = dict[str, Any]

PACKAGE: Final = Path("node_modules/local-slack-linux-x64/bin/local-slack")
ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 15
"""Seconds until whatever is waited for counts as never coming."""

TEAM, JANE, SALES, BOT = "T0LOCAL", "U0JANE", "C0SALES", "U0BOT"
APP = "A0LOCAL"
BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-local", "xapp-local", "5ecret0fl0ca1s1ack"


class Mode(StrEnum):
    """How it brings what people do to the bot."""

    HTTP = "events"
    SOCKET = "socket"


def find_binary() -> Path | None:
    """Find the program: by LOCAL_SLACK, below the checkout, or on PATH."""
    named = os.environ.get("LOCAL_SLACK") or shutil.which("local-slack")
    found = Path(named) if named else ROOT / PACKAGE
    return found if found.is_file() else None


def workspace(mode: Mode, bot_url: str) -> Json:
    """Describe a workspace with one person, one channel and the bot."""
    app = {
        "appId": APP,
        "botUserId": BOT,
        "botName": "zeegcall",
        "botToken": BOT_TOKEN,
        "appToken": APP_TOKEN,
        "signingSecret": SIGNING_SECRET,
        "mode": mode.value,
        "requestUrl": f"{bot_url}/slack/events",
    }
    jane = {"id": JANE, "name": "jane", "real_name": "Jane Doe", "tz": "Europe/Berlin"}
    return {
        "workspace": {"name": "Local", "domain": "local", "teamId": TEAM},
        "app": app,
        "users": [jane],
        "channels": [{"id": SALES, "name": "sales", "members": [JANE, BOT]}],
    }


@dataclass(slots=True)
class LocalSlack:
    """The running workspace, seen with Jane's eyes: what stands in it is pushed to her screen."""

    url: str
    screen: aiohttp.ClientWebSocketResponse
    is_connected: bool = False
    messages: dict[str, Json] = field(default_factory=dict)
    form: FormOnScreen | None = None
    home: str = ""
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def type(self, text: str) -> None:
        """Type a line that begins with `/zeegcall`."""
        command, _, rest = text.partition(" ")
        await self.screen.send_json(
            {
                "t": "slash_command",
                "user": JANE,
                "channel": SALES,
                "command": command,
                "text": rest,
            }
        )

    async def open_home(self) -> None:
        """Look at the bot's Home tab."""
        await self.screen.send_json({"t": "open_home", "user": JANE, "appId": APP})

    async def submit(self, **typed: str) -> None:
        """Type into the open form, by the first word of each field's label, and submit it."""
        assert self.form is not None
        self.form.fill(typed)
        await self.screen.send_json(
            {"t": "view_submit", "user": JANE, "values": self.form.values()}
        )

    @property
    def cards(self) -> list[Json]:
        """The messages that stand in the channel itself."""
        return [each for each in self.messages.values() if not each.get("thread_ts")]

    async def told(self, words: str) -> tuple[Json, str]:
        """Wait until some card's thread says something with these words; give card and reply."""

        def found() -> tuple[Json, str] | None:
            for each in self.messages.values():
                card = self.messages.get(each.get("thread_ts") or "")
                if card is not None and words in each["text"]:
                    return card, str(each["text"])
            return None

        return await self.until(found)

    async def until(self, condition: Callable[[], T | None]) -> T:
        """Wait until something stands on the screen."""
        try:
            async with asyncio.timeout(PATIENCE), self._changed:
                while not (found := condition()):
                    await self._changed.wait()
                return found
        except TimeoutError:
            said = [message["text"] for message in self.messages.values()]
            raise AssertionError(f"nothing came; it shows {said} and {self.form}") from None

    async def watch(self) -> None:
        """Look at the screen until it goes dark."""
        async for frame in self.screen:
            async with self._changed:
                self._see(frame.json())
                self._changed.notify_all()

    def _see(self, seen: Json) -> None:
        match seen["t"]:
            case "init":
                self.is_connected = any(app["connected"] for app in seen["state"]["apps"])
            case "socket_status":
                self.is_connected = seen["connected"]
            case "message" | "message_update":
                message: Json = seen["message"]
                if message["channel"] == SALES:
                    self.messages[message["ts"]] = message
            case "view":
                self.form = FormOnScreen(seen["stack"][-1]) if seen["stack"] else None
            case "home":
                self.home = str(seen["view"]["blocks"])
            case "view_errors" if self.form is not None:
                self.form.errors = seen["errors"]


@asynccontextmanager
async def running(
    binary: Path, directory: Path, *, mode: Mode, bot_url: str
) -> AsyncIterator[LocalSlack]:
    """Run it on a free port of its own choice, and let Jane sit down before its screen."""
    config = directory / "workspace.yaml"
    config.write_text(yaml.safe_dump(workspace(mode, bot_url)))
    process = await asyncio.create_subprocess_exec(
        *(binary, "--config", config, "--port", "0", "--base-host", "127.0.0.1"),
        cwd=directory,
        stdout=PIPE,
        stderr=STDOUT,
        env={"PATH": os.environ["PATH"], "HOME": str(directory), "TMPDIR": str(directory)},
    )
    try:
        url = await _told_url(process)
        async with (
            asyncio.TaskGroup() as tasks,
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{url}/ui") as screen,
        ):
            slack = LocalSlack(url, screen)
            watching = tasks.create_task(slack.watch())
            yield slack
            watching.cancel()
    finally:
        process.kill()
        await process.communicate()


async def _told_url(process: Process) -> str:
    """Read what it says at its start until it has named its address."""
    assert process.stdout is not None
    said = b""
    async with asyncio.timeout(PATIENCE):
        while not (named := re.search(rb"API base:\s+(http\S+)/api/", said)):
            line = await process.stdout.readline()
            assert line, f"it did not start: {said.decode()}"
            said += line
    return named[1].decode()
