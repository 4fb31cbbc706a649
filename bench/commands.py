"""Signed `/zeegcall` requests as Slack sends them, each another click for another contact."""

import hashlib
import hmac
import itertools
import time
from urllib.parse import urlencode

SIGNING_SECRET = "bench-signing-secret"
BOT_TOKEN = "xoxb-bench"
TEAM = "T0BENCH"

_numbers = itertools.count(int(time.time()) % 50_000_000)


def command(*, channel: int = 0, text: str | None = None) -> bytes:
    """Make one signed request, whole, for a keep-alive connection; its text holds a time."""
    number = next(_numbers)
    phone = f"+49151{number % 100_000_000:08d}"
    said = text if text is not None else "tomorrow 2pm follow up on the demo request"
    body = urlencode(
        {
            "token": "x",
            "team_id": TEAM,
            "team_domain": "bench",
            "channel_id": f"C{channel:06d}",
            "channel_name": "sales",
            "user_id": "U000001",
            "user_name": "jane",
            "command": "/zeegcall",
            "text": f"Alex Mueller {phone} alex.mueller@example.com {said}".strip(),
            "api_app_id": "A0BENCH",
            "is_enterprise_install": "false",
            "response_url": "https://hooks.slack.com/commands/T/1/x",
            "trigger_id": f"{number}.{time.time_ns()}",
        }
    ).encode()
    return signed(body)


def signed(body: bytes) -> bytes:
    """Sign a body and put the HTTP request around it."""
    timestamp = str(int(time.time()))
    digest = hmac.new(
        SIGNING_SECRET.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256
    ).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1\r\n"
        "Host: 127.0.0.1\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\n"
        f"X-Slack-Signature: v0={digest}\r\n\r\n"
    )
    return head.encode() + body
