"""What a person asks for, as values; and what the bot answers before it has placed anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.calls.call import Call
from bot.calls.concerns import Concern
from bot.calls.doubts import Doubt
from bot.calls.draft import Draft, FormField, Surface
from bot.calls.form import Form
from bot.calls.permission import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    Somebody asked for a call. `key` names the click, so that a repeated delivery asks nothing
    new. `text` is the request text just as Slack sent it, `written_at` when the message was
    written in which it stands, None where it was typed to the bot itself.
    """

    key: str
    team_id: str
    channel_id: str
    user_id: str
    surface: Surface
    text: str = ""
    thread_ts: str | None = None
    source_link: str | None = None
    response_url: str | None = None
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """
    Somebody submitted the form. `asked` is what the warnings that it showed are bound to, None if
    it showed none, and `confirmed` the yes to them.
    """

    key: str
    team_id: str
    user_id: str
    draft_id: str
    fields: Mapping[FormField, str]
    asked: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm:
    """The form has to be shown."""

    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProfile:
    """The draft is kept; who and where its writer is must be read from Slack to go on."""

    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The call is on disk; the worker does the rest. It is not new if its click was answered."""

    call: Call
    is_new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """The same click was answered before; there is nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """The form comes back with every mistake at its field."""

    at: Mapping[FormField, Doubt]
    zone: str
    knows_zone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The form shows the warnings that hold, and no yes was said to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """The form belongs to no draft of this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """A rule turns the writer of the draft away, so nobody is called."""

    draft: Draft
    barred: NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLate:
    """The call that this one was to take the place of stands elsewhere by now."""

    call: Call


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBefore:
    """The form was sent, and became this call, before it was changed."""

    call: Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A rule says no, whatever the person says."""

    doubt: Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """The person has to say yes to these first; `asked` is what the yes is bound to."""

    concerns: tuple[Concern, ...]
    asked: str


Answer = OpenForm | ReadProfile | Accepted | Repeated | TurnedAway
FormAnswer = OpenForm | Mistakes | Unanswered | Accepted | Lost | TurnedAway | TooLate | SentBefore
