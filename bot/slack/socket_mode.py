"""The connection of Socket Mode, open as long as the bot runs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


@asynccontextmanager
async def connected_socket(
    bolt: AsyncApp, *, client: AsyncWebClient, app_token: str
) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """Connect, however long it takes, and give what tells whether Slack is there."""
    handler = AsyncSocketModeHandler(bolt, app_token, web_client=client)
    connecting = asyncio.create_task(_connect(handler))
    try:
        yield handler.client.is_connected
    finally:
        connecting.cancel()
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _connect(handler: AsyncSocketModeHandler) -> None:
    await handler.client.connect()  # type: ignore[no-untyped-call]
