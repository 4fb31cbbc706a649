"""What a person picked or typed in an element, as Slack writes it into `state.values`."""

import re
from collections.abc import Iterable
from typing import Any, Final

from bot.playground.block_kit import interactive_elements
from bot.playground.records import Payload

_FIELDS: Final = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "users_select": ("selected_user", "initial_user"),
    "channels_select": ("selected_channel", "initial_channel"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "file_input": ("files", ""),
}
_STATELESS: Final = frozenset({"overflow"})
_EMPTY: Final[tuple[object, ...]] = (None, "", [])
REQUIRED: Final = "Please complete this required field."


def holds_state(element: Payload) -> bool:
    """Say whether Slack reports an element in `state.values`: buttons are not."""
    return element["type"] in _FIELDS and element["type"] not in _STATELESS


def initial_state(element: Payload, current_channel: str = "") -> Payload:
    """Give an element's state before anybody touched it."""
    kind = element["type"]
    name, initial = _FIELDS[kind]
    start = element.get(initial)
    if start is None and element.get("default_to_current_conversation"):
        start = current_channel or None
    if start is None and name.endswith("s"):
        start = []
    return {"type": kind, name: start}


def picked_state(element: Payload, value: Any) -> Payload:  # noqa: ANN401 - as the element has it
    """
    Give an element's state after a person put `value` there.

    Options are named by their value; what is not offered cannot be picked.
    """
    kind = element["type"]
    name = _FIELDS[kind][0]
    if name == "selected_option":
        value = value if value is None else _option(element, value)
    elif name == "selected_options":
        value = [_option(element, each) for each in value]
    return {"type": kind, name: value}


def _option(element: Payload, wanted: object) -> Payload:
    groups = element.get("option_groups", [])
    offered = [*element.get("options", []), *(o for group in groups for o in group["options"])]
    if "external" in element["type"] and isinstance(wanted, dict):
        return wanted
    for option in offered:
        if option["value"] == wanted:
            return dict(option)
    raise LookupError(f"{wanted!r} is not among {[each['value'] for each in offered]}")


def find_element(
    blocks: Iterable[Payload], wanted: str, block_id: str = ""
) -> tuple[Payload, Payload]:
    """Find the block and element by the element's action_id or the block's id."""
    seen = []
    for block in blocks:
        for element in interactive_elements(block):
            names = {element.get("action_id"), block["block_id"]}
            seen.append(f"{block['block_id']}/{element.get('action_id')}")
            if wanted in names and block_id in {"", block["block_id"]}:
                return block, element
    raise LookupError(f"no element {wanted!r} here, only {seen}")


def initial_values(blocks: Iterable[Payload], current_channel: str = "") -> Payload:
    """Give the `state.values` of blocks that nobody touched yet."""
    values: Payload = {}
    for block in blocks:
        for element in interactive_elements(block):
            if holds_state(element):
                state = initial_state(element, current_channel)
                values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def carried_over(blocks: Iterable[Payload], before: Payload, channel_id: str = "") -> Payload:
    """Give the values after an update: what has kept its ids and type keeps what was typed."""
    values = initial_values(blocks, channel_id)
    for block_id, elements in values.items():
        for action_id, state in elements.items():
            old = before.get(block_id, {}).get(action_id)
            if old is not None and old["type"] == state["type"]:
                elements[action_id] = old
    return values


def client_side_errors(blocks: Iterable[Payload], values: Payload) -> dict[str, str]:
    """Give the errors that Slack's own client shows before it submits anything."""
    errors = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        state = values[block["block_id"]][element["action_id"]]
        held = state[_FIELDS[element["type"]][0]]
        wrong = _wrong(element, held, is_optional=bool(block.get("optional")))
        if wrong:
            errors[block["block_id"]] = wrong
    return errors


def _wrong(element: Payload, held: object, *, is_optional: bool) -> str:
    if held in _EMPTY:
        return "" if is_optional else REQUIRED
    match element["type"]:
        case "plain_text_input":
            return _wrong_length(element, str(held))
        case "email_text_input" if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(held)):
            return "Please enter a valid email address."
        case "number_input":
            return _wrong_number(element, str(held))
        case _:
            return ""


def _wrong_length(element: Payload, held: str) -> str:
    if len(held) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    if len(held) > element.get("max_length", 3000):
        return f"Please enter no more than {element.get('max_length', 3000)} characters."
    return ""


def _wrong_number(element: Payload, held: str) -> str:
    decimal = r"(\.\d+)?" if element["is_decimal_allowed"] else ""
    if not re.fullmatch(rf"-?\d+{decimal}", held):
        return "Please enter a valid number."
    low, high = float(element.get("min_value", "-inf")), float(element.get("max_value", "inf"))
    return "" if low <= float(held) <= high else "Please enter a number within the limits."
