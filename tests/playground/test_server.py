"""Serving an ASGI app from a thread: its lifespan is run, and its failures are told."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.playground.server import serving


async def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.app.state.word)


def test_serves_between_start_and_end_of_the_lifespan() -> None:
    ended: list[str] = []

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.word = "hello"
        yield
        ended.append("ended")

    with serving(Starlette(routes=[Route("/", hello)], lifespan=lifespan)) as url:
        assert httpx.get(url).text == "hello"
        assert ended == []

    assert ended == ["ended"]
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_an_app_that_cannot_start_is_told() -> None:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[dict[str, object]]:
        yield app.state.database

    with ExitStack() as stack, pytest.raises(RuntimeError, match="did not start"):
        stack.enter_context(serving(Starlette(lifespan=lifespan)))
