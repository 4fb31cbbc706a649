"""Behind the scenes: what Zeeg answers next, how calls end, the clock, and Slack's wire."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

from bot.playground.clock import RunningClock
from bot.playground.playground import Playground
from bot.playground.zeeg_door import OUTBOUND_CALLS
from bot.playground.zeeg_moods import DOWN, MOODS, USUAL
from bot.playground.zeeg_outcomes import EVENT, TALK, Call, Outcome, booking_after

FOREVER: Final = 100_000
LOOK: Final = 0.2
"""Seconds between looks for calls that are over by themselves."""
NOBODY: Final = "http://127.0.0.1:9/"
"""The port of `discard`, where nobody listens."""


class Backstage:
    """
    The knobs of one playground.

    `ends_by_itself` says how many seconds after it was due a call ends, and how;
    `delivery_failure` is what Slack's next payload to the bot will fail with.
    """

    def __init__(self, playground: Playground, clock: RunningClock) -> None:
        self.playground = playground
        self.clock = clock
        self.mood = USUAL
        self.keeps_mood = False
        self.ends_by_itself: tuple[float, Outcome] | None = None
        self.callback_url = ""
        self.delivery_failure = ""
        self._request_url = ""

    @property
    def mood_now(self) -> str:
        """What Zeeg does with the next POST: a mood for one is over once it was used."""
        is_used = MOODS[self.mood].fault and not self.playground.faults.waiting(OUTBOUND_CALLS)
        return USUAL if is_used else self.mood

    async def subscribe(self, callback_url: str, token: str) -> None:
        """Have outcomes told to this URL, if the delivery of a test shows that it takes them."""
        self.callback_url = callback_url
        webhooks = self.playground.zeeg.webhooks
        webhooks.subscriptions.clear()
        body = {"callbackUrl": callback_url, "token": token, "events": [EVENT], "scope": "user"}
        await webhooks.subscribe_and_try(body)

    async def answer_next(self, mood: str, *, keeps: bool) -> None:
        """Choose what Zeeg does with the next POST, or with all from now on."""
        fault = MOODS[mood].fault
        self.playground.faults.clear()
        if fault is not None:
            self.playground.faults.next(OUTBOUND_CALLS, fault, FOREVER if keeps else 1)
        listener = self.playground.zeeg_listener
        if mood == DOWN and self.mood != DOWN:
            await listener.stop()
        elif mood != DOWN and self.mood == DOWN:
            await listener.start()
        self.mood, self.keeps_mood = mood, keeps

    async def end_call(self, call_id: int, outcome: Outcome) -> None:
        """End a call; if it is not yet over, or not even due, time passes until it is."""
        call = {each.id: each for each in self.playground.zeeg.calls}[call_id]
        self.clock.move(max(0.0, call.due_at + TALK - self.clock()))
        await self._complete(call, outcome)

    async def _complete(self, call: Call, outcome: Outcome) -> None:
        booked = {"booking": booking_after(call)} if outcome is Outcome.ANSWERED else {}
        await self.playground.zeeg.complete(call, outcome, **booked)

    def fail_next_delivery(self, failure: str) -> None:
        """Let the bot miss Slack's next payload: `operation_timeout` or `dispatch_failed`."""
        delivery = self.playground.delivery
        self._request_url = self._request_url or delivery.request_url
        delivery.ack_seconds = 0.0 if failure == "operation_timeout" else 3.0
        delivery.to(NOBODY if failure == "dispatch_failed" else self._request_url)
        self.delivery_failure = failure

    def delivered(self) -> None:
        """Let payloads arrive again, after one has failed."""
        if self.delivery_failure:
            self.fail_next_delivery("")

    @contextlib.asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """End what is over by itself, as long as this lasts."""
        working = asyncio.create_task(self._end_what_is_over())
        try:
            yield
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    async def _end_what_is_over(self) -> None:
        while True:
            for call in list(self.playground.zeeg.calls):
                if self.ends_by_itself is not None and self._is_over(call):
                    seconds, outcome = self.ends_by_itself
                    call.seconds = min(TALK, int(seconds))
                    await self._complete(call, outcome)
                    self.playground.traffic.ring()
            await asyncio.sleep(LOOK)

    def _is_over(self, call: Call) -> bool:
        seconds = self.ends_by_itself[0] if self.ends_by_itself else 0.0
        return call.ends == 0 and self.clock() >= call.due_at + seconds
