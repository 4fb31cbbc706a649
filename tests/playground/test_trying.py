"""`try` runs the real bot, and nothing around it can lead it off this machine."""

import json
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest

from bot.__main__ import open_own_bot
from bot.playground.cast import AGENTS, JANE, SALES
from bot.playground.trying import OutsideError, forget, open_trial, refuse_outside
from tests.playground.page.visitor import Visitor
from tests.playground.trial import trying

Seen = dict[str, Any]

OWN = {
    "SLACK_API_URL": "http://127.0.0.1:5001/api/",
    "ZEEG_API_URL": "http://127.0.0.1:5002/v2",
    "DATABASE_URL": "sqlite:///trial/try.db",
}
SETTINGS: dict[str, object] = {
    "slack_api_url": "http://127.0.0.1:5001/api/",
    "zeeg_api_url": "http://127.0.0.1:5002/v2",
    "database_url": "sqlite:///trial/try.db",
    "host": "127.0.0.1",
    "port": 3000,
    "slack_bot_token": "xoxb-made-up",
}
LEADS_OUT = [
    pytest.param({"slack_api_url": "https://slack.com/api/"}, id="Slack's own address"),
    pytest.param({"zeeg_api_url": "https://api.zeeg.me/v2"}, id="Zeeg's own address"),
    pytest.param({"zeeg_api_url": "http://192.168.1.7/v2"}, id="a neighbour"),
    pytest.param({"zeeg_api_url": "http://127.0.0.1.evil.example/v2"}, id="a look-alike"),
    pytest.param({"zeeg_api_url": "http://127.0.0.1:9999/v2"}, id="another program here"),
    pytest.param({"database_url": "postgresql://db.example/calls"}, id="a database server"),
    pytest.param({"database_url": "sqlite:///zeegcall.db"}, id="another file"),
    pytest.param({"new_setting": "wss://example.com"}, id="a setting that came later"),
    pytest.param({"host": "0.0.0.0"}, id="open to the network"),  # noqa: S104
]


@pytest.mark.parametrize("changed", LEADS_OUT)
def test_what_leads_off_this_machine_stops_it_at_start(changed: dict[str, object]) -> None:
    with pytest.raises(OutsideError, match=next(iter(changed))):
        refuse_outside({**SETTINGS, **changed}, OWN)


def test_an_address_of_its_own_that_is_elsewhere_stops_it_too() -> None:
    elsewhere = "http://zeeg.example/v2"

    with pytest.raises(OutsideError):
        refuse_outside({**SETTINGS, "zeeg_api_url": elsewhere}, {**OWN, "ZEEG_API_URL": elsewhere})


def test_its_own_addresses_are_fine() -> None:
    refuse_outside(SETTINGS, OWN)


def test_nothing_of_the_environment_is_kept_that_could_lead_out() -> None:
    environment = {**poison("http://proxy.example"), "PATH": "/bin", "HOME": "/home/jane"}

    forget(environment)

    assert environment == {"PATH": "/bin", "HOME": "/home/jane"}


async def test_the_trial_is_up_with_the_bot_in_it() -> None:
    async with open_trial(open_own_bot) as trial, aiohttp.ClientSession() as session:
        jane = Visitor(session, trial.url, JANE)

        await jane.do("command", channel=SALES, text="/zeegcall help")

        seen = await jane.until(lambda seen: len(seen["channels"][0]["messages"]) == 2)
        assert seen["backstage"]["webhook"]["is_subscribed"]
        assert trial.playground.delivery.request_url.startswith("http://127.0.0.1:")


async def test_a_trial_that_holds_scheduled_calls_can_cancel_one() -> None:
    async with open_trial(open_own_bot, hold=True) as trial, aiohttp.ClientSession() as session:
        jane = Visitor(session, trial.url, JANE)
        line = "/zeegcall Alex Mueller +49 30 23125001 alex@example.com tomorrow 2pm Berlin time"

        await jane.do("command", channel=SALES, text=line)

        await jane.until(lambda seen: "cancel_call" in json.dumps(seen["channels"][0]["messages"]))
        assert trial.playground.zeeg.posts == []


