"""What whoever starts the bot in a terminal reads."""

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.__main__ import main
from bot.serving import fast_loop, listening, serve

NOBODY = "http://127.0.0.1:9"
SETTINGS = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "s" * 32,
    "SLACK_API_URL": NOBODY,
    "ZEEG_API_TOKEN": "t" * 20,
    "ZEEG_API_URL": NOBODY,
    "ZEEG_AGENT_UUID": "0190b8f6-5d3f-7a3b-9d2e-4c8f1a2b3c4d",
}
HERE = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": os.environ["PATH"]}


def test_doctor_says_its_lines_and_nothing_else(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=tmp_path,
        env={**SETTINGS, **HERE},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stderr == ""
    assert {line[:4] for line in said.stdout.splitlines()} == {"ok  ", "look"}


def test_a_database_that_is_away_is_told_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {**SETTINGS, "DATABASE_URL": "postgresql://me:pw@127.0.0.1:9/db"}.items():
        monkeypatch.setenv(name, value)

    assert main(["migrate"]) == 2

    said = capsys.readouterr().err
    assert "It could not start:" in said
    assert "look whether the database runs, and at DATABASE_URL" in said
    assert "pw" not in said


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
