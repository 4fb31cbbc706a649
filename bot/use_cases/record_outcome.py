"""Zeeg tells that a call is over: its thread is told, once, or an admin is asked which it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.event import CallEnded, Delivery, NotOurs, Unreadable
from bot.calls.matching import Candidate, Match, Verdict, find_match
from bot.calls.say import Say, Saying, Topic
from bot.calls.sharing import ShareResults
from bot.ports import Clock, Ledger
from bot.use_cases.event_ledger import EventLedger

EDIT = Say(saying=Saying.CARD_EDIT)
ALERT = Say(saying=Saying.ALERT)
ZONE_WARNING = 1
"""Tells the warning about the zone from the question about the same event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOutcome:
    """The verb behind Zeeg's webhook. It blocks, shortly, on the ledger."""

    ledger: EventLedger
    clock: Clock
    share: ShareResults

    def __call__(self, delivery: Delivery) -> str:
        """Keep a delivery, and give a word for the log on what became of it."""
        match delivery:
            case NotOurs():
                return "ignored"
            case Unreadable():
                alert = Say(saying=Saying.ALERT, once=f"unreadable:{self._day()}")
                is_new = self.ledger.record_unreadable(delivery, alert=[alert])
                return "unreadable" if is_new else "repeated"
            case CallEnded() if not self.ledger.may_be_ours(delivery):
                return "ignored"
            case CallEnded():
                state = self.ledger.record_ended(
                    delivery, judge=lambda candidates: self._judge(delivery, candidates)
                )
                return "repeated" if state is None else state.value
            case _:
                assert_never(delivery)

    def assign(self, event_id: int, *, call_id: int | None, by: str) -> bool:
        """Take an admin's word for which call it was. False if that was settled before."""
        deed = Deed(user_id=by, name="assign", surface=Surface.BUTTON)
        return self.ledger.assign(event_id, call_id=call_id, deed=deed, say=self._told())

    def _judge(self, ended: CallEnded, candidates: Sequence[Candidate]) -> Verdict:
        found = find_match(ended.started_at, candidates, now=self.clock.now())
        warning = self._zone_warning(found)
        if found.call_id is None:
            return Verdict(call_id=None, alert=(ALERT, *warning))
        return Verdict(call_id=found.call_id, say=self._told(), alert=warning)

    def _told(self) -> tuple[Say, ...]:
        facts = {"share": self.share.value}
        # Zeeg's answer to the POST may have told an outcome too, in a reply without a number.
        return (EDIT, Say(saying=Saying.REPLY, topic=Topic.OUTCOME, facts=facts, nth=1))

    def _zone_warning(self, found: Match) -> tuple[Say, ...]:
        """Warn once a day: one wrong zone shifts every call."""
        if found.hours_off == 0:
            return ()
        return (
            Say(
                saying=Saying.ALERT,
                facts={"hours": str(found.hours_off)},
                nth=ZONE_WARNING,
                once=f"zone:{self._day()}",
            ),
        )

    def _day(self) -> str:
        return f"{self.clock.now():%Y-%m-%d}"


def tell_overdue(ledger: Ledger, clock: Clock, *, after: timedelta, is_connected: bool) -> None:
    """
    Say of calls that were due so long ago that nothing was heard of them.

    Where nobody tells the bot how calls end, that was said once for all: the card alone says it.
    """
    reply = Say(saying=Saying.REPLY, topic=Topic.OVERDUE)
    ledger.tell_overdue(
        now=clock.now(), after=after, say=[EDIT, *([reply] if is_connected else [])]
    )
