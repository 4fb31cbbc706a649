"""Zeeg's door: who gets in, and what may come with them."""

from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import LedgerError
from bot.use_cases import insisting
from bot.web import MOST_OF_ZEEGS, Crowd, web_app
from tests.conversations.stage import WEBHOOK_TOKEN, Stage, on_stage


@pytest.mark.parametrize("token", ["", "wrong", WEBHOOK_TOKEN[:-1], WEBHOOK_TOKEN.upper()])
async def test_a_wrong_token_is_401(stage: Stage, token: str) -> None:
    assert (await stage.deliver(b"{}", token=token)).status_code == 401


async def test_no_token_is_401(stage: Stage) -> None:
    answer = await stage.client.post("http://bot/zeeg/webhook", content=b"{}")

    assert answer.status_code == 401


async def test_without_a_token_of_our_own_nobody_gets_in(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ZEEG_WEBHOOK_TOKEN="") as stage:
        for token in ("", WEBHOOK_TOKEN):
            assert (await stage.deliver(b"{}", token=token)).status_code == 401


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "HEAD"])
async def test_never_answers_what_makes_zeeg_forget_us(stage: Stage, method: str) -> None:
    answer = await stage.client.request(method, "http://bot/zeeg/webhook")

    assert answer.status_code not in {404, 410}


async def test_a_body_without_end_is_refused_and_logged(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    assert (await stage.deliver(b"x" * (MOST_OF_ZEEGS + 1))).status_code == 413
    assert "delivery not kept error=too large" in caplog.text


@pytest.mark.parametrize(
    ("failures", "status"),
    [
        pytest.param(2, 200, id="for a while"),
        pytest.param(9, 503, id="for long"),
    ],
)
async def test_what_cannot_be_kept_is_tried_again_and_then_not_acknowledged(
    monkeypatch: pytest.MonkeyPatch, failures: int, status: int
) -> None:
    monkeypatch.setattr(insisting, "WAITS", (0.0, 0.0))
    tries = iter(range(failures))

    def away(delivery: object) -> str:
        del delivery
        if next(tries, None) is not None:
            raise LedgerError("the database is away")
        return "matched"

    async def connected() -> bool:
        return True

    door = web_app(
        bolt=None,
        crowd=Crowd(),
        is_slacks=None,
        take_delivery=away,
        webhook_token=WEBHOOK_TOKEN,
        ping=lambda: None,
        connected=connected,
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(door)) as client:
        answer = await client.post(
            "http://bot/zeeg/webhook", content=b"{}", headers={"Token": WEBHOOK_TOKEN}
        )

    assert answer.status_code == status


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.binary(max_size=300))
async def test_anything_with_the_right_token_is_200(stage: Stage, body: bytes) -> None:
    assert (await stage.deliver(body)).status_code == 200
