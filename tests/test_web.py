"""The web door: what lives, what is ready, and who gets in."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from slack_sdk.signature import SignatureVerifier

from bot import web
from bot.app import open_house
from bot.errors import LedgerError
from bot.playground.clock import MovableClock
from bot.settings import read_settings
from bot.web import Crowd, web_app
from tests.conversations.stage import (
    WEBHOOK_TOKEN,
    FollowingClock,
    Stage,
    environment,
    furnished,
    on_stage,
)
from tests.sample import NOW

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def connected() -> bool:
    return True


def client_of(stage: Stage) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(stage.house.web), base_url="http://bot")


async def test_says_that_it_lives_and_is_ready(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage, client_of(stage) as client:
        lives = await client.get("/healthz")
        ready = await client.get("/readyz")

    assert lives.json() == {"ok": True}
    assert (ready.status_code, ready.json()) == (200, {"database": True, "slack": True})


async def test_is_not_ready_without_its_database() -> None:
    def away() -> None:
        raise LedgerError("the database is away")

    door = web_app(
        bolt=None,
        crowd=Crowd(),
        is_slacks=None,
        take_delivery=lambda _: "",
        webhook_token=None,
        ping=away,
        connected=connected,
    )
    transport = httpx.ASGITransport(door)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        ready = await client.get("/readyz")

    assert (ready.status_code, ready.json()) == (503, {"database": False, "slack": True})


async def test_is_not_ready_before_slack_said_who_it_is(tmp_path: Path) -> None:
    playground = furnished(MovableClock(NOW.timestamp()))
    async with playground:
        settings = read_settings(environment(playground, tmp_path / "calls.db"))
        await playground.slack_listener.stop()
        clock = FollowingClock(MovableClock(NOW.timestamp()))
        async with open_house(settings, clock=clock) as house:
            transport = httpx.ASGITransport(house.web)
            async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
                ready = await client.get("/readyz")

    assert (ready.status_code, ready.json()["slack"]) == (503, False)


async def test_without_a_signing_secret_there_is_no_door_for_slack(tmp_path: Path) -> None:
    changes = {"SLACK_SIGNING_SECRET": "", "SLACK_APP_TOKEN": "xapp-playground"}
    async with on_stage(tmp_path / "calls.db", **changes) as stage, client_of(stage) as client:
        answer = await client.post("/slack/events", content="payload={}", headers=FORM)

    assert answer.status_code == 404


async def test_lets_nobody_in_without_slacks_signature(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage, client_of(stage) as client:
        unsigned = await client.post("/slack/events", content="text=x", headers=FORM)
        forged = await client.post(
            "/slack/events",
            content="text=x",
            headers={
                **FORM,
                "X-Slack-Signature": "v0=00",
                "X-Slack-Request-Timestamp": "1795424400",
            },
        )

        assert (unsigned.status_code, forged.status_code) == (401, 401)
        assert stage.posts == []


def signature(body: bytes, timestamp: str = "") -> dict[str, str]:
    """Sign a body as Slack does."""
    verifier = SignatureVerifier("playground-signing-secret")
    at = timestamp or str(int(verifier.clock.now()))
    signed = verifier.generate_signature(timestamp=at, body=body)
    return {**FORM, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": str(signed)}


ATTACKS = [
    pytest.param({"X-Slack-Request-Timestamp": "abc"}, id="a timestamp that is no number"),
    pytest.param({"X-Slack-Request-Timestamp": "9" * 5000}, id="a timestamp without end"),
    pytest.param({"X-Slack-Request-Timestamp": "1"}, id="an old timestamp"),
    pytest.param({"X-Slack-Signature": "v0=00"}, id="a short signature"),
    pytest.param({"X-Slack-Signature": "v0=" + "0" * 64}, id="another signature"),
    pytest.param({"X-Slack-Signature": ""}, id="none"),
]


@pytest.mark.parametrize("changes", ATTACKS)
async def test_nothing_unsigned_makes_the_bot_say_a_word(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    press = {
        "type": "block_actions",
        "team": {"id": "T0PLAYGRND"},
        "user": {"id": "U_JANE"},
        "actions": [{"action_id": "undo_call", "value": "1"}],
    }
    body = urlencode({"payload": json.dumps(press)}).encode()
    async with on_stage(tmp_path / "calls.db") as stage, client_of(stage) as client:
        said = len(stage.playground.traffic.exchanges)
        headers = {**signature(body), **changes}
        answer = await client.post("/slack/events", content=body, headers=headers)

        assert answer.status_code == 401
        assert len(stage.playground.traffic.exchanges) == said


BODIES = [
    pytest.param(b"payload={", 400, id="torn JSON"),
    pytest.param(b"payload=[]", 400, id="a list"),
    pytest.param(b"payload=" + b"[" * 200_000, 400, id="too deep"),
    pytest.param(b"\xff\xfe", 401, id="no text: Slack could not have signed it"),
    pytest.param(b"x" * (1024 * 1024 + 1), 413, id="too long"),
]


@pytest.mark.parametrize(("body", "status"), BODIES)
async def test_refuses_bodies_that_slack_never_sends(
    tmp_path: Path, body: bytes, status: int
) -> None:
    headers = signature(body if status == 400 else b"another body")
    async with on_stage(tmp_path / "calls.db") as stage, client_of(stage) as client:
        answer = await client.post("/slack/events", content=body, headers=headers)

    assert answer.status_code == status


async def test_a_body_that_only_drips_holds_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LONGEST_OF_ZEEGS", 0.5)
    async with on_stage(tmp_path / "calls.db") as stage:
        taken: list[object] = []

        def take(delivery: object) -> str:
            taken.append(delivery)
            return ""

        door = web_app(
            bolt=None,
            crowd=Crowd(),
            is_slacks=None,
            take_delivery=take,
            webhook_token="t" * 8,
            ping=stage.house.ledger.ping,
            connected=connected,
        )

        async def dripping() -> AsyncIterator[bytes]:
            while True:
                yield b"x"
                await asyncio.sleep(0.2)

        async with httpx.AsyncClient(transport=httpx.ASGITransport(door)) as client:
            answer = await client.post(
                "http://bot/zeeg/webhook", content=dripping(), headers={"Token": "t" * 8}
            )

    assert answer.status_code == 413
    assert taken == []


NOT_KEPT = "delivery not kept error=too large, too slow, or broken off"


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        pytest.param("/slack/events", [], id="Slack's"),
        pytest.param("/zeeg/webhook", [NOT_KEPT], id="Zeeg's"),
    ],
)
async def test_whoever_goes_away_while_they_send_is_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str, logged: list[str]
) -> None:
    heard = [
        {"type": "http.request", "body": b"payload=%7B", "more_body": True},
        {"type": "http.disconnect"},
    ]
    answers: list[Any] = []
    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": [(b"token", WEBHOOK_TOKEN.encode())],
    }

    async def receive() -> Any:
        return heard.pop(0)

    async def send(answer: Any) -> None:
        answers.append(answer)

    async with on_stage(tmp_path / "calls.db") as stage:
        await stage.house.web(scope, receive, send)

    assert answers[0]["status"] == 413
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == logged


async def test_another_workspace_is_turned_away(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage:
        stage.playground.workspace.team_id = "T_OTHER"
        await stage.jane.type_command("C_SALES", "/zeegcall", "")
        stage.pass_time(1)

        assert stage.jane.modal is None
        assert stage.cards() == []
