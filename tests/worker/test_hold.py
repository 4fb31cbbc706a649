"""Scheduled calls kept here: handed over shortly before, stopped until then, never late."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.stage import ALEX, Stage, on_stage

HOUR = 3600.0
IN_TWO_HOURS = f"{ALEX} in 2 hours"


@pytest.fixture
async def keeping(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(
        tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true", HOLD_LEAD_SECONDS="300"
    ) as stage:
        yield stage


async def test_a_call_is_kept_until_shortly_before_it_is_due(keeping: Stage) -> None:
    await keeping.type(IN_TWO_HOURS)
    card = await keeping.card_says("Kept here until")
    assert "*Cancel* and *Reschedule* work until then" in card.text
    await keeping.announced()

    keeping.pass_time(2 * HOUR - 330)
    assert keeping.posts == []
    keeping.pass_time(60)

    await keeping.told("is scheduled")
    [post] = keeping.posts
    assert post["scheduledTime"] == "2026-11-23 11:00:00"
    await keeping.card_says("Scheduled: Zeeg has it")


async def test_cancel_stops_a_kept_call_for_certain(keeping: Stage) -> None:
    await keeping.type(IN_TWO_HOURS)
    card = await keeping.card_says("Kept here until")
    await keeping.announced()
    keeping.pass_time(HOUR)

    await keeping.jane.click(card, "cancel_call")

    await keeping.told("Nobody was called.")
    keeping.pass_time(2 * HOUR)
    assert keeping.posts == []


async def test_a_kept_call_is_the_teams_also_once_its_requester_has_left(keeping: Stage) -> None:
    await keeping.type(IN_TWO_HOURS)
    await keeping.announced()
    keeping.playground.workspace.users["U_JANE"].is_deleted = True

    keeping.pass_time(2 * HOUR - 270)

    await keeping.told("is scheduled")
    assert len(keeping.posts) == 1


async def test_what_was_missed_is_asked_and_never_called_late(tmp_path: Path) -> None:
    settings = {"HOLD_SCHEDULED_CALLS": "true"}
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await stage.type(IN_TWO_HOURS)
        await stage.announced()

        stage.pass_time(2 * HOUR + 1)

        told = await stage.told("could not be sent in time")
        assert "Nobody was called" in told
        assert "Call now" in str(stage.replies()[0].blocks)
        await stage.card_says("Not sent in time")
        assert stage.posts == []


async def test_a_call_that_is_due_within_the_lead_is_handed_over_at_once(keeping: Stage) -> None:
    await keeping.type(f"{ALEX} in 4 minutes")

    await keeping.told("is scheduled")

    assert len(keeping.posts) == 1


async def test_a_call_for_now_is_not_kept(keeping: Stage) -> None:
    await keeping.type(ALEX)

    await keeping.told("is pending")

    assert len(keeping.posts) == 1
