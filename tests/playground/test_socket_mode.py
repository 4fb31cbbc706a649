"""Socket Mode at its edges: who may connect, acks that never come, being told to go."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.playground import Playground
from tests.playground.refusals import refusal


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


async def link(playground: Playground) -> str:
    client = AsyncWebClient(
        token=playground.workspace.app.app_token, base_url=playground.slack_api_url
    )
    answer = await client.apps_connections_open(app_token=playground.workspace.app.app_token)
    return str(answer["url"])


async def test_only_the_app_token_opens_a_connection(playground: Playground) -> None:
    client = AsyncWebClient(base_url=playground.slack_api_url)
    bot_token = playground.workspace.app.bot_token
    opening = client.apps_connections_open(app_token=bot_token)
    assert await refusal(opening) == "not_allowed_token_type"


async def test_a_ticket_connects_once(
    playground: Playground, session: aiohttp.ClientSession
) -> None:
    url = await link(playground)
    async with session.ws_connect(url) as connection:
        hello = await connection.receive_json()
        assert hello["type"] == "hello"
        assert hello["num_connections"] == 1
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_envelope_that_is_not_acknowledged_in_time_is_lost_to_the_person(
    playground: Playground, session: aiohttp.ClientSession
) -> None:
    jane = playground.person("U_JANE")
    async with session.ws_connect(await link(playground)) as connection:
        await connection.receive_json()
        await playground.until(lambda: playground.sockets.connections)

        playground.delivery.ack_seconds = 0.01
        ack = await jane.command("C_SALES", "/zeegcall", "Alex")
        envelope = await connection.receive_json()
        assert ack.failure == "operation_timeout"
        assert envelope["type"] == "slash_commands"
        assert envelope["payload"]["text"] == "Alex"
        assert envelope["accepts_response_payload"] is True

        async def acknowledge(words: str) -> None:
            told = envelope if words == "too late" else await connection.receive_json()
            answer = {"envelope_id": told["envelope_id"], "payload": {"text": words}}
            await connection.send_json(answer)

        playground.delivery.ack_seconds = 3
        await acknowledge("too late")
        await connection.send_json({"envelope_id": "of nobody"})
        await asyncio.gather(jane.command("C_SALES", "/zeegcall"), acknowledge("in time"))
        assert [each.text for each in jane.sees("C_SALES")] == ["in time"]


async def test_connections_end_with_the_playground(
    playground: Playground, session: aiohttp.ClientSession
) -> None:
    async with session.ws_connect(await link(playground)) as connection:
        await connection.receive_json()
        await playground.until(lambda: playground.sockets.connections)
        closing = asyncio.ensure_future(playground.sockets.close())
        assert (await connection.receive()).type is aiohttp.WSMsgType.CLOSE
        await closing


async def test_an_event_says_which_attempt_it_is(
    playground: Playground, session: aiohttp.ClientSession
) -> None:
    playground.delivery.ack_seconds = 0.01
    async with session.ws_connect(await link(playground)) as connection:
        await connection.receive_json()
        await playground.until(lambda: playground.sockets.connections)

        await playground.person("U_JANE").open_home()

        envelopes = [await connection.receive_json() for _ in range(4)]
    assert [each["retry_attempt"] for each in envelopes] == [0, 1, 2, 3]
    assert [each["retry_reason"] for each in envelopes[:2]] == ["", "timeout"]


async def test_connections_are_told_before_they_are_closed(
    playground: Playground, session: aiohttp.ClientSession
) -> None:
    async with session.ws_connect(await link(playground)) as connection:
        await connection.receive_json()
        await playground.until(lambda: playground.sockets.connections)

        farewell, _ = await asyncio.gather(
            connection.receive_json(), playground.sockets.ask_to_reconnect("warning")
        )
        assert farewell["reason"] == "warning"
        assert (await connection.receive()).type is aiohttp.WSMsgType.CLOSE
