"""What a person typed, before it is a call: nothing of it may be lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Surface(StrEnum):
    """Where in Slack a call was asked for."""

    COMMAND = "command"
    SHORTCUT = "shortcut"  # on a message
    GLOBAL_SHORTCUT = "global_shortcut"
    BUTTON = "button"  # on a card or a reply
    HOME = "home"
    BULK = "bulk"


class DraftState(StrEnum):
    """What became of a draft."""

    OPEN = "open"  # acknowledged; nothing was shown yet
    SHOWN = "shown"  # its form stands on the person's screen, or was offered by a button
    CLOSED = "closed"  # it became a call


class FormField(StrEnum):
    """A field of the form; `request_text` is the whole line of a command."""

    REQUEST_TEXT = "request_text"
    PERSON = "person"  # the id of a member who was picked, whose profile fills the next ones in
    FULL_NAME = "full_name"
    PHONE_NUMBER = "phone_number"
    EMAIL = "email"
    WHEN_WORDS = "when_words"
    WHEN_PICKED = "when_picked"  # epoch seconds, as Slack's picker gives it
    AGENT = "agent"  # the agent's uuid
    ADDITIONAL_DATA = "additional_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    `draft_id` is opaque and may travel through Slack. `key` names the click that made it: one
    click, one draft. `fields` hold what was typed, word for word, as it came from Slack.
    `asked` is the digest of the warnings that the form last showed, None if it showed none.
    `replaces` is the call that is cancelled once this draft becomes one.
    `thread_ts` and `source_link` are those of the message that a shortcut was used on, and
    `written_at` is when that was written, None for what was typed to the bot itself.
    """

    draft_id: str
    key: str
    team_id: str
    channel_id: str
    user_id: str
    surface: Surface
    fields: Mapping[FormField, str] = field(default_factory=dict)
    thread_ts: str | None = None
    source_link: str | None = None
    response_url: str | None = None
    asked: str | None = None
    retry_of: int | None = None
    replaces: int | None = None
    state: DraftState = DraftState.OPEN
    created_at: datetime
    written_at: datetime | None = None

    @property
    def words_from(self) -> datetime:
        """From when the words of its line count: "tomorrow" of an old message is a day ago."""
        return self.written_at or self.created_at
