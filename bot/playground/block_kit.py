"""
Says what Slack would refuse in a message, a modal or a home tab.

Blocks newer than those in `block_kit_blocks` (cards, carousels, containers, data
tables and charts) are refused as unsupported, because their rules are not settled.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from bot.playground.block_kit_blocks import BLOCKS, MESSAGE_ONLY, MODAL_ONLY
from bot.playground.block_kit_checks import (
    Check,
    Problems,
    fields,
    flag,
    items,
    kinds,
    one_of,
    problem,
    string,
)
from bot.playground.block_kit_objects import plain_text


class Surface(StrEnum):
    """Where blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


_MOST_BLOCKS: Final = {Surface.MESSAGE: 50, Surface.MODAL: 100, Surface.HOME: 100}
_ELSEWHERE: Final = {
    Surface.MESSAGE: MODAL_ONLY,
    Surface.MODAL: MESSAGE_ONLY,
    Surface.HOME: MESSAGE_ONLY | MODAL_ONLY,
}


def _blocks(surface: Surface) -> Check:
    allowed = {name: check for name, check in BLOCKS.items() if name not in _ELSEWHERE[surface]}
    least = 0 if surface is Surface.MESSAGE else 1
    return items(kinds(allowed), _MOST_BLOCKS[surface], least)


_VIEW: Final = {
    "private_metadata": string(3000, shortest=0),
    "callback_id": string(255, shortest=0),
    "external_id": string(255, shortest=0),
}
_SURFACES: Final[dict[Surface, Check]] = {
    Surface.MESSAGE: fields({}, {"blocks": _blocks(Surface.MESSAGE)}),
    Surface.MODAL: fields(
        {
            "type": one_of("modal"),
            "title": plain_text(24),
            "blocks": _blocks(Surface.MODAL),
        },
        {
            **_VIEW,
            "submit": plain_text(24),
            "close": plain_text(24),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
        },
    ),
    Surface.HOME: fields(
        {"type": one_of("home"), "blocks": _blocks(Surface.HOME)},
        _VIEW,
    ),
}


def problems_of(payload: Mapping[str, Any], surface: Surface | str) -> list[str]:
    """
    Name everything that Slack would refuse in a message or a view.

    Of a message only `blocks` is looked at. The wording is that of Slack's
    `response_metadata.messages`, with a JSON pointer at the end.
    """
    surface = Surface(surface)
    whole = {"blocks": payload.get("blocks", [])} if surface is Surface.MESSAGE else dict(payload)
    found = list(_SURFACES[surface](whole, ""))
    blocks = [block for block in _list(whole.get("blocks")) if isinstance(block, dict)]
    if not found:
        found += _across(blocks)
        if surface is Surface.MODAL:
            found += _across_modal(whole, blocks)
    return found


def interactive_elements(block: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the elements of a block that a person can press, pick or type in."""
    held = [*_list(block.get("elements")), block.get("element"), block.get("accessory")]
    for element in held:
        if isinstance(element, dict) and element.get("type") not in _STILL:
            yield element


_STILL: Final = frozenset({"image", "plain_text", "mrkdwn", None})


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _repeated(ids: list[str]) -> list[str]:
    return [each for each, times in Counter(ids).items() if times > 1]


def _across(blocks: list[dict[str, Any]]) -> Problems:
    """Check what holds between blocks: ids are unique, some kinds are limited in number."""
    for name in _repeated([each["block_id"] for each in blocks if each.get("block_id")]):
        yield problem(f"`block_id` {name} already exists", "/blocks")
    elements = []
    for block in blocks:
        inside = [] if block["type"] == "rich_text" else list(interactive_elements(block))
        for name in _repeated([each["action_id"] for each in inside if each.get("action_id")]):
            yield problem(f"`action_id` {name} already exists in its block", "/blocks")
        elements += inside
    if sum(bool(each.get("focus_on_load")) for each in elements) > 1:
        yield problem("only one element may have focus_on_load", "/blocks")
    yield from _counted(blocks)


def _counted(blocks: list[dict[str, Any]]) -> Problems:
    count = Counter(block["type"] for block in blocks)
    for name in ("table", "plan"):
        if count[name] > 1:
            yield problem(f"only one {name} block is allowed", "/blocks")
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > 12_000:
        yield problem("markdown blocks must be less than 12001 characters together", "/blocks")


def _across_modal(view: Mapping[str, Any], blocks: list[dict[str, Any]]) -> Problems:
    if any(block["type"] == "input" for block in blocks) and not view.get("submit"):
        yield problem("missing required field: submit", "")
