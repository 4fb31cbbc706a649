"""What is known about the world is written down, also if the database is away for a while."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.errors import LedgerError

T = TypeVar("T")

Ending = Callable[[], object]
"""Writes down how a piece of work ended; done again, it changes nothing more."""

WAITS = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 10.0, 15.0, 15.0)
"""Seconds between tries: about a minute in all, in which a database restarts."""


async def insist(deed: Callable[[], T]) -> T:
    """
    Do something to the ledger in a thread, again and again while it fails.

    The answer to a POST exists once: dropped, a call that was placed would be told as uncertain.
    Raises LedgerError in the end; then the lease runs out, and that is seen to.
    """
    for seconds in WAITS:
        try:
            return await asyncio.to_thread(deed)
        except LedgerError:
            await asyncio.sleep(seconds)
    return await asyncio.to_thread(deed)
