"""Slack's JSON → values, and nothing else; text stays as it came."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.calls.contact import Contact
from bot.calls.profile import Profile

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command. https://docs.slack.dev/interactivity/implementing-slash-commands."""

    team_id: str
    user_id: str
    channel_id: str
    text: str
    trigger_id: str
    response_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """
    A pressed button. `value` is the opaque id that it carries, or the number that is to be
    forgotten; it stands in the message `message_ts` or in the view `view_id`, and the other is
    empty; `is_home` tells that the view is a Home tab. `thread_ts` is the thread in which
    alone the message is seen.
    """

    team_id: str
    user_id: str
    channel_id: str
    action_id: str
    action_ts: str
    value: str
    trigger_id: str
    response_url: str | None
    message_ts: str = ""
    thread_ts: str = ""
    view_id: str = ""
    is_ephemeral: bool = False
    is_home: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """
    A shortcut. On a message, `message` is that, in the thread `thread_ts`, at `link`, written at
    `written_at`, by `author_id` if a person wrote it; anywhere else these and the channel are
    empty.
    """

    team_id: str
    user_id: str
    channel_id: str
    trigger_id: str
    response_url: str | None
    message: Payload
    thread_ts: str = ""
    link: str = ""
    author_id: str = ""
    written_at: datetime | None = None


ID = re.compile(r"[0-9]{1,9}")
"""A row of the ledger; with a tenth digit it may be more than a database can compare it with."""

TIMESTAMP = re.compile(r"[0-9]{9,11}(?:\.[0-9]{1,6})?")

Click = Button | Command | Shortcut
"""Somebody pressed or typed something: it has a trigger, and may have a response_url."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedHome:
    """Somebody looks at the app's Home tab."""

    team_id: str
    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """
    A submitted form. `state` is Slack's: block id → action id → the element's state. It stands
    in no channel, and whoever sent it is answered by direct message.
    """

    team_id: str
    user_id: str
    view_id: str
    private_metadata: str
    state: Mapping[str, Mapping[str, Payload]]
    channel_id: ClassVar[str] = ""
    response_url: ClassVar[None] = None


def read_command(payload: Payload) -> Command:
    """Read a slash command."""
    return Command(
        team_id=team_of(payload),
        user_id=_text(payload, "user_id"),
        channel_id=_text(payload, "channel_id"),
        text=_text(payload, "text"),
        trigger_id=_text(payload, "trigger_id"),
        response_url=_text(payload, "response_url") or None,
    )


def read_button(payload: Payload) -> Button:
    """Read the first action of a block_actions payload."""
    actions = payload.get("actions") or [{}]
    action: Payload = actions[0]
    container: Payload = payload.get("container") or {}
    return Button(
        team_id=team_of(payload),
        user_id=_text(payload.get("user") or {}, "id"),
        channel_id=_text(payload.get("channel") or container, "id"),
        action_id=_text(action, "action_id"),
        action_ts=_text(action, "action_ts"),
        value=_text(action, "value"),
        trigger_id=_text(payload, "trigger_id"),
        response_url=_text(payload, "response_url") or None,
        message_ts=_text(container, "message_ts"),
        thread_ts=_thread_of(container, payload.get("message") or {}),
        view_id=_text(payload.get("view") or {}, "id"),
        is_ephemeral=bool(container.get("is_ephemeral")),
        is_home=(payload.get("view") or {}).get("type") == "home",
    )


def _thread_of(container: Payload, message: Payload) -> str:
    """Read in which thread a message is seen, and not in the channel too."""
    thread_ts = _text(container, "thread_ts")
    is_in_channel = message.get("subtype") == "thread_broadcast"
    is_first = thread_ts == _text(container, "message_ts")
    return "" if is_first or is_in_channel else thread_ts


def read_submission(payload: Payload) -> Submission:
    """Read a view_submission payload."""
    view: Payload = payload.get("view") or {}
    return Submission(
        team_id=team_of(payload),
        user_id=_text(payload.get("user") or {}, "id"),
        view_id=_text(view, "id"),
        private_metadata=_text(view, "private_metadata"),
        state=(view.get("state") or {}).get("values") or {},
    )


def read_opened_home(payload: Payload) -> OpenedHome | None:
    """Read an app_home_opened event, None if it was another tab that was opened."""
    event: Payload = payload.get("event") or {}
    if event.get("tab") != "home":
        return None
    return OpenedHome(team_id=team_of(payload), user_id=_text(event, "user"))


