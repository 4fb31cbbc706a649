"""A yes to unusual rows of a list, and what is unusual about them by their turn."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.calls.bulk import RowState
from tests.conversations.stage import ALEX, TEAM, Stage, on_stage
from tests.conversations.test_bulk import previewed
from tests.conversations.test_bulk_troubles import settled

ONE = "Name;Phone;Email\nAlex Mueller;+49 30 23125001;alex.mueller@example.com\n"


@pytest.fixture
async def waiting(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on which every hour is unusual, and calls can be undone for a minute."""
    hours = {"CALLING_HOURS": "03:00-03:15", "UNDO_SECONDS": "60"}
    async with on_stage(tmp_path / "calls.db", **hours) as stage:
        yield stage


async def called(stage: Stage, call_id: int) -> None:
    """Let Jane call Alex, though that is unusual."""
    await stage.type(ALEX)
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.announced(call_id)


async def test_a_row_is_called_of_whose_warnings_one_is_gone(waiting: Stage) -> None:
    await called(waiting, 1)
    view = await previewed(waiting, ONE)
    assert "outside the usual hours there, a call to this number is not over" in str(view.blocks)
    await waiting.type("cancel 1")
    await waiting.told("Cancelled")

    await waiting.jane.submit({"unusual": ["yes"]})

    await settled(waiting, RowState.CALLED)
    on_record = waiting.house.ledger.audited(team_id=TEAM, most=1)
    assert on_record[0].confirmed == ("outside_hours:Europe/Berlin",)


async def test_a_row_is_called_beside_the_call_that_its_preview_showed(waiting: Stage) -> None:
    """The hour, too, was unusual when the yes was asked for; it is not by now."""
    shortly_before_three = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
    waiting.pass_time((shortly_before_three - waiting.now()).total_seconds())
    await called(waiting, 1)
    waiting.pass_time(60)
    await waiting.told("is pending")
    await previewed(waiting, ONE)
    waiting.pass_time(15 * 60)

    await waiting.jane.submit({"unusual": ["yes"]})

    await settled(waiting, RowState.CALLED)


async def test_a_row_is_not_called_beside_another_call_if_one_is_gone(waiting: Stage) -> None:
    """What is gone may have rung: while another call is open, nothing says so."""
    await called(waiting, 1)
    await called(waiting, 2)
    await previewed(waiting, ONE)
    await waiting.type("cancel 1")
    await waiting.told("Cancelled")

    await waiting.jane.submit({"unusual": ["yes"]})

    await settled(waiting, RowState.DROPPED)


async def test_a_row_is_left_out_for_what_is_new(tmp_path: Path) -> None:
    """The call that was open has rung meanwhile."""
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        await called(stage, 1)
        await stage.told("Zeeg call 42")
        await previewed(stage, ONE)
        await stage.playground.zeeg.complete(stage.playground.zeeg.calls[-1])
        await stage.card_says("Answered")

        await stage.jane.submit({"unusual": ["yes"]})

        await settled(stage, RowState.DROPPED)
        assert stage.house.ledger.rows(1)[0].why == "called_recently:1"
        assert len(stage.posts) == 1


async def test_a_list_is_not_stopped_by_the_countries_of_its_own_rows(stage: Stage) -> None:
    rows = (
        "Name;Phone;Email;When\nBo Ode;+49 30 23125002;bo@example.com;tomorrow 15:00\n"
        "Cy Lee;+33 1 99 00 00 01;cy@example.com;tomorrow 15:00\n"
        "Di Poe;+44 20 7946 0958;di@example.com;tomorrow 15:00\n"
    )
    await stage.met()
    view = await previewed(stage, rows)
    assert "3 rows can be called" in str(view.blocks)

    await stage.jane.submit()

    await stage.until(lambda: len(stage.posts) == 3 or None)
