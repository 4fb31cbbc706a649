"""Serves an ASGI app on a port of this machine, in the running event loop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn

from bot.playground.server import HOST, ASGIApp


class _Server(uvicorn.Server):
    """Leaves the signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def running(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on a free port, and give its base URL."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        config = uvicorn.Config(
            app,
            log_config=None,
            ws="none",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            # The socket takes connections once it listens, whether uvicorn is ready or not.
            listening.listen()
            yield f"http://{HOST}:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving
