"""The web door: Slack's requests, Zeeg's, and whether the bot lives and is ready."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.calls.event import Delivery
from bot.errors import LedgerError
from bot.use_cases.insisting import insist
from bot.zeeg.webhook import is_zeegs, read_delivery

log = logging.getLogger(__name__)

MOST_OF_SLACKS, LONGEST_OF_SLACKS = 1024 * 1024, 5.0
"""
Bytes, and seconds for them: no payload of Slack's comes near, which gives up after three, and
nobody holds a place by sending a sign at a time.
"""

MOST_OF_ZEEGS, LONGEST_OF_ZEEGS = 8 * 1024 * 1024, 30.0
"""Of a delivery that carried the token: how a call ended is told once, with its transcript."""

LONGEST_QUIET = 0.5
"""Seconds that the worker lets people go first: calls go on under any load."""

A_BREATH = 0.002
"""Seconds without a request after which a row of people is taken to have ended."""

IN_A_ROW = 0.01
"""Seconds after one's answer in which the next one comes who makes it a row."""

Take = Callable[[Delivery], str]
IsSlacks = Callable[[bytes, Mapping[str, str]], bool]


class Crowd:
    """Who waits for an answer in Slack: they have three seconds, and the worker has time."""

    def __init__(self) -> None:
        self._waiting = 0
        self._left = float("-inf")
        self._is_row = False
        self._nobody = asyncio.Event()
        self._nobody.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Count somebody who waits."""
        time = asyncio.get_running_loop().time
        self._is_row = self._waiting > 0 or time() - self._left < IN_A_ROW
        self._waiting += 1
        self._nobody.clear()
        try:
            yield
        finally:
            self._waiting -= 1
            self._left = time()
            if self._waiting == 0:
                self._nobody.set()

    def is_gone(self) -> bool:
        """Whether nobody waits, nor comes in the next moment."""
        return not self._waiting and self._breath() <= 0

    async def let_pass(self) -> bool:
        """Wait until nobody waits, but not for long; give whether that came true."""
        try:
            async with asyncio.timeout(LONGEST_QUIET):
                while self._waiting or (seconds := self._breath()) > 0:
                    await (self._nobody.wait() if self._waiting else asyncio.sleep(seconds))
        except TimeoutError:
            return False
        return True

    def _breath(self) -> float:
        """Give the seconds in which the next of a row would come: one alone has no next."""
        if not self._is_row:
            return 0.0
        return self._left + A_BREATH - asyncio.get_running_loop().time()


def web_app(
    *,
    bolt: AsyncApp | None,
    is_slacks: IsSlacks | None,
    crowd: Crowd,
    take_delivery: Take,
    webhook_token: str | None,
    ping: Callable[[], None],
    connected: Callable[[], Awaitable[bool]],
) -> Starlette:
    """
    Build the routes. `is_slacks` checks signatures; without it there is no `/slack/events` at
    all. `crowd` counts who waits there. Without `webhook_token` Zeeg is answered 401: 404 or 410
    would make it forget the webhook. `take_delivery` keeps a delivery and gives a word on it for
    the log. `ping` raises LedgerError if the database is away, `connected` tells of Slack.
    """
    routes = [
        Route("/healthz", _lives, methods=["GET"]),
        Route("/readyz", _ready(ping, connected), methods=["GET"]),
        Route("/zeeg/webhook", _zeeg(take_delivery, webhook_token), methods=["POST"]),
    ]
    if bolt is not None and is_slacks is not None:
        routes.append(Route("/slack/events", _slack(bolt, is_slacks, crowd), methods=["POST"]))
    return Starlette(routes=routes)


async def _lives(request: Request) -> Response:
    del request
    return JSONResponse({"ok": True})


def _ready(
    ping: Callable[[], None], connected: Callable[[], Awaitable[bool]]
) -> Callable[[Request], Awaitable[Response]]:
    async def ready(request: Request) -> Response:
        del request
        try:
            await asyncio.to_thread(ping)
            database = True
        except LedgerError:
            database = False
        slack = await connected()
        status = 200 if database and slack else 503
        return JSONResponse({"database": database, "slack": slack}, status_code=status)

    return ready


def _slack(
    bolt: AsyncApp, is_slacks: IsSlacks, crowd: Crowd
) -> Callable[[Request], Awaitable[Response]]:
    """Hand to Bolt what Slack has signed, and nothing else: not one listener sees the rest."""

    async def events(request: Request) -> Response:
        body = await _body(request, most=MOST_OF_SLACKS, seconds=LONGEST_OF_SLACKS)
        if body is None:
            return Response(status_code=413)
        if not is_slacks(body, request.headers):
            return Response(status_code=401)
        try:
            payload = to_async_bolt_request(request, body)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return Response(status_code=400)
        with crowd.one():
            response: Response = to_starlette_response(await bolt.async_dispatch(payload))
        return response

    return events


def _zeeg(take: Take, token: str | None) -> Callable[[Request], Awaitable[Response]]:
    def keep(body: bytes) -> str:
        return take(read_delivery(body))

    async def webhook(request: Request) -> Response:
        if not is_zeegs(request.headers.get("token"), expected=token):
            return Response(status_code=401)
        body = await _body(request, most=MOST_OF_ZEEGS, seconds=LONGEST_OF_ZEEGS)
        if body is None:
            log.error("delivery not kept error=too large, too slow, or broken off")
            return Response(status_code=413)
        try:
            kept = await insist(partial(keep, body))  # whether Zeeg tells it again is not known
        except LedgerError as error:
            log.error("delivery not kept error=%s", error)  # noqa: TRY400 - its cause is named
            return Response(status_code=503)
        log.info("zeeg delivered bytes=%d kept=%s", len(body), kept)
        return JSONResponse({"ok": True})

    return webhook


async def _body(request: Request, *, most: int, seconds: float) -> bytes | None:
    """Read the body, None if it has more bytes, takes more seconds, or does not come whole."""
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    return None
    except (TimeoutError, ClientDisconnect):
        return None
    return bytes(body)
