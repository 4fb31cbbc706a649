"""How fast the bot speaks: Slack's limits for each channel and method, kept before they bite."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.errors import SlackUnavailableError

T = TypeVar("T")

POST, UPDATE, HISTORY = "chat.postMessage", "chat.update", "conversations.history"
PUBLISH = "views.publish"

INTERVAL = 1.0
"""Seconds between messages in a channel: https://docs.slack.dev/apis/web-api/rate-limits."""

BURST = 5
"""So many messages may come at once after a silence, and so many cards beside them."""

EDITS_AT_ONCE = 20
"""Edits share one lane for the workspace: tier 3, 50 and more a minute."""

UNSAID_AT_ONCE, UNSAID_INTERVAL = 10, 1.5
"""What erases may be thousands of edits: in a slower lane of their own they hold up no others."""

HOMES_AT_ONCE = 30
"""Home tabs share one lane for the workspace: tier 4, 100 and more a minute."""

OUTAGES = 3
"""So many failures of a method in a row mean that it is down."""

LONGEST_REST = 30.0
FORGOTTEN_AFTER = 300.0
MANY = 1000


@dataclass(slots=True, kw_only=True)
class _Lane:
    """A line in which one message follows another; `next_at` is when it would be all empty."""

    burst: int
    interval: float = INTERVAL
    next_at: float = float("-inf")

    def turn(self, now: float) -> float:
        """Give the moment of the next free turn, and take it."""
        at = max(now, self.next_at - (self.burst - 1) * self.interval)
        self.next_at = max(now, self.next_at) + self.interval
        return at


@dataclass(slots=True, kw_only=True)
class Pace:
    """
    Gives turns. One that is not now is kept for whoever asks again under the same name, so that
    a long line moves on by one each second and not by chance. `time` only ever grows.
    """

    time: Callable[[], float]
    _lanes: dict[tuple[str, str], _Lane] = field(default_factory=dict)
    _turns: dict[str, float] = field(default_factory=dict)
    _rests: dict[tuple[str, str], float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)
    _most: int = MANY

    async def post(
        self, do: Callable[[], Awaitable[T]], *, channel_id: str, turn: str, urgent: bool
    ) -> T:
        """
        Post into a channel, if it is this message's turn; urgent ones have a lane of their own.

        Raises SlackUnavailableError, with the seconds until its turn if it is not now.
        """
        self._refuse_resting(POST, channel_id)
        lane = "urgent" if urgent else "usual"
        self._take((lane, channel_id), turn, _Lane(burst=BURST))
        return await self._watched(do, method=POST, place=channel_id)

    async def edit(self, do: Callable[[], Awaitable[T]], *, turn: str, erases: bool = False) -> T:
        """Edit a message, if it is its turn. Raises SlackUnavailableError as `post` does."""
        self._refuse_resting(UPDATE, "")
        if erases:
            lane = _Lane(burst=UNSAID_AT_ONCE, interval=UNSAID_INTERVAL)
            self._take(("unsay", ""), turn, lane)
        else:
            self._take(("edit", ""), turn, _Lane(burst=EDITS_AT_ONCE))
        return await self._watched(do, method=UPDATE, place="")

    async def publish(self, do: Callable[[], Awaitable[T]], *, turn: str) -> T:
        """Show a Home tab, if it is its turn. Raises SlackUnavailableError as `post` does."""
        self._refuse_resting(PUBLISH, "")
        self._take(("home", ""), turn, _Lane(burst=HOMES_AT_ONCE))
        return await self._watched(do, method=PUBLISH, place="")

    async def look(self, do: Callable[[], Awaitable[T]]) -> T:
        """Read messages, unless Slack has asked to be left alone."""
        self._refuse_resting(HISTORY, "")
        return await self._watched(do, method=HISTORY, place="")

    def _take(self, name: tuple[str, str], turn: str, empty: _Lane) -> None:
        """Take a turn in a lane, which is this empty one if nobody was in it lately."""
        now = self.time()
        self._forget(now)
        at = self._turns.get(turn)
        if at is None:
            at = self._lanes.setdefault(name, empty).turn(now)
        if at > now:
            self._turns[turn] = at
            raise _not_yet("its_turn_comes", at - now)
        self._turns.pop(turn, None)

    def _refuse_resting(self, method: str, place: str) -> None:
        now = self.time()
        until = max(self._rests.get((method, where), now) for where in {place, ""})
        if until > now:
            raise _not_yet("resting", until - now)

    async def _watched(self, do: Callable[[], Awaitable[T]], *, method: str, place: str) -> T:
        try:
            answer = await do()
        except SlackUnavailableError as error:
            self._rest(method, place, error)
            raise
        self._failures.pop(method, None)
        return answer

    def _rest(self, method: str, place: str, error: SlackUnavailableError) -> None:
        now = self.time()
        if error.seconds is not None:
            self._rests[method, place] = now + error.seconds
            return
        failures = self._failures[method] = self._failures.get(method, 0) + 1
        if failures >= OUTAGES:
            rest = min(LONGEST_REST, 2.0 ** min(failures - OUTAGES, 10))
            self._rests[method, ""] = now + rest

    def _forget(self, now: float) -> None:
        """Let go of what was long ago, each time that it has doubled: a long line is no hurry."""
        if self._count() <= self._most:
            return
        old = now - FORGOTTEN_AFTER
        self._turns = {name: at for name, at in self._turns.items() if at > old}
        self._lanes = {name: lane for name, lane in self._lanes.items() if lane.next_at > old}
        self._rests = {name: until for name, until in self._rests.items() if until > old}
        self._most = max(MANY, 2 * self._count())

    def _count(self) -> int:
        return len(self._turns) + len(self._lanes) + len(self._rests)


def _not_yet(code: str, seconds: float) -> SlackUnavailableError:
    spread = seconds * random.uniform(1.0, 1.05) + 0.01  # noqa: S311 - spreads load, guards nothing
    return SlackUnavailableError(code, seconds=spread, may_be_done=False)
