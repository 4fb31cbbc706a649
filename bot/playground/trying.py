"""Runs the real bot between a workspace and a Zeeg of its own, on this machine alone: `try`."""

import asyncio
import contextlib
import dataclasses
import secrets
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, MutableMapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bot.playground import cast
from bot.playground.clock import RunningClock
from bot.playground.page.backstage import Backstage
from bot.playground.page.door import PageDoor
from bot.playground.playground import Playground
from bot.playground.running import running
from bot.playground.server import HOST, ASGIApp, Listener
from bot.playground.zeeg_outcomes import Outcome

OpenBot = Callable[[Mapping[str, str], RunningClock], AbstractAsyncContextManager[ASGIApp]]
"""Opens the bot with these variables for its settings, and gives its web door."""

PORT: Final = 4000
EVENTS_PATH: Final = "/slack/events"
WEBHOOK_PATH: Final = "/zeeg/webhook"
A_MINUTE: Final = 60.0
"""After which a call has ended, unless somebody says backstage how it ends."""
KEPT: Final = frozenset({"PATH", "HOME", "LANG", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR"})


class OutsideError(Exception):
    """Something leads off this machine, or to a database that is not the trial's own."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is up while somebody tries the bot."""

    playground: Playground
    backstage: Backstage
    clock: RunningClock
    url: str


def forget(environment: MutableMapping[str, str]) -> None:
    """
    Take everything out of the environment but what Python and the system need.

    Whatever reads a token, an address, a proxy or a database there finds none.
    """
    for name in set(environment) - KEPT:
        del environment[name]


def refuse_outside(settings: Mapping[str, object], variables: Mapping[str, str]) -> None:
    """
    Raise OutsideError if a setting leads off this machine, or anywhere but where it was sent.

    A setting that was forgotten among the variables would have a default, such as slack.com.
    """
    own = {value.rstrip("/") for value in variables.values()}
    for name, value in settings.items():
        is_address = isinstance(value, str) and "://" in value
        if is_address and (str(value).rstrip("/") not in own or not _is_here(str(value))):
            raise OutsideError(f"{name} leads off this machine: the trial does not start")
    if settings.get("host") != HOST:
        raise OutsideError("host is open to other machines: the trial does not start")


def _is_here(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "sqlite" or (parts.scheme == "http" and parts.hostname == HOST)


@contextlib.asynccontextmanager
async def open_trial(
    open_bot: OpenBot, *, port: int = 0, hold: bool = False
) -> AsyncIterator[Trial]:
    """
    Put everything up on free ports, the page on `port` unless that is taken. With `hold` the bot
    keeps scheduled calls until shortly before they are due.
    """
    async with contextlib.AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        now = time.time()
        clock = RunningClock(cast.friendly_morning(now) - now)
        playground = Playground(clock, cast.installed_app())
        cast.fill(playground.workspace)
        token = cast.open_account(playground.zeeg)
        await stack.enter_async_context(playground)
        variables = _variables(playground, token, folder, hold=hold)
        web = await stack.enter_async_context(open_bot(variables, clock))
        bot_url = await stack.enter_async_context(running(web))
        playground.delivery.to(bot_url + EVENTS_PATH)
        backstage = Backstage(playground, clock)
        backstage.ends_by_itself = (A_MINUTE, Outcome.ANSWERED)
        await stack.enter_async_context(backstage.at_work())
        await backstage.subscribe(bot_url + WEBHOOK_PATH, variables["ZEEG_WEBHOOK_TOKEN"])
        page = await _listen(PageDoor(backstage), port)
        stack.push_async_callback(page.stop)
        yield Trial(playground=playground, backstage=backstage, clock=clock, url=page.url)


async def _listen(door: PageDoor, port: int) -> Listener:
    """Listen on this port, or on a free one if it is taken or none."""
    page = Listener(door.application, port)
    try:
        await page.start()
    except (OSError, OverflowError):
        page = Listener(door.application)
        await page.start()
    return page


def _variables(playground: Playground, token: str, folder: Path, *, hold: bool) -> dict[str, str]:
    app = playground.workspace.app
    return {
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_SIGNING_SECRET": app.signing_secret,
        "SLACK_API_URL": playground.slack_api_url,
        "ZEEG_API_TOKEN": token,
        "ZEEG_AGENTS": ",".join(f"{name}={uuid}" for name, uuid in cast.AGENTS.items()),
        "ZEEG_API_URL": playground.zeeg_api_url,
        "ZEEG_TIMEZONE": playground.zeeg.zone,
        "ZEEG_WEBHOOK_TOKEN": secrets.token_urlsafe(16),
        "DATABASE_URL": f"sqlite:///{folder}/try.db",
        "DATA_KEY": secrets.token_hex(16),
        "HOST": HOST,
        "DEFAULT_REGION": cast.REGION,
        "HOLD_SCHEDULED_CALLS": str(hold).lower(),
    }


async def try_out(
    open_bot: OpenBot,
    *,
    port: int = PORT,
    hold: bool = False,
    tell: Callable[[str], None] = print,
) -> None:
    """Put everything up, tell where the page is, and stay until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with open_trial(open_bot, port=port, hold=hold) as trial:
        tell(f"Open {trial.url} in a browser: a workspace with the bot in it. Ctrl-C ends it.")
        if port and not trial.url.endswith(f":{port}"):
            tell(f"It took a free port, since {port} cannot be had: another program may have it.")
        await stop.wait()
    tell("Everything that was tried is gone.")
