"""One POST to Zeeg on a connection of its own, and what silence means."""

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from urllib.parse import urlsplit

import httpx

from bot.calls.failure import Failure, FailureKind
from bot.errors import CallRefusedError, CallUncertainError, ZeegError, ZeegUnavailableError
from bot.zeeg.answers import Answer

TIMEOUT = httpx.Timeout(10.0, connect=5.0, pool=5.0)
LONGEST_BODY = 1_000_000
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""What proves that the request never left. A broken read proves nothing, even at once."""

BROKEN = (
    httpx.HTTPError,
    httpx.StreamError,
    httpx.InvalidURL,
    httpx.CookieConflict,
    OSError,  # TimeoutError, and what of ssl and sockets slips through
)


def zeeg_http(
    *,
    url: str,
    token: str,
    timeout: httpx.Timeout = TIMEOUT,
    transport: httpx.AsyncBaseTransport | None = None,
) -> httpx.AsyncClient:
    """
    Open the client that speaks to Zeeg; whoever opens it closes it.

    Every request has a fresh connection, since a stale one could break after Zeeg has read the
    request. Redirects and retries are off, for each is a second request. The environment's proxy
    and certificates are honoured, except on the way to this machine itself.
    """
    return httpx.AsyncClient(
        base_url=url,
        headers={
            "Authorization": f"Bearer {token}",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "zeegcall",
        },
        timeout=timeout,
        limits=httpx.Limits(max_connections=100, max_keepalive_connections=0),
        follow_redirects=False,
        trust_env=urlsplit(url).hostname not in LOOPBACK,
        transport=transport,
    )


async def post(
    http: httpx.AsyncClient, path: str, body: Mapping[str, object], *, seconds: float
) -> Answer:
    """
    Send it once, and give back what was answered within `seconds`, whatever it is.

    Raises CallRefusedError if no such request can be written, ZeegUnavailableError if it surely
    was not sent, CallUncertainError if it may have been and no status came back.
    """
    request = _written(http, path, body)
    response: httpx.Response | None = None
    read = bytearray()
    try:
        async with asyncio.timeout(seconds):
            response = await http.send(request, stream=True)
            async with aclosing(response):
                async for chunk in response.aiter_bytes():
                    read += chunk
                    if len(read) >= LONGEST_BODY:
                        break
    except BROKEN as error:
        # Once the status is here it decides, even if the text after it broke off.
        if response is None:
            raise _without_answer(error) from error
    return Answer(
        status=response.status_code, headers=response.headers, body=bytes(read[:LONGEST_BODY])
    )


def _without_answer(error: Exception) -> ZeegError:
    if isinstance(error, NOT_SENT):
        return ZeegUnavailableError(Failure(kind=FailureKind.UNREACHABLE))
    return CallUncertainError(Failure(kind=FailureKind.NO_ANSWER))


def _written(http: httpx.AsyncClient, path: str, body: Mapping[str, object]) -> httpx.Request:
    if http.is_closed:
        raise ZeegUnavailableError(Failure(kind=FailureKind.UNREACHABLE))
    try:
        return http.build_request("POST", path, json=body)
    except (httpx.InvalidURL, ValueError) as error:
        raise CallRefusedError(Failure(kind=FailureKind.REQUEST_REFUSED)) from error
