"""What calling costs in the fewest steps, with nothing remembered: `prototype.py PORT PEERS`."""

import asyncio
import sys
from datetime import UTC, datetime
from typing import Any

import aiohttp
import httpx
import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bench.commands import BOT_TOKEN
from bench.floors import fastest_bolt
from bot.parsing import parse


def prototype(peers: str) -> Any:
    """
    Make a Bolt app that acks, parses in a thread, asks Zeeg to call and says so in a thread of
    Slack's, over one session each: no ledger, no card, no rules, and nothing survives it.
    """
    app = fastest_bolt()
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


if __name__ == "__main__":
    served = prototype(sys.argv[2])
    uvicorn.run(served, host="127.0.0.1", port=int(sys.argv[1]), log_level="error", lifespan="off")
