"""The Web API methods that write and take back messages: `chat.*` and `reactions.add`."""

from typing import Final

from bot.playground.block_kit import Surface, problems_of
from bot.playground.method_arguments import Arguments
from bot.playground.records import Channel, ChannelKind, Message, MethodError, Payload
from bot.playground.shapes import kept, message_json
from bot.playground.typed_values import initial_values
from bot.playground.workspace import Workspace

LONGEST: Final = 40_000


def content_of(arguments: Arguments, workspace: Workspace) -> Payload:
    """Read text and blocks of a message, refused as Slack refuses them."""
    text = arguments.text("text")
    blocks = arguments.structure("blocks", "invalid_blocks_format") or []
    markdown = arguments.text("markdown_text")
    attachments = arguments.structure("attachments", "invalid_attachments") or []
    if not any((text, blocks, markdown, attachments)):
        raise MethodError("no_text")
    if markdown and (text or blocks):
        raise MethodError("markdown_text_conflict")
    if len(text) > LONGEST:
        raise MethodError("msg_too_long")
    wrong = problems_of({"blocks": blocks}, Surface.MESSAGE)
    if wrong:
        raise MethodError("invalid_blocks", errors=wrong, response_metadata={"messages": wrong})
    own = kept(blocks, workspace)
    return {
        "text": text or markdown,
        "blocks": own,
        "attachments": attachments,
        "values": initial_values(own),
    }


def postable_channel(workspace: Workspace, wanted: str) -> Channel:
    """Find the conversation to post into; a person's id means the direct one with the app."""
    if wanted in workspace.users:
        return workspace.direct_channel(wanted)
    by_name = {c.name: c.id for c in workspace.channels.values() if c.kind is ChannelKind.PUBLIC}
    channel = workspace.visible_channel(by_name.get(wanted.removeprefix("#"), wanted))
    is_member = workspace.app.bot_user_id in channel.members
    if not is_member and "chat:write.public" not in workspace.app.scopes:
        raise MethodError("not_in_channel")
    if channel.is_archived:
        raise MethodError("is_archived")
    if channel.posting_error:
        raise MethodError(channel.posting_error)
    return channel


def app_message(workspace: Workspace, channel_id: str, content: Payload) -> Message:
    """Post something as the app; `content` holds fields of the message."""
    message = Message(
        channel_id=channel_id,
        ts=workspace.new_ts(),
        user_id=workspace.app.bot_user_id,
        from_app=True,
        **content,
    )
    return workspace.post(message)


def post_message(workspace: Workspace, arguments: Arguments) -> Payload:
    """`chat.postMessage`."""
    channel = postable_channel(workspace, arguments.needed("channel", "channel_not_found"))
    content = content_of(arguments, workspace)
    content["thread_ts"] = _thread(channel, arguments.text("thread_ts"))
    content["metadata"] = _metadata(arguments)
    content["is_broadcast"] = bool(content["thread_ts"]) and arguments.flag("reply_broadcast")
    message = app_message(workspace, channel.id, content)
    shown = message_json(workspace, message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def _metadata(arguments: Arguments) -> Payload | None:
    """Read a message's metadata: None if there is none, empty to take it away."""
    metadata = arguments.structure("metadata", "invalid_metadata_format")
    if metadata and set(metadata) < {"event_type", "event_payload"}:
        raise MethodError("invalid_metadata_format")
    return metadata if metadata is None else dict(metadata)


def _thread(channel: Channel, thread_ts: str) -> str:
    """Find the thread's first message: a reply's own ts leads to it, a lost one is kept."""
    for message in channel.messages if thread_ts else []:
        if message.ts == thread_ts and not message.only_for:
            return message.thread_ts or thread_ts
    return thread_ts


def update_message(workspace: Workspace, arguments: Arguments) -> Payload:
    """`chat.update`: blocks and metadata that are not given stay; empty ones go."""
    channel = workspace.visible_channel(arguments.needed("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.needed("ts", "message_not_found"))
    if not message.from_app:
        raise MethodError("cant_update_message")
    if channel.is_archived:
        raise MethodError("is_inactive")
    content = content_of(arguments, workspace)
    if "blocks" not in arguments.given:
        content |= {"blocks": message.blocks, "values": message.values}
    rewrite(workspace, message, content)
    metadata = _metadata(arguments)
    message.metadata = message.metadata if metadata is None else metadata or None
    return {
        "channel": channel.id,
        "ts": message.ts,
        "text": message.text,
        "message": message_json(workspace, message, with_metadata=True),
    }


def rewrite(workspace: Workspace, message: Message, content: Payload) -> None:
    """Give a message other words and blocks."""
    message.text, message.blocks = content["text"], content["blocks"]
    message.values = content["values"]
    message.edited_ts = workspace.new_ts()


def delete_message(workspace: Workspace, arguments: Arguments) -> Payload:
    """`chat.delete`."""
    channel = workspace.visible_channel(arguments.needed("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.needed("ts", "message_not_found"))
    if not message.from_app:
        raise MethodError("cant_delete_message")
    workspace.remove(message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(workspace: Workspace, arguments: Arguments) -> Payload:
    """`chat.postEphemeral`."""
    channel = postable_channel(workspace, arguments.needed("channel", "channel_not_found"))
    user_id = arguments.needed("user")
    if user_id not in channel.members:
        raise MethodError("user_not_in_channel")
    content = content_of(arguments, workspace)
    content |= {"only_for": user_id, "thread_ts": arguments.text("thread_ts")}
    message = app_message(workspace, channel.id, content)
    return {"message_ts": message.ts}


def permalink(workspace: Workspace, arguments: Arguments) -> Payload:
    """`chat.getPermalink`."""
    channel = workspace.visible_channel(arguments.needed("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.needed("message_ts", "message_not_found"))
    link = f"https://{workspace.domain}.slack.com/archives/{channel.id}/p"
    link += message.ts.replace(".", "")
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def add_reaction(workspace: Workspace, arguments: Arguments) -> Payload:
    """`reactions.add`."""
    channel = workspace.visible_channel(arguments.needed("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.needed("timestamp", "message_not_found"))
    name = arguments.needed("name", "invalid_name")
    if name in message.reactions:
        raise MethodError("already_reacted")
    message.reactions.append(name)
    return {}
