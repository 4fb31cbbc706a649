"""Slack's blocks, cut to Slack's limits. The limits are those of docs.slack.dev/reference."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.messages.words import Mrkdwn

Block = dict[str, Any]

SECTION_LIMIT = 3000
BUTTON_LIMIT = 75
OPTION_LIMIT = 75
OPTIONS_LIMIT = 100
TITLE_LIMIT = 24
CONTEXT_LIMIT = 2000
QUESTION_TITLE_LIMIT, QUESTION_LIMIT, QUESTION_BUTTON_LIMIT = 100, 300, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A message: its blocks, and `text`, which says all of it to a screen reader."""

    text: str
    blocks: Sequence[Block]


def clip(text: str, limit: int) -> str:
    """Cut a text to Slack's limit, and show that it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "\N{HORIZONTAL ELLIPSIS}"


def mrkdwn(text: Mrkdwn, limit: int = SECTION_LIMIT) -> Block:
    """Put mrkdwn into a text object in which Slack finds no links or names by itself."""
    return {"type": "mrkdwn", "text": clip(text, limit), "verbatim": True}


def plain(text: str, limit: int = SECTION_LIMIT) -> Block:
    """Put plain text into a text object."""
    return {"type": "plain_text", "text": clip(text, limit), "emoji": True}


def section(text: Mrkdwn) -> Block:
    """Make a paragraph."""
    return {"type": "section", "text": mrkdwn(text)}


def sections(text: Mrkdwn) -> list[Block]:
    """Make paragraphs of a text that one may not hold; it is cut where words end."""
    parts: list[Block] = []
    while len(text) > SECTION_LIMIT:
        end = max(text.rfind(sign, 1, SECTION_LIMIT) for sign in "\n ") + 1 or SECTION_LIMIT
        parts.append(section(Mrkdwn(text[:end])))
        text = Mrkdwn(text[end:])
    return [*parts, section(text)]


def paragraphs(lines: Sequence[Mrkdwn]) -> list[Mrkdwn]:
    """Fill paragraphs with lines, none of which is torn."""
    filled: list[Mrkdwn] = []
    for line in lines:
        if not filled or len(filled[-1]) + 1 + len(line) > SECTION_LIMIT:
            filled.append(line)
        else:
            filled[-1] = Mrkdwn(f"{filled[-1]}\n{line}")
    return filled


def plain_section(text: str) -> Block:
    """Make a paragraph of a stranger's words, in which nothing has a meaning to Slack."""
    return {"type": "section", "text": {"type": "plain_text", "text": clip(text, SECTION_LIMIT)}}


def context(*texts: Mrkdwn) -> Block:
    """Make a line of small print."""
    return {"type": "context", "elements": [mrkdwn(text, CONTEXT_LIMIT) for text in texts]}


def button(
    text: str, *, action_id: str, value: str, style: str | None = None, asks: Block | None = None
) -> Block:
    """
    Make a button. `value` is an opaque id, but for the yes to `forget`, which carries the number:
    none is written down to be forgotten. `style` is "primary" or "danger"; `asks` is what Slack
    asks before it is taken as pressed.
    """
    element: Block = {
        "type": "button",
        "text": plain(text, BUTTON_LIMIT),
        "action_id": action_id,
        "value": value,
    }
    return element | ({"style": style} if style else {}) | ({"confirm": asks} if asks else {})


def question(title: str, text: str, *, yes: str, no: str) -> Block:
    """Make what Slack asks before a button does what it says."""
    return {
        "title": plain(title, QUESTION_TITLE_LIMIT),
        "text": plain(text, QUESTION_LIMIT),
        "confirm": plain(yes, QUESTION_BUTTON_LIMIT),
        "deny": plain(no, QUESTION_BUTTON_LIMIT),
    }


def option(text: str, value: str) -> Block:
    """Make one of several that may be chosen."""
    return {"text": plain(text, OPTION_LIMIT), "value": value}


def strangers_option(text: str, value: str, description: str = "") -> Block:
    """Make an option out of a stranger's words, in which nothing has a meaning to Slack."""
    texts = {"text": text, **({"description": description} if description else {})}
    shown = {
        part: {"type": "plain_text", "text": clip(said, OPTION_LIMIT)}
        for part, said in texts.items()
    }
    return {**shown, "value": value}


def select(options: Sequence[Block], *, chosen: str = "") -> Block:
    """Make a list of which one is chosen: the option of that value, else the first."""
    offered = list(options[:OPTIONS_LIMIT])
    initial = next((each for each in offered if each["value"] == chosen), offered[0])
    return {"type": "static_select", "options": offered, "initial_option": initial}


def modal(
    title: str,
    blocks: Sequence[Block],
    *,
    close: str,
    submit: str = "",
    callback_id: str = "",
    private_metadata: str = "",
) -> Block:
    """Make a view that opens over what somebody sees; what has no `submit` only says something."""
    sent = {
        "callback_id": callback_id,
        "private_metadata": private_metadata,
        "submit": plain(submit, TITLE_LIMIT),
    }
    return {
        "type": "modal",
        **(sent if submit else {}),
        "title": plain(title, TITLE_LIMIT),
        "close": plain(close, TITLE_LIMIT),
        "blocks": list(blocks),
    }


def actions(*elements: Block, block_id: str | None = None) -> Block:
    """
    Make a row of buttons. Where its message is edited while Slack asks about one of them, it is
    still found as pressed by its `block_id`.
    """
    row: Block = {"type": "actions", "elements": list(elements)}
    return row | ({"block_id": block_id} if block_id else {})
