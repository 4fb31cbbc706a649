"""What Slack would refuse in a modal or a home tab is refused, and nothing that it takes."""

import copy

import pytest
from slack_sdk.models.views import View

from bot.playground.block_kit import problems_of
from tests.playground.blocks import (
    Payload,
    modal,
    mrkdwn,
    option,
    plain,
    section,
    select,
    typed,
)

FINE_MODALS = [
    pytest.param(modal(typed()), id="text input"),
    pytest.param(modal(section(), submit=None), id="nothing to submit"),
    pytest.param(modal(*[{"type": "divider"}] * 100), id="100 blocks"),
    pytest.param(modal(select(initial_option=option("b"))), id="select"),
    pytest.param(modal(typed("datetimepicker", initial_date_time=1_800_000_000)), id="when"),
    pytest.param(
        modal(typed("number_input", is_decimal_allowed=False, min_value="1")), id="number"
    ),
    pytest.param(modal(typed("users_select")), id="person"),
    pytest.param(modal(typed("multi_users_select", max_selected_items=3)), id="people"),
    pytest.param(modal(typed("file_input", filetypes=["csv"], max_files=1)), id="file"),
    pytest.param(modal({"type": "alert", "text": plain("x"), "level": "warning"}), id="alert"),
    pytest.param(modal(section(), private_metadata="x" * 3000, callback_id="form"), id="metadata"),
    pytest.param(modal(typed(), notify_on_close=True, clear_on_close=False), id="closing"),
    pytest.param(
        modal(
            typed(
                "conversations_select",
                default_to_current_conversation=True,
                response_url_enabled=True,
                filter={"include": ["public"]},
            )
        ),
        id="conversation",
    ),
]

REFUSED_MODALS = [
    pytest.param(modal(typed(), submit=None), "field: submit", id="input without submit"),
    pytest.param(modal(title=plain("x" * 25)), "less than 25", id="long title"),
    pytest.param(modal(submit=plain("x" * 25)), "less than 25", id="long submit"),
    pytest.param(modal(close=plain("x" * 25)), "less than 25", id="long close"),
    pytest.param(modal(title=mrkdwn("x")), "one of plain_text", id="mrkdwn title"),
    pytest.param(modal(title=None), "field: title", id="no title"),
    pytest.param(modal(*[{"type": "divider"}] * 101), "no more than 100", id="101 blocks"),
    pytest.param(modal(private_metadata="x" * 3001), "less than 3001", id="long metadata"),
    pytest.param(modal(callback_id="x" * 256), "less than 256", id="long callback_id"),
    pytest.param(modal(colour="red"), "additional property", id="unknown field"),
    pytest.param(modal({"type": "markdown", "text": "x"}), "unsupported", id="markdown"),
    pytest.param(modal({"type": "table", "rows": []}), "unsupported", id="table"),
    pytest.param(modal(type="popup"), "must be one of modal", id="unknown type"),
    pytest.param(modal(typed(max_length=3001)), "from 1 to 3000", id="longest text"),
    pytest.param(modal(typed(min_length=5, max_length=4)), "greater", id="crossed lengths"),
    pytest.param(modal(typed(max_length=3, initial_value="abcd")), "less than 4", id="long start"),
    pytest.param(modal(typed(placeholder=plain("x" * 151))), "less than 151", id="placeholder"),
    pytest.param(modal(typed() | {"label": plain("x" * 2001)}), "2001", id="long label"),
    pytest.param(modal(typed() | {"hint": mrkdwn("x")}), "one of plain_text", id="mrkdwn hint"),
    pytest.param(modal(typed("button")), "unsupported", id="button as input"),
    pytest.param(modal(typed("number_input")), "is_decimal_allowed", id="number without kind"),
    pytest.param(
        modal(typed("number_input", is_decimal_allowed=True, min_value=1)),
        "string",
        id="bare number",
    ),
    pytest.param(
        modal(typed("number_input", is_decimal_allowed=True, min_value="2", max_value="1")),
        "greater",
        id="crossed bounds",
    ),
    pytest.param(modal(typed("datepicker", initial_date="1.2.2027")), "pattern", id="date"),
    pytest.param(modal(typed("timepicker", initial_time="24:00")), "pattern", id="time"),
    pytest.param(
        modal(typed("datetimepicker", initial_date_time="1800000000")), "number", id="text as time"
    ),
    pytest.param(
        modal(typed("datetimepicker", initial_date_time=1_800_000_000.5)),
        "number",
        id="half second",
    ),
    pytest.param(
        modal(typed("datetimepicker", initial_date_time=1_800_000_000_000)),
        "from",
        id="milliseconds",
    ),
    pytest.param(modal(typed("static_select")), "exactly one of", id="select of nothing"),
    pytest.param(modal(select(initial_option=option("c"))), "not one of", id="foreign option"),
    pytest.param(modal(typed("radio_buttons", options=[option("a")] * 2)), "unique", id="twins"),
    pytest.param(
        modal(typed("static_select", options=[option(str(n)) for n in range(101)])),
        "100",
        id="many",
    ),
    pytest.param(
        modal(typed("checkboxes", options=[option(str(n)) for n in range(11)])), "10", id="boxes"
    ),
    pytest.param(
        modal(typed("static_select", options=[option("a", "x" * 76)])), "76", id="long option"
    ),
    pytest.param(
        modal(typed("static_select", options=[option("x" * 151)])), "151", id="long option value"
    ),
    pytest.param(
        modal(typed("users_select", max_selected_items=1)), "additional", id="one person"
    ),
    pytest.param(modal(typed("file_input") | {"dispatch_action": True}), "file_input", id="files"),
    pytest.param(
        modal(
            typed(focus_on_load=True),
            typed(focus_on_load=True) | {"block_id": "other"},
        ),
        "focus_on_load",
        id="two focuses",
    ),
]


@pytest.mark.parametrize("view", FINE_MODALS)
def test_takes_a_modal_that_slack_takes(view: Payload) -> None:
    assert problems_of(view, "modal") == []


@pytest.mark.parametrize(("view", "why"), REFUSED_MODALS)
def test_refuses_a_modal_that_slack_refuses(view: Payload, why: str) -> None:
    found = problems_of(view, "modal")
    assert any(why in problem for problem in found), found


def test_a_home_tab_has_neither_title_nor_submit() -> None:
    home = {"type": "home", "blocks": [section()]}

    assert problems_of(home, "home") == []
    assert problems_of({**home, "title": plain("x")}, "home") != []


@pytest.mark.parametrize("view", FINE_MODALS)
def test_what_it_takes_as_a_modal_the_sdk_takes_too(view: Payload) -> None:
    View(**copy.deepcopy(view)).validate_json()
