"""Serves HTTP until the bot is told to stop, then lets it finish what it began."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Callable, Iterator

import uvicorn
from starlette.applications import Starlette

from bot.errors import BotError

log = logging.getLogger(__name__)

STOPS = (signal.SIGTERM, signal.SIGINT)

LONGEST_FINISH = 10
"""Seconds that requests under way may take once the bot is told to stop."""


class QuietServer(uvicorn.Server):
    """Leaves signals to us: uvicorn would raise them again before the worker has finished."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signal."""
        yield


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Give what makes uvloop's event loops, None where it is not installed: asyncio's own then."""
    # its own log_config would write tracebacks whole, beside the log
    return uvicorn.Config(app="", log_config=None).get_loop_factory()


@contextlib.contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """
    Give what is set by SIGTERM or SIGINT, from before anything starts until all has ended: a
    second signal, or one during the start, must not cut a call in two.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in STOPS:
        loop.add_signal_handler(number, told.set)
    try:
        yield told
    finally:
        for number in STOPS:
            loop.remove_signal_handler(number)


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take the port before anything starts. Raises BotError, with words, if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = socket.create_server((host, port), family=family)
    except OSError as error:
        raise BotError(
            f"HOST {host} and PORT {port} cannot be listened on: {error.strerror or error}"
        ) from error
    with door:
        yield door


async def serve(
    web: Starlette,
    *,
    door: socket.socket,
    stop: asyncio.Event,
    working: asyncio.Task[None] | None = None,
) -> None:
    """
    Answer HTTP until told to stop, and what was begun until then.

    If `working` ends by itself, so does this: without its worker a process must not look well.
    """
    server = QuietServer(
        uvicorn.Config(
            web,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=LONGEST_FINISH,
        )
    )
    log.info("listening host=%s port=%d", *door.getsockname()[:2])
    serving = asyncio.create_task(server.serve(sockets=[door]))
    waiting = [serving, asyncio.create_task(stop.wait()), *([working] if working else [])]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    waiting[1].cancel()
    await serving
