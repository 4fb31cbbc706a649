"""A list and what may come between: a stop, a forgotten number, another hour, a silent Slack."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.calls.bulk import Job, JobState, RowState
from bot.calls.status import Status
from bot.errors import LedgerError, SlackError, SlackRefusedError, SlackUnavailableError
from bot.ledger import SqlLedger
from bot.ledger.bulk_tables import bulk_jobs
from bot.ledger.door import reading
from bot.playground.faults import hanging, held_until, lost_answer, rate_limited, slack_error
from bot.playground.records import User
from bot.playground.workspace import UserGroup
from bot.slack import bulk_work
from tests.conversations.stage import TEAM, Stage, on_stage
from tests.conversations.test_bulk import ROWS, card, card_says, form, previewed, says

BOSS = User(id="U_BOS", name="bos", real_name="Bos", is_admin=True)


def failing(error: SlackError) -> Callable[..., Awaitable[None]]:
    """Stand in for a way of speaking that Slack has closed."""

    async def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def broken(*_: object, **__: object) -> None:
    """Stand in for what a ledger does whose disk is full."""
    raise LedgerError("the disk is full")


def states(stage: Stage) -> list[RowState]:
    return [row.state for row in stage.house.ledger.rows(1)]


async def settled(stage: Stage, *expected: RowState) -> None:
    async with asyncio.timeout(8):
        while states(stage) != [*expected]:  # noqa: ASYNC110 - told by the database alone
            await asyncio.sleep(0.02)


async def job_is(stage: Stage, state: JobState) -> None:
    async with asyncio.timeout(15):
        while job_state(stage) is not state:  # noqa: ASYNC110 - told by the database alone
            await asyncio.sleep(0.02)


def job_state(stage: Stage) -> JobState:
    with reading(stage.house.ledger._door.engine) as connection:
        return JobState(connection.scalar(select(bulk_jobs.c.state)) or "")


async def test_a_card_in_a_direct_message_is_found_again(stage: Stage) -> None:
    stage.playground.workspace.app.scopes |= {"channels:history", "im:history", "im:write"}
    await previewed(stage)
    stage.playground.faults.next("chat.postMessage", slack_error("not_in_channel"))
    stage.playground.faults.next("chat.postMessage", lost_answer())
    stage.playground.faults.next("chat.postMessage", slack_error("not_in_channel"))

    await stage.jane.submit()

    await stage.playground.until(lambda: len(stage.posts) == 2 or None, within=12)
    lists = [each for each in stage.jane.sees_from_app() if "a list of" in each.text]
    assert len(lists) == 1


async def test_a_list_that_may_be_shown_nowhere_ends_and_calls_nobody(stage: Stage) -> None:
    await previewed(stage)
    refused = slack_error("restricted_action")
    stage.playground.faults.next("chat.postMessage", refused, times=2)

    await stage.jane.submit()

    told = await stage.whispered("Nobody of your list was called")
    assert "(`restricted_action`). Whoever manages that channel" in told.text
    await job_is(stage, JobState.ENDED)
    assert states(stage) == [RowState.STOPPED, RowState.STOPPED]
    assert stage.posts == []


async def test_an_end_that_may_be_told_nowhere_is_an_end(stage: Stage) -> None:
    await previewed(stage)
    refused = slack_error("restricted_action")
    stage.playground.faults.next("chat.postMessage", refused, times=99)
    stage.pass_time(timedelta(hours=2).total_seconds())

    await stage.jane.submit()

    await job_is(stage, JobState.ENDED)
    assert stage.posts == []


async def test_a_list_that_cannot_be_kept_says_so_in_its_form(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await form(stage)
    monkeypatch.setattr(stage.house.ledger, "submit_job", broken)

    await stage.jane.submit({"rows": ROWS})

    assert "I could not keep this, so nobody was called." in view.errors["rows"]
    assert stage.jane.notices == []


async def test_a_yes_that_cannot_be_kept_says_so_over_its_preview(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await previewed(stage)
    monkeypatch.setattr(stage.house.ledger, "confirm_job", broken)

    await stage.jane.submit()

    assert says(stage, "I could not keep this, so nobody was called.")
    await stage.jane.close_modal()
    assert says(stage, "*2 rows can be called.*")
    monkeypatch.undo()
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert len(stage.posts) == 2


async def test_a_number_that_is_forgotten_meanwhile_is_not_called(stage: Stage) -> None:
    """The list had been read when its card was being posted."""
    boss = stage.let_in(BOSS)
    release = asyncio.Event()
    await previewed(stage)
    stage.playground.faults.next("chat.postMessage", held_until(release))
    await stage.jane.submit()
    await stage.until(lambda: stage.playground.traffic.of("view_submission")[1:] or None)
    await stage.forget("+49 30 23125001", by=boss)
    await settled(stage, RowState.STOPPED, RowState.READY)

    release.set()

    await settled(stage, RowState.STOPPED, RowState.CALLED)
    await stage.until(lambda: stage.posts or None)
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125002"]


async def test_a_yes_to_an_unusual_hour_is_none_for_another(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        await previewed(stage)
        await stage.jane.submit({"unusual": ["yes"]})
        running = await stage.until(lambda: card(stage))
        await stage.jane.click(running, "bulk_pause")
        paused = await card_says(stage, "Paused")
        called = len(stage.posts)
        stage.pass_time(timedelta(hours=2).total_seconds())

        await stage.jane.click(paused, "bulk_resume")

        await card_says(stage, "Done")
        assert len(stage.posts) == called


async def test_a_yes_long_after_the_preview_is_none_to_an_unusual_hour(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        await previewed(stage)
        stage.pass_time(timedelta(hours=2).total_seconds())

        await stage.jane.submit({"unusual": ["yes"]})

        await card_says(stage, "Done")
        assert not stage.posts


async def test_a_yes_to_a_named_time_holds_however_long_the_list_was_paused(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        await previewed(stage, when_words="tomorrow 2pm")
        stage.pass_time(timedelta(hours=2).total_seconds())

        await stage.jane.submit({"unusual": ["yes"]})

        await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_a_yes_holds_for_a_time_with_seconds(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        stage.pass_time(17)
        await previewed(stage, when_words="in 3 hours")

        await stage.jane.submit({"unusual": ["yes"]})

        await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_calls_kept_here_hold_up_no_others_and_can_be_stopped(
    tmp_path: Path,
) -> None:
    rows = "Name;Phone;Email;When\n" + "".join(
        f"A B;+49 30 231250{number};a{number}@example.com;friday 14:00\n"
        for number in range(10, 18)
    )
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        await stage.met()
        await previewed(stage, rows)

        await stage.jane.submit()

        await settled(stage, *[RowState.CALLED] * 8)
        running = await stage.until(lambda: card(stage))
        await stage.jane.click(running, "bulk_stop")

        await card_says(stage, "Done")
        stopped = {row.status for row in stage.house.ledger.rows(1)}
        assert stopped == {Status.CANCELLED}
        assert stage.posts == []
        on_record = stage.house.ledger.audited(team_id=TEAM, most=10)
        deeds = [deed for call in on_record for deed in call.deeds]
        assert [deed.split()[:3] for deed in deeds] == [["U_JANE", "cancel", "bulk"]] * 8


async def test_a_preview_that_slack_did_not_take_comes_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await form(stage)
    stage.playground.faults.next("views.update", slack_error("not_found"))
    monkeypatch.setattr(bulk_work, "whisper", failing(SlackUnavailableError("unreachable")))

    await stage.jane.submit({"rows": ROWS})

    async with asyncio.timeout(12):
        while not says(stage, "can be called"):  # noqa: ASYNC110 - it waits some seconds
            await asyncio.sleep(0.05)


async def test_whoever_was_not_looked_up_lately_is_asked_about(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ALLOWED_USERGROUPS="S0SALES") as stage:
        sales = UserGroup(id="S0SALES", handle="sales", members=["U_JANE"])
        stage.playground.workspace.groups["S0SALES"] = sales
        stage.playground.workspace.app.scopes |= {"usergroups:read"}
        await stage.met()
        await previewed(stage)
        stage.pass_time(timedelta(minutes=11).total_seconds())

        await stage.jane.submit()

        await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_an_end_that_slack_refuses_to_tell_is_an_end(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.playground.workspace.app.scopes -= {"files:write", "im:write"}
    await previewed(stage)
    refused = SlackRefusedError("messages_tab_disabled")
    monkeypatch.setattr(bulk_work, "whisper", failing(refused))

    await stage.jane.submit()

    await job_is(stage, JobState.ENDED)


async def results(stage: Stage, number: int) -> list[str]:
    """Wait for so many result files, and give what stands in them."""
    files = stage.playground.workspace.files

    def there() -> list[str] | None:
        found = [each["content"] for each in files.values() if "content" in each]
        return [each.decode("utf-8-sig") for each in found] if len(found) == number else None

    return await stage.until(there)


async def test_a_result_that_slack_did_not_take_is_sent_again(stage: Stage) -> None:
    stage.playground.faults.next("files.completeUploadExternal", slack_error("storage_limit"))
    await previewed(stage, f"{ROWS}Bo;112;bo@example.com;x\n")
    await stage.jane.submit()
    told = await stage.whispered("Slack does not take the file at the moment")
    await job_is(stage, JobState.ENDED)

    await stage.jane.click(told, "bulk_result")

    await stage.whispered("The file is in your direct messages")
    content = (await results(stage, 2))[-1]
    assert content.splitlines()[1].startswith("2,Pending")
    assert '4,left out,,,"I never call emergency' in content
    assert "112" not in content


async def test_the_card_of_an_ended_list_sends_its_result_to_the_sender_and_admins(
    stage: Stage,
) -> None:
    omar, boss = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar")), stage.let_in(BOSS)
    await previewed(stage)
    await stage.jane.submit()
    done = await card_says(stage, "Done")
    await results(stage, 1)

    await omar.click(done, "bulk_result")
    await boss.click(done, "bulk_result")

    await stage.whispered("Only whoever sent this list", to=omar)
    await stage.whispered("The file is in your direct messages", to=boss)
    await results(stage, 2)
    assert not [each for each in omar.sees_from_app() if each.files]


async def test_a_result_that_is_refused_once_more_says_why(stage: Stage) -> None:
    stage.playground.workspace.app.scopes -= {"files:write", "im:write"}
    await previewed(stage)
    await stage.jane.submit()
    done = await card_says(stage, "Done")

    await stage.jane.click(done, "bulk_result")

    await stage.until(
        lambda: [e for e in stage.whispers() if "I may not send files here" in e.text][1:] or None
    )


async def test_the_result_is_sent_once_where_the_card_has_to_wait(stage: Stage) -> None:
    await previewed(stage)
    await stage.jane.submit()
    await stage.until(lambda: len(stage.posts) == 2 or None)
    stage.playground.faults.next("chat.update", rate_limited(1), times=6)

    await job_is(stage, JobState.ENDED)

    assert len(stage.playground.workspace.files) == 1


async def test_nothing_of_a_wrong_row_is_in_the_result(stage: Stage) -> None:
    wrong = "Bo;0301234567;bo@example.com;x\nCy;+49 30 23125003;cy.secret@@example;x\n"
    await previewed(stage, ROWS + wrong)

    await stage.jane.submit()

    files = stage.playground.workspace.files
    (file,) = await stage.until(lambda: [each for each in files.values() if "content" in each])
    content = file["content"].decode("utf-8-sig")
    assert "left out" in content
    assert not [piece for piece in ("0301234567", "secret", "23125003") if piece in content]


async def test_a_slow_profile_keeps_no_stop_waiting(stage: Stage) -> None:
    await previewed(stage)
    stage.pass_time(timedelta(hours=2).total_seconds())
    stage.playground.faults.next("users.info", hanging())
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))

    await stage.jane.click(running, "bulk_stop")

    await card_says(stage, "Done")
    assert stage.posts == []


async def test_an_admin_whose_stop_is_not_kept_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = stage.let_in(BOSS)
    rows = "Name;Phone;Email\n" + "".join(
        f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 25)
    )
    await previewed(stage, rows)
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))
    monkeypatch.setattr(type(stage.house.ledger), "move_job", broken)

    await boss.click(running, "bulk_stop")

    await stage.whispered("nothing was changed", to=boss)


async def test_a_worker_that_lost_a_list_neither_shows_it_nor_sends_its_result(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    renew = SqlLedger.renew_job

    def lost_twice(self: SqlLedger, job: Job, *, lease: float, for_good: bool) -> float | None:
        asked.append(job.card_ts)
        return None if len(asked) in {1, 3} else renew(self, job, lease=lease, for_good=for_good)

    monkeypatch.setattr(SqlLedger, "renew_job", lost_twice)
    await previewed(stage)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert len(await results(stage, 1)) == 1
    assert len(asked) == 4
    assert len(stage.posts) == 2
    assert len([each for each in stage.cards() if "a list of" in each.text]) == 1


@pytest.mark.parametrize("pressed", ["bulk_pause", "bulk_stop"])
async def test_a_button_that_is_pressed_while_the_result_is_sent_has_no_other_machine_send_it(
    stage: Stage, pressed: str
) -> None:
    release = asyncio.Event()
    stage.playground.faults.next("files.getUploadURLExternal", held_until(release))
    await previewed(stage)
    await stage.jane.submit()
    running = replace(await stage.until(lambda: card(stage)))
    await stage.until(lambda: stage.playground.traffic.of("files.getUploadURLExternal") or None)

    await stage.jane.click(running, pressed)

    assert stage.house.ledger.claim_job(lease=60) is None
    release.set()
    await job_is(stage, JobState.ENDED)
    assert len(await results(stage, 1)) == 1
