"""Home tabs are kept up to date cheaply: one publishing for many moves, and none for strangers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.calls.listing import Listing, Page
from bot.calls.preferences import Preferences
from bot.calls.profile import Profile
from bot.errors import LedgerError, SlackUnavailableError
from bot.slack.homes import TRIES, Homes
from bot.slack.languages import Languages
from bot.slack.pacing import Pace
from tests.sample import NOW


class Slack(AsyncWebClient):
    """Takes Home tabs, once it has been let to."""

    def __init__(self) -> None:
        super().__init__()
        self.published: list[str] = []
        self.times: list[float] = []
        self.failing = 0
        self.seconds: float | None = 0.0
        self.open = asyncio.Event()
        self.open.set()

    async def views_publish(self, *, user_id: str, **view: Any) -> AsyncSlackResponse:
        del view
        await self.open.wait()
        self.published.append(user_id)
        self.times.append(asyncio.get_running_loop().time())
        if self.failing:
            self.failing -= 1
            raise SlackUnavailableError("ratelimited", seconds=self.seconds, may_be_done=False)
        return AsyncSlackResponse(
            client=self,
            http_verb="",
            api_url="",
            req_args={},
            data={},
            headers={},
            status_code=200,
        )


@dataclass(slots=True, kw_only=True)
class People:
    """Who has opened Home: everybody whose id begins with U."""

    raises: dict[str, Exception] = field(default_factory=dict)

    def home_opened(self, *, team_id: str, user_id: str, at: datetime) -> None: ...

    def has_home(self, *, team_id: str, user_id: str) -> bool:
        del team_id
        if user_id in self.raises:
            raise self.raises.pop(user_id)
        return user_id.startswith("U")

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        del team_id, user_id
        return None

    def preferences(self, *places: str, team_id: str) -> Mapping[str, Preferences]:
        del places, team_id
        return {}

    def prefer(self, wishes: Mapping[str, Preferences], *, team_id: str, by: str) -> None: ...

    def listed(
        self, *, team_id: str, requester_id: str | None, most: int, page: Page | None = None
    ) -> Listing:
        del team_id, requester_id, most, page
        return Listing(upcoming=(), recent=())


class Stopped:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW.astimezone(UTC)


@asynccontextmanager
async def at_work(
    slack: Slack, people: People, *, later: float = 0.0
) -> AsyncIterator[Callable[[str], None]]:
    time = asyncio.get_running_loop().time
    homes = Homes(
        client=slack,
        ledger=people,
        pace=Pace(time=time),
        clock=Stopped(),
        languages=Languages(ledger=people, otherwise="en", time=time),
        later=later,
    )

    def refresh(user_id: str) -> None:
        homes.refresh(team_id="T1", user_id=user_id)

    async with homes.at_work():
        yield refresh


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


async def test_many_moves_at_once_are_shown_once() -> None:
    slack = Slack()
    slack.open.clear()
    async with at_work(slack, People()) as refresh:
        refresh("U1")
        await asyncio.sleep(0.01)
        for _ in range(500):
            refresh("U1")
        slack.open.set()
        refresh("U2")
        await until(lambda: "U2" in slack.published)

    assert slack.published.count("U1") <= 2


async def test_nobodys_home_is_shown_who_never_opened_it() -> None:
    slack = Slack()
    async with at_work(slack, People()) as refresh:
        refresh("stranger")
        refresh("U1")
        await until(lambda: slack.published == ["U1"])


@pytest.mark.parametrize(
    "error", [LedgerError("away"), ValueError("a mistake of ours")], ids=["ledger", "mistake"]
)
async def test_one_that_cannot_be_made_keeps_no_other_from_it(error: Exception) -> None:
    slack = Slack()
    async with at_work(slack, People(raises={"U1": error})) as refresh:
        refresh("U1")
        refresh("U2")
        await until(lambda: "U2" in slack.published)


@pytest.mark.parametrize(
    ("failing", "tried"),
    [
        pytest.param(2, 3, id="until Slack takes it"),
        pytest.param(100, TRIES + 1, id="so often and no more"),
    ],
)
async def test_one_that_slack_does_not_take_is_tried_again(failing: int, tried: int) -> None:
    slack = Slack()
    slack.failing = failing
    async with at_work(slack, People()) as refresh:
        refresh("U1")
        await until(lambda: slack.published.count("U1") >= tried)
        slack.failing = 0
        refresh("U2")
        await until(lambda: "U2" in slack.published)

    assert slack.published.count("U1") == tried


async def test_one_that_is_begun_is_finished_before_the_end() -> None:
    slack = Slack()
    slack.open.clear()
    ends = asyncio.Event()

    async def end() -> None:
        async with at_work(slack, People()) as refresh:
            refresh("U1")
            refresh("U2")
            await ends.wait()

    ending = asyncio.create_task(end())
    await asyncio.sleep(0.05)
    ends.set()
    await asyncio.sleep(0.05)
    assert not ending.done()

    slack.open.set()

    await ending
    assert slack.published == ["U1"]


@pytest.mark.parametrize(
    ("seconds", "later"),
    [pytest.param(0.05, 60.0, id="Slack says so"), pytest.param(None, 0.05, id="nobody says so")],
)
async def test_for_how_long_slack_is_left_alone(seconds: float | None, later: float) -> None:
    slack = Slack()
    slack.failing, slack.seconds = 1, seconds
    async with at_work(slack, People(), later=later) as refresh:
        refresh("U1")
        await until(lambda: slack.published == ["U1", "U1"])

    assert slack.times[1] - slack.times[0] >= 0.05
