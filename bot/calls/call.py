"""A call as the ledger keeps it."""

from dataclasses import dataclass
from datetime import datetime

from bot.calls.draft import Surface
from bot.calls.failure import Failure
from bot.calls.replacing import Replacing
from bot.calls.request import CallRequest
from bot.calls.result import Result
from bot.calls.status import NOT_SENT, OVER, Outcome, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCall:
    """
    A call that is about to be recorded.

    `key` names the click: one click, one call. `channel_id` is where it was asked for, and
    `thread_ts` the thread in which its card belongs, None for the channel itself. `send_after`
    is the earliest time to hand it to Zeeg, `not_after` the latest; both aware. `confirmed` are
    the names of the concerns that the requester said yes to. `replacing`, known only until it is
    recorded, is the call that is cancelled in the same transaction. One that `is_veiled` holds
    what was hidden from its requester, who took it over from another's call.
    """

    key: str
    team_id: str
    requester_id: str
    channel_id: str
    thread_ts: str | None
    source_link: str | None
    response_url: str | None
    surface: Surface
    request: CallRequest
    requester_zone: str
    requester_locale: str | None
    requested_at: datetime
    send_after: datetime
    not_after: datetime
    confirmed: tuple[str, ...] = ()
    retry_of: int | None = None
    is_veiled: bool = False
    replacing: Replacing | None = None

    @property
    def is_direct(self) -> bool:
        """Whether it was asked for in direct messages or at Home: its requester's own place."""
        return self.channel_id == self.requester_id or self.channel_id.startswith("D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The message in Slack that stands for a call."""

    channel_id: str
    ts: str

    @property
    def is_direct(self) -> bool:
        """Whether it stands in direct messages: Slack's ids of these begin so."""
        return self.channel_id.startswith("D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """
    A row of the ledger. `call_id` is our own short number, `zeeg_id` Zeeg's. `reference` is what
    a person can quote and the log carries too. `send_at` is when it goes to Zeeg, None before its
    card stands. `is_overdue` tells that it was due long ago, and nothing was heard of it. Of one
    that `is_erased` only agent and times are left. All times are aware.
    """

    call_id: int
    reference: str
    new: NewCall
    status: Status
    attempts: int
    send_at: datetime | None
    card: Card | None
    zeeg_id: str | None
    failure: Failure | None
    outcome: Outcome | None
    ended_at: datetime | None
    result: Result | None = None
    is_overdue: bool = False
    is_erased: bool = False

    @property
    def request(self) -> CallRequest:
        """What Zeeg is asked for."""
        return self.new.request

    def is_whole_for(self, user_id: str) -> bool:
        """Whether it is somebody's own, and its number and email were never hidden from them."""
        return self.new.requester_id == user_id and not self.new.is_veiled

    @property
    def is_held(self) -> bool:
        """Whether it is kept here until shortly before it is due, and was not sent since."""
        waits = self.new.send_after > self.new.requested_at
        return waits and self.status in NOT_SENT and self.attempts == 0

    @property
    def is_hearsay(self) -> bool:
        """Whether a person said how it went, of which Zeeg has told nothing."""
        is_told = self.outcome is not None or (self.zeeg_id is not None and not self.is_overdue)
        return self.status in OVER and not is_told

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows what became of it, so that a person may say so."""
        unheard = self.status is Status.PENDING and self.is_overdue
        return unheard or self.status is Status.UNCERTAIN

    @property
    def due(self) -> datetime:
        """When it rings, or should have."""
        return self.request.scheduled_time or self.send_at or self.new.requested_at

    @property
    def thread_ts(self) -> str | None:
        """The thread that its replies belong to, None while there is none."""
        if self.card is None:
            return None
        if self.new.thread_ts is not None and self.card.channel_id == self.new.channel_id:
            return self.new.thread_ts
        return self.card.ts
