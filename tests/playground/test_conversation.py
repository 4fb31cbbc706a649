"""A whole conversation with a real Bolt app, over each way that Slack has to it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.playground.records import Message
from bot.playground.server import serving
from tests.playground.sample_app import as_asgi, sample_app


@pytest.fixture(params=["over HTTP", "in process", "over Socket Mode"])
async def jane(request: pytest.FixtureRequest, playground: Playground) -> AsyncIterator[Person]:
    app = sample_app(playground)
    person = playground.person("U_JANE")
    if request.param == "over HTTP":
        with serving(as_asgi(app)) as url:
            playground.delivery.to(f"{url}/slack/events")
            yield person
    elif request.param == "in process":
        transport = httpx.ASGITransport(as_asgi(app))
        async with httpx.AsyncClient(transport=transport) as client:
            playground.delivery.to("http://app/slack/events", client)
            yield person
    else:
        token = playground.workspace.app.app_token
        web_client = AsyncWebClient(token=token, base_url=playground.slack_api_url)
        handler = AsyncSocketModeHandler(app, token, web_client=web_client)
        await handler.connect_async()  # type: ignore[no-untyped-call]
        await playground.until(lambda: playground.sockets.connections)
        yield person
        await handler.close_async()  # type: ignore[no-untyped-call]


async def test_a_call_is_asked_for_corrected_posted_and_undone(
    jane: Person, playground: Playground
) -> None:
    ack = await jane.command("C_SALES", "/zeegcall")
    assert ack.failure == ""
    await playground.until(lambda: jane.modal)

    await jane.submit({"who": "Alex Mueller", "number": "0151"})
    assert jane.modal is not None
    assert jane.modal.errors == {"phone": "Start with +"}
    assert jane.modal.values["who"]["name"]["value"] == "Alex Mueller"

    await jane.submit({"number": "+4915112345678"})
    assert jane.modal is None

    def replied() -> list[Message]:
        cards = jane.sees("C_SALES")
        return jane.sees("C_SALES", cards[0].ts)[1:] if cards else []

    (reply,) = await playground.until(replied)
    assert reply.text == "<@U_JANE> asked for it"
    (card,) = jane.sees("C_SALES")
    assert card.text == "Calling Alex Mueller"

    await jane.click(card, "undo")
    await playground.until(lambda: len(jane.sees("C_SALES")) == 2)
    assert card.text == "Undone"
    assert jane.sees("C_SALES")[1].text == "Nobody was called."
    assert playground.person("U_OMAR").sees("C_SALES") == [card]
    assert jane.notices == []


async def test_words_of_an_ack_are_shown_to_the_one_who_typed(
    jane: Person, playground: Playground
) -> None:
    await jane.command("C_SALES", "/zeegcall", "help")

    assert [each.text for each in jane.sees("C_SALES")] == ["Type who is to be called."]
    assert playground.person("U_OMAR").sees("C_SALES") == []


async def test_the_home_tab_is_published_when_it_is_opened(
    jane: Person, playground: Playground
) -> None:
    await jane.open_home()

    home = await playground.until(lambda: jane.home)
    assert home.blocks[0]["type"] == "divider"


async def test_a_shortcut_brings_its_message_along(jane: Person, playground: Playground) -> None:
    message = await jane.say("C_SALES", "Please call Alex")

    await jane.message_shortcut(message, "call_from_message")

    modal = await playground.until(lambda: jane.modal)
    assert modal.title == "Please call Alex"
