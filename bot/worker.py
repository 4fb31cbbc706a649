"""The worker: claims what is due, to be sent to Zeeg or to be said in Slack, and does it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from bot.calls.call import Call
from bot.errors import LedgerError, trace_of
from bot.ports import Claim, Clock, Ledger, Message
from bot.use_cases import place_call, say_message
from bot.use_cases.group_commit import Doings
from bot.use_cases.insisting import Ending, insist
from bot.use_cases.place_call import PlaceCall
from bot.use_cases.say_message import SayMessage

log = logging.getLogger(__name__)

POLL = 0.25
"""Seconds between looks for what another process wrote; what this one writes wakes it at once."""

SWEEP = 1.0
"""Seconds between looks for leases that ran out and calls whose time has passed."""

ERASE = 60.0
"""Seconds between looks for what was kept long enough."""

SHORTEST, HELD = 0.01, 0.1
"""Seconds to the next look: at the least, and while what is due is held by others."""

CALLS_AT_ONCE, MESSAGES_AT_ONCE = 32, 64

IN_A_CROWD = 2
"""Of each, while people in Slack wait one after the other: calls go on, and acks come soon."""

HOPELESS = 4
"""Tries after which a message that always fails in a way that has no name is given up."""

AFTER_AN_ERROR = 1.0
"""Seconds to leave the database alone after it failed."""


class Wake:
    """Tells the worker from any thread or task that there is something to do."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def __call__(self) -> None:
        """Wake the worker."""
        self._loop.call_soon_threadsafe(self._event.set)

    async def wait(self, seconds: float) -> None:
        """Sleep until woken, or until the seconds have passed."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return
        finally:
            self._event.clear()


_Tasks = set[asyncio.Task[None]]


class WorkLedger(Ledger, Protocol):
    """What the worker works on."""

    def together(self) -> AbstractContextManager[None]:
        """Make one transaction of all that this thread does to the ledger inside."""
        ...


@dataclass(eq=False, slots=True, kw_only=True)
class _Ended:
    """What a task has done, until it is written down."""

    write: Ending
    among: _Tasks
    call: Call | None
    is_written: bool = False

    @property
    def turn(self) -> float:
        """Two workers that write of the same calls do so in the same order, or each waits."""
        return float("inf") if self.call is None else self.call.call_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What was claimed, and the seconds until the next look unless the end of it wakes before."""

    calls: Sequence[Claim] = ()
    messages: Sequence[Message] = ()
    seconds: float


