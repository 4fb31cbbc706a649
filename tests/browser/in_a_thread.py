"""Runs something asynchronous beside a browser that is driven synchronously."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

T = TypeVar("T")


@contextlib.contextmanager
def in_a_thread(opened: Callable[[], AbstractAsyncContextManager[T]]) -> Iterator[T]:
    """Open something in an event loop of its own, and give what it gives."""
    given: list[T] = []
    is_up, loop, stop = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    async def stay() -> None:
        async with opened() as it:
            given.append(it)
            is_up.set()
            await stop.wait()

    def run() -> None:
        try:
            loop.run_until_complete(stay())
        finally:
            is_up.set()
            loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    is_up.wait()
    try:
        yield given[0]
    finally:
        if thread.is_alive():
            loop.call_soon_threadsafe(stop.set)
        thread.join()
