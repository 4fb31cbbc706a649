"""`python -m bot`: what keeps it from starting is told in the terminal; it ends as it should."""

import asyncio
import errno
import gc
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.__main__ import main
from bot.errors import BotError
from bot.playground.clock import RunningClock
from bot.playground.faults import slack_error
from bot.playground.playground import Playground
from bot.serving import fast_loop, listening, serve
from tests.conversations.stage import environment

ROOT = Path(__file__).parents[1]
SETTINGS = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "s" * 32,
    "ZEEG_API_TOKEN": "t" * 20,
    "ZEEG_AGENT_UUID": "0190b8f6-5d3f-7a3b-9d2e-4c8f1a2b3c4d",
    "HOST": "127.0.0.1",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to start the bot in, with all that it needs in the environment."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    level = logging.root.level
    yield tmp_path
    gc.enable()
    logging.root.setLevel(level)


def files_in(folder: Path) -> list[str]:
    return [each.name for each in folder.rglob("*")]


def test_settings_that_are_missing_are_all_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    monkeypatch.setenv("ZEEG_AGENT_UUID", "mine")

    assert main([]) == 2

    told = capsys.readouterr().err
    assert told.startswith("These settings need a look:\n  - ")
    assert "SLACK_BOT_TOKEN" in told
    assert "ZEEG_AGENT_UUID" in told
    assert files_in(folder) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["DEFAULT_REGION", "ALLOWED_COUNTRIES"])
def test_a_country_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setenv("DEFAULT_REGION", "DE")
    monkeypatch.setenv("ALLOWED_COUNTRIES", "DE, AT")
    main(["subscribe"])
    assert capsys.readouterr().err == ""

    monkeypatch.setenv(name, "XX")
    assert main(["subscribe"]) == 2

    assert f"{name} names a country that has no telephone numbers" in capsys.readouterr().err


UNREAD = [
    pytest.param(["web", "--port", "80"], "set PORT", id="another command's port"),
    pytest.param(["--hold"], "set PORT or HOLD_SCHEDULED_CALLS", id="serve --hold"),
    pytest.param(["migrate", "now"], "migrate takes nothing behind it", id="a word too many"),
]


@pytest.mark.parametrize(("typed", "said"), UNREAD)
def test_what_would_not_be_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    with pytest.raises(SystemExit):
        main(typed)

    assert said in capsys.readouterr().err
    assert files_in(folder) == []


def test_a_file_of_settings_in_another_encoding_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".env").write_bytes("ADMINS=Müller".encode("latin-1"))

    assert main([]) == 2

    assert "  - .env is not UTF-8: save it anew in UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["migrate"]])
def test_a_file_of_settings_that_may_not_be_read_is_told(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
) -> None:
    def denied(path: Path) -> dict[str, str]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr("bot.__main__.dotenv_values", denied)

    assert main(command) == 2

    assert "  - .env cannot be read: Permission denied" in capsys.readouterr().err
    assert files_in(folder) == []


def test_an_address_that_is_taken_is_told_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))

        assert main([]) == 2

    told = capsys.readouterr().err
    assert told.startswith("It could not start:\n  - HOST 127.0.0.1 and PORT ")
    assert "cannot be listened on" in told
    assert files_in(folder) == []


def test_what_a_mistake_says_is_not_in_the_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder}/calls.db")
    assert main(["migrate"]) == 0
    fast_loop()

    nobody: dict[str, str] = {}
    try:
        nobody["Mueller +49 30 23125001"]
    except KeyError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")

    said = capsys.readouterr().err
    assert f"ERROR uvicorn.error Exception in ASGI application\nKeyError | {__file__}" in said
    assert "Mueller" not in said
    assert "23125001" not in said


def test_a_database_that_is_away_is_told_as_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:secret@127.0.0.1:9/calls")

    assert main(["worker"]) == 2
    assert capsys.readouterr().err.startswith("It could not start:\n  - ")
    assert main(["migrate"]) == 2

    told = capsys.readouterr().err
    assert told.startswith("The database could not be brought up to date:\n  - ")
    assert "look whether the database runs, and at DATABASE_URL" in told
    assert "secret" not in told
    assert files_in(folder) == []


def test_doctor_says_its_lines_and_nothing_else(tmp_path: Path) -> None:
    nobody = {"SLACK_API_URL": "http://127.0.0.1:9", "ZEEG_API_URL": "http://127.0.0.1:9"}
    said = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **SETTINGS, **nobody},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stderr == ""
    assert {line[:4] for line in said.stdout.splitlines()} == {"ok  ", "look"}


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground(RunningClock()) as playground:
        yield playground


REFUSALS = [
    pytest.param(
        "invalid_auth",
        "SLACK_BOT_TOKEN: Slack does not accept it (invalid_auth)",
        id="a wrong token",
    ),
    pytest.param("team_access_not_granted", "slack answered team_access", id="no access"),
]


@pytest.mark.parametrize(("error", "said"), REFUSALS)
async def test_what_slack_says_no_to_at_the_start_is_told(
    playground: Playground, tmp_path: Path, unused_tcp_port: int, error: str, said: str
) -> None:
    playground.faults.next("auth.test", slack_error(error))
    own = {"HOST": "127.0.0.1", "PORT": str(unused_tcp_port)}
    variables = environment(playground, tmp_path / "calls.db", **own)
    starting = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables},
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        _, told = await starting.communicate()

    assert starting.returncode == 2
    assert said in told.decode()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_a_trial_is_gone_once_it_is_ended(tmp_path: Path, end: signal.Signals) -> None:
    trying = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-u", "-m", "bot", "try", "--port", "0"),
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert trying.stdout is not None
    async with asyncio.timeout(60), httpx.AsyncClient() as client:
        opened = (await trying.stdout.readline()).decode()
        assert (await client.get(opened.split()[1])).status_code == 200
        assert "try.db" in files_in(tmp_path)

        trying.send_signal(end)
        said, _ = await trying.communicate()

    assert said.decode() == "Everything that was tried is gone.\n"
    assert trying.returncode == 0
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("host", ["203.0.113.7", "no-such-host.invalid"])
def test_an_address_that_is_not_this_machines_is_told(host: str) -> None:
    with pytest.raises(BotError, match=f"HOST {host} and PORT 0"), listening(host, 0):
        pass


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


async def slow(request: Request) -> PlainTextResponse:
    """Answer once the bot was told to stop."""
    request.app.state.asked.set()
    await request.app.state.told.wait()
    return PlainTextResponse("all of it")


async def test_what_is_under_way_is_answered_before_it_ends() -> None:
    web = Starlette(routes=[Route("/", slow)])
    web.state.asked, web.state.told, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
    with listening("127.0.0.1", 0) as door:
        serving = asyncio.create_task(serve(web, door=door, stop=stop))
        async with asyncio.timeout(30), httpx.AsyncClient() as client:
            asking = asyncio.create_task(client.get(f"http://127.0.0.1:{door.getsockname()[1]}"))
            await web.state.asked.wait()
            stop.set()
            await asyncio.wait({serving}, timeout=0.2)
            assert not serving.done()
            web.state.told.set()

            assert (await asking).text == "all of it"
            await serving


async def test_without_its_worker_it_does_not_go_on() -> None:
    async def mistaken() -> None:
        raise KeyError("a mistake of ours")

    working = asyncio.create_task(mistaken())
    with listening("127.0.0.1", 0) as door:
        async with asyncio.timeout(30):
            await serve(Starlette(), door=door, stop=asyncio.Event(), working=working)

    assert isinstance(working.exception(), KeyError)
