"""The real bot as a process of its own: started, killed, started again."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import httpx

from tests.faults.forked_bot import fork_bot

ROOT = Path(__file__).parents[2]
CRASHED = 137
KEPT = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR")
LONGEST_START = 60.0
LONGEST_STOP = 60.0


def free_port() -> int:
    """Find a port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class BotProcess:
    """
    The bot, with settings that lead to this machine only; its log is kept.

    It is `python -m bot` if it is `cold`; otherwise the same, forked from a process that has read
    the modules, since reading them takes longer than most bots here live.
    """

    def __init__(
        self,
        variables: Mapping[str, str],
        folder: Path,
        *,
        role: str = "serve",
        cold: bool = False,
    ) -> None:
        self.port = free_port()
        self.role = role
        self.cold = cold
        self.log = folder / f"{role}-{self.port}.log"
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        own = {"HOST": "127.0.0.1", "PORT": str(self.port)}
        self._variables = {**kept, **variables, **own}
        self._process: subprocess.Popen[bytes] | ForkServerProcess | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def runs(self) -> bool:
        """Whether it is started and has not ended."""
        return self._process is not None and self.exit_status is None

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """How it ended, None while it runs."""
        process = self._process
        return process.poll() if isinstance(process, subprocess.Popen) else _exit_code(process)

    async def start(self, *, crash_at: str = "") -> None:
        """Start it, and wait until it is ready, or is gone again."""
        crash = {"ZEEGCALL_CRASH_AT": crash_at} if crash_at else {}
        variables = {**self._variables, **crash}
        if self.cold:
            self._process = self._cold(variables)
        else:
            self._process = fork_bot(self.role, variables, self.log)
        await self._ready()
        assert self.runs or crash_at, self.log.read_text()[-2000:]

    def _cold(self, variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "bot", self.role],
                cwd=self.log.parent,
                env={**variables, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def _ready(self) -> None:
        async with asyncio.timeout(LONGEST_START), httpx.AsyncClient(trust_env=False) as client:
            while self.runs:
                try:
                    answer = await client.get(f"{self.url}/readyz")
                except httpx.TransportError:
                    await asyncio.sleep(0.02)
                    continue
                if answer.status_code == 200:
                    return
                await asyncio.sleep(0.02)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._wait()

    def _wait(self) -> None:
        if isinstance(self._process, subprocess.Popen):
            self._process.wait()
        elif self._process is not None:
            self._process.join()

    async def died(self, within: float) -> bool:
        """Wait until it has ended by itself; False if it has not."""
        try:
            async with asyncio.timeout(within):
                while self.runs:  # noqa: ASYNC110 - a process rings no bell
                    await asyncio.sleep(0.01)
        except TimeoutError:
            return False
        return True

    async def stop(self) -> int:
        """Ask it to end as a host does, and give its exit status."""
        os.kill(self.pid, signal.SIGTERM)
        assert await self.died(LONGEST_STOP), "it did not end when it was told to"
        assert self.exit_status is not None
        return self.exit_status


def _exit_code(process: ForkServerProcess | None) -> int | None:
    return None if process is None else process.exitcode
