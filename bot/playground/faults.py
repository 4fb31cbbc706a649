"""What goes wrong on purpose: the next calls of a method are refused, torn, lost or late."""

import asyncio
import dataclasses
import json
import socket
import struct
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import web

NO_LINGER: Final = struct.pack("ii", 1, 0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer; a `body` that is no string is written as JSON."""

    status: int = 200
    body: Any = ""
    headers: dict[str, str] = dataclasses.field(default_factory=dict)

    def response(self) -> web.Response:
        """Write it for the wire."""
        if isinstance(self.body, str):
            return web.Response(status=self.status, text=self.body, headers=self.headers)
        text = json.dumps(self.body)
        return web.Response(
            status=self.status, text=text, headers=self.headers, content_type="application/json"
        )


class Torn(Exception):  # noqa: N818 - it is no error here but what was asked for
    """The connection is to be reset instead of answered."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    What happens to one request instead of the usual.

    `wait` is awaited first. Then what was asked is really done if `done`, and `answer`
    goes out instead of the real one; without either, or with `torn`, the connection
    is reset: `unread` before the body was read.
    """

    wait: Callable[[], Awaitable[object]] | None = None
    done: bool = False
    answer: Answer | None = None
    torn: bool = False
    unread: bool = False


def answering(status: int, body: object = "", **headers: str) -> Fault:
    """Answer this, and do nothing; `Retry_After="3"` writes a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(answer=Answer(status=status, body=body, headers=named))


def done_but_answering(status: int, body: object = "", **headers: str) -> Fault:
    """Do what was asked, and answer this instead of what is usual."""
    return dataclasses.replace(answering(status, body, **headers), done=True)


def slack_error(error: str) -> Fault:
    """Answer 200 with this error of Slack's."""
    return answering(200, {"ok": False, "error": error})


def rate_limited(seconds: int = 1) -> Fault:
    """Answer 429 as Slack does."""
    body = {"ok": False, "error": "ratelimited"}
    return answering(429, body, Retry_After=str(seconds))


def reset_unread() -> Fault:
    """Reset the connection before the body is read; nothing is done."""
    return Fault(torn=True, unread=True)


def reset() -> Fault:
    """Read everything, do nothing, and reset the connection."""
    return Fault(torn=True)


def lost_answer() -> Fault:
    """Do what was asked, and reset the connection instead of saying so."""
    return Fault(torn=True, done=True)


def slow(seconds: float) -> Fault:
    """Do what was asked, but only after so many real seconds."""
    return Fault(wait=lambda: asyncio.sleep(seconds), done=True)


def held_until(release: asyncio.Event) -> Fault:
    """Do what was asked, but only once `release` is set."""
    return Fault(wait=release.wait, done=True)


def hanging() -> Fault:
    """Never answer; the connection is reset when the playground closes."""
    return Fault(wait=asyncio.Event().wait, torn=True)


class Faults:
    """The faults in store, by method, each used once, in the order given."""

    def __init__(self) -> None:
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._closing = asyncio.Event()

    def next(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method go wrong: `chat.postMessage`, `outbound-calls`."""
        self._next[method].extend([fault] * times)

    def waiting(self, method: str) -> int:
        """Count the faults that are still in store for a method."""
        return len(self._next[method])

    def clear(self) -> None:
        """Let everything go right again."""
        self._next.clear()

    def take(self, method: str) -> Fault | None:
        """Take the fault that is due for a method, if one is."""
        waiting = self._next[method]
        return waiting.popleft() if waiting else None

    def close(self) -> None:
        """Let go of all that hangs."""
        self._closing.set()

    async def answer(self, fault: Fault | None, do: Callable[[], Answer]) -> Answer:
        """Give the answer to a request, as usual or as the fault has it; or raise Torn."""
        if fault is None:
            return do()
        await self._delay(fault)
        usual = do() if fault.done else None
        answer = fault.answer or usual
        if fault.torn or answer is None:
            raise Torn
        return answer

    async def _delay(self, fault: Fault) -> None:
        """Wait as long as the fault says; what still waits at the end is torn."""
        if fault.wait is None:
            return
        waiting = asyncio.ensure_future(_awaited(fault.wait))
        closing = asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({waiting, closing}, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                raise Torn
        finally:
            waiting.cancel()
            closing.cancel()


async def _awaited(wait: Callable[[], Awaitable[object]]) -> None:
    await wait()


def tear(request: web.BaseRequest) -> web.Response:
    """Reset the connection of a request: the other side reads no answer but an error."""
    transport = request.transport
    if transport is not None:
        connected = transport.get_extra_info("socket")
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
        transport.abort()
    return web.Response()
