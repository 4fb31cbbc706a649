"""The blocks of Block Kit, with the limits of Slack's reference and where each may stand."""

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
    kinds,
    one_of,
    problem,
    string,
)
from bot.playground.block_kit_elements import BUTTONS, CONTEXT_BUTTONS, PICKERS, TEXT_INPUTS
from bot.playground.block_kit_objects import (
    IDENTIFIER,
    IMAGE,
    SLACK_FILE,
    URL,
    any_text,
    plain_text,
)

_BLOCK: Final[dict[str, Check]] = {"block_id": IDENTIFIER}
_STYLES: Final = fields(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight",
         "unlink"),
        flag,
    ),
)  # fmt: skip
_STYLED: Final[dict[str, Check]] = {"style": _STYLES}
_INLINE: Final = kinds(
    {
        "text": kind("text", {"text": string(12_000)}, _STYLED),
        "link": kind("link", {"url": URL}, {**_STYLED, "text": string(), "unsafe": flag}),
        "user": kind("user", {"user_id": string()}, _STYLED),
        "channel": kind("channel", {"channel_id": string()}, _STYLED),
        "usergroup": kind("usergroup", {"usergroup_id": string()}, _STYLED),
        "emoji": kind("emoji", {"name": string()}, {**_STYLED, "unicode": string()}),
        "broadcast": kind("broadcast", {"range": one_of("here", "channel", "everyone")}, _STYLED),
        "color": kind("color", {"value": string(7, pattern="#[0-9a-fA-F]{6}")}, {}),
        "date": kind(
            "date",
            {"timestamp": integer(0, 9_999_999_999), "format": string()},
            {"url": URL, "fallback": string()},
        ),
    }
)
_RUN: Final[dict[str, Check]] = {"elements": items(_INLINE, 1000, least=0)}
_BORDER: Final[dict[str, Check]] = {"border": integer(0, 1)}
_SECTION_OF_TEXT: Final = kind("rich_text_section", _RUN, {})
_RICH_TEXT: Final = kinds(
    {
        "rich_text_section": _SECTION_OF_TEXT,
        "rich_text_preformatted": kind(
            "rich_text_preformatted", _RUN, {**_BORDER, "language": string()}
        ),
        "rich_text_quote": kind("rich_text_quote", _RUN, _BORDER),
        "rich_text_list": kind(
            "rich_text_list",
            {"style": one_of("bullet", "ordered"), "elements": items(_SECTION_OF_TEXT, 1000)},
            {**_BORDER, "indent": integer(0, 8), "offset": integer(0, 10_000)},
        ),
    }
)
_RICH_BLOCK: Final = kind("rich_text", {"elements": items(_RICH_TEXT, 1000)}, _BLOCK)
_RICH_INPUT: Final = kind(
    "rich_text_input",
    {},
    {
        "action_id": IDENTIFIER,
        "focus_on_load": flag,
        "placeholder": plain_text(150),
        "initial_value": _RICH_BLOCK,
    },
)

_TAPPED: Final = {**BUTTONS, **PICKERS}
_IN_ACTIONS: Final = kinds({k: v for k, v in _TAPPED.items() if not k.startswith("multi_")})
_ACCESSORY: Final = kinds({**_TAPPED, "image": IMAGE})
_IN_INPUT: Final = kinds({**PICKERS, **TEXT_INPUTS, "rich_text_input": _RICH_INPUT})
_IN_CONTEXT: Final = kinds({"image": IMAGE, "plain_text": plain_text(), "mrkdwn": any_text()})


def _no_dispatched_files(value: Mapping[str, Any], where: str) -> Problems:
    if value.get("dispatch_action") and value["element"]["type"] == "file_input":
        yield problem("dispatch_action cannot be used with file_input", where)


def _not_pending(value: Mapping[str, Any], where: str) -> Problems:
    if value["status"] == "pending":
        yield problem("a task outside a plan cannot be pending", where)


_SOURCE: Final = kind("url", {"url": URL, "text": string()}, {})
_TASK: Final[dict[str, Check]] = {
    "task_id": string(255),
    "title": string(256),
    "status": one_of("pending", "in_progress", "complete", "error"),
}
_TASK_MORE: Final[dict[str, Check]] = {
    **_BLOCK,
    "details": _RICH_BLOCK,
    "output": _RICH_BLOCK,
    "sources": items(_SOURCE, 50),
}
_PLANNED: Final = kind("task_card", _TASK, _TASK_MORE)
_CELL: Final = kinds(
    {
        "raw_text": kind("raw_text", {"text": string()}, {}),
        "raw_number": fields({"type": one_of("raw_number")}, {}),
        "rich_text": _RICH_BLOCK,
    }
)
_COLUMN: Final = fields({}, {"align": one_of("left", "center", "right"), "is_wrapped": flag})

BLOCKS: Final[dict[str, Check]] = {
    "actions": kind("actions", {"elements": items(_IN_ACTIONS, 25)}, _BLOCK),
    "alert": kind(
        "alert",
        {"text": any_text(200)},
        {**_BLOCK, "level": one_of("default", "info", "warning", "error", "success")},
    ),
    "context": kind("context", {"elements": items(_IN_CONTEXT, 10)}, _BLOCK),
    "context_actions": kind(
        "context_actions", {"elements": items(kinds(CONTEXT_BUTTONS), 5)}, _BLOCK
    ),
    "divider": kind("divider", {}, _BLOCK),
    "header": kind("header", {"text": plain_text(150)}, _BLOCK),
    "image": kind(
        "image",
        {"alt_text": string(2000)},
        {**_BLOCK, "title": plain_text(2000), "image_url": URL, "slack_file": SLACK_FILE},
        exactly_one("image_url", "slack_file"),
    ),
    "input": kind(
        "input",
        {"label": plain_text(2000), "element": _IN_INPUT},
        {**_BLOCK, "hint": plain_text(2000), "optional": flag, "dispatch_action": flag},
        _no_dispatched_files,
    ),
    "markdown": kind("markdown", {"text": string(12_000)}, _BLOCK),
    "plan": kind(
        "plan",
        {"title": string(256)},
        {**_BLOCK, "tasks": items(_PLANNED, 50, least=0)},
    ),
    "rich_text": _RICH_BLOCK,
    "section": kind(
        "section",
        {},
        {
            **_BLOCK,
            "text": any_text(3000),
            "fields": items(any_text(2000), 10),
            "accessory": _ACCESSORY,
            "expand": flag,
        },
        at_least_one("text", "fields"),
    ),
    "table": kind(
        "table",
        {"rows": items(items(_CELL, 20), 100)},
        {**_BLOCK, "column_settings": items(_COLUMN, 20)},
    ),
    "task_card": kind("task_card", _TASK, _TASK_MORE, _not_pending),
    "video": kind(
        "video",
        {
            "alt_text": string(2000),
            "title": plain_text(199),
            "thumbnail_url": URL,
            "video_url": URL,
        },
        {
            **_BLOCK,
            "author_name": string(49),
            "description": plain_text(200),
            "provider_icon_url": URL,
            "provider_name": string(),
            "title_url": URL,
        },
    ),
}
MESSAGE_ONLY: Final = frozenset({"context_actions", "markdown", "plan", "table", "task_card"})
MODAL_ONLY: Final = frozenset({"alert"})
