"""The web door: Slack's requests, and whether the bot lives and is ready."""

import asyncio
from collections.abc import Awaitable, Callable

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import LedgerError

BODY_LIMIT = 1024 * 1024
"""Bytes: no payload of Slack's comes near."""


def web_app(
    *,
    bolt: AsyncApp | None,
    ping: Callable[[], None],
    connected: Callable[[], Awaitable[bool]],
) -> Starlette:
    """
    Build the routes. Without `bolt` there is no `/slack/events` at all: nothing could check
    signatures. `ping` raises LedgerError if the database is away, `connected` tells of Slack.
    """
    routes = [
        Route("/healthz", _lives, methods=["GET"]),
        Route("/readyz", _ready(ping, connected), methods=["GET"]),
    ]
    if bolt is not None:
        routes.append(Route("/slack/events", _slack(bolt), methods=["POST"]))
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


def _slack(bolt: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        if not _is_text(body):
            return Response(status_code=400)
        answer = await bolt.async_dispatch(to_async_bolt_request(request, body))
        response: Response = to_starlette_response(answer)
        return response

    return events


async def _body(request: Request) -> bytes | None:
    """Read the body, None if it is longer than anything that Slack sends."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
