"""Serves HTTP until the bot is told to stop, then lets it finish what it began."""

import asyncio
import contextlib
import signal
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

STOPS = (signal.SIGTERM, signal.SIGINT)

LONGEST_FINISH = 10
"""Seconds that requests under way may take once the bot is told to stop."""


class QuietServer(uvicorn.Server):
    """Leaves signals to us: uvicorn would raise them again before the worker has finished."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signal."""
        yield


async def serve(
    web: Starlette, *, host: str, port: int, working: asyncio.Task[None] | None = None
) -> None:
    """
    Answer HTTP until SIGTERM or SIGINT, and what was begun until then.

    If `working` ends by itself, so does this: without its worker a process must not look well.
    """
    server = QuietServer(
        uvicorn.Config(
            web,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=LONGEST_FINISH,
        )
    )
    loop = asyncio.get_running_loop()
    for number in STOPS:
        loop.add_signal_handler(number, _stop, server)
    if working is not None:
        working.add_done_callback(lambda _: _stop(server))
    try:
        await server.serve()
    finally:
        for number in STOPS:
            loop.remove_signal_handler(number)


def _stop(server: uvicorn.Server) -> None:
    server.should_exit = True
