"""Serves on a port of this machine only: the playground itself, and the app under test."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import uvicorn
from aiohttp import web

ASGIApp = Callable[[Any, Any, Any], Awaitable[None]]
HOST = "127.0.0.1"

ROUNDS = 10
"""Of the event loop, in which a connection that was just accepted gets known, and dropped."""


class Listener:
    """One HTTP server in the running event loop, that can be taken down and put up again."""

    def __init__(self, application: Callable[[], web.Application], port: int = 0) -> None:
        self._application = application
        self._runner: web.AppRunner | None = None
        self.port = port

    @property
    def url(self) -> str:
        """Where it listens; known after the first start, and the same after the next."""
        return f"http://{HOST}:{self.port}"

    async def start(self) -> None:
        """Listen, on a free port the first time."""
        runner = web.AppRunner(
            self._application(), access_log=None, handle_signals=False, shutdown_timeout=1
        )
        await runner.setup()
        site = web.TCPSite(runner, HOST, self.port, reuse_address=True)
        await site.start()
        self.port = int(runner.addresses[0][1])
        self._runner = runner

    async def stop(self) -> None:
        """Stop listening and drop every connection: the next one is refused."""
        if self._runner is not None:
            for site in list(self._runner.sites):
                await site.stop()
            for _ in range(ROUNDS):
                await asyncio.sleep(0)
            await self._runner.cleanup()
            self._runner = None


class _Server(uvicorn.Server):
    """Tells when it has come up, or has failed to."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app, log_config=None, ws="none", access_log=False, timeout_graceful_shutdown=1
            )
        )
        self.is_settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.is_settled.set()

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        with contextlib.suppress(SystemExit):  # so uvicorn leaves when the app cannot start
            super().run(sockets)


@contextlib.contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """
    Serve an ASGI app from a thread of its own, and give its base URL.

    The app's lifespan is run; if it cannot start, that comes out of here as RuntimeError.
    """
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        server = _Server(app)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        server.is_settled.wait()
        try:
            if not server.started:
                raise RuntimeError("the app did not start")
            yield f"http://{HOST}:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
