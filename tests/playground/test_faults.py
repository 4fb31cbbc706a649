"""What goes wrong on purpose goes wrong on the wire, and is written down."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground.faults import (
    Fault,
    answering,
    done_but_answering,
    hanging,
    held_until,
    lost_answer,
    rate_limited,
    reset,
    reset_unread,
    slack_error,
    slow,
)
from bot.playground.playground import Playground

POST = "chat.postMessage"


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    token = playground.workspace.app.bot_token
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=playground.slack_api_url, headers=headers) as client:
        yield client


async def post(http: httpx.AsyncClient) -> httpx.Response:
    return await http.post(POST, json={"channel": "C_SALES", "text": "x"})


def seen(playground: Playground) -> list[str]:
    return [each.text for each in playground.person("U_JANE").sees("C_SALES")]


@pytest.mark.parametrize(
    ("fault", "arrives"),
    [
        pytest.param(reset_unread(), [], id="before reading"),
        pytest.param(reset(), [], id="after reading"),
        pytest.param(lost_answer(), ["x"], id="after doing it"),
    ],
)
async def test_a_torn_connection_is_reset_without_an_answer(
    playground: Playground, http: httpx.AsyncClient, fault: Fault, arrives: list[str]
) -> None:
    playground.faults.next(POST, fault)

    with pytest.raises((httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)):
        await post(http)

    assert seen(playground) == arrives
    assert (await post(http)).json()["ok"] is True


@pytest.mark.parametrize(
    ("fault", "status", "answer", "arrives"),
    [
        pytest.param(
            slack_error("is_archived"), 200, {"ok": False, "error": "is_archived"}, [], id="error"
        ),
        pytest.param(rate_limited(7), 429, {"ok": False, "error": "ratelimited"}, [], id="429"),
        pytest.param(answering(500, {"oh": "no"}), 500, {"oh": "no"}, [], id="500"),
        pytest.param(done_but_answering(502, []), 502, [], ["x"], id="done, then 502"),
        pytest.param(slow(0), 200, None, ["x"], id="slow"),
    ],
)
async def test_an_answer_is_another_than_usual(
    playground: Playground,
    http: httpx.AsyncClient,
    fault: Fault,
    status: int,
    answer: Any,
    arrives: list[str],
) -> None:
    playground.faults.next(POST, fault)

    response = await post(http)

    assert response.status_code == status
    assert answer is None or response.json() == answer
    assert seen(playground) == arrives


async def test_headers_and_times_are_as_told(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    playground.faults.next(POST, rate_limited(7), times=2)

    answers = [await post(http) for _ in range(3)]

    assert [each.status_code for each in answers] == [429, 429, 200]
    assert answers[0].headers["Retry-After"] == "7"


async def test_only_the_method_that_is_named_goes_wrong(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    playground.faults.next(POST, slack_error("fatal_error"))
    assert (await http.post("auth.test")).json()["ok"] is True
    playground.faults.clear()
    assert (await post(http)).json()["ok"] is True


async def test_a_held_answer_comes_when_it_is_let_go(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    release = asyncio.Event()
    playground.faults.next(POST, held_until(release))

    posting = asyncio.ensure_future(post(http))
    await playground.until(lambda: playground.traffic.of(POST))
    assert seen(playground) == []

    release.set()
    assert (await posting).json()["ok"] is True


async def test_what_hangs_is_torn_when_the_playground_closes() -> None:
    async with Playground() as world, httpx.AsyncClient() as client:
        world.faults.next("api.test", hanging())
        asking = asyncio.ensure_future(client.post(f"{world.slack_api_url}api.test"))
        await world.until(lambda: world.traffic.of("api.test"))
        assert not asking.done()
        world.faults.close()
        with pytest.raises(httpx.TransportError):
            await asking


async def test_a_response_url_can_fail_too(playground: Playground) -> None:
    url = playground.payloads.response_url("C_SALES", "U_JANE")
    playground.faults.next("response_url", answering(503))
    async with httpx.AsyncClient() as client:
        assert (await client.post(url, json={"text": "x"})).status_code == 503
        assert (await client.post(url, json={"text": "x"})).status_code == 200


async def test_the_log_tells_what_was_asked_when_and_how_it_was_answered(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    await post(http)
    playground.faults.next(POST, reset())
    with pytest.raises(httpx.TransportError):
        await post(http)

    first, second = playground.traffic.of(POST)
    assert first.body == {"channel": "C_SALES", "text": "x"}
    assert first.asked_at == playground.workspace.clock()
    assert (first.status, first.answer["ok"]) == (200, True)
    assert (second.status, second.answer) == (0, None)


async def test_waiting_in_vain_tells_what_was_said_last(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    await post(http)
    with pytest.raises(TimeoutError, match=r"chat\.postMessage -> 200"):
        await playground.until(lambda: None, within=0.01)
