"""A modal that is filled in, submitted or closed, and what the app's answer does to it."""

import asyncio
from typing import Any

import pytest
from starlette.responses import Response

from bot.playground.person import TROUBLE, Person
from bot.playground.playground import Playground
from bot.playground.typed_values import REQUIRED
from bot.playground.views import push_modal, update_view
from tests.playground.blocks import modal, option, plain, section, select, typed
from tests.playground.scenes import has_open
from tests.playground.stub_app import StubApp


async def test_a_submission_carries_every_value_and_no_channel(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    view = modal(typed(), select() | {"block_id": "agent"}, private_metadata="draft-7")
    has_open(playground, view)

    await jane.submit({"field": "Alex", "agent": "b"})

    values = app.payload["view"]["state"]["values"]
    assert values["field"]["typed"] == {"type": "plain_text_input", "value": "Alex"}
    assert values["agent"]["typed"]["selected_option"]["value"] == "b"
    assert app.payload["view"]["private_metadata"] == "draft-7"
    assert app.payload["response_urls"] == []
    assert "channel" not in app.payload


@pytest.mark.parametrize(
    ("element", "value", "error"),
    [
        pytest.param({}, None, REQUIRED, id="left empty"),
        pytest.param({"min_length": 3}, "ab", "at least 3", id="too short"),
        pytest.param({"max_length": 3}, "abcd", "no more than 3", id="too long"),
        pytest.param({"kind": "email_text_input"}, "alex", "valid email", id="no email"),
        pytest.param(
            {"kind": "number_input", "is_decimal_allowed": False},
            "1.5",
            "valid number",
            id="half",
        ),
        pytest.param(
            {"kind": "number_input", "is_decimal_allowed": True, "max_value": "2"},
            "2.5",
            "within the limits",
            id="too much",
        ),
    ],
)
async def test_a_submission_that_slacks_client_refuses_is_not_sent(
    jane: Person,
    app: StubApp,
    playground: Playground,
    element: dict[str, Any],
    value: str | None,
    error: str,
) -> None:
    has_open(playground, modal(typed(**element)))
    await jane.submit({"field": value})
    assert jane.modal is not None
    assert error in jane.modal.errors["field"]
    assert app.bodies == []


async def test_a_submission_shows_errors_and_keeps_what_was_typed(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(typed()))
    app.answer({"response_action": "errors", "errors": {"field": "Who?"}})

    await jane.submit({"field": "Alex"})

    assert jane.modal is not None
    assert jane.modal.errors == {"field": "Who?"}
    assert jane.modal.values["field"]["typed"]["value"] == "Alex"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"response_action": "errors", "errors": {"x": "Who?"}}, id="no such block"),
        pytest.param({"response_action": "errors"}, id="no errors"),
        pytest.param({"response_action": "dance"}, id="unknown action"),
        pytest.param({"response_action": "update", "view": {}}, id="bad view"),
        pytest.param({"response_action": "push"}, id="no view"),
    ],
)
async def test_a_submission_with_an_answer_slack_cannot_use_shows_trouble(
    jane: Person, app: StubApp, playground: Playground, answer: dict[str, Any]
) -> None:
    has_open(playground, modal(typed()))
    app.answer(answer)

    await jane.submit({"field": "Alex"})

    assert jane.notices[0].startswith(TROUBLE)
    assert jane.modal is not None


async def test_a_submission_that_fails_keeps_the_form(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(typed()))
    app.answers.append(Response(status_code=500))
    await jane.submit({"field": "Alex"})
    assert jane.notices == [TROUBLE]
    assert jane.modal is not None


async def test_a_submission_may_update_push_and_clear(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(section()))
    for action, title in (("update", "Second"), ("push", "Third")):
        app.answer({"response_action": action, "view": modal(section(), title=plain(title))})
        await jane.submit()
        assert jane.modal is not None
        assert jane.modal.title == title

    await jane.submit()
    assert jane.modal is not None
    assert jane.modal.title == "Second"

    app.answer({"response_action": "clear"})
    await jane.submit()
    assert jane.modal is None


async def test_an_update_that_overtakes_the_answer_to_a_submission_stays(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(section()))
    app.gate = asyncio.Event()
    app.answer({"response_action": "update", "view": modal(section(), title=plain("Reading"))})
    submitting = asyncio.create_task(jane.submit())
    while not app.told:  # noqa: ASYNC110 - the stub rings no bell
        await asyncio.sleep(0)
    assert jane.modal is not None
    update_view(playground.workspace, jane.modal, modal(section(), title=plain("Read")))

    app.gate.set()
    await submitting

    assert jane.modal.title == "Read"


async def test_a_submission_gives_a_response_url_for_a_picked_channel(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    element = {"default_to_current_conversation": True, "response_url_enabled": True}
    has_open(playground, modal(typed("conversations_select", **element)))

    await jane.submit()

    (given,) = app.payload["response_urls"]
    assert given["channel_id"] == "C_SALES"


async def test_closing_is_told_only_where_it_was_asked_for(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(section()))
    await jane.close_modal()
    assert app.bodies == []

    has_open(playground, modal(section(), notify_on_close=True))
    push_modal(playground.workspace, "U_JANE", modal(section()))
    await jane.close_modal(is_cleared=True)
    assert jane.modal is None
    assert app.payload["type"] == "view_closed"
    assert app.payload["is_cleared"] is True


async def test_an_external_select_asks_for_options(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(typed("external_select")))
    app.answer({"options": [option("a")]})

    assert await jane.suggestions("typed", "al") == [option("a")]
    assert app.payload["value"] == "al"


async def test_what_fits_is_sent(jane: Person, app: StubApp, playground: Playground) -> None:
    number = typed("number_input", is_decimal_allowed=True, min_value="1")
    email = typed("email_text_input") | {"block_id": "email"}
    people = typed("checkboxes", options=[option("a"), option("b")]) | {"block_id": "boxes"}
    has_open(playground, modal(number, email, people))

    await jane.submit({"field": "1.5", "email": "alex@example.com", "boxes": ["a", "b"]})

    values = app.payload["view"]["state"]["values"]
    assert values["field"]["typed"]["value"] == "1.5"
    picked = [each["value"] for each in values["boxes"]["typed"]["selected_options"]]
    assert picked == ["a", "b"]


async def test_an_option_that_the_app_offered_can_be_picked(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    has_open(playground, modal(typed("external_select")))
    await jane.submit({"field": option("a")})
    state = app.payload["view"]["state"]["values"]["field"]["typed"]
    assert state["selected_option"]["value"] == "a"


async def test_a_channel_that_was_not_picked_has_no_response_url(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    block = typed("conversations_select", response_url_enabled=True) | {"optional": True}
    has_open(playground, modal(block))
    await jane.submit()
    assert app.payload["response_urls"] == []


def test_without_a_modal_there_is_nothing_to_fill_in(playground: Playground) -> None:
    with pytest.raises(LookupError, match="has no modal open"):
        playground.person("U_OMAR").fill({"field": "x"})
