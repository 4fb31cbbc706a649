"""What a workspace is made of: people, channels, messages, views, and the installed app."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Payload = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class User:
    """Somebody in the workspace; `team_id` is another team's for people of Slack Connect."""

    id: str
    name: str
    real_name: str
    tz: str | None = "Europe/Berlin"
    locale: str = "en-US"
    email: str = ""
    phone: str = ""
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    is_bot: bool = False
    is_deleted: bool = False
    team_id: str = ""


class ChannelKind(StrEnum):
    """What sort of conversation a channel is."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "im"
    GROUP = "mpim"


@dataclass(slots=True, kw_only=True)
class Message:
    """
    A message; with `only_for` an ephemeral one that one person sees until it is replaced.

    `is_broadcast` marks a reply that is shown in the channel too, `webhook_name` what another
    app's incoming webhook posted: it has no user.
    """

    channel_id: str
    ts: str
    user_id: str = ""
    text: str = ""
    blocks: list[Payload] = field(default_factory=list)
    thread_ts: str = ""
    metadata: Payload | None = None
    edited_ts: str = ""
    only_for: str = ""
    from_app: bool = False
    is_broadcast: bool = False
    webhook_name: str = ""
    attachments: list[Payload] = field(default_factory=list)
    files: list[Payload] = field(default_factory=list)
    reactions: list[str] = field(default_factory=list)
    values: dict[str, Payload] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Channel:
    """A conversation; `posting_error` is the error that posting into it is refused with."""

    id: str
    name: str = ""
    kind: ChannelKind = ChannelKind.PUBLIC
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    is_ext_shared: bool = False
    posting_error: str = ""
    messages: list[Message] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class View:
    """A modal or a home tab, with what was typed into it and the errors shown in it."""

    id: str
    user_id: str
    content: Payload
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    values: Payload = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    channel_id: str = ""

    @property
    def callback_id(self) -> str:
        """The id by which a listener knows the view."""
        return str(self.content.get("callback_id", ""))

    @property
    def title(self) -> str:
        """The words in its title bar; a home tab has none."""
        return str(self.content.get("title", {}).get("text", ""))

    @property
    def blocks(self) -> list[Payload]:
        """Its blocks, as Slack keeps them."""
        return list(self.content["blocks"])


@dataclass(slots=True, kw_only=True)
class InstalledApp:
    """
    The app under test, as the workspace knows it.

    If it `is_read_only`, nobody types in the direct messages with it.
    """

    id: str = "A0PLAYGRND"
    bot_id: str = "B0PLAYGRND"
    bot_user_id: str = "U0ZEEGCALL"
    bot_name: str = "zeegcall"
    bot_token: str = "xoxb-playground"  # noqa: S105 - opens nothing but this playground
    app_token: str = "xapp-playground"  # noqa: S105
    signing_secret: str = "playground-signing-secret"  # noqa: S105
    scopes: set[str] = field(
        default_factory=lambda: {
            "commands",
            "chat:write",
            "users:read",
            "users:read.email",
            "im:write",
            "files:read",
            "files:write",
        }
    )
    commands: set[str] = field(default_factory=lambda: {"/zeegcall"})
    events: set[str] = field(default_factory=lambda: {"app_home_opened"})
    should_escape: bool = True
    usage_hint: str = ""
    description: str = ""
    shortcuts: list[Payload] = field(default_factory=list)
    has_home: bool = False
    is_read_only: bool = False


class MethodError(Exception):
    """A Web API method answers `ok: false` with this error."""

    def __init__(self, error: str, **more: object) -> None:
        """Keep what stands beside the error in the answer."""
        super().__init__(error)
        self.error = error
        self.more = more
