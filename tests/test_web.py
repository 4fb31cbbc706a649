"""The web door: what lives, what is ready, and who gets in."""

from pathlib import Path

import httpx

from bot.app import open_house
from bot.errors import LedgerError
from bot.playground.clock import MovableClock
from bot.settings import read_settings
from bot.web import web_app
from tests.conversations.stage import FollowingClock, Stage, environment, furnished, on_stage
from tests.sample import NOW

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


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

    async def connected() -> bool:
        return True

    door = web_app(
        bolt=None,
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


async def test_refuses_bodies_that_slack_never_sends(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage, client_of(stage) as client:
        long = await client.post("/slack/events", content=b"x" * (1024 * 1024 + 1))
        no_text = await client.post("/slack/events", content=b"\xff\xfe")

    assert (long.status_code, no_text.status_code) == (413, 400)


async def test_another_workspace_is_turned_away(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage:
        stage.playground.workspace.team_id = "T_OTHER"
        await stage.jane.type_command("C_SALES", "/zeegcall", "")
        stage.pass_time(1)

        assert stage.jane.modal is None
        assert stage.cards() == []
