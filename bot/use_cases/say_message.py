"""Something must be said in Slack: it is said, later if need be, and the card starts the clock."""

import asyncio
from dataclasses import dataclass

from bot.calls.call import Card
from bot.calls.failure import Failure, FailureKind
from bot.calls.review import Policy
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.ports import Clock, Ledger, Message, Spoken, Thread
from bot.use_cases.place_call import back_off

LEASE = 60.0
"""Seconds a message is held: longer than Slack may take to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayMessage:
    """The worker's verb for a claimed message. No card, no call."""

    ledger: Ledger
    thread: Thread
    clock: Clock
    policy: Policy

    async def __call__(self, message: Message) -> None:
        """Say it, or write down why it is said later or never."""
        try:
            spoken = await self.thread.say(message)
        except SlackUnavailableError as error:
            seconds = error.seconds if error.seconds is not None else back_off(message.tries)
            await asyncio.to_thread(self.ledger.put_off, message, seconds=seconds)
        except SlackRefusedError as error:
            await asyncio.to_thread(self._refused, message, error)
        else:
            await asyncio.to_thread(self._said, message, spoken)

    def _said(self, message: Message, spoken: Spoken) -> None:
        call = message.call
        if message.saying is not Saying.CARD or call is None or spoken.ts is None:
            self.ledger.said(message, ts=spoken.ts)
            return
        note = (
            [Say(saying=Saying.NOTE, topic=Topic.CANNOT_POST, facts={"code": spoken.refusal})]
            if spoken.refusal
            else []
        )
        self.ledger.card_said(
            message,
            card=Card(channel_id=spoken.channel_id, ts=spoken.ts),
            send_at=max(self.clock.now() + self.policy.undo, call.new.send_after),
            say=note,
        )

    def _refused(self, message: Message, error: SlackRefusedError) -> None:
        if message.saying is Saying.CARD and message.call is not None:
            failure = Failure(kind=FailureKind.CARD_REFUSED, code=error.code)
            note = Say(saying=Saying.NOTE, topic=Topic.NOT_PLACED)
            self.ledger.move(
                message.call.call_id,
                to=Status.REFUSED,
                out_of=NOT_SENT,
                failure=failure,
                say=[note],
            )
        self.ledger.give_up(message, why=error.code)