@pytest.fixture
def trap() -> Iterator[tuple[str, list[object]]]:
    """Listen where the poisoned variables lead, and give the address and who came."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        came: list[object] = []

        def wait() -> None:
            while True:
                try:
                    connection, peer = listening.accept()
                except OSError:
                    return
                connection.close()
                came.append(peer)

        waiting = threading.Thread(target=wait)
        waiting.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", came
        listening.shutdown(socket.SHUT_RDWR)
        waiting.join()


def poison(trap: str) -> dict[str, str]:
    """Set everything that could lead a bot elsewhere."""
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), trap)
    return {
        **proxies,
        **{name.lower(): value for name, value in proxies.items()},
        "SLACK_BOT_TOKEN": "xoxb-real",
        "SLACK_APP_TOKEN": "xapp-real",
        "SLACK_SIGNING_SECRET": "real",
        "SLACK_CLIENT_ID": "real",
        "SLACK_CLIENT_SECRET": "real",
        "SLACK_API_URL": trap,
        "ZEEG_API_TOKEN": "real",
        "ZEEG_API_URL": trap,
        "ZEEG_AGENTS": "Real=11111111-1111-4111-8111-111111111111",
        "DATABASE_URL": "sqlite:///poison.db",
        "HOST": "0.0.0.0",  # noqa: S104
        "PORT": "1",
        "UNDO_SECONDS": "600",
        "CALLING_HOURS": "nonsense",
    }


def do(url: str, act: str, **given: object) -> None:
    answer = httpx.post(
        f"{url}/do/{act}", json={"as": JANE, **given}, headers={"Origin": url}, trust_env=False
    )
    assert answer.status_code == 200


def until(url: str, condition: Callable[[Seen], bool]) -> Seen:
    """Watch the page until something is seen; it never ends by itself."""
    last = time.monotonic() + 60
    stream = httpx.stream("GET", f"{url}/live?as={JANE}", trust_env=False, timeout=20)
    with stream as answer:
        for line in answer.iter_lines():
            if line.startswith("data: "):
                seen: Seen = json.loads(line.removeprefix("data: "))
                if condition(seen):
                    return seen
            assert time.monotonic() < last, "it was not seen in a minute"
    raise AssertionError("the stream has ended")


def posts(seen: Seen) -> list[Seen]:
    found: list[Seen] = seen["backstage"]["posts"]
    return [each for each in found if each["is_over"]]


def test_a_call_is_placed_with_the_real_bot_whatever_the_environment_says(
    tmp_path: Path, trap: tuple[str, list[object]]
) -> None:
    address, came = trap
    lines = [f"{name}={value}" for name, value in poison(address).items()]
    (tmp_path / ".env").write_text("\n".join(lines))
    line = "/zeegcall Alex Mueller +49 151 12345678 alex@example.com tomorrow 2pm about the demo"

    with trying(tmp_path, variables=poison(address)) as (url, _):
        do(url, "command", channel=SALES, text=line)
        until(url, lambda seen: len(seen["channels"][0]["messages"]) > 1)
        do(url, "clock", move=10)
        (post,) = posts(until(url, lambda seen: bool(posts(seen))))

    assert post["status"] == 201
    assert post["body"]["phoneNumber"] == "+4915112345678"
    assert AGENTS["Sales"] in post["path"]
    assert came == []
    assert [each.name for each in tmp_path.iterdir()] == [".env"]


def test_it_leaves_nothing_behind(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    with trying(tmp_path, variables={"TMPDIR": str(scratch)}):
        assert list(scratch.rglob("try.db"))

    assert list(scratch.iterdir()) == []


def test_control_c_ends_it_in_peace(tmp_path: Path) -> None:
    with (
        trying(tmp_path) as (url, process),
        httpx.stream("GET", f"{url}/live?as={JANE}", trust_env=False) as watched,
    ):
        assert next(watched.iter_lines()).startswith("data: ")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0


def test_a_taken_port_is_told_and_no_reason_to_fail(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taken = str(listening.getsockname()[1])
        with trying(tmp_path, "--port", taken) as (url, process):
            assert not url.endswith(f":{taken}")
            assert httpx.get(url, trust_env=False).status_code == 200
            assert process.stdout is not None
            assert f"since {taken} cannot be had" in process.stdout.readline()
