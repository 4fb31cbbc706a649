"""The same over Socket Mode: what was typed is answered, also by a bot that is told to stop."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import House, open_house
from bot.errors import SettingsError
from bot.ledger import SqlLedger
from bot.playground.clock import MovableClock
from bot.playground.faults import Fault, slack_error, slow
from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.settings import read_settings
from bot.slack import socket_mode
from tests.conversations.stage import ALEX, TEAM, FollowingClock, environment, furnished
from tests.sample import NOW


@dataclass(kw_only=True)
class Connected:
    """A bot that Slack reaches by a socket; `stop` tells it to stop, and waits until it has."""

    playground: Playground
    house: House
    jane: Person
    stop: Callable[[], Any]

    @property
    def notices(self) -> list[str]:
        """What Slack's client tells Jane of an app that does not answer."""
        return self.jane.notices


@pytest.fixture
async def connected(tmp_path: Path) -> AsyncIterator[Connected]:
    clock = MovableClock(NOW.timestamp())
    playground = furnished(clock)
    async with playground, AsyncExitStack() as stack:
        app_token = playground.workspace.app.app_token
        variables = environment(playground, tmp_path / "calls.db", SLACK_APP_TOKEN=app_token)
        opening = open_house(read_settings(variables), clock=FollowingClock(clock))
        house = await stack.enter_async_context(opening)
        jane = playground.person("U_JANE")
        await playground.until(lambda: playground.sockets.connections or None)
        await jane.type_command("C_SALES", "/zeegcall", "")
        await playground.until(lambda: jane.modal)
        await jane.close_modal()
        while house.ledger.profile(team_id=TEAM, user_id=jane.id) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        yield Connected(playground=playground, house=house, jane=jane, stop=stack.aclose)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    record: Callable[..., Any] = SqlLedger.record_call

    def slowly(*given: Any, **named: Any) -> Any:
        time.sleep(0.3)
        return record(*given, **named)

    monkeypatch.setattr(SqlLedger, "record_call", slowly)


async def test_asks_once_where_to_connect(connected: Connected) -> None:
    asked = [each.method for each in connected.playground.traffic.exchanges]

    assert asked.count("apps.connections.open") == 1


async def test_a_token_that_slack_does_not_take_is_named(tmp_path: Path) -> None:
    clock = MovableClock(NOW.timestamp())
    playground = furnished(clock)
    async with playground:
        variables = environment(playground, tmp_path / "calls.db", SLACK_APP_TOKEN="xapp-other")
        opening = open_house(read_settings(variables), clock=FollowingClock(clock))
        with pytest.raises(SettingsError, match="SLACK_APP_TOKEN: Slack does not accept it"):
            await opening.__aenter__()


@pytest.mark.parametrize("fault", [slack_error("internal_error"), slow(1)], ids=["error", "slow"])
async def test_starts_while_slack_does_not_say_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    monkeypatch.setattr(socket_mode, "LONGEST_START", 0.1)
    clock = MovableClock(NOW.timestamp())
    playground = furnished(clock)
    async with playground:
        app_token = playground.workspace.app.app_token
        playground.faults.next("apps.connections.open", fault)
        variables = environment(playground, tmp_path / "calls.db", SLACK_APP_TOKEN=app_token)
        async with open_house(read_settings(variables), clock=FollowingClock(clock)):
            await playground.until(lambda: playground.sockets.connections or None)


async def test_a_line_is_placed(connected: Connected) -> None:
    ack = await connected.jane.type_command("C_SALES", "/zeegcall", ALEX)

    assert ack.failure == ""
    await connected.playground.until(lambda: connected.playground.zeeg.posts or None)


@pytest.mark.usefixtures("slow_disk")
async def test_a_bot_that_is_told_to_stop_answers_all_that_was_typed(
    connected: Connected, caplog: pytest.LogCaptureFixture
) -> None:
    typing = []
    for line in (ALEX, "Pat Lee +1 415 555 0132 pat.lee@example.com tomorrow 8pm"):
        typed = connected.jane.type_command("C_SALES", "/zeegcall", line)
        typing.append(asyncio.create_task(typed))
        await asyncio.sleep(0.1)

    await connected.stop()

    assert [(await each).failure for each in typing] == ["", ""]
    assert connected.notices == []
    assert "not answered before the end" not in caplog.text


@pytest.mark.usefixtures("slow_disk")
async def test_it_does_not_wait_for_ever(
    connected: Connected, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(socket_mode, "LONGEST_FINISH", 0.01)
    connected.playground.delivery.ack_seconds = 0.5
    typing = asyncio.create_task(connected.jane.type_command("C_SALES", "/zeegcall", ALEX))
    await asyncio.sleep(0.1)

    await connected.stop()

    assert (await typing).failure == "operation_timeout"
    assert "not answered before the end requests=1" in caplog.text
    connected.house.ledger.close()  # over what was still written after its end


async def test_whoever_waits_for_an_answer_over_the_socket_goes_first(
    connected: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowds: list[bool] = []
    record = SqlLedger.record_call

    def look_around(ledger: SqlLedger, *given: Any, **named: Any) -> Any:
        crowds.append(connected.house.worker.is_quiet())
        return record(ledger, *given, **named)

    monkeypatch.setattr(SqlLedger, "record_call", look_around)

    await connected.jane.type_command("C_SALES", "/zeegcall", ALEX)

    await connected.playground.until(lambda: crowds or None)
    assert crowds == [False]
