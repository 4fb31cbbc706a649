"""Starts what is measured as processes of their own, and stops them again."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.commands import BOT_TOKEN, SIGNING_SECRET
from bot.ledger import open_ledger

ROOT = Path(__file__).parents[1]
AGENT = "7d3c1c1e-0000-4000-8000-000000000001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A process that listens. `ready_after` is how long that took, in seconds."""

    process: subprocess.Popen[bytes]
    port: int
    ready_after: float

    @property
    def rss(self) -> float:
        """Resident memory in MB, of this process alone."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
        return int(line.split()[1]) / 1024


def free_port() -> int:
    """Find a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(
    command: Sequence[str], port: int, environ: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """Run a command until it listens on its port, and stop it at the end."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **(environ or {})}, stderr=subprocess.DEVNULL
    )
    try:
        while not _listens(port):
            if process.poll() is not None or time.perf_counter() - began > 30:
                raise RuntimeError(f"did not start: {command}")
            time.sleep(0.002)
        yield Running(process=process, port=port, ready_after=time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def floor(name: str) -> Iterator[Running]:
    """Run one of the floors: bare, bolt, or default, which is Bolt as it comes."""
    port = free_port()
    with running([sys.executable, "-m", "bench.floors", name, str(port)], port) as process:
        yield process


@contextlib.contextmanager
def prototype(*, slack: float, zeeg: float) -> Iterator[tuple[Running, Running]]:
    """Run what calls in the fewest steps beside peers that take so many seconds; give both."""
    port = free_port()
    with answering(slack, zeeg) as peers:
        address = f"http://127.0.0.1:{peers.port}"
        command = [sys.executable, "-m", "bench.prototype", str(port), address]
        with running(command, port) as process:
            yield process, peers


@contextlib.contextmanager
def answering(slack: float, zeeg: float) -> Iterator[Running]:
    """Run peers that take so many seconds to answer."""
    port = free_port()
    command = [sys.executable, "-m", "bench.peers", str(port), str(slack), str(zeeg)]
    with running(command, port) as process:
        yield process


@contextlib.contextmanager
def bolt_js() -> Iterator[Running | None]:
    """Run Bolt for JavaScript; None without node, or without its package in the folder BOLT_JS."""
    modules = os.environ.get("BOLT_JS", "")
    if shutil.which("node") is None or not modules:
        yield None
        return
    port = free_port()
    environ = {"NODE_PATH": str(Path(modules) / "node_modules")}
    with running(["node", str(ROOT / "bench" / "bolt.js"), str(port)], port, environ) as process:
        yield process


@contextlib.contextmanager
def bot(
    *, slack: float = 0.0, zeeg: float = 0.0, **settings: str
) -> Iterator[tuple[Running, Running]]:
    """
    Run the whole bot beside peers that take so many seconds to answer; give both. Its database is
    there already, as at every start but the first.
    """
    port = free_port()
    with (
        _database() as url,
        answering(slack, zeeg) as peer,
        running(
            [sys.executable, "-m", "bot"],
            port,
            {
                "SLACK_BOT_TOKEN": BOT_TOKEN,
                "SLACK_SIGNING_SECRET": SIGNING_SECRET,
                "SLACK_API_URL": f"http://127.0.0.1:{peer.port}/api/",
                "ZEEG_API_TOKEN": "bench",
                "ZEEG_API_URL": f"http://127.0.0.1:{peer.port}/v2",
                "ZEEG_AGENT_UUID": AGENT,
                "DATABASE_URL": url,
                "HOST": "127.0.0.1",
                "PORT": str(port),
                "UNDO_SECONDS": "0",
                "CALLING_HOURS": "off",
                **settings,
            },
        ) as process,
    ):
        yield process, peer


@contextlib.contextmanager
def _database() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/calls.db"
        open_ledger(url).close()
        yield url
