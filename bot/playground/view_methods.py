"""The Web API methods that show modals and home tabs: `views.*`."""

from typing import Any

from bot.playground.method_arguments import Arguments
from bot.playground.records import MethodError, Payload
from bot.playground.shapes import view_json
from bot.playground.views import find_modal, open_modal, publish_home, push_modal, update_view
from bot.playground.workspace import Workspace


def _view(arguments: Arguments) -> dict[str, Any]:
    view = arguments.structure("view", "invalid_arguments")
    if not isinstance(view, dict):
        message = "[ERROR] missing required field: view"
        raise MethodError("invalid_arguments", response_metadata={"messages": [message]})
    return view


def open_view(workspace: Workspace, arguments: Arguments) -> Payload:
    """`views.open`: the trigger is spent even if the view is then refused."""
    trigger = workspace.spend_trigger(arguments.needed("trigger_id"))
    view = open_modal(workspace, trigger, _view(arguments))
    return {"view": view_json(workspace, view)}


def push_view(workspace: Workspace, arguments: Arguments) -> Payload:
    """`views.push`."""
    trigger = workspace.spend_trigger(arguments.needed("trigger_id"))
    view = push_modal(workspace, trigger.user_id, _view(arguments))
    return {"view": view_json(workspace, view)}


def change_view(workspace: Workspace, arguments: Arguments) -> Payload:
    """`views.update`."""
    view = find_modal(workspace, arguments.text("view_id"), arguments.text("external_id"))
    changed = update_view(workspace, view, _view(arguments), arguments.text("hash"))
    return {"view": view_json(workspace, changed)}


def publish_view(workspace: Workspace, arguments: Arguments) -> Payload:
    """`views.publish`."""
    user_id = arguments.needed("user_id")
    home = publish_home(workspace, user_id, _view(arguments), arguments.text("hash"))
    return {"view": view_json(workspace, home)}
