"""The clock that people mean jumps, and nobody is called twice, early or late."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.calls.draft import Surface
from bot.calls.standing import Standing
from bot.calls.status import Status
from bot.ledger import SqlLedger
from bot.playground.faults import rate_limited
from bot.ports import Claim
from bot.use_cases import place_call
from bot.use_cases.settle_call import SettleCall
from tests.conversations.stage import ALEX, Stage, on_stage


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="5") as stage:
        yield stage


async def test_a_jump_ahead_expires_what_would_be_late(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()

    patient.pass_time(3600)

    await patient.told("could not be sent in time")
    assert patient.posts == []


async def test_a_small_jump_back_only_makes_people_wait(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()

    patient.pass_time(-60)
    assert patient.posts == []
    patient.pass_time(66)

    await patient.told("is pending")
    assert len(patient.posts) == 1


async def test_a_clock_that_ran_an_hour_ahead_lets_nobody_ring_an_hour_late(
    patient: Stage,
) -> None:
    await patient.type(ALEX)
    await patient.announced()

    patient.pass_time(-3600)

    await patient.told("could not be sent in time")
    patient.pass_time(3606)
    assert patient.posts == []


async def test_where_the_clock_is_put_back_a_call_that_was_scheduled_waits_for_its_hour(
    patient: Stage,
) -> None:
    await patient.type(f"{ALEX} tomorrow 2pm")
    await patient.announced()

    patient.pass_time(-3600)
    patient.pass_time(3606)

    await patient.until(lambda: patient.posts)
    assert len(patient.posts) == 1


async def test_a_jump_after_the_post_calls_nobody_again(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()
    patient.pass_time(6)
    await patient.told("is pending")

    patient.pass_time(-3600)
    patient.pass_time(7200)

    await patient.card_says("Pending")
    assert len(patient.posts) == 1


async def test_a_card_that_slack_takes_too_late_announces_nothing(patient: Stage) -> None:
    patient.playground.faults.next("chat.postMessage", rate_limited(1), times=1)
    await patient.type(ALEX)
    await patient.until(lambda: patient.playground.traffic.of("chat.postMessage"))

    patient.pass_time(3600)

    await patient.told("could not be sent in time")
    assert patient.posts == []


async def test_whoever_slept_before_the_post_looks_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[float] = []
    look = SqlLedger.standing

    def sleep_after(ledger: SqlLedger, claim: Claim, *, lease: float) -> Standing:
        stands = look(ledger, claim, lease=lease)
        looks.append(stage.clock())
        if len(looks) == 1:
            stage.clock.move(60)
        return stands

    monkeypatch.setattr(SqlLedger, "standing", sleep_after)

    await stage.type(ALEX)

    await stage.told("is pending")
    assert len(looks) == 2
    assert len(stage.posts) == 1


async def test_where_the_clock_is_set_back_before_the_post_it_is_looked_at_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Standing] = []
    look = SqlLedger.standing

    def set_back_after(ledger: SqlLedger, claim: Claim, *, lease: float) -> Standing:
        looks.append(look(ledger, claim, lease=lease))
        if len(looks) == 1:
            stage.clock.move(-60)
        return looks[-1]

    monkeypatch.setattr(SqlLedger, "standing", set_back_after)

    await stage.type(ALEX)
    async with asyncio.timeout(8):
        while not looks:  # noqa: ASYNC110 - told by the database alone
            await asyncio.sleep(0.01)
        while (call := stage.house.ledger.call(1)) is None or call.status is not Status.ANNOUNCED:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert stage.posts == []
    stage.pass_time(60)

    await stage.told("is pending")
    assert len(looks) == 2
    assert len(stage.posts) == 1


async def test_whoever_slept_before_the_post_does_not_call_what_was_settled_meanwhile(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep_after(ledger: SqlLedger, *_: Claim, **__: float) -> Standing:
        place_call.reap(ledger)
        settle = SettleCall(ledger=ledger)
        assert settle.nobody_called(1, by="U_JANE", surface=Surface.BUTTON) is not None
        stage.clock.move(60)
        return Standing.GOOD  # as it was when it was looked at

    monkeypatch.setattr(SqlLedger, "standing", sleep_after)
    monkeypatch.setattr(place_call, "LEASE", 0.0)

    await stage.type(ALEX)

    await stage.told("says that nobody was called")
    assert stage.posts == []
