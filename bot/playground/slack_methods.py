"""Slack's Web API as a table: which method, with which scope, does what."""

from collections.abc import Callable
from typing import Final

from bot.playground import (
    chat_methods,
    conversation_methods,
    file_methods,
    people_methods,
    view_methods,
)
from bot.playground.method_arguments import Arguments
from bot.playground.records import MethodError, Payload
from bot.playground.workspace import Workspace

Method = Callable[[Workspace, Arguments], Payload]

# Methods whose scope hangs on the kind of conversation ask for it themselves.
METHODS: Final[dict[str, tuple[str, Method]]] = {
    "api.test": ("", people_methods.test_api),
    "auth.test": ("", people_methods.test_auth),
    "bots.info": ("users:read", people_methods.bot_info),
    "chat.delete": ("chat:write", chat_methods.delete_message),
    "chat.getPermalink": ("", chat_methods.permalink),
    "chat.postEphemeral": ("chat:write", chat_methods.post_ephemeral),
    "chat.postMessage": ("chat:write", chat_methods.post_message),
    "chat.update": ("chat:write", chat_methods.update_message),
    "conversations.history": ("", conversation_methods.history),
    "conversations.info": ("", conversation_methods.conversation_info),
    "conversations.list": ("", conversation_methods.list_conversations),
    "conversations.members": ("", conversation_methods.list_members),
    "conversations.open": ("im:write", conversation_methods.open_conversation),
    "conversations.replies": ("", conversation_methods.replies),
    "files.completeUploadExternal": ("files:write", file_methods.complete_upload),
    "files.info": ("files:read", file_methods.file_info),
    "files.getUploadURLExternal": ("files:write", file_methods.upload_url),
    "reactions.add": ("reactions:write", chat_methods.add_reaction),
    "team.info": ("team:read", people_methods.team_info),
    "usergroups.list": ("usergroups:read", people_methods.list_groups),
    "usergroups.users.list": ("usergroups:read", people_methods.list_group_users),
    "users.info": ("users:read", people_methods.user_info),
    "users.list": ("users:read", people_methods.list_users),
    "views.open": ("", view_methods.open_view),
    "views.publish": ("", view_methods.publish_view),
    "views.push": ("", view_methods.push_view),
    "views.update": ("", view_methods.change_view),
}
_TOKENLESS: Final = frozenset({"api.test"})


def call(workspace: Workspace, name: str, arguments: Arguments, token: str) -> Payload:
    """Call a method with a token, and give the JSON that answers it."""
    try:
        return {"ok": True, **_allowed(workspace, name, token)(workspace, arguments)}
    except MethodError as error:
        return {"ok": False, "error": error.error, **error.more}


def _allowed(workspace: Workspace, name: str, token: str) -> Method:
    """Find a method, if it exists and the token may call it."""
    if name not in METHODS:
        raise MethodError("unknown_method", req_method=name)
    scope, method = METHODS[name]
    if name not in _TOKENLESS:
        check_token(token, workspace.app.bot_token)
    if scope and scope not in workspace.app.scopes:
        raise conversation_methods.missing_scope(workspace, scope)
    return method


def check_token(token: str, right: str) -> None:
    """Refuse a token that is missing or not the right one."""
    if not token:
        raise MethodError("not_authed")
    if token != right:
        kinds = {token[:4], right[:4]}
        is_mixed_up = kinds == {"xoxb", "xapp"}
        raise MethodError("not_allowed_token_type" if is_mixed_up else "invalid_auth")
