"""The state of the workspace: who and what is there, and what was posted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.records import (
    Channel,
    ChannelKind,
    InstalledApp,
    Message,
    MethodError,
    Payload,
    User,
    View,
)

TRIGGER_SECONDS = 3
RESPONSE_URL_SECONDS = 30 * 60
RESPONSE_URL_USES = 5


@dataclass(slots=True, kw_only=True)
class Trigger:
    """The right to open one view for one person, for three seconds."""

    user_id: str
    channel_id: str
    issued_at: float
    is_spent: bool = False


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """The right to answer one interaction five times within half an hour."""

    channel_id: str
    user_id: str
    issued_at: float
    original: Message | None = None
    uses: int = 0


@dataclass(slots=True, kw_only=True)
class UserGroup:
    """A user group and who is in it."""

    id: str
    handle: str
    members: list[str] = field(default_factory=list)


class Workspace:
    """One Slack workspace with one app in it; `clock` gives Unix seconds and may be moved."""

    def __init__(self, clock: Callable[[], float], app: InstalledApp | None = None) -> None:
        self.clock = clock
        self.app = app or InstalledApp()
        self.team_id = "T0PLAYGRND"
        self.domain = "playground"
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, UserGroup] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.files: dict[str, Payload] = {}
        self._last_ts = 0
        self._last_id = 0
        self.add_user(
            User(
                id=self.app.bot_user_id,
                name=self.app.bot_name,
                real_name=self.app.bot_name,
                tz=None,
                is_bot=True,
            )
        )

    def new_id(self, prefix: str) -> str:
        """Make an id that nothing else here has."""
        self._last_id += 1
        return f"{prefix}{self._last_id:08d}"

    def add_file(self, name: str, content: bytes) -> str:
        """Keep a file that a person put into a form; give its id."""
        file_id = self.new_id("F")
        self.files[file_id] = {
            "id": file_id,
            "name": name,
            "title": name,
            "size": len(content),
            "content": content,
        }
        return file_id

    def new_ts(self) -> str:
        """Make a message timestamp: it only ever grows, even when the clock stands."""
        self._last_ts = max(int(self.clock() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def add_user(self, user: User) -> User:
        """Let somebody in; who names no team is of this one."""
        user.team_id = user.team_id or self.team_id
        self.users[user.id] = user
        return user

    def add_channel(self, channel: Channel) -> Channel:
        """Open a channel with its members, the bot among them only if it is named."""
        self.channels[channel.id] = channel
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """Give the app's direct conversation with a person, opened on first use."""
        pair = {user_id, self.app.bot_user_id}
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DIRECT and channel.members == pair:
                return channel
        return self.add_channel(
            Channel(id=self.new_id("D"), kind=ChannelKind.DIRECT, members=pair)
        )

    def user(self, user_id: str) -> User:
        """Find a person by id."""
        if user_id not in self.users:
            raise MethodError("user_not_found")
        return self.users[user_id]

    def visible_channel(self, channel_id: str) -> Channel:
        """Find a conversation that the app may know of: a public one, or one it is in."""
        channel = self.channels.get(channel_id)
        is_hidden = channel is not None and channel.kind is not ChannelKind.PUBLIC
        if channel is None or (is_hidden and self.app.bot_user_id not in channel.members):
            raise MethodError("channel_not_found")
        return channel

    def post(self, message: Message) -> Message:
        """Put a message into its channel."""
        self.channels[message.channel_id].messages.append(message)
        return message

    def message(self, channel_id: str, ts: str) -> Message:
        """Find a message that everybody sees."""
        for message in self.channels[channel_id].messages:
            if message.ts == ts and not message.only_for:
                return message
        raise MethodError("message_not_found")

    def remove(self, message: Message) -> None:
        """Take a message away."""
        kept = [each for each in self.channels[message.channel_id].messages if each is not message]
        self.channels[message.channel_id].messages = kept

    def replies(self, message: Message) -> list[Message]:
        """Give what was said in a message's thread, the message itself left out."""
        return [
            each
            for each in self.channels[message.channel_id].messages
            if each.thread_ts == message.ts and each.ts != message.ts and not each.only_for
        ]

    def issue_trigger(self, user_id: str, channel_id: str = "") -> str:
        """Give an interaction its trigger_id."""
        number = self.new_id("")
        trigger_id = f"{int(self.clock() * 1000)}.{number}.{number:0>32}"
        self.triggers[trigger_id] = Trigger(
            user_id=user_id, channel_id=channel_id, issued_at=self.clock()
        )
        return trigger_id

    def spend_trigger(self, trigger_id: str) -> Trigger:
        """Use a trigger_id up, and say whose it was and where."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise MethodError("invalid_trigger_id")
        if trigger.is_spent:
            raise MethodError("exchanged_trigger_id")
        if self.clock() - trigger.issued_at > TRIGGER_SECONDS:
            raise MethodError("expired_trigger_id")
        trigger.is_spent = True
        return trigger

    def issue_response_url(
        self, channel_id: str, user_id: str, original: Message | None = None
    ) -> str:
        """Give an interaction the id of its response_url."""
        response_id = self.new_id("R")
        self.response_urls[response_id] = ResponseUrl(
            channel_id=channel_id, user_id=user_id, issued_at=self.clock(), original=original
        )
        return response_id
