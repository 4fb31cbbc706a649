"""Somebody before the page: a browser with the page open, seen from its wire."""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp

Seen = dict[str, Any]


class Visitor:
    """One person's open page."""

    def __init__(self, session: aiohttp.ClientSession, url: str, person: str) -> None:
        self.session = session
        self.url = url
        self.person = person

    def other(self, person: str) -> "Visitor":
        """Give somebody else's page."""
        return Visitor(self.session, self.url, person)

    async def do(self, act: str, **given: object) -> int:
        """Have something done as the page asks for it, and give the status."""
        async with self.session.post(
            f"{self.url}/do/{act}",
            json={"as": self.person, **given},
            headers={"Origin": self.url},
        ) as answer:
            return answer.status

    @contextlib.asynccontextmanager
    async def watching(self) -> AsyncIterator[Callable[[], Awaitable[Seen]]]:
        """Open the stream, and give what waits for the next thing that is seen."""
        async with self.session.get(f"{self.url}/live", params={"as": self.person}) as stream:
            assert stream.content_type == "text/event-stream"

            async def following() -> Seen:
                while True:
                    line = await stream.content.readline()
                    assert line, "the stream has ended"
                    if line.startswith(b"data: "):
                        seen: Seen = json.loads(line.removeprefix(b"data: "))
                        return seen

            yield following

    async def sees(self) -> Seen:
        """Give what is seen now."""
        async with self.watching() as following:
            return await following()

    async def until(self, condition: Callable[[Seen], object]) -> Seen:
        """Watch until something is seen."""
        async with self.watching() as following:
            while not condition(seen := await following()):
                pass
            return seen


def channel(seen: Seen, channel_id: str) -> Seen:
    """Find a channel in what is seen."""
    return next(each for each in seen["channels"] if each["id"] == channel_id)


def texts(seen: Seen, channel_id: str) -> list[str]:
    """Give what the messages in a channel say."""
    return [each["text"] for each in channel(seen, channel_id)["messages"]]
