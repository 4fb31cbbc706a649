"""What goes wrong at Slack and at Zeeg while people work: a little, and at random."""

import asyncio
import random

from bot.playground.faults import (
    Fault,
    answering,
    done_but_answering,
    hanging,
    lost_answer,
    rate_limited,
    reset,
    reset_unread,
    slack_error,
    slow,
)
from bot.playground.playground import Playground

ZEEG = [
    lost_answer(),
    reset(),
    answering(500, "oops"),
    answering(502, "<html>bad gateway</html>"),
    done_but_answering(200, "garbage"),
    done_but_answering(500, {"message": "Server Error"}),
    answering(429, {"message": "Too Many Attempts."}, Retry_After="1"),
    answering(422, {"message": "no", "errors": {"phoneNumber": ["no"]}}),
    slow(0.7),
    hanging(),
]
SLACK = [
    lost_answer(),
    reset(),
    reset_unread(),
    rate_limited(1),
    slack_error("internal_error"),
    answering(500, "oops"),
    done_but_answering(500, "oops"),
    done_but_answering(200, "garbage"),
    answering(503, "<html>down</html>"),
    slow(0.7),
]
METHODS = ["chat.postMessage", "chat.postMessage", "chat.update", "views.open", "users.info"]
DOWN = answering(503, "<html>down</html>")
FOR_EVER = 100_000
"""More calls than anybody makes before Slack is back."""


class Trouble:
    """
    Puts a fault into store now and then, until it is stopped. Once, Slack is down for `outage`
    seconds, or not at all.
    """

    def __init__(
        self,
        playground: Playground,
        chance: random.Random,
        *,
        pause: float,
        outage: float = 0.0,
    ) -> None:
        self.playground = playground
        self.chance = chance
        self.pause = pause
        self.outage = outage
        self.made = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._make())

    async def stop(self) -> None:
        """Let everything go right again."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self.playground.faults.clear()

    async def _make(self) -> None:
        if self.outage:
            await asyncio.sleep(self.chance.uniform(1, 10))
            await self._slack_is_down()
        while True:
            await asyncio.sleep(self.chance.uniform(0, 2 * self.pause))
            method, fault = self._next()
            if not self.playground.faults.waiting(method):
                self.playground.faults.next(method, fault)
                self.made += 1

    async def _slack_is_down(self) -> None:
        for method in set(METHODS):
            self.playground.faults.next(method, DOWN, FOR_EVER)
        await asyncio.sleep(self.outage)
        self.playground.faults.clear()

    def _next(self) -> tuple[str, Fault]:
        if self.chance.random() < 0.5:
            return "outbound-calls", self.chance.choice(ZEEG)
        return self.chance.choice(METHODS), self.chance.choice(SLACK)
