"""What an answer costs without a bot: `floors.py bare|bolt|default PORT` serves one of them."""

import hashlib
import hmac
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bench.commands import BOT_TOKEN, SIGNING_SECRET, TEAM


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


def fastest_bolt(*, process_before_response: bool = True) -> AsyncApp:
    """
    Make a Bolt app in its fastest form. Without `process_before_response`, which is Bolt's own
    default, it looks every 10 ms whether the listener has acked.
    """

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id or TEAM, bot_token=BOT_TOKEN
        )

    return AsyncApp(
        signing_secret=SIGNING_SECRET,
        authorize=authorize,
        process_before_response=process_before_response,
    )


def only_acking(app: AsyncApp) -> Any:
    """Make the Bolt app one that only acks."""

    async def zeegcall(ack: AsyncAck) -> None:
        await ack()

    app.command("/zeegcall")(zeegcall)
    return AsyncSlackRequestHandler(app)


if __name__ == "__main__":
    floors: dict[str, Callable[[], Any]] = {
        "bare": lambda: bare,
        "bolt": lambda: only_acking(fastest_bolt()),
        "default": lambda: only_acking(fastest_bolt(process_before_response=False)),
    }
    uvicorn.run(
        floors[sys.argv[1]](),
        host="127.0.0.1",
        port=int(sys.argv[2]),
        log_level="error",
        lifespan="off",
    )