@dataclass(kw_only=True)
class Worker:
    """
    One loop that claims, and a task for each thing claimed.

    A claim is committed before anything is done, so that a crash leaves a mark that somebody
    finds: see `use_cases.place_call` and `use_cases.say_message` for what is done with it. How
    things ended is written down in one transaction with what is claimed next.
    `do` does what is done to the ledger again and again, and soon.
    `let_pass` waits, shortly, while people in Slack wait for an answer, for they go first; it
    gives whether nobody waits any more. `is_quiet` tells so at once.
    """

    ledger: WorkLedger
    do: Doings
    clock: Clock
    place: PlaceCall
    say: SayMessage
    tell_overdue: Callable[[], None]
    erase: Callable[[], bool]
    wake: Wake
    let_pass: Callable[[], Awaitable[bool]]
    is_quiet: Callable[[], bool]

    _placing: _Tasks = field(default_factory=set)
    _saying: _Tasks = field(default_factory=set)
    _ended: list[_Ended] = field(default_factory=list)
    _pen: asyncio.Lock = field(default_factory=asyncio.Lock)
    _stopping: bool = False
    _swept: float = float("-inf")
    _erased: float = float("-inf")

    async def run(self) -> None:
        """Work until told to stop, then finish what was claimed."""
        while not self._stopping:
            try:
                seconds = await self._turn()
            except LedgerError as error:
                log.error("ledger failed error=%s", error)  # noqa: TRY400 - its cause is named
                seconds = AFTER_AN_ERROR
            if seconds > 0:
                await self.wake.wait(seconds)
        await self._finish()

    def stop(self) -> None:
        """Claim nothing more; `run` returns once everything claimed is done."""
        self._stopping = True
        self.wake()

    async def _turn(self) -> float:
        """Claim what is due, if anything is; give the seconds until the next look."""
        is_crowded = not await self.let_pass()
        try:
            await self._sweep()
        except LedgerError as error:  # what cannot be swept keeps nobody from being called
            log.error("not swept error=%s", error)  # noqa: TRY400 - its cause is named
        calls, messages = (IN_A_CROWD,) * 2 if is_crowded else (CALLS_AT_ONCE, MESSAGES_AT_ONCE)
        async with self._pen:
            return await self._take(calls=calls, messages=messages)

    async def _take(self, *ended: _Ended, calls: int, messages: int) -> float:
        """
        Write down what ended, and begin with what is due until so many are at work; give the
        seconds until the next look.
        """
        until = asyncio.get_running_loop().time() + say_message.LEASE - say_message.LONGEST
        taken = await self.do.alone(
            partial(
                self._write_and_claim if ended else self._claim,
                *ended,
                calls=calls - _still(self._placing, ended),
                messages=messages - _still(self._saying, ended),
            )
        )
        for each in ended:
            each.is_written = True
        for claim in taken.calls:
            self._start(self.place(claim), self._placing, claim.call)
        for message in taken.messages:
            task = self._start(self._say(message, until), self._saying, message.call)
            task.add_done_callback(partial(self._unless_hopeless, message))
        return taken.seconds

    async def _say(self, message: Message, until: float) -> Ending:
        """Say it, unless we were stopped since it was claimed: somebody else says it then."""
        if asyncio.get_running_loop().time() > until:
            log.warning("message left to others key=%s", message.key)
            return _nothing
        return await self.say(message)

    async def _end(self, ended: _Ended) -> None:
        """Write down what was done, in one go with what else was and with what is due."""
        self._ended.append(ended)
        async with self._pen:
            if ended in self._ended:
                await self._write_all()
        if not ended.is_written:  # what cannot be written, or claimed, keeps no other from it
            await insist(ended.write)
            self.wake()

    async def _write_all(self) -> None:
        ended, self._ended = sorted(self._ended, key=lambda each: each.turn), []
        calls, messages = CALLS_AT_ONCE, MESSAGES_AT_ONCE
        if self._stopping or not self.is_quiet():
            calls = messages = 0
        taking = asyncio.create_task(self._take(*ended, calls=calls, messages=messages))
        await asyncio.wait({taking})
        error = taking.exception()
        if error is not None:
            log.error("not written in one go trace=%s", trace_of(error))
        if error is not None or taking.result() < POLL:
            self.wake()

    def _write_and_claim(self, *ended: _Ended, calls: int, messages: int) -> _Taken:
        with self.ledger.together():
            for each in ended:
                each.write()
            if calls > 0 or messages > 0:
                return self._claim(calls=calls, messages=messages)
        return _Taken(seconds=0)

    def _claim(self, *, calls: int, messages: int) -> _Taken:
        """Look and claim in one go: each way to a thread and back costs as much as a look."""
        now = self.clock.now()
        due = self.ledger.look(now=now)
        if due.seconds is None or due.seconds > 0:
            return _Taken(seconds=min(POLL, max(due.seconds or POLL, SHORTEST)))
        if due.calls and calls > 0:
            claims = self.ledger.claim_calls(now=now, limit=calls, lease=place_call.LEASE)
            if claims:
                # a telephone does not wait for messages
                is_more = due.messages or len(claims) == calls
                return _Taken(calls=claims, seconds=0 if is_more else POLL)
        if due.messages and messages > 0:
            said = self.ledger.claim_messages(limit=messages, lease=say_message.LEASE)
            if said:
                return _Taken(messages=said, seconds=POLL)
        return _Taken(seconds=HELD)

    async def _sweep(self) -> None:
        """Look once in a while for what was left behind or waited too long."""
        time = asyncio.get_running_loop().time()
        if time - self._swept >= SWEEP:
            self._swept = time
            await asyncio.to_thread(place_call.reap, self.ledger)
            await asyncio.to_thread(place_call.expire, self.ledger, self.clock)
            await asyncio.to_thread(self.tell_overdue)
        if time - self._erased >= ERASE:
            self._erased = time
            if await asyncio.to_thread(self.erase):
                self._erased = float("-inf")  # there may be more

    def _unless_hopeless(self, message: Message, task: asyncio.Task[None]) -> None:
        """Say a message no more that cannot even be rendered: without a card nobody is called."""
        broken = not task.cancelled() and task.exception() is not None
        if broken and message.tries >= HOPELESS:
            self._start(self.say.give_up(message), self._saying, message.call)

    def _start(
        self, work: Coroutine[None, None, Ending], among: _Tasks, call: Call | None
    ) -> asyncio.Task[None]:
        task = asyncio.create_task(self._guarded(work, among, call))
        among.add(task)
        task.add_done_callback(among.discard)
        task.add_done_callback(_tell)
        return task

    async def _guarded(
        self, work: Coroutine[None, None, Ending], among: _Tasks, call: Call | None
    ) -> None:
        """Let one failure stop nothing else: its lease runs out, and then it is seen to."""
        try:
            await self._end(_Ended(write=await work, among=among, call=call))
        except LedgerError as error:
            log.error("ledger failed error=%s", error)  # noqa: TRY400 - its cause is named

    async def _finish(self) -> None:
        while tasks := [*self._placing, *self._saying]:
            # not `gather`: of tasks that are done it lets nobody count them off (Python 3.12)
            await asyncio.wait(tasks)


def _still(tasks: _Tasks, ended: Sequence[_Ended]) -> int:
    """Count those that are at work once these have ended."""
    return len(tasks) - sum(each.among is tasks for each in ended)


def _nothing() -> None:
    """Nothing came of it."""


def _tell(task: asyncio.Task[None]) -> None:
    """Log what has no name of ours; whatever it was about is found again by its lease."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("work failed trace=%s", trace_of(error))
