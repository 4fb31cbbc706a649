"""The response_url: what it can do, how often and how long."""

import httpx
import pytest

from bot.playground.clock import MovableClock
from bot.playground.playground import Playground
from bot.playground.records import Message


async def send(url: str, **body: object) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.post(url, json=body)


@pytest.fixture
def url(playground: Playground) -> str:
    return playground.payloads.response_url("G_BOARD", "U_JANE")


async def test_reaches_a_channel_where_the_app_may_not_post(
    playground: Playground, url: str
) -> None:
    answer = await send(url, text="only you")
    await send(url, text="all of you", response_type="in_channel")

    assert (answer.status_code, answer.text) == (200, "ok")
    seen = playground.person("U_JANE").sees("G_BOARD")
    assert [(each.text, each.only_for) for each in seen] == [
        ("only you", "U_JANE"),
        ("all of you", ""),
    ]


async def test_answers_in_a_thread(playground: Playground, url: str) -> None:
    said = await playground.person("U_JANE").say("G_BOARD", "Hello")
    await send(url, text="Yes?", response_type="in_channel", thread_ts=said.ts)
    thread = playground.person("U_JANE").sees("G_BOARD", said.ts)
    assert [each.text for each in thread] == ["Hello", "Yes?"]


async def test_works_five_times(url: str) -> None:
    answers = [await send(url, text="x") for _ in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [404]
    assert answers[-1].json() == {"ok": False, "error": "used_url"}


async def test_works_for_half_an_hour(url: str, clock: MovableClock) -> None:
    clock.move(1801)
    answer = await send(url, text="x")
    assert answer.json()["error"] == "expired_url"


async def test_replaces_and_deletes_the_message_it_came_from(playground: Playground) -> None:
    workspace = playground.workspace
    original = workspace.post(
        Message(channel_id="C_SALES", ts=workspace.new_ts(), user_id="U0ZEEGCALL", text="old")
    )
    url = playground.payloads.response_url("C_SALES", "U_JANE", original)

    await send(url, text="new", replace_original=True)
    assert [each.text for each in playground.person("U_JANE").sees("C_SALES")] == ["new"]

    await send(url, delete_original=True)
    assert playground.person("U_JANE").sees("C_SALES") == []
    assert (await send(url, delete_original=True)).json()["error"] == "message_not_found"


async def test_refuses_bad_blocks(url: str) -> None:
    answer = await send(url, blocks=[{"type": "header"}])
    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_blocks"
