"""The playground as a whole: a workspace and a Zeeg, listening on this machine."""

import time
from collections.abc import Callable
from typing import Self, TypeVar

from bot.playground.delivery import Delivery
from bot.playground.faults import Faults
from bot.playground.payloads import Payloads
from bot.playground.person import Person
from bot.playground.records import InstalledApp, User
from bot.playground.server import Listener
from bot.playground.slack_door import SlackDoor
from bot.playground.socket_mode import SocketMode
from bot.playground.traffic import Traffic
from bot.playground.wire import Wire
from bot.playground.workspace import Workspace
from bot.playground.zeeg import Zeeg
from bot.playground.zeeg_door import ZeegDoor

T = TypeVar("T")


class Playground:
    """
    A Slack workspace and a Zeeg, up between `async with` and its end.

    Everything runs in the event loop it was started in, so its state may be read and
    changed between two awaits.
    """

    def __init__(
        self, clock: Callable[[], float] = time.time, app: InstalledApp | None = None
    ) -> None:
        self.workspace = Workspace(clock, app)
        self.traffic = Traffic(clock)
        self.faults = Faults()
        self.sockets = SocketMode(self.workspace.app.id, self.traffic.ring)
        self.delivery = Delivery(self.workspace.app, self.sockets, self.traffic)
        self.payloads = Payloads(self.workspace)
        self.zeeg = Zeeg(clock, self.traffic)
        wire = Wire(self.traffic, self.faults)
        self.slack_listener = Listener(SlackDoor(self.workspace, wire, self.sockets).application)
        self.zeeg_listener = Listener(ZeegDoor(self.zeeg, wire).application)
        self._people: dict[str, Person] = {}

    @property
    def slack_api_url(self) -> str:
        """The base URL of the Web API, for `SLACK_API_URL`."""
        return f"{self.slack_listener.url}/api/"

    @property
    def zeeg_api_url(self) -> str:
        """The base URL of Zeeg's API, for `ZEEG_API_URL`."""
        return f"{self.zeeg_listener.url}/v2"

    def person(self, user: User | str) -> Person:
        """Give the one who sits before Slack as this user; a new User is let in first."""
        if isinstance(user, User):
            user = self.workspace.add_user(user).id
        if user not in self._people:
            self._people[user] = Person(self.workspace, self.payloads, self.delivery, user)
        return self._people[user]

    async def until(self, condition: Callable[[], T | None], within: float = 5) -> T:
        """Wait until `condition` gives something true; see `Traffic.until`."""
        return await self.traffic.until(condition, within)

    async def __aenter__(self) -> Self:
        await self.slack_listener.start()
        await self.zeeg_listener.start()
        self.payloads.base_url = self.slack_listener.url
        return self

    async def __aexit__(self, *raised: object) -> None:
        self.faults.close()
        await self.sockets.close()
        await self.delivery.close()
        await self.zeeg.close()
        await self.slack_listener.stop()
        await self.zeeg_listener.stop()
