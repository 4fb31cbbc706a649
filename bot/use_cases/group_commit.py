"""What waits for the database's one writer at the same time is written in one transaction."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from bot.errors import TornTransactionError

T = TypeVar("T")

AT_ONCE = 16
"""Deeds of one transaction at the most: it holds the writer for some 40 ms, and larger ones gain
nothing more."""


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
        while self._waiting:
            some = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
            ended = await self.do(partial(self._all, [each.deed for each in some]))
            for each, how in zip(some, ended, strict=True):
                _tell(each.end, how)
        self._writing = None

    def _all(self, deeds: Sequence[Callable[[], Any]]) -> Sequence[_Ended]:
        try:
            with self.together():
                return [_Ended(value=_part(deed)) for deed in deeds]
        except TornTransactionError:
            return [_alone(deed) for deed in deeds]
        except BaseException as error:  # noqa: BLE001 - nothing could be begun, or kept
            return [_Ended(error=error) for _ in deeds]


def _part(deed: Callable[[], T]) -> T:
    """Do it among others: whatever it raises, each of them is done alone then."""
    try:
        return deed()
    except Exception as error:
        raise TornTransactionError("a deed failed among others") from error


def _alone(deed: Callable[[], Any]) -> _Ended:
    try:
        return _Ended(value=deed())
    except BaseException as error:  # noqa: BLE001 - it is for whoever waits, whatever it is
        return _Ended(error=error)


def _tell(end: asyncio.Future[Any], how: _Ended) -> None:
    if end.done():  # nobody waits any more
        return
    if how.error is not None:
        end.set_exception(how.error)
    else:
        end.set_result(how.value)
