"""Brings payloads to the app as Slack does, signed over HTTP or over Socket Mode."""

import asyncio
import dataclasses
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Final, assert_never
from urllib.parse import urlencode

import httpx

from bot.playground.records import InstalledApp, Payload
from bot.playground.socket_mode import SocketMode
from bot.playground.traffic import Traffic, Way

RETRIES: Final = 3


class Kind(StrEnum):
    """The three sorts of payload, by the name that Socket Mode gives them."""

    COMMAND = "slash_commands"
    INTERACTION = "interactive"
    EVENT = "events_api"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """
    How the app answered a delivery.

    `failure` is empty, or what Slack's client shows: `operation_timeout` when three
    seconds passed, `dispatch_failed` when the app could not be reached or answered
    other than 200. `seconds` are real ones. `may_retry` is False after the header
    `x-slack-no-retry: 1`.
    """

    failure: str = ""
    status: int = 200
    body: Payload = dataclasses.field(default_factory=dict)
    seconds: float = 0.0
    may_retry: bool = True


class Delivery:
    """
    The way from Slack to the app: to `request_url` if there is one, else by WebSocket.

    `signing_time` is what the app compares with its own wall clock, so it is not the
    movable one.
    """

    def __init__(
        self,
        app: InstalledApp,
        sockets: SocketMode,
        traffic: Traffic,
        signing_time: Callable[[], float] = time.time,
    ) -> None:
        self.app = app
        self.sockets = sockets
        self.traffic = traffic
        self.signing_time = signing_time
        self.ack_seconds = 3.0
        self.request_url = ""
        self._client: httpx.AsyncClient | None = None
        self._late: set[asyncio.Task[Ack]] = set()

    def to(self, request_url: str, client: httpx.AsyncClient | None = None) -> None:
        """Deliver over HTTP from now on; `client` may carry an in-process transport."""
        self.request_url = request_url
        self._client = client or self._client

    async def close(self) -> None:
        """Let go of deliveries that are still unanswered, and of the connections."""
        for task in self._late:
            task.cancel()
        await asyncio.gather(*self._late, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def deliver(self, kind: Kind, payload: Payload, retry: Payload | None = None) -> Ack:
        """
        Deliver once, and give the answer if it came in time.

        A late app is not stopped: it goes on with what it does, as behind a real Slack.
        """
        exchange = self.traffic.asked(Way.DELIVERY, _name(kind, payload), payload)
        started = time.monotonic()
        over_http = bool(self.request_url)
        sending = self._over_http if over_http else self._over_socket
        task = asyncio.ensure_future(sending(kind, payload, retry))
        self._late.add(task)
        task.add_done_callback(self._late.discard)
        await asyncio.wait({task}, timeout=self.ack_seconds)
        seconds = time.monotonic() - started
        ack = task.result() if task.done() else Ack(failure="operation_timeout", status=0)
        self.traffic.answered(exchange, ack.status, ack.failure or ack.body)
        return dataclasses.replace(ack, seconds=seconds)

    async def deliver_event(self, payload: Payload) -> Ack:
        """Deliver an event, and up to three times again if that failed, without a pause."""
        ack = await self.deliver(Kind.EVENT, payload)
        for number in range(1, RETRIES + 1):
            if not ack.failure or not ack.may_retry:
                break
            reason = "timeout" if ack.failure == "operation_timeout" else "error"
            reason = f"http_{reason}" if self.request_url else reason
            retry = {"retry_attempt": number, "retry_reason": reason}
            ack = await self.deliver(Kind.EVENT, payload, retry)
        return ack

    async def verify_url(self, challenge: str = "a-challenge") -> Ack:
        """Ask the app to prove that the request URL is its own."""
        return await self.deliver(
            Kind.EVENT, {"type": "url_verification", "token": "", "challenge": challenge}
        )

    async def _over_socket(self, kind: Kind, payload: Payload, retry: Payload | None) -> Ack:
        try:
            body = await self.sockets.deliver(kind, payload, retry)
        except LookupError:
            return Ack(failure="dispatch_failed", status=0)
        return Ack(body=body)

    async def _over_http(self, kind: Kind, payload: Payload, retry: Payload | None) -> Ack:
        body, content_type = _encoded(kind, payload)
        headers = {"Content-Type": content_type, **self.signature(body)}
        if retry is not None:
            headers["X-Slack-Retry-Num"] = str(retry["retry_attempt"])
            headers["X-Slack-Retry-Reason"] = retry["retry_reason"]
        if self._client is None:
            # The three seconds are kept by `deliver`, which lets a late app go on.
            self._client = httpx.AsyncClient(timeout=None, trust_env=False)  # noqa: S113
        try:
            response = await self._client.post(self.request_url, content=body, headers=headers)
        except httpx.TransportError:
            return Ack(failure="dispatch_failed", status=0)
        failure = "" if response.status_code == 200 else "dispatch_failed"
        return Ack(
            failure=failure,
            status=response.status_code,
            body=_decoded(response),
            may_retry=response.headers.get("x-slack-no-retry") != "1",
        )

    def signature(self, body: str) -> dict[str, str]:
        """Sign a body: https://docs.slack.dev/authentication/verifying-requests-from-slack."""
        timestamp = str(int(self.signing_time()))
        signed = f"v0:{timestamp}:{body}".encode()
        digest = hmac.new(self.app.signing_secret.encode(), signed, hashlib.sha256)
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={digest.hexdigest()}",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }


def _name(kind: Kind, payload: Payload) -> str:
    if kind is Kind.COMMAND:
        return str(payload["command"])
    event = payload.get("event") or payload
    return str(event["type"])


def _encoded(kind: Kind, payload: Payload) -> tuple[str, str]:
    match kind:
        case Kind.COMMAND:
            return urlencode(payload), "application/x-www-form-urlencoded"
        case Kind.INTERACTION:
            form = {"payload": json.dumps(payload)}
            return urlencode(form), "application/x-www-form-urlencoded"
        case Kind.EVENT:
            return json.dumps(payload), "application/json"
        case _:
            assert_never(kind)


def _decoded(response: httpx.Response) -> Payload:
    if "application/json" not in response.headers.get("content-type", ""):
        return {"text": response.text} if response.text else {}
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
