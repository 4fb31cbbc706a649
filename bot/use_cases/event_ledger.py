"""The socket for what Zeeg tells of the end of calls."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.calls.call import Call
from bot.calls.deed import Deed
from bot.calls.event import CallEnded, EventState, KeptEvent, Unreadable
from bot.calls.matching import Candidate, Verdict
from bot.calls.say import Say


class EventLedger(Protocol):
    """Events: kept once, matched, assigned. Every method is one transaction, and blocks."""

    def may_be_ours(self, ended: CallEnded) -> bool:
        """
        Whether a call of ours may have ended: its agent has called for us before, or its number
        was called, or one of these is not told.
        """
        ...

    def record_ended(
        self, ended: CallEnded, *, judge: Callable[[Sequence[Candidate]], Verdict]
    ) -> EventState | None:
        """
        Keep an event, end the call that `judge` finds among the candidates (calls of the same
        agent to the same number that are awaited, or of which only a person has told), and queue
        what it says, in one transaction.

        None, and nothing written, if this conversation's event was kept before.
        """
        ...

    def record_unreadable(self, unreadable: Unreadable, *, alert: Sequence[Say]) -> bool:
        """Keep a body that nobody understands. False, and nothing written, if it is kept."""
        ...

    def event(self, event_id: int) -> KeptEvent | None:
        """Read an event."""
        ...

    def calls_for(
        self, ended: CallEnded, *, at: datetime, near: timedelta, limit: int
    ) -> Sequence[Call]:
        """
        Find calls that may have ended so: those to its number, newest first, then those that its
        agent had to make not so long before `at`. None of them has an outcome from Zeeg.
        """
        ...

    def assign(
        self, event_id: int, *, call_id: int | None, deed: Deed, say: Sequence[Say]
    ) -> bool:
        """
        Take an admin's word for which call has ended, None for none of ours. False, and nothing
        written, if that was settled before, or the call has an outcome.
        """
        ...