def read_shortcut(payload: Payload) -> Shortcut:
    """
    Read a message shortcut's payload, or a global one's. The message's link is built from the
    workspace's domain: asking Slack for it would take longer than a trigger lives.
    """
    message: Payload = payload.get("message") or {}
    channel_id, ts = _text(payload.get("channel") or {}, "id"), _text(message, "ts")
    thread_ts = _text(message, "thread_ts") or ts
    domain = _text(payload.get("team") or {}, "domain")
    link = f"https://{domain}.slack.com/archives/{channel_id}/p{ts.replace('.', '')}"
    is_app = bool(message.get("bot_id") or message.get("subtype") == "bot_message")
    return Shortcut(
        team_id=team_of(payload),
        user_id=_text(payload.get("user") or {}, "id"),
        channel_id=channel_id,
        trigger_id=_text(payload, "trigger_id"),
        response_url=_text(payload, "response_url") or None,
        message=message,
        thread_ts=thread_ts,
        link=link if domain and channel_id and ts else "",
        author_id="" if is_app else _text(message, "user"),
        written_at=_written_at(message),
    )


def _written_at(message: Payload) -> datetime | None:
    """Tell when a message was written, or the oldest of those that are shared in it."""
    shared = [each for each in message.get("attachments") or [] if each.get("message_blocks")]
    told = [_text(each, "ts") for each in (message, *shared)]
    seconds = [float(ts) for ts in told if TIMESTAMP.fullmatch(ts)]
    return datetime.fromtimestamp(min(seconds), UTC) if seconds else None


def read_contact(user: Payload, *, user_id: str) -> Contact | None:
    """Read what a member shows of themselves; None of an app, or an account that is closed."""
    if user.get("is_bot") or user.get("deleted") or user_id == "USLACKBOT":
        return None
    profile: Payload = user.get("profile") or {}
    return Contact(
        user_id=user_id,
        full_name=_text(profile, "real_name") or _text(user, "real_name"),
        email=_text(profile, "email"),
        phone_number=_text(profile, "phone"),
        zone=_text(user, "tz"),
    )


def view_hash(payload: Payload) -> str:
    """Read which state of a view an action was made in, so that a newer one is not replaced."""
    return _text(payload.get("view") or {}, "hash")


def team_of(payload: Payload) -> str:
    """Read the workspace that a payload comes from; a command has it flat, the others do not."""
    flat = _text(payload, "team_id")
    return (
        flat
        or _text(payload.get("team") or {}, "id")
        or _text(payload.get("user") or {}, "team_id")
    )


def _text(payload: Payload, key: str) -> str:
    """Read a text, without lone surrogates: no database and no wire takes them."""
    value = payload.get(key)
    return value.encode(errors="ignore").decode() if isinstance(value, str) else ""


def is_member(user: Payload) -> bool:
    """Whether a user object is of a person who is no guest, and not gone."""
    flags = ("is_restricted", "is_ultra_restricted", "is_stranger", "is_bot", "deleted")
    return not any(user.get(flag) for flag in flags)


def runs_workspace(user: Payload) -> bool:
    """Whether a user object is of an owner or admin."""
    return bool(user.get("is_admin") or user.get("is_owner"))


def read_profile(
    user: Payload,
    *,
    team_id: str,
    user_id: str,
    read_at: datetime,
    enterprise_id: str | None = None,
) -> Profile:
    """
    Read a user object. https://docs.slack.dev/reference/objects/user-object.

    `enterprise_id` is our own Grid organisation: a partner's people may have one of their own.
    A zone that is not in the zone database counts as none: times would be read wrongly in it.
    """
    zone = _text(user, "tz")
    home = _text(user, "team_id")
    grid = user.get("enterprise_user")
    theirs = grid.get("enterprise_id") if isinstance(grid, dict) else None
    is_of_our_grid = enterprise_id is not None and theirs == enterprise_id
    return Profile(
        team_id=team_id,
        user_id=user_id,
        zone=zone if _is_zone(zone) else None,
        locale=_text(user, "locale") or None,
        is_guest=not is_member(user) or (bool(home) and home != team_id and not is_of_our_grid),
        is_admin=runs_workspace(user),
        read_at=read_at,
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def read_id(value: str) -> int:
    """Read the row that a button of ours names, 0 if it names none."""
    return int(value) if ID.fullmatch(value) else 0
