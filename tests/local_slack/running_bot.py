"""The real bot as its operator runs it: a process of its own, told to stop by SIGTERM."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.local_slack.emulator import PATIENCE, ROOT


@dataclass(frozen=True, slots=True)
class RunningBot:
    """One process of the bot: where it listens, and where it writes."""

    process: asyncio.subprocess.Process
    url: str
    log: Path

    async def told_to_stop(self) -> None:
        """Send it SIGTERM, and wait until it takes nothing new."""
        self.process.send_signal(signal.SIGTERM)
        async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
            while await _status(session, f"{self.url}/healthz") != 0:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def ready(self) -> None:
        """Wait until it is connected to everything."""
        async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
            while await _status(session, f"{self.url}/readyz") != 200:
                assert self.process.returncode is None, self.log.read_text()
                await asyncio.sleep(0.05)

    async def ended(self) -> int:
        """Wait for its end; give its exit status."""
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


def free_port() -> int:
    """Find a port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def running_bot(
    settings: Mapping[str, str], *, directory: Path, url: str
) -> AsyncIterator[RunningBot]:
    """Run `python -m bot` until it is ready; it has to end well if nobody stopped it before."""
    log = directory / "bot.log"
    with log.open("ab") as writing:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot"),
            cwd=directory,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings},
            stdout=writing,
            stderr=writing,
        )
    bot = RunningBot(process, url, log)
    try:
        await bot.ready()
        yield bot
        if process.returncode is None:
            await bot.told_to_stop()
        assert await bot.ended() == 0, log.read_text()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _status(session: aiohttp.ClientSession, url: str) -> int:
    """Give the status that a URL answers, 0 if nobody answers there."""
    try:
        async with session.get(url) as answer:
            return answer.status
    except aiohttp.ClientConnectionError:
        return 0
