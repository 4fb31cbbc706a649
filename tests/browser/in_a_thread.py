"""Runs something asynchronous beside a browser that is driven synchronously."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
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

    with ThreadPoolExecutor(1) as executor:
        running = executor.submit(run)
        is_up.wait()
        if not given:
            running.result()
        try:
            yield given[0]
        finally:
            loop.call_soon_threadsafe(stop.set)
            running.result()
