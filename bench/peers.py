"""A Slack and a Zeeg that only answer, after a while: `peers.py PORT SLACK ZEEG` (seconds)."""

import asyncio
import itertools
import json
import sys
import time
from typing import Any
from urllib.parse import parse_qs

import uvicorn

from bench.commands import TEAM

SLACK_SECONDS, ZEEG_SECONDS = 0.0, 0.0
ARRIVED: dict[str, list[tuple[float, str]]] = {"slack": [], "zeeg": []}
REPLY = "chat.postMessage in a thread"
_ts = itertools.count(1)
_replies = 0


async def app(scope: Any, receive: Any, send: Any) -> None:
    """
    Answer as Slack under /api, as Zeeg under /v2; tell at /counts how much came, and at /arrived
    what came when, which is long.
    """
    assert scope["type"] == "http"
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    path = scope["path"]
    if path == "/arrived":
        answer: object = ARRIVED
    elif path == "/counts":
        answer = {"zeeg": len(ARRIVED["zeeg"]), "replies": _replies}
    elif path.startswith("/api/"):
        answer = await _slack(path.removeprefix("/api/"), body)
    else:
        answer = await _zeeg(body)
    status = 201 if path.startswith("/v2") else 200
    content = json.dumps(answer).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(content)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


async def _slack(method: str, body: bytes) -> object:
    if method == "auth.test":
        return {"ok": True, "team_id": TEAM, "user_id": "U0BOT", "bot_id": "B0BOT"}
    if method == "users.info":
        user = {"id": "U000001", "team_id": TEAM, "tz": "Europe/Berlin", "locale": "en-GB"}
        return {"ok": True, "user": user}
    where = "in a thread" if b"thread_ts" in body else "in a channel"
    if b"Type+one+line" in body or b"Type one line" in body:
        where = "to say who is new"
    said = f"{method} {where}"
    global _replies  # noqa: PLW0603 - a process of its own that only counts
    _replies += said == REPLY
    ARRIVED["slack"].append((time.monotonic(), said))
    await asyncio.sleep(SLACK_SECONDS)
    ts = f"{int(time.time())}.{next(_ts):06d}"
    channel = _channel(body)
    return {"ok": True, "channel": channel, "ts": ts, "message": {}, "view": {"id": "V1"}}


def _channel(body: bytes) -> str:
    """Give the channel that was written to: a bot paces its messages by channel."""
    if body.startswith(b"{"):
        return str(json.loads(body).get("channel", "C000000"))
    return parse_qs(body.decode()).get("channel", ["C000000"])[0]


async def _zeeg(body: bytes) -> object:
    asked = json.loads(body)
    ARRIVED["zeeg"].append((time.monotonic(), asked["phoneNumber"]))
    await asyncio.sleep(ZEEG_SECONDS)
    return {"id": len(ARRIVED["zeeg"]), "status": "pending", **asked}


if __name__ == "__main__":
    port, SLACK_SECONDS, ZEEG_SECONDS = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", lifespan="off")
