"""Socket Mode: the app's WebSockets, envelopes out and acks in."""

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any, Final

from aiohttp import web

from bot.playground.records import Payload

MOST_CONNECTIONS: Final = 10


class SocketMode:
    """The connections of one app; an envelope goes to any one of them."""

    def __init__(self, app_id: str, changed: Callable[[], None]) -> None:
        self.app_id = app_id
        self._changed = changed
        self.connections: list[web.WebSocketResponse] = []
        self._numbers = itertools.count(1)
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Payload]] = {}

    def new_ticket(self) -> str:
        """Give the right to connect once."""
        ticket = f"ticket-{next(self._numbers)}"
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Greet a connection and hear its acks until it closes."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or len(self.connections) >= MOST_CONNECTIONS:
            return web.Response(status=403)
        self._tickets.discard(ticket)
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        self.connections.append(connection)
        try:
            await connection.send_json(self._hello())
            self._changed()
            async for message in connection:
                self._hear(json.loads(message.data))
        finally:
            self.connections.remove(connection)
            self._changed()
        return connection

    def _hello(self) -> Payload:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {
                "host": "applink-playground",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": self.app_id},
        }

    def _hear(self, ack: dict[str, Any]) -> None:
        waiting = self._waiting.pop(str(ack.get("envelope_id")), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(ack.get("payload") or {})

    async def deliver(self, kind: str, payload: Payload, retry: Payload | None = None) -> Payload:
        """
        Send an envelope and give the payload of its ack; with no connection, LookupError.

        `kind` is `slash_commands`, `interactive` or `events_api`. Whoever calls sets
        the time limit.
        """
        if not self.connections:
            raise LookupError("the app has no Socket Mode connection")
        number = next(self._numbers)
        connection = self.connections[number % len(self.connections)]
        envelope_id = f"envelope-{number}"
        waiting: asyncio.Future[Payload] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = waiting
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= retry or {"retry_attempt": 0, "retry_reason": ""}
        try:
            await connection.send_json(envelope)
            return await waiting
        finally:
            self._waiting.pop(envelope_id, None)

    async def ask_to_reconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to go, as Slack does every few hours; then close it."""
        for connection in list(self.connections):
            farewell = {
                "type": "disconnect",
                "reason": reason,
                "debug_info": {"host": "playground"},
            }
            await connection.send_json(farewell)
            await connection.close()

    async def close(self) -> None:
        """Close every connection without a word."""
        for connection in list(self.connections):
            await connection.close()
