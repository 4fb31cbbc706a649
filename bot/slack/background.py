"""Work that goes on after Slack was answered, and is waited for when the bot stops."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from functools import partial

from bot.errors import BotError, trace_of

log = logging.getLogger(__name__)

Work = Coroutine[None, None, object]
Sorry = Callable[[BaseException], Work]


class Background:
    """Keeps tasks alive until they are done. What they fail at is logged."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, work: Work, *, name: str, sorry: Sorry | None = None) -> None:
        """
        Run it, without anybody waiting for it; `sorry` gives what to do if it fails, in the
        language that was spoken last.
        """
        context = copy_context()
        task = asyncio.create_task(work, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, sorry), context=context)

    async def finish(self) -> None:
        """Wait for all that was started."""
        while self._tasks:
            # not `gather`: of tasks that are done it lets nobody count them off (Python 3.12)
            await asyncio.wait(self._tasks)

    def _ended(self, sorry: Sorry | None, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        name = task.get_name()
        if isinstance(error, BotError):
            log.warning("background work failed name=%s error=%s", name, error)
        else:
            log.error("background work failed name=%s trace=%s", name, trace_of(error))
        if sorry is not None:
            self.start(sorry(error), name="sorry")
