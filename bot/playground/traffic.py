"""What went over the wire, in order, and waiting for something to become true."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Way(StrEnum):
    """Between whom something was said."""

    SLACK_METHOD = "slack method"
    RESPONSE_URL = "response url"
    UPLOAD = "upload"
    DELIVERY = "delivery"
    ZEEG_METHOD = "zeeg method"
    ZEEG_WEBHOOK = "zeeg webhook"


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One request and its answer; once it `is_over`, status 0 means that none was given."""

    way: Way
    method: str
    body: Any
    asked_at: float
    status: int = 0
    answer: Any = None
    is_over: bool = False
    headers: dict[str, str] = field(default_factory=dict)


class Traffic:
    """Everything that was said, and a bell that rings whenever something more was."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.exchanges: list[Exchange] = []
        self._bell = asyncio.Event()
        self._bells: set[asyncio.Event] = {self._bell}

    @contextlib.contextmanager
    def own_bell(self) -> Iterator[asyncio.Event]:
        """Give somebody an event of their own, that is set whenever something was said."""
        bell = asyncio.Event()
        self._bells.add(bell)
        try:
            yield bell
        finally:
            self._bells.discard(bell)

    def asked(self, way: Way, method: str, body: object) -> Exchange:
        """Write a request down as soon as it is read."""
        exchange = Exchange(way=way, method=method, body=body, asked_at=self.clock())
        self.exchanges.append(exchange)
        self.ring()
        return exchange

    def answered(self, exchange: Exchange, status: int, answer: object) -> None:
        """Write down what was answered."""
        exchange.status, exchange.answer, exchange.is_over = status, answer, True
        self.ring()

    def of(self, method: str) -> list[Exchange]:
        """Give the exchanges of one method."""
        return [each for each in self.exchanges if each.method == method]

    def ring(self) -> None:
        """Wake whoever waits for a change."""
        for bell in self._bells:
            bell.set()

    async def until(self, condition: Callable[[], T | None], within: float = 5) -> T:
        """
        Wait until `condition` gives something true, and give that.

        It is looked at again after each exchange. `within` real seconds at most, then
        TimeoutError tells what was said last.
        """
        try:
            async with asyncio.timeout(within):
                while not (found := condition()):
                    self._bell.clear()
                    await self._bell.wait()
                return found
        except TimeoutError:
            last = [f"{each.method} -> {each.status}" for each in self.exchanges[-12:]]
            raise TimeoutError(f"still not so after {within} s; last said: {last}") from None
