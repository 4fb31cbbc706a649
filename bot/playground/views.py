"""The modals and home tabs that people have before them: opened, pushed, updated, closed."""

import json
from typing import Final

from bot.playground.block_kit import Surface, problems_of
from bot.playground.records import MethodError, Payload, View
from bot.playground.shapes import kept
from bot.playground.typed_values import carried_over, initial_values
from bot.playground.workspace import Trigger, Workspace

DEEPEST: Final = 3
LARGEST: Final = 250_000


def checked(content: Payload, surface: Surface) -> Payload:
    """Give the view back, or refuse it as Slack does, with all that is wrong in it."""
    if len(json.dumps(content)) > LARGEST:
        raise MethodError("view_too_large")
    wrong = problems_of(content, surface)
    if wrong:
        raise MethodError("invalid_arguments", response_metadata={"messages": wrong})
    return content


def _new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock())}.{workspace.new_id('h')}"


def _made(
    workspace: Workspace,
    user_id: str,
    content: Payload,
    below: View | None,
    channel_id: str = "",
) -> View:
    view_id = workspace.new_id("V")
    blocks = kept(content["blocks"], workspace)
    return View(
        id=view_id,
        user_id=user_id,
        content={**content, "blocks": blocks},
        hash=_new_hash(workspace),
        root_view_id=below.root_view_id if below else view_id,
        previous_view_id=below.id if below else None,
        values=initial_values(blocks, channel_id),
        channel_id=channel_id,
    )


def open_modal(workspace: Workspace, trigger: Trigger, content: Payload) -> View:
    """Put a modal before a person, in place of any that was open."""
    _refuse_used_external_id(workspace, content, None)
    content = checked(content, Surface.MODAL)
    view = _made(workspace, trigger.user_id, content, None, trigger.channel_id)
    workspace.modals[trigger.user_id] = [view]
    return view


def push_modal(workspace: Workspace, user_id: str, content: Payload) -> View:
    """Put another view on top of the open one; three is the most."""
    stack = workspace.modals.get(user_id) or []
    if not stack:
        raise MethodError("not_found")
    if len(stack) >= DEEPEST:
        raise MethodError("push_limit_reached")
    _refuse_used_external_id(workspace, content, None)
    below = stack[-1]
    view = _made(workspace, user_id, checked(content, Surface.MODAL), below, below.channel_id)
    stack.append(view)
    return view


def _refuse_used_external_id(workspace: Workspace, content: Payload, own: View | None) -> None:
    wanted = content.get("external_id")
    for view in open_views(workspace):
        if wanted and view is not own and view.content.get("external_id") == wanted:
            raise MethodError("duplicate_external_id")


def open_views(workspace: Workspace) -> list[View]:
    """Give every modal that is open, whoever has it."""
    return [view for stack in workspace.modals.values() for view in stack]


def find_modal(workspace: Workspace, view_id: str, external_id: str = "") -> View:
    """Find an open modal by one of its two ids."""
    for view in open_views(workspace):
        if view.id == view_id or (external_id and view.content.get("external_id") == external_id):
            return view
    raise MethodError("not_found")


def update_view(workspace: Workspace, view: View, content: Payload, seen_hash: str = "") -> View:
    """Show something else in an open view; what was typed stays where the ids stay."""
    if seen_hash and seen_hash != view.hash:
        raise MethodError("hash_conflict")
    _refuse_used_external_id(workspace, content, view)
    surface = Surface(str(view.content["type"]))
    blocks = kept(checked(content, surface)["blocks"], workspace)
    view.values = carried_over(blocks, view.values, view.channel_id)
    view.content = {**content, "blocks": blocks}
    view.hash = _new_hash(workspace)
    view.errors = {}
    return view


def publish_home(
    workspace: Workspace, user_id: str, content: Payload, seen_hash: str = ""
) -> View:
    """Show a person's home tab, new or anew."""
    workspace.user(user_id)
    home = workspace.homes.get(user_id)
    if home is not None:
        return update_view(workspace, home, content, seen_hash)
    view = _made(workspace, user_id, checked(content, Surface.HOME), None)
    workspace.homes[user_id] = view
    return view


def close_top(workspace: Workspace, user_id: str) -> None:
    """Close the view on top, so that the one below is seen again."""
    workspace.modals[user_id].pop()


def close_all(workspace: Workspace, user_id: str) -> None:
    """Close every view of the stack."""
    workspace.modals[user_id] = []


def obey_submission(workspace: Workspace, view: View, answer: Payload, *, seen_hash: str) -> None:
    """
    Do what the app's answer to a `view_submission` says, which was sent with a `seen_hash`.

    Raises MethodError for an answer that Slack's client cannot use: it then shows
    "We had some trouble connecting" and keeps the view.
    """
    match answer.get("response_action"):
        case None:
            close_top(workspace, view.user_id)
        case "clear":
            close_all(workspace, view.user_id)
        case "errors":
            _show_errors(view, answer.get("errors"))
        case "update":
            if view.hash == seen_hash:  # else the app's next update overtook its answer
                update_view(workspace, view, answer.get("view") or {})
        case "push":
            push_modal(workspace, view.user_id, answer.get("view") or {})
        case unknown:
            raise MethodError(f"unknown response_action {unknown}")


def _show_errors(view: View, errors: object) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise MethodError("errors name what is no input block")
    view.errors = {name: str(text) for name, text in errors.items()}
