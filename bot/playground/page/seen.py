"""What one person sees in the workspace, as JSON for the page."""

from bot.playground.person import Person
from bot.playground.records import Channel, ChannelKind, InstalledApp, Message, Payload, User, View
from bot.playground.workspace import Workspace


def seen_by(person: Person) -> Payload:
    """Write everything that stands on one person's screen."""
    workspace = person.workspace
    return {
        "me": person.id,
        "people": {user.id: _user(user) for user in workspace.users.values()},
        "channels": [_channel(person, channel) for channel in _channels(person)],
        "modal": _view(person.modal),
        "home": _view(person.home),
        "notices": person.notices,
        "app": _app(workspace.app),
    }


def file_seen_by(person: Person, file_id: str) -> Payload | None:
    """Find a file in a message that stands on one person's screen."""
    messages = (each for channel in _channels(person) for each in _messages(person, channel))
    seen = {file["id"] for message in messages for file in message.files}
    return person.workspace.files[file_id] if file_id in seen else None


def _channels(person: Person) -> list[Channel]:
    return [each for each in person.workspace.channels.values() if person.id in each.members]


def _messages(person: Person, channel: Channel) -> list[Message]:
    return [each for each in channel.messages if each.only_for in {"", person.id}]


def _app(app: InstalledApp) -> Payload:
    return {
        "user": app.bot_user_id,
        "command": {
            "name": min(app.commands),
            "hint": app.usage_hint,
            "description": app.description,
        },
        "shortcuts": app.shortcuts,
        "has_home": app.has_home,
        "is_read_only": app.is_read_only,
    }


def _user(user: User) -> Payload:
    return {
        "name": user.name,
        "real_name": user.real_name,
        "tz": user.tz,
        "locale": user.locale,
        "is_bot": user.is_bot,
        "is_guest": user.is_restricted or user.is_ultra_restricted,
        "is_admin": user.is_admin or user.is_owner,
    }


def _channel(person: Person, channel: Channel) -> Payload:
    others = channel.members - {person.id}
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind.value,
        "with": next(iter(others), person.id) if channel.kind is ChannelKind.DIRECT else "",
        "members": len(channel.members),
        "has_bot": person.workspace.app.bot_user_id in channel.members,
        "messages": [_message(person.workspace, each) for each in _messages(person, channel)],
    }


def _message(workspace: Workspace, message: Message) -> Payload:
    written: Payload = {
        "channel": message.channel_id,
        "ts": message.ts,
        "user": message.user_id,
        "webhook": message.webhook_name,
        "text": message.text,
        "blocks": message.blocks,
        "thread_ts": message.thread_ts,
        "broadcast": message.is_broadcast,
        "only_for": message.only_for,
        "edited_ts": message.edited_ts,
        "from_app": message.from_app,
        "values": message.values,
        "reactions": message.reactions,
        "files": [
            {"id": file["id"], "title": file["title"], "size": file["size"]}
            for file in message.files
        ],
    }
    replies = workspace.replies(message)
    if replies and not message.only_for:
        written["replies"] = {
            "count": len(replies),
            "users": list(dict.fromkeys(each.user_id for each in replies)),
            "last_ts": replies[-1].ts,
        }
    return written


def _view(view: View | None) -> Payload | None:
    if view is None:
        return None
    return {
        "id": view.id,
        "hash": view.hash,
        "content": view.content,
        "values": view.values,
        "errors": view.errors,
        "depth": 0 if view.previous_view_id is None else 1,
    }
