"""Presses and picks in messages, modals and menus."""

import pytest
from starlette.responses import Response

from bot.playground.person import TROUBLE, Person
from bot.playground.playground import Playground
from tests.playground.blocks import actions, button, modal, option, section, select, typed
from tests.playground.scenes import has_open, posted
from tests.playground.stub_app import StubApp


async def test_a_click_in_a_message_brings_the_message(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    message = posted(playground, actions(button(value="7")))

    await jane.click(message, "press")

    assert app.payload["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": "C_SALES",
        "is_ephemeral": False,
    }
    (action,) = app.payload["actions"]
    assert (action["action_id"], action["value"], action["type"]) == ("press", "7", "button")
    assert app.payload["message"]["ts"] == message.ts
    assert app.payload["user"]["id"] == "U_JANE"


async def test_a_click_in_an_ephemeral_message_brings_only_where_it_is(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    message = posted(playground, actions(button()), only_for="U_JANE")
    await jane.click(message, "press")
    assert app.payload["container"]["is_ephemeral"] is True
    assert "message" not in app.payload


async def test_a_click_in_a_modal_brings_the_view_and_its_values(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(typed(), actions(button())))
    assert jane.modal is not None
    jane.fill({"field": "Alex"})

    await jane.click(jane.modal, "press")

    assert app.payload["container"]["type"] == "view"
    values = app.payload["view"]["state"]["values"]
    assert values["field"]["typed"]["value"] == "Alex"
    assert "response_url" not in app.payload


async def test_a_click_on_a_picker_brings_what_was_picked(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": [option("a"), option("b")]}
    picker = {"type": "users_select", "action_id": "who"}
    message = posted(playground, actions(menu), section(accessory=picker))

    await jane.click(message, "more", "b")
    assert app.payload["actions"][0]["selected_option"]["value"] == "b"

    await jane.click(message, "who", "U_OMAR")
    assert app.payload["actions"][0]["selected_user"] == "U_OMAR"
    assert app.payload["state"]["values"]["block1"]["who"]["selected_user"] == "U_OMAR"


async def test_a_click_in_an_input_block_is_sent_only_if_it_dispatches(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    quiet = select() | {"block_id": "quiet"}
    loud = select() | {"block_id": "loud", "dispatch_action": True}
    has_open(playground, modal(quiet, loud))
    assert jane.modal is not None

    await jane.click(jane.modal, "quiet", "a")
    assert app.bodies == []
    await jane.click(jane.modal, "loud", "b")
    assert app.payload["actions"][0]["selected_option"]["value"] == "b"


async def test_a_click_on_what_is_not_there_or_not_offered_is_a_slip_of_the_test(
    jane: Person, playground: Playground
) -> None:
    has_open(playground, modal(select()))
    assert jane.modal is not None
    with pytest.raises(LookupError, match="no element 'gone'"):
        await jane.click(jane.modal, "gone")
    with pytest.raises(LookupError, match="'z' is not among"):
        await jane.click(jane.modal, "typed", "z")


async def test_a_click_in_a_thread_says_so(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    message = posted(playground, actions(button()))
    message.thread_ts = "1800000000.000000"
    await jane.click(message, "press")
    assert app.payload["container"]["thread_ts"] == "1800000000.000000"


async def test_a_click_that_fails_is_told(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    app.answers.append(Response(status_code=500))
    await jane.click(posted(playground, actions(button())), "press")
    assert jane.notices == [TROUBLE]
