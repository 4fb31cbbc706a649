"""An app that answers what a test tells it to, and writes down what it was told."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.playground import Playground


@dataclass
class StubApp:
    """Answers with `answers` in turn, then with an empty 200; waits for `gate` if there is one."""

    answers: list[Response] = field(default_factory=list)
    gate: asyncio.Event | None = None
    told: list[Request] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    async def hear(self, request: Request) -> Response:
        self.told.append(request)
        self.bodies.append((await request.body()).decode())
        if self.gate is not None:
            await self.gate.wait()
        return self.answers.pop(0) if self.answers else Response()

    def answer(self, body: dict[str, Any]) -> None:
        """Answer the next request with this JSON."""
        self.answers.append(JSONResponse(body))

    @property
    def payload(self) -> dict[str, Any]:
        """The last interaction it was told of."""
        read: dict[str, Any] = json.loads(dict(parse_qsl(self.bodies[-1]))["payload"])
        return read

    def as_asgi(self) -> Starlette:
        return Starlette(routes=[Route("/slack/events", self.hear, methods=["POST"])])

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.as_asgi()))

    def join(self, playground: Playground) -> None:
        """Become the app of a playground."""
        playground.delivery.to("http://app/slack/events", self.client())
