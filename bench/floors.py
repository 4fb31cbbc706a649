"""
What it costs without a bot: `floors.py bare|bolt PORT` only answers, `floors.py prototype PORT
PEERS` calls too, in the fewest steps, and remembers nothing.
"""

import asyncio
import hashlib
import hmac
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
import httpx
import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bench.commands import BOT_TOKEN, SIGNING_SECRET, TEAM
from bot.parsing import parse


async def bare(scope: Any, receive: Any, send: Any) -> None:
    """Check Slack's signature, and nothing else."""
    assert scope["type"] == "http"
    message = await receive()
    headers = dict(scope["headers"])
    base = b"v0:" + headers[b"x-slack-request-timestamp"] + b":" + message["body"]
    digest = "v0=" + hmac.new(SIGNING_SECRET.encode(), base, hashlib.sha256).hexdigest()
    known = hmac.compare_digest(digest.encode(), headers[b"x-slack-signature"])
    status = 200 if known else 401
    start = {
        "type": "http.response.start",
        "status": status,
        "headers": [(b"content-length", b"0")],
    }
    await send(start)
    await send({"type": "http.response.body", "body": b""})


def _bolt() -> AsyncApp:
    """Make a Bolt app in its fastest form."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id or TEAM, bot_token=BOT_TOKEN
        )

    return AsyncApp(
        signing_secret=SIGNING_SECRET, authorize=authorize, process_before_response=True
    )


def minimal_bolt() -> Any:
    """Make a Bolt app that only acks."""
    app = _bolt()

    async def zeegcall(ack: AsyncAck) -> None:
        await ack()

    app.command("/zeegcall")(zeegcall)
    return AsyncSlackRequestHandler(app)


def prototype(peers: str) -> Any:
    """
    Make a Bolt app that acks, parses in a thread, asks Zeeg to call and says so in a thread of
    Slack's, over one session each: no ledger, no card, no rules, and nothing survives it.
    """
    app = _bolt()
    shared: list[tuple[httpx.AsyncClient, AsyncWebClient]] = []

    def clients() -> tuple[httpx.AsyncClient, AsyncWebClient]:
        if not shared:
            session = aiohttp.ClientSession()
            slack = AsyncWebClient(token=BOT_TOKEN, base_url=f"{peers}/api/", session=session)
            shared.append((httpx.AsyncClient(base_url=f"{peers}/v2", timeout=None), slack))
        return shared[0]

    async def call(text: str, channel: str) -> None:
        now = datetime.now(UTC)
        parsed = await asyncio.to_thread(
            parse, text, now=now, tz="Europe/Berlin", region="DE", locale="en-GB"
        )
        assert parsed.phone is not None
        zeeg, slack = clients()
        body = {"phoneNumber": parsed.phone.e164, "firstName": "Alex", "lastName": "Mueller"}
        (await zeeg.post("/agents/1/outbound-calls", json=body)).raise_for_status()
        await slack.chat_postMessage(channel=channel, thread_ts="1.0", text="It is pending.")

    calling = set()

    async def zeegcall(ack: AsyncAck, command: dict[str, str]) -> None:
        await ack()
        task = asyncio.create_task(call(command["text"], command["channel_id"]))
        calling.add(task)
        task.add_done_callback(calling.discard)

    app.command("/zeegcall")(zeegcall)
    return AsyncSlackRequestHandler(app)


FLOORS: Mapping[str, Callable[..., Any]] = {
    "bare": lambda: bare,
    "bolt": minimal_bolt,
    "prototype": prototype,
}

if __name__ == "__main__":
    served = FLOORS[sys.argv[1]](*sys.argv[3:])
    uvicorn.run(served, host="127.0.0.1", port=int(sys.argv[2]), log_level="error", lifespan="off")
