"""Which events a message makes for the app."""

from bot.playground.records import ChannelKind, Message, Payload
from bot.playground.shapes import message_json
from bot.playground.workspace import Workspace

_TYPES = {ChannelKind.PUBLIC: "channel", ChannelKind.PRIVATE: "group"}
_SUBSCRIPTIONS = {
    ChannelKind.PUBLIC: "message.channels",
    ChannelKind.PRIVATE: "message.groups",
    ChannelKind.DIRECT: "message.im",
    ChannelKind.GROUP: "message.mpim",
}


def events_of(workspace: Workspace, message: Message) -> list[Payload]:
    """Give the events that the app subscribed to; a mention may make two of them."""
    app = workspace.app
    channel = workspace.channels[message.channel_id]
    written = message_json(workspace, message)
    written |= {
        "channel": channel.id,
        "channel_type": _TYPES.get(channel.kind, channel.kind.value),
        "event_ts": message.ts,
    }
    events = []
    if app.bot_user_id in channel.members and _SUBSCRIPTIONS[channel.kind] in app.events:
        events.append(written)
    if f"<@{app.bot_user_id}" in message.text and "app_mention" in app.events:
        events.append({**written, "type": "app_mention"})
    return events
