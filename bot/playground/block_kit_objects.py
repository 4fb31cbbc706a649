"""The texts, options and other small objects of Block Kit, with their limits."""

from collections.abc import Mapping
from typing import Final

from bot.playground.block_kit_checks import (
    Check,
    exactly_one,
    fields,
    flag,
    items,
    kind,
    kinds,
    one_of,
    string,
)

IDENTIFIER: Final = string(255)
URL: Final = string(3000)


def plain_text(longest: int = 3000) -> Check:
    """Accept a `plain_text` object."""
    return kind("plain_text", {"text": string(longest)}, {"emoji": flag})


def any_text(longest: int = 3000) -> Check:
    """Accept a `plain_text` or `mrkdwn` object."""
    mrkdwn = kind("mrkdwn", {"text": string(longest)}, {"verbatim": flag})
    return kinds({"plain_text": plain_text(longest), "mrkdwn": mrkdwn})


CONFIRM: Final = fields(
    {
        "title": plain_text(100),
        "text": any_text(300),
        "confirm": plain_text(30),
        "deny": plain_text(30),
    },
    {"style": one_of("primary", "danger")},
)
SLACK_FILE: Final = fields({}, {"id": string(), "url": string()}, exactly_one("id", "url"))


def option(text: Check, extra: Mapping[str, Check] | None = None) -> Check:
    """Accept an option whose text and description pass `text`."""
    return fields({"text": text, "value": string(150)}, {"description": text, **(extra or {})})


CHOICE: Final = option(plain_text(75))
RICH_CHOICE: Final = option(any_text(75))
OVERFLOW_CHOICE: Final = option(plain_text(75), {"url": URL})
GROUP: Final = fields({"label": plain_text(75), "options": items(CHOICE, 100)}, {})

IMAGE: Final = kind(
    "image",
    {"alt_text": string(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE},
    exactly_one("image_url", "slack_file"),
)
