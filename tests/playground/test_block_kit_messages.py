"""What Slack would refuse in a message is refused, and nothing that it takes."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, HeaderBlock, PlainTextObject

from bot.playground.block_kit import problems_of
from tests.playground.blocks import (
    CONFIRM,
    Payload,
    actions,
    button,
    mrkdwn,
    option,
    plain,
    rich,
    section,
    task,
    typed,
)

FINE_MESSAGES = [
    pytest.param([task(output=rich())], id="task"),
    pytest.param([], id="no blocks"),
    pytest.param([section()], id="section"),
    pytest.param([section(fields=[mrkdwn("a"), plain("b")])], id="fields"),
    pytest.param([section(accessory=button(style="danger", confirm=CONFIRM))], id="accessory"),
    pytest.param([{"type": "header", "text": plain("x" * 150)}], id="longest header"),
    pytest.param([{"type": "divider"}] * 50, id="as many blocks as fit"),
    pytest.param([actions(*(button(action_id=str(n)) for n in range(25)))], id="25 buttons"),
    pytest.param(
        [actions(button()), {**actions(button()), "block_id": "second"}],
        id="one action_id in two blocks",
    ),
    pytest.param([{"type": "context", "elements": [mrkdwn("a"), plain("b")]}], id="context"),
    pytest.param([{"type": "markdown", "text": "# Hello"}], id="markdown"),
    pytest.param(
        [
            rich(
                {"type": "text", "text": "a", "style": {"bold": True}},
                {"type": "user", "user_id": "U1"},
            )
        ],
        id="rich text",
    ),
    pytest.param(
        [{"type": "plan", "title": "Call", "tasks": [task(status="pending")]}], id="plan"
    ),
    pytest.param(
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, rich()]]}], id="table"
    ),
    pytest.param(
        [actions({"type": "overflow", "action_id": "more", "options": [option("a")]})],
        id="overflow",
    ),
    pytest.param(
        [{"type": "image", "image_url": "https://example.com/a.png", "alt_text": "A"}], id="image"
    ),
]

REFUSED_MESSAGES = [
    pytest.param([{"type": "divider"}] * 51, "no more than 50", id="51 blocks"),
    pytest.param([{"type": "shiny"}], "unsupported type: shiny", id="unknown block"),
    pytest.param(["text"], "unsupported type", id="no object"),
    pytest.param([section(colour="red")], "additional property: colour", id="unknown field"),
    pytest.param([{"type": "header", "text": plain("x" * 151)}], "less than 151", id="header"),
    pytest.param(
        [{"type": "header", "text": mrkdwn("x")}], "unsupported|one of", id="mrkdwn header"
    ),
    pytest.param([{"type": "actions", "elements": "x"}], "an array", id="word as list"),
    pytest.param([section(expand="yes")], "boolean", id="word as flag"),
    pytest.param([actions(button(confirm="Sure?"))], "must be an object", id="word as confirm"),
    pytest.param([{"type": "header"}], "missing required field: text", id="header without text"),
    pytest.param([{"type": "section"}], "text or fields", id="empty section"),
    pytest.param([section(text=mrkdwn(""))], "more than 0", id="empty text"),
    pytest.param([section(text=mrkdwn("x" * 3001))], "less than 3001", id="long section"),
    pytest.param([section(text="Hello")], "unsupported type", id="bare text"),
    pytest.param([section(text=plain("x") | {"verbatim": True})], "verbatim", id="verbatim plain"),
    pytest.param([section(fields=[plain("x")] * 11)], "no more than 10", id="11 fields"),
    pytest.param([section(fields=[plain("x" * 2001)])], "less than 2001", id="long field"),
    pytest.param([section(block_id="x" * 256)], "less than 256", id="long block_id"),
    pytest.param([section(block_id="")], "more than 0", id="empty block_id"),
    pytest.param([section(block_id="a"), section(block_id="a")], "block_id", id="same block_id"),
    pytest.param([actions()], "no fewer than 1", id="no buttons"),
    pytest.param([actions(*(button(action_id=str(n)) for n in range(26)))], "25", id="26 buttons"),
    pytest.param([actions(button(), button())], "action_id", id="same action_id in one block"),
    pytest.param([actions(button(action_id="x" * 256))], "less than 256", id="long action_id"),
    pytest.param([actions(button(text=plain("x" * 76)))], "less than 76", id="long button"),
    pytest.param([actions(button(text=mrkdwn("x")))], "one of plain_text", id="mrkdwn button"),
    pytest.param([actions(button(value="x" * 2001))], "less than 2001", id="long value"),
    pytest.param([actions(button(style="default"))], "primary, danger", id="unknown style"),
    pytest.param([actions(button(confirm={}))], "required field: title", id="empty confirm"),
    pytest.param(
        [actions(button(confirm=CONFIRM | {"title": plain("x" * 101)}))], "101", id="confirm title"
    ),
    pytest.param([actions(typed()["element"])], "unsupported type", id="input in actions"),
    pytest.param(
        [actions({"type": "multi_users_select", "action_id": "x"})],
        "unsupported",
        id="multi select",
    ),
    pytest.param(
        [actions({"type": "overflow", "options": [option(str(n)) for n in range(6)]})],
        "no more than 5",
        id="long overflow",
    ),
    pytest.param([{"type": "context", "elements": [plain("x")] * 11}], "10", id="long context"),
    pytest.param(
        [{"type": "context", "elements": [button()]}], "unsupported", id="button in context"
    ),
    pytest.param([{"type": "markdown", "text": "x" * 12_001}], "12001", id="long markdown"),
    pytest.param([{"type": "markdown", "text": "x" * 7000}] * 2, "together", id="markdowns"),
    pytest.param([{"type": "table", "rows": [[]]}], "no fewer than 1", id="empty row"),
    pytest.param(
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}] * 2,
        "one table",
        id="tables",
    ),
    pytest.param([task(status="pending")], "cannot be pending", id="pending task alone"),
    pytest.param([{"type": "alert", "text": plain("x")}], "unsupported", id="alert in a message"),
    pytest.param([{"type": "image", "alt_text": "A"}], "exactly one of", id="image of nothing"),
    pytest.param([rich({"type": "text", "text": ""})], "more than 0", id="empty rich text"),
]


@pytest.mark.parametrize("blocks", FINE_MESSAGES)
def test_takes_a_message_that_slack_takes(blocks: list[Payload]) -> None:
    assert problems_of({"blocks": blocks}, "message") == []


@pytest.mark.parametrize(("blocks", "why"), REFUSED_MESSAGES)
def test_refuses_a_message_that_slack_refuses(blocks: list[Payload], why: str) -> None:
    found = problems_of({"blocks": blocks}, "message")
    assert any(each in problem for each in why.split("|") for problem in found), found


def test_a_problem_says_where_it_is() -> None:
    (found,) = problems_of({"blocks": [section(), actions(button(style="blue"))]}, "message")
    assert found.endswith("[json-pointer:/blocks/1/elements/0/style]")


@pytest.mark.parametrize("blocks", FINE_MESSAGES)
def test_what_it_takes_the_sdk_takes_too(blocks: list[Payload]) -> None:
    for block in Block.parse_all(copy.deepcopy(blocks)):
        block.validate_json()


@given(length=st.integers(min_value=1, max_value=400))
def test_agrees_with_the_sdk_on_how_long_a_header_may_be(length: int) -> None:
    block = {"type": "header", "text": plain("x" * length)}
    try:
        HeaderBlock(text=PlainTextObject(text="x" * length)).validate_json()
        takes = True
    except SlackObjectFormationError:
        takes = False
    assert (problems_of({"blocks": [block]}, "message") == []) == takes


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "element"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(blocks=st.lists(JSON, max_size=3), kind=st.sampled_from(["section", "actions", "input"]))
def test_never_stumbles_over_nonsense(blocks: list[Any], kind: str) -> None:
    wrapped = [each | {"type": kind} if isinstance(each, dict) else each for each in blocks]
    for surface in ("message", "modal", "home"):
        assert isinstance(problems_of({"type": surface, "blocks": wrapped}, surface), list)
