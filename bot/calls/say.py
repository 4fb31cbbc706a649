"""What must be said in Slack: kinds and small facts, never rendered text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

WORD = "word"
"""The fact that holds how a call stands by somebody's word: news may come before it is said."""

FORGOTTEN_BY = "forgotten_by"
"""The fact that names who asked for a number to be forgotten."""

TO = "to"
"""The fact that names for whom a note or an alert is, where that is not the requester."""

TAKEN = "taken"
"""The fact that names the call to the same contact that Zeeg has after all."""


class Saying(StrEnum):
    """How something is said."""

    CARD = "card"  # posts the call's card; its `ts` announces the call
    CARD_EDIT = "card_edit"  # brings the card up to date; several become one
    REPLY = "reply"  # a reply in the call's thread
    OFFER_FORM = "offer_form"  # an ephemeral button that brings a draft's form back
    NOTE = "note"  # an ephemeral sentence for the requester
    REPLY_EDIT = "reply_edit"  # brings a reply up to date; `facts` hold where it stands
    ALERT = "alert"  # a direct message about an event to each admin


class Topic(StrEnum):
    """What a reply or note is about."""

    WELCOME = "welcome"  # the bot is new in this channel
    PENDING = "pending"
    OUTCOME = "outcome"
    REFUSED = "refused"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"  # cancelled, and another call takes its place
    UNCERTAIN = "uncertain"
    SETTLED = "settled"  # a person said what became of an uncertain call
    WAITING = "waiting"  # Zeeg cannot be reached or asks for patience; tried again by itself
    OVERDUE = "overdue"  # due long ago, and nothing was heard
    CANNOT_POST = "cannot_post"  # the bot may not post in the channel; the card is in a DM
    BLOCKED = "blocked"  # its number was put on the do-not-call list, but Zeeg has the call
    NOT_PLACED = "not_placed"  # the bot may post nowhere: no card, no call
    NOT_EDITED = "not_edited"  # its number is to be forgotten, and Slack lets nobody edit
    NOT_CONNECTED = "not_connected"  # nobody tells the bot how calls end


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """
    One message to be written into the outbox. Its key is the call, draft or event it belongs to,
    and `what`: a message is written once. `nth` tells apart what may rightly be said again.
    `once`, if given, stands in for the call: it names what this is said but once for.
    """

    saying: Saying
    topic: Topic | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    nth: int = 0
    once: str = ""

    @property
    def what(self) -> str:
        """Name this message among those of its call or draft."""
        parts = [self.saying.value, *([self.topic.value] if self.topic else [])]
        return ":".join([*parts, *([str(self.nth)] if self.nth else [])])
