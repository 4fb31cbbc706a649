"""What whoever starts the bot in a terminal reads."""

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.serving import fast_loop, listening, serve

NOBODY = "http://127.0.0.1:9"


def test_doctor_says_its_lines_and_nothing_else(tmp_path: Path) -> None:
    settings = {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "s" * 32,
        "SLACK_API_URL": NOBODY,
        "ZEEG_API_TOKEN": "t" * 20,
        "ZEEG_API_URL": NOBODY,
        "ZEEG_AGENT_UUID": "0190b8f6-5d3f-7a3b-9d2e-4c8f1a2b3c4d",
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PATH": os.environ["PATH"],
    }
    said = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=tmp_path,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stderr == ""
    assert {line[:4] for line in said.stdout.splitlines()} == {"ok  ", "look"}


def test_the_loop_brings_no_log_of_its_own() -> None:
    fast_loop()

    assert logging.getLogger("uvicorn").handlers == []


async def test_says_where_it_listens(caplog: pytest.LogCaptureFixture) -> None:
    stop = asyncio.Event()
    stop.set()

    with caplog.at_level(logging.INFO), listening("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        await serve(Starlette(), door=door, stop=stop)

    assert f"listening host=127.0.0.1 port={port}" in caplog.text
