"""The sockets: what the verbs need from the world, told as Protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.calls.bulk import ListRow
from bot.calls.call import Call, Card, NewCall
from bot.calls.deed import Deed
from bot.calls.draft import Draft, FormField
from bot.calls.due import Due
from bot.calls.event import KeptEvent
from bot.calls.failure import Failure
from bot.calls.history import History
from bot.calls.permission import DailyCap
from bot.calls.profile import Profile
from bot.calls.request import CallRequest
from bot.calls.say import Say, Saying, Topic
from bot.calls.spoken import Spoken
from bot.calls.standing import Standing
from bot.calls.status import Status


class Clock(Protocol):
    """What a person means by now. Leases and back-off use the database's clock instead."""

    def now(self) -> datetime:
        """Tell the present moment, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The answer to recording: the row, and whether this click made it or an earlier one had."""

    call: Call
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A call that this process alone may send until its lease runs out."""

    call: Call
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A row of the outbox that this process alone may say until its lease runs out."""

    message_id: int
    key: str
    token: str
    saying: Saying
    topic: Topic | None
    facts: Mapping[str, str]
    tries: int  # 1 if it surely was not said before, more if it may have been
    call: Call | None
    draft: Draft | None
    event: KeptEvent | None = None


class DraftLedger(Protocol):
    """Drafts and the people who wrote them."""

    def record_draft(self, draft: Draft, *, offer_after: float) -> bool:
        """
        Keep a draft, and with it an OFFER_FORM message that is due in `offer_after` seconds.
        False, and nothing written, if a draft with this key is kept already.
        """
        ...

    def draft(self, draft_id: str) -> Draft | None:
        """Read a draft."""
        ...

    def change_draft(self, draft_id: str, *, fields: Mapping[FormField, str]) -> None:
        """Keep what was typed into the form since."""
        ...

    def show_warnings(self, draft_id: str, *, asked: str) -> None:
        """Keep which warnings the form shows now, so that a yes counts for these only."""
        ...

    def draft_shown(self, draft_id: str) -> None:
        """Note that its form stands on a screen: its OFFER_FORM message, if unsaid, is dropped."""
        ...

    def offer_form_now(self, draft_id: str) -> None:
        """Make its OFFER_FORM message due at once, since the form could not be opened."""
        ...

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read what is remembered of a person, None if nothing is."""
        ...

    def remember_profile(self, profile: Profile) -> None:
        """Keep or replace what Slack says of a person."""
        ...


class CallLedger(Protocol):
    """Calls: recorded, moved, claimed."""

    def record_call(
        self,
        new: NewCall,
        *,
        draft_id: str | None,
        may_repeat: bool,
        say: Sequence[Say],
        fresh: Draft | None = None,
        cap: DailyCap | None = None,
        row: ListRow | None = None,
    ) -> Recorded:
        """
        Keep a call with its first messages, and close its draft, in one transaction.

        A call with the same key, or that this draft became already, is answered as it is, and
        nothing is written. Raises OpenCallError while the number has an open call, by whichever
        agent, to which nobody said yes (`may_repeat`: to the same agent's); NumberBlockedError for
        a blocked number, DailyCapError beyond `cap`, CallMovedError if what it replaces moved.

        A `fresh` draft is one that is not kept yet: it is kept with its call, closed already.
        Raises RepeatedClickError if its click was kept before. The `row` of a list that it is
        made of is settled with it; raises RowSettledError if that is not to be called any more.
        """
        ...

    def call(self, call_id: int) -> Call | None:
        """Read a call."""
        ...

    def call_with_key(self, key: str) -> Call | None:
        """Read the call that this click made, None if it made none."""
        ...

    def call_of_draft(self, draft_id: str) -> Call | None:
        """Read the call that a draft became."""
        ...

    def history(self, *, phone_number: str, since: datetime, region: str | None = None) -> History:
        """Find a number's calls that are open, or since then; its `region`'s too, if given."""
        ...

    def move(
        self,
        call_id: int,
        *,
        to: Status,
        out_of: frozenset[Status],
        failure: Failure | None = None,
        deed: Deed | None = None,
        say: Sequence[Say] = (),
    ) -> Call | None:
        """Move a call, with messages and who did it; None if it stands where it may not."""
        ...


class SendingLedger(Protocol):
    """What the worker does with calls that are due."""

    def claim_calls(self, *, now: datetime, limit: int, lease: float) -> Sequence[Claim]:
        """
        Move up to `limit` announced calls that are due to `sending`, committed before this
        returns, each with a token of its own and a lease of `lease` seconds.
        """
        ...

    def settle(
        self,
        claim: Claim,
        *,
        to: Status,
        zeeg_id: str | None = None,
        failure: Failure | None = None,
        say: Sequence[Say] = (),
    ) -> bool:
        """
        Write what became of a claimed call, also if a person settled it as `uncertain` meanwhile:
        its messages get that word as the fact WORD. False if the claim is no longer ours.
        """
        ...

    def put_back(
        self, claim: Claim, *, failure: Failure | None, seconds: float, say: Sequence[Say] = ()
    ) -> bool:
        """
        Give a call back that surely was not accepted, to be claimed no sooner than in `seconds`.
        Without a failure the attempt does not count. False if it is not ours, or to be forgotten.
        """
        ...

    def reap_calls(self, *, say: Sequence[Say], failure: Failure) -> Sequence[int]:
        """Move calls whose lease ran out in `sending` to `uncertain`; give their ids."""
        ...

    def expire_calls(
        self, *, now: datetime, ahead: timedelta, say: Sequence[Say], failure: Failure
    ) -> Sequence[int]:
        """Expire what had no card by `not_after`, or was asked for so far ahead; give the ids."""
        ...

    def tell_overdue(
        self, *, now: datetime, after: timedelta, say: Sequence[Say]
    ) -> Sequence[int]:
        """Mark pending calls that were due so long ago as overdue, each once; give their ids."""
        ...

    def look(self, *, now: datetime) -> Due:
        """Tell what is due. It locks nothing: an idle process disturbs nobody."""
        ...

    def standing(self, claim: Claim, *, lease: float) -> Standing:
        """Tell where a claim that was made for `lease` seconds stands, before its call is sent."""
        ...


class Outbox(Protocol):
    """What must be said in Slack."""

    def claim_messages(self, *, limit: int, lease: float) -> Sequence[Message]:
        """
        Take up to `limit` messages that are due, of one call or draft only the oldest that is not
        said. Cards come first, since they hold up a telephone.
        """
        ...

    def said(
        self,
        message: Message,
        *,
        ts: str | None,
        say: Sequence[Say] = (),
        elsewhere: str | None = None,
    ) -> bool:
        """
        Write down that it was said, and what follows; `elsewhere` is where, if not in its card's
        channel. False if the claim is not ours.
        """
        ...

    def card_said(
        self,
        message: Message,
        *,
        card: Card,
        send_at: datetime,
        say: Sequence[Say] = (),
    ) -> bool:
        """
        Write down that the card stands, and announce a recorded call with this `send_at` in the
        same transaction. False if the claim is no longer ours.
        """
        ...

    def put_off(self, message: Message, *, seconds: float, tried: bool) -> None:
        """Say it later: it is due again in `seconds`. Unless `tried`, this try does not count."""
        ...

    def give_up(self, message: Message, *, why: str, say: Sequence[Say] = ()) -> None:
        """Never say it: Slack refuses it for good. `why` is Slack's error name."""
        ...


class Ledger(DraftLedger, CallLedger, SendingLedger, Outbox, Protocol):
    """Everything that survives a crash. Every method is one transaction, and blocks."""


class Telephone(Protocol):
    """Zeeg."""

    async def create_outbound_call(self, request: CallRequest) -> "Placed":
        """
        Ask Zeeg's agent to call, once. Raises CallRefusedError (nobody is called),
        ZeegUnavailableError (nobody is, may be tried again) or CallUncertainError (perhaps).
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Zeeg has the call: its id and where it stands there."""

    zeeg_id: str
    status: Status


class Thread(Protocol):
    """Slack, as far as a call's card and its replies go."""

    async def say(self, message: Message) -> Spoken:
        """Say it. Raises SlackRefusedError (never) or SlackUnavailableError (not now)."""
        ...

    async def admins(self) -> Sequence[str]:
        """List who must know of what only admins can mend. Raises as `say` does."""
        ...
