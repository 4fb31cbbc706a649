"""A list goes on after what nobody foresaw, and what is pressed on it is answered."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.calls.bulk import JobState
from bot.errors import LedgerError, SlackRefusedError
from bot.ledger import SqlLedger
from bot.playground.faults import slack_error
from bot.playground.workspace import UserGroup
from bot.slack import bulk_work
from tests.conversations.stage import Stage, on_stage
from tests.conversations.test_bulk import ROWS, card_says, form, previewed, says
from tests.conversations.test_bulk_troubles import failing, job_is, results
from tests.conversations.test_who_may_press import press

ANSWERED = "This list was answered already"


def once(monkeypatch: pytest.MonkeyPatch, deed: str, error: Exception) -> list[Exception]:
    """Let a deed of the ledger fail the next time, and give what was raised."""
    do: Callable[..., Any] = getattr(SqlLedger, deed)
    raised: list[Exception] = []

    def fail(ledger: SqlLedger, *given: Any, **named: Any) -> Any:
        if raised:
            return do(ledger, *given, **named)
        raised.append(error)
        raise error

    monkeypatch.setattr(SqlLedger, deed, fail)
    return raised


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(LedgerError("the disk is full"), id="records that are away"),
        pytest.param(KeyError("a state of next year"), id="a mistake of the bot's"),
    ],
)
async def test_a_list_is_looked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    raised = once(monkeypatch, "claim_job", error)
    await previewed(stage)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert raised
    assert len(stage.posts) == 2


async def test_after_a_mistake_of_the_bots_it_is_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(bulk_work, "LATER", 0.0)
    raised = once(monkeypatch, "keep_rows", KeyError("Mueller"))
    await previewed(stage)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert raised
    assert "list failed job=1 trace=KeyError" in caplog.text
    assert "Mueller" not in caplog.text
    assert len(stage.posts) == 2


async def test_a_card_that_somebody_deleted_keeps_nobody_from_being_called(stage: Stage) -> None:
    await previewed(stage)
    stage.playground.faults.next("chat.update", slack_error("message_not_found"), times=99)

    await stage.jane.submit()

    await job_is(stage, JobState.ENDED)
    assert len(stage.posts) == 2
    stage.playground.faults.clear()


async def test_a_preview_that_may_be_shown_nowhere_calls_nobody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await form(stage)
    stage.playground.faults.next("views.update", slack_error("not_found"))
    monkeypatch.setattr(bulk_work, "whisper", failing(SlackRefusedError("restricted_action")))

    await stage.jane.submit({"rows": ROWS})

    await job_is(stage, JobState.ASKED)
    assert stage.posts == []


async def test_what_is_wrong_with_a_list_is_told_also_where_its_form_was_closed(
    stage: Stage,
) -> None:
    await form(stage)
    stage.playground.faults.next("views.update", slack_error("not_found"))

    await stage.jane.submit({"rows": "Name;Phone;Email"})

    told = await stage.whispered("no rows")
    assert "Nobody was called" in told.text


async def test_who_is_to_be_asked_about_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_work, "LATER", 0.0)
    async with on_stage(tmp_path / "calls.db", ALLOWED_USERGROUPS="S0SALES") as stage:
        workspace = stage.playground.workspace
        workspace.groups["S0SALES"] = UserGroup(id="S0SALES", handle="sales", members=["U_JANE"])
        workspace.app.scopes.add("usergroups:read")
        await stage.met()
        await previewed(stage)
        stage.pass_time(timedelta(minutes=11).total_seconds())
        stage.playground.faults.next("users.info", slack_error("internal_error"), times=3)

        await stage.jane.submit()

        await card_says(stage, "Done")
        assert len(stage.posts) == 2


async def test_a_button_of_a_list_that_has_ended_says_so(stage: Stage) -> None:
    await previewed(stage)
    await stage.jane.submit()
    done = await card_says(stage, "Done")
    await job_is(stage, JobState.ENDED)
    token = done.blocks[-1]["elements"][0]["value"]

    await press(stage, stage.jane, done, "bulk_stop", token)

    await stage.whispered(ANSWERED)


@pytest.mark.parametrize("button", ["bulk_stop", "bulk_result", "bulk_preview"])
async def test_a_button_of_no_list_says_so(stage: Stage, button: str) -> None:
    await previewed(stage)
    await stage.jane.submit()
    done = await card_says(stage, "Done")

    assert await press(stage, stage.jane, done, button, "of long ago") == 200

    await stage.whispered(ANSWERED)


async def test_a_preview_that_is_opened_after_the_yes_says_so(stage: Stage) -> None:
    await form(stage)
    stage.playground.faults.next("views.update", slack_error("not_found"))
    await stage.jane.submit({"rows": ROWS})
    offered = await stage.whispered("look at it before anybody is called")
    await stage.jane.click(offered, "bulk_preview")
    await stage.until(lambda: says(stage, "can be called"))
    await stage.jane.submit()
    await card_says(stage, "Done")
    await results(stage, 1)

    await stage.jane.click(offered, "bulk_preview")

    await stage.until(lambda: says(stage, ANSWERED))
    assert len(stage.posts) == 2
