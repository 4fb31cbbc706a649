"""Small blocks and views to build a test from."""

from typing import Any

Payload = dict[str, Any]


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Payload:
    return {"type": "mrkdwn", "text": text}


def option(value: str, text: str = "One") -> Payload:
    return {"text": plain(text), "value": value}


def button(**more: Any) -> Payload:
    return {"type": "button", "action_id": "press", "text": plain("Press"), **more}


def actions(*elements: Payload) -> Payload:
    return {"type": "actions", "elements": list(elements)}


def section(**more: Any) -> Payload:
    return {"type": "section", "text": mrkdwn("Hello"), **more}


def typed(kind: str = "plain_text_input", **more: Any) -> Payload:
    element = {"type": kind, "action_id": "typed", **more}
    return {"type": "input", "block_id": "field", "label": plain("Name"), "element": element}


def select(**more: Any) -> Payload:
    return typed("static_select", options=[option("a"), option("b")], **more)


def modal(*blocks: Payload, **more: Any) -> Payload:
    view = {
        "type": "modal",
        "title": plain("Call someone"),
        "submit": plain("Call"),
        "blocks": list(blocks),
    }
    return {**view, **more}


def rich(*inline: Payload) -> Payload:
    run = {"type": "rich_text_section", "elements": list(inline)}
    return {"type": "rich_text", "elements": [run]}


def task(**more: Any) -> Payload:
    known = {"type": "task_card", "task_id": "t", "title": "Dialling", "status": "in_progress"}
    return {**known, **more}


CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("Yes?"),
    "confirm": plain("Y"),
    "deny": plain("N"),
}
