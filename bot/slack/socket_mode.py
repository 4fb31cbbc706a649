"""The connection of Socket Mode, open as long as the bot runs."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError, SlackError
from bot.slack.web_api import TOKEN_TROUBLE, asked

log = logging.getLogger(__name__)

OneMore = Callable[[], AbstractContextManager[None]]

LONGEST_FINISH = 10.0
"""Seconds that requests under way may take once the bot is told to stop, as over HTTP."""

LONGEST_START = 5.0
"""Seconds that Slack may take to say where to connect, before the bot starts all the same."""


class _Handler(AsyncSocketModeHandler):
    """Knows whether somebody waits for an answer: it goes out through the same connection."""

    def __init__(self, *given: Any, one_more: OneMore, **named: Any) -> None:  # noqa: ANN401 - Bolt's own
        super().__init__(*given, **named)
        self._one_more = one_more
        self._under_way = 0
        self._nobody = asyncio.Event()
        self._nobody.set()

    async def handle(  # type: ignore[override]  # as Bolt's own
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        """Answer a request."""
        self._under_way += 1
        self._nobody.clear()
        try:
            with self._one_more():
                await super().handle(client, req)
        finally:
            self._under_way -= 1
            if self._under_way == 0:
                self._nobody.set()

    async def finish(self) -> None:
        """Wait until everybody is answered, but not for ever."""
        try:
            async with asyncio.timeout(LONGEST_FINISH):
                await self._nobody.wait()
        except TimeoutError:
            log.warning("not answered before the end requests=%d", self._under_way)


@asynccontextmanager
async def connected_socket(
    bolt: AsyncApp, *, client: AsyncWebClient, app_token: str, one_more: OneMore
) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """
    Connect, however long it takes, and give what tells whether Slack is there. `one_more` counts
    somebody who waits for an answer. Raises SettingsError if Slack does not take the token.
    """
    address = await _first_address(client, app_token)
    handler = _Handler(bolt, app_token, web_client=client, one_more=one_more)
    handler.client.wss_uri = address
    connecting = asyncio.create_task(_connect(handler))
    try:
        yield handler.client.is_connected
    finally:
        connecting.cancel()
        await handler.finish()
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _first_address(client: AsyncWebClient, app_token: str) -> str | None:
    """
    Ask where to connect, None if Slack does not say it now; slack_sdk asks from then on. It would
    do so for ever with a token that is none.
    """
    try:
        async with asyncio.timeout(LONGEST_START):
            answer = await asked(client.apps_connections_open(app_token=app_token))
    except TimeoutError:
        return None
    except SlackError as error:
        if error.code in TOKEN_TROUBLE:
            raise SettingsError(
                [f"SLACK_APP_TOKEN: Slack does not accept it ({error.code})"]
            ) from error
        return None
    return str(answer["url"])


async def _connect(handler: AsyncSocketModeHandler) -> None:
    await handler.client.connect()  # type: ignore[no-untyped-call]
