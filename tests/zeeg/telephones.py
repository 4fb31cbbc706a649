"""A ZeegClient whose other end is a function, and requests to give it."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, tzinfo

import httpx

from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.errors import CallRefusedError, CallUncertainError, ZeegUnavailableError
from bot.zeeg.client import ZeegClient
from bot.zeeg.post import zeeg_http

AGENT_UUID = "5b2c7d1e-9f3a-4c8b-a1d2-3e4f5a6b7c8d"
OURS = (CallRefusedError, ZeegUnavailableError, CallUncertainError)

Far = (
    Callable[[httpx.Request], httpx.Response]
    | Callable[[httpx.Request], Coroutine[None, None, httpx.Response]]
)


class Recorder:
    """Answers every request alike, and keeps them."""

    def __init__(
        self, status: int = 201, body: object = None, *, headers: dict[str, str] | None = None
    ) -> None:
        self.requests: list[httpx.Request] = []
        self._status = status
        self._headers = headers
        self._body = {"id": 42, "status": "pending"} if body is None else body

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self._status, json=self._body, headers=self._headers)


def a_request(
    *,
    full_name: str = "Ada Lovelace",
    additional_data: str | None = None,
    scheduled_time: datetime | None = None,
    agent_uuid: str = AGENT_UUID,
) -> CallRequest:
    return CallRequest(
        phone=PhoneNumber(e164="+4915112345678", region="DE", kind=NumberKind.MOBILE),
        email="ada@example.com",
        full_name=full_name,
        additional_data=additional_data,
        scheduled_time=scheduled_time,
        agent=Agent(name="Sales", uuid=agent_uuid),
    )


def zeeg_that(far: Far, *, zone: tzinfo = UTC) -> ZeegClient:
    http = zeeg_http(
        url="https://api.zeeg.me/v2", token="secret-token", transport=httpx.MockTransport(far)
    )
    return ZeegClient(http, zone=zone)


def answering(
    status: int, body: object = None, *, headers: dict[str, str] | None = None
) -> ZeegClient:
    """Answer every request so: bytes and text as they are, anything else as JSON."""

    def far(_: httpx.Request) -> httpx.Response:
        if body is None:
            return httpx.Response(status, headers=headers)
        if isinstance(body, bytes | str):
            return httpx.Response(status, headers=headers, content=body)
        return httpx.Response(status, headers=headers, json=body)

    return zeeg_that(far)
