"""Work that goes on after Slack was answered, and is waited for when the bot stops."""

import asyncio
import logging
from collections.abc import Coroutine

from bot.errors import BotError, trace_of

log = logging.getLogger(__name__)


class Background:
    """Keeps tasks alive until they are done. What they fail at is in the ledger already."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[None, None, object], *, name: str) -> None:
        """Run it, without anybody waiting for it."""
        task = asyncio.create_task(self._logged(work, name), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(_tell)

    async def finish(self) -> None:
        """Wait for all that was started."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _logged(self, work: Coroutine[None, None, object], name: str) -> None:
        try:
            await work
        except BotError as error:
            log.warning("background work failed name=%s error=%s", name, error)


def _tell(task: asyncio.Task[None]) -> None:
    """Log what has no name of ours; the draft or call that it was about is in the ledger."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("background work failed name=%s trace=%s", task.get_name(), trace_of(error))
