"""What was right when a list was looked at, and is not by a row's turn: nobody is called."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.ledger import SqlLedger
from bot.ledger.bulk_tables import bulk_rows
from bot.ledger.door import writing
from bot.ports import Recorded
from tests.conversations.stage import SALES, SUPPORT, Stage, on_stage
from tests.conversations.test_bulk import ROWS, card_says, form, previewed, says
from tests.conversations.test_bulk_troubles import BOSS, results

NUMBER = "+49 30 23125001"
AGENTS = f"Sales={SALES},Support={SUPPORT}"


async def reasons(stage: Stage) -> list[str]:
    """Say yes to the list, and give what its result says of each row."""
    await stage.jane.submit()
    await card_says(stage, "Done")
    [content] = await results(stage, 1)
    return content.splitlines()[1:]


async def test_a_number_that_is_blocked_meanwhile_is_not_called(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await previewed(stage)
    await boss.type_command("C_SALES", "/zeegcall", f"block {NUMBER}")
    await stage.whispered("is on the do-not-call list now", to=boss)

    first, second = await reasons(stage)

    assert "“…” is on the do-not-call list" in first
    assert second.startswith("3,Pending")
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125002"]


async def test_a_time_that_has_passed_meanwhile_is_told(stage: Stage) -> None:
    await stage.met()
    await previewed(stage, when_words="in 30 minutes")
    stage.pass_time(timedelta(hours=1).total_seconds())

    first, second = await reasons(stage)

    assert "“…” has already passed" in first
    assert "“…” has already passed" in second
    assert stage.posts == []


async def test_an_agent_that_is_not_set_up_any_more_is_told(tmp_path: Path) -> None:
    database = tmp_path / "calls.db"
    async with on_stage(database, ZEEG_AGENTS=AGENTS) as stage:
        await previewed(stage, agent=SUPPORT)
        view = stage.jane.modal
    async with on_stage(database, ZEEG_AGENTS=f"Sales={SALES}") as stage:
        stage.playground.workspace.modals["U_JANE"] = [view] if view else []

        first, _ = await reasons(stage)

        assert "That agent is not set up here" in first
        assert "phone number" not in first
        assert stage.posts == []


async def test_a_row_that_an_older_version_dropped_is_told_without_its_rule(stage: Stage) -> None:
    await previewed(stage)
    await reasons(stage)
    with writing(stage.house.ledger._door.engine) as connection:
        older: dict[str, object] = {
            "state": "dropped",
            "why": "time_past",
            "doubts": [],
            "call_id": None,
        }
        connection.execute(update(bulk_rows).values(older))

    await stage.jane.click(await card_says(stage, "Done"), "bulk_result")

    content = (await results(stage, 2))[-1]
    said = "not called: by its turn a rule said no,,,"
    assert content.splitlines()[1:] == [f"2,{said}", f"3,{said}"]


async def test_the_agent_that_is_picked_in_the_form_calls(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=AGENTS) as stage:
        await previewed(stage, agent=SUPPORT)

        await stage.jane.submit()

        await card_says(stage, "Done")
        assert {post.agent_uuid for post in stage.playground.zeeg.posts} == {SUPPORT}


@pytest.mark.parametrize("settings", [{"DENY_PREFIXES": "+4930"}, {"ALLOWED_COUNTRIES": "FR"}])
async def test_a_number_that_the_settings_refuse_is_left_out(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await form(stage)

        await stage.jane.submit({"rows": ROWS})

        view = await stage.until(lambda: says(stage, "2 are left out"))
        assert "Ask whoever runs this bot" in str(view.blocks)


async def test_a_row_that_another_machine_has_called_in_this_moment_is_called_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    record: Callable[..., Recorded] = SqlLedger.record_call

    def second(*given: Any, **named: Any) -> Recorded:
        record(*given, **named)
        return record(*given, **named)

    monkeypatch.setattr(SqlLedger, "record_call", second)
    await previewed(stage)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert len(stage.posts) == 2
    assert "list failed" not in caplog.text
