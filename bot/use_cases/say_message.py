"""Something must be said in Slack: it is said, later if need be, and the card starts the clock."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.calls.call import Call, Card
from bot.calls.failure import Failure, FailureKind
from bot.calls.review import Policy
from bot.calls.say import FORGOTTEN_BY, TO, Say, Saying, Topic
from bot.calls.spoken import Spoken
from bot.calls.status import NOT_SENT, Status
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.ports import Clock, Ledger, Message, Thread
from bot.use_cases.insisting import Ending
from bot.use_cases.place_call import back_off

LEASE = 60.0
"""Seconds a message is held: longer than saying it may take."""

LONGEST = 40.0
"""Seconds for saying one thing: looking for it, posting it, and posting it elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayMessage:
    """
    The worker's verb for a claimed message. No card, no call. It gives what writes down that it
    was said, or why it is said later or never.

    `at` is told "after Slack's answer", for tests that crash there.
    """

    ledger: Ledger
    thread: Thread
    clock: Clock
    policy: Policy
    at: Callable[[str], None]

    async def __call__(self, message: Message) -> Ending:
        """Say it."""
        try:
            async with asyncio.timeout(LONGEST):
                if message.saying is Saying.ALERT and TO not in message.facts:
                    return await self._addressed(message)
                spoken = await self.thread.say(message)
        except SlackUnavailableError as error:
            seconds = error.seconds if error.seconds is not None else back_off(message.tries)
            return partial(self.ledger.put_off, message, seconds=seconds, tried=error.may_be_done)
        except TimeoutError:
            seconds = back_off(message.tries)
            return partial(self.ledger.put_off, message, seconds=seconds, tried=True)
        except SlackRefusedError as error:
            return partial(self._never, message, FailureKind.CARD_REFUSED, error.code)
        self.at("after Slack's answer")
        return partial(self._said, message, spoken)

    async def give_up(self, message: Message) -> Ending:
        """Say no more what cannot even be put into words."""
        return partial(self._never, message, FailureKind.CARD_BROKEN, "unexpected_error")

    async def _addressed(self, message: Message) -> Ending:
        """Turn an alert into one message for each admin, so that none gets it twice."""
        each = [
            Say(
                saying=Saying.ALERT,
                facts={**message.facts, TO: user_id},
                once=f"{message.key}:{user_id}",
            )
            for user_id in await self.thread.admins()
        ]
        return partial(self.ledger.said, message, ts=None, say=each)

    def _said(self, message: Message, spoken: Spoken) -> None:
        call = message.call
        if message.saying is not Saying.CARD or call is None or spoken.ts is None:
            self.ledger.said(message, ts=spoken.ts, elsewhere=_elsewhere(call, spoken))
            return
        card = Card(channel_id=spoken.channel_id, ts=spoken.ts)
        self.ledger.card_said(
            message,
            card=card,
            send_at=max(self.clock.now() + self.policy.undo, call.new.send_after),
            say=_beside_the_card(call, card, spoken.refusal),
        )

    def _never(self, message: Message, kind: FailureKind, code: str) -> None:
        """Give a message up; without its card a call is refused, and its requester told."""
        if message.saying is Saying.CARD and message.call is not None:
            failure = Failure(kind=kind, code=code)
            note = Say(saying=Saying.NOTE, topic=Topic.NOT_PLACED)
            self.ledger.move(
                message.call.call_id,
                to=Status.REFUSED,
                out_of=NOT_SENT,
                failure=failure,
                say=[note],
            )
        self.ledger.give_up(message, why=code, say=_not_edited(message, code))


def _elsewhere(call: Call | None, spoken: Spoken) -> str | None:
    """Give where a reply stands that had to go to direct messages, so that it is found again."""
    if call is None or call.card is None or spoken.channel_id == call.card.channel_id:
        return None
    return spoken.channel_id


def _beside_the_card(call: Call, card: Card, refusal: str | None) -> list[Say]:
    """Say where a card went that may not stand in its channel; or who speaks, where it is new."""
    if refusal:
        return [Say(saying=Saying.NOTE, topic=Topic.CANNOT_POST, facts={"code": refusal})]
    if card.is_direct:
        return []
    once = f"welcome:{call.new.team_id}:{card.channel_id}"
    return [Say(saying=Saying.REPLY, topic=Topic.WELCOME, once=once)]


def _not_edited(message: Message, code: str) -> list[Say]:
    """Tell who asked to forget a number that Slack goes on showing it."""
    by = message.facts.get(FORGOTTEN_BY)
    if by is None:
        return []
    facts = {TO: by, "code": code}
    return [Say(saying=Saying.NOTE, topic=Topic.NOT_EDITED, facts=facts)]
