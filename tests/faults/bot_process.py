"""The real bot as a process of its own: started, killed, started again."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import httpx

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
    """`python -m bot`, with settings that lead to this machine only; its log is kept."""

    def __init__(self, variables: Mapping[str, str], folder: Path, *, role: str = "serve") -> None:
        self.port = free_port()
        self.role = role
        self.folder = folder
        self.log = folder / f"{role}-{self.port}.log"
        self._variables = {**variables, "HOST": "127.0.0.1", "PORT": str(self.port)}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def runs(self) -> bool:
        """Whether it is started and has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """How it ended, None while it runs."""
        return None if self._process is None else self._process.poll()

    async def start(self, *, crash_at: str = "") -> None:
        """Start it, and wait until it is ready, or is gone again."""
        inherited = {name: os.environ[name] for name in KEPT if name in os.environ}
        crash = {"ZEEGCALL_CRASH_AT": crash_at} if crash_at else {}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220 - our own program
                [sys.executable, "-m", "bot", self.role],
                cwd=self.folder,
                env={**inherited, "PYTHONPATH": str(ROOT), **self._variables, **crash},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        await self._ready()
        assert self.runs or crash_at, self.log.read_text()[-2000:]

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
            self._process.wait()

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
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        assert await self.died(LONGEST_STOP), "it did not end when it was told to"
        return self._process.wait()
