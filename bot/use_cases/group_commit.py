"""What waits for the database's one writer at the same time is written in one transaction."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from bot.errors import LedgerError, LedgerUnsureError, TornTransactionError

T = TypeVar("T")

AT_ONCE = 16
"""Deeds of one transaction at the most: larger ones gain nothing more."""

LONGEST = 0.04
"""Seconds after which no further deed begins in it: whoever presses *Undo* waits for it."""


class Doing(Protocol):
    """Does what blocks on the ledger beside the loop, as `asyncio.to_thread` does."""

    def __call__(self, deed: Callable[[], T], /) -> Awaitable[T]:
        """Do it, and give what it gives."""
        ...


class WritingLedger(Protocol):
    """What is written to."""

    @property
    def has_one_writer(self) -> bool:
        """Whether transactions that write are done one after the other."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """Make one transaction of all that this thread does to the ledger inside."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doings:
    """
    How deeds are done: `alone`, each in its own transactions, or `shared`, in one with those that
    come at the same time.
    """

    alone: Doing
    shared: Doing


@contextmanager
def doings(ledger: WritingLedger) -> Iterator[Doings]:
    """
    Give one thread to all deeds, and one transaction to those that are shared, where each would
    wait for the others anyway. Elsewhere they write beside each other, each on its own: holding
    what several need, they could wait in a ring.
    """
    if not ledger.has_one_writer:
        yield Doings(alone=asyncio.to_thread, shared=asyncio.to_thread)
        return
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger") as thread:
        alone = partial(_in, thread)
        yield Doings(alone=alone, shared=GroupCommit(together=ledger.together, do=alone))


async def _in(thread: Executor, deed: Callable[[], T], /) -> T:
    return await asyncio.get_running_loop().run_in_executor(thread, deed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """What a deed gave, or raised."""

    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Waiting:
    """A deed, and whoever waits for its end."""

    deed: Callable[[], Any]
    end: asyncio.Future[Any]


@dataclass(kw_only=True)
class GroupCommit:
    """
    Does deeds, and those that come meanwhile in one transaction, the next: with one writer they
    would wait for each other, for a thread and for the disk. Nobody hears of an end before it is
    on disk.

    A deed touches nothing but the ledger, for it is done again, alone, where another one of its
    transaction fails. `together` makes one transaction of what its thread does inside, and `do`
    gives it a thread.
    """

    together: Callable[[], AbstractContextManager[None]]
    do: Doing

    _waiting: deque[_Waiting] = field(default_factory=deque)
    _writing: asyncio.Task[None] | None = None

    async def __call__(self, deed: Callable[[], T], /) -> T:
        """Do it, with what else waits, and give what it gives. Raises what it raises."""
        end: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(deed=deed, end=end))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await end

    async def _write(self) -> None:
        some: list[_Waiting] = []
        try:
            while self._waiting:
                some = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
                await self._write_some(some)
        except BaseException as error:
            # else these would wait for ever, and so would whoever comes next
            for each in some:
                _tell(each.end, _Ended(error=LedgerUnsureError("a group of deeds broke off")))
            for each in self._waiting:
                _tell(each.end, _Ended(error=LedgerError(f"not begun: {type(error).__name__}")))
            self._waiting.clear()
            raise
        finally:
            self._writing = None

    async def _write_some(self, some: Sequence[_Waiting]) -> None:
        time = asyncio.get_running_loop().time
        try:
            ended = await self.do(partial(self._all, [each.deed for each in some], time))
        except TornTransactionError:
            for each in some:  # by itself, and told at once: others are done in between
                _tell(each.end, await self.do(partial(_alone, each.deed)))
            return
        for each, how in zip(some, ended, strict=False):
            _tell(each.end, how)
        self._waiting.extendleft(reversed(some[len(ended) :]))

    def _all(
        self, deeds: Sequence[Callable[[], Any]], time: Callable[[], float]
    ) -> Sequence[_Ended]:
        """Do as many as there is time for. Raises TornTransactionError if none could be kept."""
        ended: list[_Ended] = []
        try:
            with self.together():
                until = time() + LONGEST
                for deed in deeds:
                    ended.append(_Ended(value=_part(deed)))
                    if time() > until:
                        break
        except TornTransactionError:
            raise
        except LedgerError as error:  # nothing could be begun, or kept
            return [_Ended(error=error) for _ in deeds]
        return ended


def _part(deed: Callable[[], T]) -> T:
    """Do it among others: whatever it raises, each of them is done alone then."""
    try:
        return deed()
    except Exception as error:
        raise TornTransactionError("a deed failed among others") from error


def _alone(deed: Callable[[], Any]) -> _Ended:
    try:
        return _Ended(value=deed())
    except Exception as error:  # noqa: BLE001 - it is for whoever waits, whatever it is
        return _Ended(error=error)


def _tell(end: asyncio.Future[Any], how: _Ended) -> None:
    if end.done():  # nobody waits any more
        return
    if how.error is not None:
        end.set_exception(how.error)
    else:
        end.set_result(how.value)
