"""The Web API methods about conversations: `conversations.*`."""

from bot.playground.method_arguments import Arguments
from bot.playground.records import Channel, ChannelKind, Message, MethodError, Payload
from bot.playground.shapes import channel_json, message_json
from bot.playground.workspace import Workspace

_WORDS = {
    ChannelKind.PUBLIC: ("channels", "public_channel"),
    ChannelKind.PRIVATE: ("groups", "private_channel"),
    ChannelKind.DIRECT: ("im", "im"),
    ChannelKind.GROUP: ("mpim", "mpim"),
}


def missing_scope(workspace: Workspace, needed: str) -> MethodError:
    """Say which scope the app lacks, and which it has."""
    provided = ",".join(sorted(workspace.app.scopes))
    return MethodError("missing_scope", needed=needed, provided=provided)


def _allowed(workspace: Workspace, arguments: Arguments, right: str) -> Channel:
    """Find the channel of a call, if the app holds `right` for channels of its kind."""
    channel = workspace.visible_channel(arguments.needed("channel", "channel_not_found"))
    needed = f"{_WORDS[channel.kind][0]}:{right}"
    if needed not in workspace.app.scopes:
        raise missing_scope(workspace, needed)
    return channel


def conversation_info(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.info`."""
    return {"channel": channel_json(workspace, _allowed(workspace, arguments, "read"))}


def list_conversations(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.list`."""
    wanted = set((arguments.text("types") or "public_channel").split(","))
    for word, kind in sorted((_WORDS[kind][1], kind) for kind in _WORDS):
        needed = f"{_WORDS[kind][0]}:read"
        if word in wanted and needed not in workspace.app.scopes:
            raise missing_scope(workspace, needed)
    found = [
        channel
        for channel in workspace.channels.values()
        if _WORDS[channel.kind][1] in wanted
        and (channel.kind is ChannelKind.PUBLIC or workspace.app.bot_user_id in channel.members)
        and not (arguments.flag("exclude_archived") and channel.is_archived)
    ]
    page, metadata = arguments.page(found, 100)
    shown = [channel_json(workspace, channel) for channel in page]
    return {"channels": shown, "response_metadata": metadata}


def list_members(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.members`."""
    channel = _allowed(workspace, arguments, "read")
    page, metadata = arguments.page(sorted(channel.members), 100)
    return {"members": page, "response_metadata": metadata}


def open_conversation(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.open`, for the app's direct conversation with one person."""
    users = arguments.needed("users", "users_list_not_supplied").split(",")
    for user_id in users:
        workspace.user(user_id)
    if len(users) > 1:
        raise missing_scope(workspace, "mpim:write")
    return {"channel": {"id": workspace.direct_channel(users[0]).id}}


def _shown(workspace: Workspace, messages: list[Message], arguments: Arguments) -> list[Payload]:
    with_metadata = arguments.flag("include_all_metadata")
    return [message_json(workspace, each, with_metadata=with_metadata) for each in messages]


def _within(messages: list[Message], arguments: Arguments) -> list[Message]:
    """Keep what lies between `oldest` and `latest`, the ends themselves if asked."""
    oldest, latest = arguments.text("oldest"), arguments.text("latest")
    ends = {oldest, latest} if arguments.flag("inclusive") else set()
    return [
        each
        for each in messages
        if each.ts in ends or (float(oldest or 0) < float(each.ts) < float(latest or "inf"))
    ]


def _member(workspace: Workspace, arguments: Arguments) -> Channel:
    channel = _allowed(workspace, arguments, "history")
    if workspace.app.bot_user_id not in channel.members:
        raise MethodError("not_in_channel")
    return channel


def history(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.history`: the newest first, replies in threads left out."""
    channel = _member(workspace, arguments)
    top = [
        each for each in channel.messages if not each.only_for and each.thread_ts in {"", each.ts}
    ]
    page, metadata = arguments.page(_within(top, arguments)[::-1], 100)
    return {
        "messages": _shown(workspace, page, arguments),
        "has_more": bool(metadata["next_cursor"]),
        "response_metadata": metadata,
    }


def replies(workspace: Workspace, arguments: Arguments) -> Payload:
    """`conversations.replies`: a thread from its first message on."""
    channel = _member(workspace, arguments)
    try:
        parent = workspace.message(channel.id, arguments.needed("ts", "thread_not_found"))
    except MethodError:
        raise MethodError("thread_not_found") from None
    thread = [parent, *_within(workspace.replies(parent), arguments)]
    page, metadata = arguments.page(thread, 1000)
    return {
        "messages": _shown(workspace, page, arguments),
        "has_more": bool(metadata["next_cursor"]),
        "response_metadata": metadata,
    }
