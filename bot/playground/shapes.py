"""How Slack writes people, channels, messages and views in JSON."""

import copy
import datetime as dt
import zoneinfo
from typing import Any

from bot.playground.records import Channel, ChannelKind, Message, Payload, User, View
from bot.playground.workspace import Workspace


def kept(blocks: list[Payload], workspace: Workspace) -> list[Payload]:
    """Give blocks as Slack keeps them: ids filled in, defaults of text objects written out."""
    own: list[Payload] = _with_defaults(copy.deepcopy(blocks))
    for block in own:
        block.setdefault("block_id", workspace.new_id("b"))
        if block["type"] in {"actions", "context_actions", "section", "input"}:
            inside = [*block.get("elements", []), block.get("element"), block.get("accessory")]
            for element in inside:
                if element and element["type"] != "image":
                    element.setdefault("action_id", workspace.new_id("a"))
    return own


def _with_defaults(value: Any) -> Any:  # noqa: ANN401 - any JSON, and the same kind back
    if isinstance(value, list):
        return [_with_defaults(each) for each in value]
    if not isinstance(value, dict):
        return value
    written = {name: _with_defaults(held) for name, held in value.items()}
    if written.get("type") == "plain_text":
        written.setdefault("emoji", True)
    elif written.get("type") == "mrkdwn":
        written.setdefault("verbatim", False)
    return written


def user_json(workspace: Workspace, user: User, *, with_locale: bool = False) -> Payload:
    """Write a person as `users.info` does; the email only with its scope."""
    profile: Payload = {
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.name,
        "display_name_normalized": user.name,
        "phone": user.phone,
        "title": "",
        "team": user.team_id,
    }
    if "users:read.email" in workspace.app.scopes and user.email and not user.is_stranger:
        profile["email"] = user.email
    written: Payload = {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "deleted": user.is_deleted,
        "real_name": user.real_name,
        "profile": profile,
        "is_admin": user.is_admin or user.is_owner,
        "is_owner": user.is_owner,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": int(workspace.clock()),
    }
    if user.is_stranger:
        written["is_stranger"] = True
    if user.tz is not None:
        written |= _zone(user.tz, workspace.clock())
    if with_locale:
        written["locale"] = user.locale
    return written


def _zone(tz: str, now: float) -> Payload:
    local = dt.datetime.fromtimestamp(now, tz=zoneinfo.ZoneInfo(tz))
    offset = local.utcoffset() or dt.timedelta()
    return {"tz": tz, "tz_label": local.tzname(), "tz_offset": int(offset.total_seconds())}


def channel_name(channel: Channel) -> str:
    """Name a channel as interaction payloads do, which hide names that are not public."""
    names = {ChannelKind.DIRECT: "directmessage", ChannelKind.PRIVATE: "privategroup"}
    return names.get(channel.kind, channel.name)


def channel_json(workspace: Workspace, channel: Channel) -> Payload:
    """Write a conversation as `conversations.info` does."""
    written: Payload = {
        "id": channel.id,
        "created": 1_700_000_000,
        "is_channel": channel.kind is ChannelKind.PUBLIC,
        "is_group": channel.kind is ChannelKind.PRIVATE,
        "is_im": channel.kind is ChannelKind.DIRECT,
        "is_mpim": channel.kind is ChannelKind.GROUP,
        "is_private": channel.kind is not ChannelKind.PUBLIC,
        "is_archived": channel.is_archived,
        "is_ext_shared": channel.is_ext_shared,
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "context_team_id": workspace.team_id,
    }
    if channel.kind is ChannelKind.DIRECT:
        written["user"] = next(iter(channel.members - {workspace.app.bot_user_id}), "")
    else:
        written |= {
            "name": channel.name,
            "name_normalized": channel.name,
            "is_member": workspace.app.bot_user_id in channel.members,
            "num_members": len(channel.members),
        }
    return written


def message_json(
    workspace: Workspace, message: Message, *, with_metadata: bool = False
) -> Payload:
    """Write a message as history and payloads do, its thread's figures included."""
    written: Payload = {"type": "message", "ts": message.ts, "text": message.text}
    written |= _author(workspace, message)
    optional: Payload = {
        "blocks": message.blocks,
        "thread_ts": message.thread_ts,
        "attachments": message.attachments,
        "files": message.files,
        "edited": message.edited_ts and {"user": message.user_id, "ts": message.edited_ts},
        "metadata": message.metadata if with_metadata else None,
        "reactions": [
            {"name": name, "count": 1, "users": [workspace.app.bot_user_id]}
            for name in message.reactions
        ],
    }
    written |= {name: held for name, held in optional.items() if held}
    replies = workspace.replies(message)
    if replies:
        people = sorted({each.user_id for each in replies})
        written |= {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": people,
            "reply_users_count": len(people),
            "latest_reply": replies[-1].ts,
        }
    return written


def _author(workspace: Workspace, message: Message) -> Payload:
    if message.webhook_name:
        name = message.webhook_name
        return {"subtype": "bot_message", "bot_id": "B0WEBHOOK", "username": name}
    author: Payload = {"user": message.user_id, "team": workspace.users[message.user_id].team_id}
    if message.from_app:
        author |= {"bot_id": workspace.app.bot_id, "app_id": workspace.app.id}
    return author


def view_json(workspace: Workspace, view: View) -> Payload:
    """Write a view as `views.*` and interaction payloads do."""
    written: Payload = {
        "id": view.id,
        "team_id": workspace.team_id,
        "type": view.content["type"],
        "blocks": view.blocks,
        "private_metadata": view.content.get("private_metadata", ""),
        "callback_id": view.callback_id,
        "state": {"values": view.values},
        "hash": view.hash,
        "title": view.content.get("title"),
        "clear_on_close": view.content.get("clear_on_close", False),
        "notify_on_close": view.content.get("notify_on_close", False),
        "close": view.content.get("close"),
        "submit": view.content.get("submit"),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": workspace.app.id,
        "external_id": view.content.get("external_id", ""),
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.app.bot_id,
    }
    return copy.deepcopy(written)
