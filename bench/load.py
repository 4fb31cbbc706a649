"""A small HTTP client that measures: keep-alive connections, one request at a time on each."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """
    One round of requests: how long each took, and all together, in seconds. `began` is when the
    first was sent, by the monotonic clock.
    """

    seconds: Sequence[float]
    wall: float
    failed: int
    began: float

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p99(self) -> float:
        """The 99th percentile, in milliseconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] * 1000

    @property
    def worst(self) -> float:
        """The longest, in milliseconds."""
        return max(self.seconds) * 1000

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.seconds) / self.wall


async def hammer(port: int, requests: Sequence[bytes], *, at_once: int) -> Round:
    """Send all requests over `at_once` connections to a port of this machine."""
    waiting = list(reversed(requests))
    seconds: list[float] = []
    sent: list[float] = []
    failed = 0

    async def send() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            request = waiting.pop()
            began = time.monotonic()
            writer.write(request)
            status = await _status(reader)
            sent.append(began)
            seconds.append(time.monotonic() - began)
            failed += status != 200
        writer.close()
        await writer.wait_closed()

    began = time.monotonic()
    await asyncio.gather(*(send() for _ in range(at_once)))
    wall = time.monotonic() - began
    return Round(seconds=seconds, wall=wall, failed=failed, began=min(sent))


async def _status(reader: asyncio.StreamReader) -> int:
    """Read one answer to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = 0
    for line in head.split("\r\n"):
        if line.startswith("content-length:"):
            length = int(line.split(":")[1])
    if "transfer-encoding: chunked" in head:
        while (size := int(await reader.readline(), 16)) > 0:
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        await reader.readexactly(length)
    return int(head.split(" ")[1])
