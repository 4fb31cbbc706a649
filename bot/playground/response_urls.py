"""The `response_url` of an interaction: five answers within half an hour."""

from bot.playground.chat_methods import app_message, content_of, rewrite
from bot.playground.method_arguments import Arguments
from bot.playground.records import Message, MethodError
from bot.playground.workspace import (
    RESPONSE_URL_SECONDS,
    RESPONSE_URL_USES,
    ResponseUrl,
    Workspace,
)


def respond(workspace: Workspace, response_id: str, arguments: Arguments) -> Message | None:
    """
    Do what was sent to a response_url, also where the app may not post.

    Gives the message that was written, None for one that was deleted.
    """
    given = workspace.response_urls.get(response_id)
    if given is None or workspace.clock() - given.issued_at > RESPONSE_URL_SECONDS:
        raise MethodError("expired_url")
    if given.uses >= RESPONSE_URL_USES:
        raise MethodError("used_url")
    given.uses += 1
    if arguments.flag("delete_original"):
        _delete_original(workspace, given)
        return None
    content = content_of(arguments, workspace)
    if arguments.flag("replace_original") and given.original is not None:
        rewrite(workspace, given.original, content)
        return given.original
    in_channel = arguments.text("response_type") == "in_channel"
    content["only_for"] = "" if in_channel else given.user_id
    content["thread_ts"] = arguments.text("thread_ts")
    return app_message(workspace, given.channel_id, content)


def _delete_original(workspace: Workspace, given: ResponseUrl) -> None:
    if given.original is None:
        raise MethodError("message_not_found")
    workspace.remove(given.original)
    given.original = None
