"""What a person can press, pick or type in, with the limits of Slack's reference."""

from collections.abc import Mapping
from typing import Any, Final

from bot.playground.block_kit_checks import (
    Check,
    Problems,
    at_least_one,
    exactly_one,
    fields,
    flag,
    integer,
    items,
    kind,
    one_of,
    problem,
    string,
)
from bot.playground.block_kit_objects import (
    CHOICE,
    CONFIRM,
    GROUP,
    IDENTIFIER,
    OVERFLOW_CHOICE,
    RICH_CHOICE,
    URL,
    plain_text,
)

_TAPPED: Final = {"action_id": IDENTIFIER, "confirm": CONFIRM}
_CHOSEN: Final = {**_TAPPED, "focus_on_load": flag}
_PICKED: Final = {**_CHOSEN, "placeholder": plain_text(150)}
_TYPED: Final = {
    "action_id": IDENTIFIER,
    "focus_on_load": flag,
    "placeholder": plain_text(150),
    "dispatch_action_config": fields(
        {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), most=2)},
        {},
    ),
}
_FILTER: Final = fields(
    {},
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
_OPTIONS: Final = {"options": items(CHOICE, 100), "option_groups": items(GROUP, 100)}
_NUMBER: Final = string(pattern=r"-?\d+(\.\d+)?")
_DATE: Final = string(pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_TIME: Final = string(pattern=r"([01]\d|2[0-3]):[0-5]\d")


def _starts_with_what_it_offers(value: Mapping[str, Any], where: str) -> Problems:
    grouped = [each for group in value.get("option_groups", []) for each in group["options"]]
    offered = [*value.get("options", []), *grouped]
    first = [*value.get("initial_options", []), *filter(None, [value.get("initial_option")])]
    if any(each not in offered for each in first):
        yield problem("initial option is not one of the options", where)
    if len({each["value"] for each in offered}) < len(offered):
        yield problem("option values must be unique", where)


def _static(value: Mapping[str, Any], where: str) -> Problems:
    yield from exactly_one("options", "option_groups")(value, where)
    yield from _starts_with_what_it_offers(value, where)


def _typed_fits(value: Mapping[str, Any], where: str) -> Problems:
    shortest, longest = value.get("min_length", 0), value.get("max_length", 3000)
    if shortest > longest:
        yield problem("min_length is greater than max_length", where)
    if len(value.get("initial_value") or "") > longest:
        yield problem(f"must be less than {longest + 1} characters", f"{where}/initial_value")


def _bounds_fit(value: Mapping[str, Any], where: str) -> Problems:
    if float(value.get("min_value", "-inf")) > float(value.get("max_value", "inf")):
        yield problem("min_value is greater than max_value", where)


def _picker(name: str, optional: Mapping[str, Check]) -> Check:
    return kind(name, {}, {**_PICKED, **optional})


def _multi_picker(name: str, optional: Mapping[str, Check]) -> Check:
    return _picker(name, {"max_selected_items": integer(1, 100), **optional})


_CONVERSATIONS: Final[dict[str, Check]] = {
    "default_to_current_conversation": flag,
    "filter": _FILTER,
}
_SOME: Final = items(string(), 100)
_LABEL: Final = {"accessibility_label": string(75)}
_STYLE: Final = one_of("primary", "danger")

PICKERS: Final[dict[str, Check]] = {
    "static_select": kind(
        "static_select", {}, {**_PICKED, **_OPTIONS, "initial_option": CHOICE}, _static
    ),
    "multi_static_select": kind(
        "multi_static_select",
        {},
        {
            **_PICKED,
            **_OPTIONS,
            "initial_options": items(CHOICE, 100),
            "max_selected_items": integer(1, 100),
        },
        _static,
    ),
    "external_select": _picker(
        "external_select", {"initial_option": CHOICE, "min_query_length": integer(0, 3000)}
    ),
    "multi_external_select": _multi_picker(
        "multi_external_select",
        {"initial_options": items(CHOICE, 100), "min_query_length": integer(0, 3000)},
    ),
    "users_select": _picker("users_select", {"initial_user": string()}),
    "multi_users_select": _multi_picker("multi_users_select", {"initial_users": _SOME}),
    "channels_select": _picker(
        "channels_select", {"initial_channel": string(), "response_url_enabled": flag}
    ),
    "multi_channels_select": _multi_picker("multi_channels_select", {"initial_channels": _SOME}),
    "conversations_select": _picker(
        "conversations_select",
        {**_CONVERSATIONS, "initial_conversation": string(), "response_url_enabled": flag},
    ),
    "multi_conversations_select": _multi_picker(
        "multi_conversations_select", {**_CONVERSATIONS, "initial_conversations": _SOME}
    ),
    "datepicker": _picker("datepicker", {"initial_date": _DATE}),
    "timepicker": _picker("timepicker", {"initial_time": _TIME, "timezone": string()}),
    "datetimepicker": kind(
        "datetimepicker",
        {},
        {**_CHOSEN, "initial_date_time": integer(1_000_000_000, 9_999_999_999)},
    ),
    "checkboxes": kind(
        "checkboxes",
        {"options": items(RICH_CHOICE, 10)},
        {**_CHOSEN, "initial_options": items(RICH_CHOICE, 10)},
        _starts_with_what_it_offers,
    ),
    "radio_buttons": kind(
        "radio_buttons",
        {"options": items(RICH_CHOICE, 10)},
        {**_CHOSEN, "initial_option": RICH_CHOICE},
        _starts_with_what_it_offers,
    ),
}
BUTTONS: Final[dict[str, Check]] = {
    "button": kind(
        "button",
        {"text": plain_text(75)},
        {**_TAPPED, **_LABEL, "url": URL, "value": string(2000), "style": _STYLE},
    ),
    "overflow": kind("overflow", {"options": items(OVERFLOW_CHOICE, 5)}, _TAPPED),
}
_FEEDBACK: Final = fields({"text": plain_text(75), "value": string(2000)}, _LABEL)
CONTEXT_BUTTONS: Final[dict[str, Check]] = {
    "feedback_buttons": kind(
        "feedback_buttons",
        {"positive_button": _FEEDBACK, "negative_button": _FEEDBACK},
        {"action_id": IDENTIFIER},
    ),
    "icon_button": kind(
        "icon_button",
        {"icon": one_of("trash"), "text": plain_text(75)},
        {**_TAPPED, **_LABEL, "value": string(2000), "visible_to_user_ids": items(string(), 10)},
    ),
}
_START: Final = {"initial_value": string(shortest=0)}
TEXT_INPUTS: Final[dict[str, Check]] = {
    "plain_text_input": kind(
        "plain_text_input",
        {},
        {
            **_TYPED,
            **_START,
            "multiline": flag,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        _typed_fits,
    ),
    "email_text_input": kind("email_text_input", {}, {**_TYPED, **_START}),
    "url_text_input": kind("url_text_input", {}, {**_TYPED, **_START}),
    "number_input": kind(
        "number_input",
        {"is_decimal_allowed": flag},
        {**_TYPED, "initial_value": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
        _bounds_fit,
    ),
    "file_input": kind(
        "file_input",
        {},
        {
            "action_id": IDENTIFIER,
            "filetypes": items(string(), 100),
            "max_files": integer(1, 10),
        },
    ),
}
