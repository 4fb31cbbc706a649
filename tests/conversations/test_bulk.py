"""Many at once: a list is read, looked at, said yes to, and called at a steady pace."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.calls.bulk import JobState, RowState
from bot.ledger.bulk_tables import bulk_jobs, bulk_rows
from bot.ledger.columns import epoch_now
from bot.ledger.door import reading, writing
from bot.playground.delivery import Kind
from bot.playground.faults import rate_limited, slack_error
from bot.playground.records import Message, User, View
from bot.playground.typed_values import find_element
from bot.slack import bulk_work
from bot.slack.downloads import LONGEST_FETCH
from tests.conversations.stage import ALEX, Stage, on_stage

ROWS = """\
Name;Telefon;E-Mail;Notiz
Alex Mueller;+49 30 23125001;alex@example.com;demo
Eva Núñez;+49 30 23125002;eva@example.com;contract
"""


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on which every hour is unusual."""
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        yield stage


async def form(stage: Stage) -> View:
    await stage.type("bulk")
    return await stage.until(lambda: stage.jane.modal)


def says(stage: Stage, words: str) -> View | None:
    view = stage.jane.modal
    return view if view is not None and words in str(view.blocks) else None


async def previewed(stage: Stage, rows: str = ROWS, **more: str) -> View:
    """Send a list, and wait until it can be looked at."""
    await form(stage)
    await stage.jane.submit({"rows": rows, **more})
    return await stage.until(
        lambda: says(stage, "can be called") or says(stage, "Nobody was called")
    )


def card(stage: Stage) -> Message | None:
    """The progress card."""
    found = [each for each in stage.cards() if "a list of" in each.text]
    return found[0] if found else None


async def card_says(stage: Stage, words: str) -> Message:
    return await stage.until(
        lambda: found if (found := card(stage)) and words in found.text else None
    )


async def ended(stage: Stage) -> None:
    """Wait until the first list has ended: its card is edited just before that."""
    await card_says(stage, "Done")
    engine = stage.house.ledger._door.engine
    async with asyncio.timeout(5):
        while True:
            with reading(engine) as connection:
                if connection.scalar(select(bulk_jobs.c.state)) == JobState.ENDED.value:
                    return
            await asyncio.sleep(0.01)


async def test_every_row_is_called_after_one_yes(stage: Stage) -> None:
    view = await previewed(stage)
    assert "*2 rows can be called.*" in str(view.blocks)
    assert stage.posts == []

    await stage.jane.submit()

    done = await card_says(stage, "Done")
    assert {post["phoneNumber"] for post in stage.posts} == {"+493023125001", "+493023125002"}
    assert {post["additionalData"] for post in stage.posts} == {"demo", "contract"}
    assert done.text.endswith("2 sent to Zeeg · 0 not called")
    in_thread = str([each.text for each in stage.jane.sees("C_SALES", done.ts)])
    assert "*Alex Mueller*" in in_thread
    assert "*Eva Núñez*" in in_thread


async def test_the_result_comes_as_a_file_without_names(stage: Stage) -> None:
    await previewed(stage, f"{ROWS}Bo;112;bo@example.com;x\n")
    await stage.jane.submit()
    await card_says(stage, "Done")

    files = stage.playground.workspace.files
    (file,) = await stage.until(lambda: [each for each in files.values() if "content" in each])

    content = file["content"].decode("utf-8-sig")
    lines = content.splitlines()
    assert lines[0] == "row,status,outcome,call,reason"
    assert lines[1].startswith("2,Pending")
    assert lines[3].startswith("4,left out,,,")
    assert "emergency" in lines[3]
    assert "Mueller" not in content
    assert "23125001" not in content


async def test_a_wrong_row_is_named_with_its_reason_and_left_out(stage: Stage) -> None:
    rows = f"{ROWS}Bo;+49 30 23125001;bo@example.com;again\nCy;4.9E+11;cy@example.com;x\n;;;no\n"

    view = await previewed(stage, rows)

    said = str(view.blocks)
    assert "3 are left out" in said
    assert "4. Bo: The same number stands in row 2 already." in said
    assert "5. Cy: “4.9E+11” is a number that a spreadsheet has shortened." in said
    assert "6. " in said
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert len(stage.posts) == 2


async def test_a_row_is_told_how_to_be_certain(stage: Stage) -> None:
    rows = (
        "Name;Phone;Email;When\nBo;+49 30 23125001;bo@example.com;at 3\n"
        "Cy;+49 30 23125002 ext. 12;cy@example.com;\n"
    )

    said = str((await previewed(stage, rows)).blocks)

    assert "2. Bo: I read “at 3” as Mon, 23 Nov 2026, 15:00" in said
    assert "In a list, write date and hour out in full" in said
    assert "3. Cy · +493023125002 · now" in said
    await stage.jane.submit()
    await stage.until(lambda: stage.posts or None)
    assert stage.posts[0]["additionalData"] == "ext. 12"


async def test_the_result_tells_times_as_the_preview_did(stage: Stage) -> None:
    await stage.met()
    await previewed(
        stage,
        "Name;Phone;Email;When\nBo;+49 30 23125001;bo@example.com;at 3\n"
        "Cy;+49 30 23125002;cy@example.com;\n",
    )

    await stage.jane.submit()

    await ended(stage)
    [file] = stage.playground.workspace.files.values()
    assert "as Mon, 23 Nov 2026, 15:00 (Berlin time)" in file["content"].decode("utf-8-sig")


async def test_a_time_for_all_rows_that_is_none_is_said_at_its_field(stage: Stage) -> None:
    await stage.met()
    await form(stage)

    await stage.jane.submit({"rows": ROWS, "when_words": "yesterday"})

    assert stage.jane.modal is not None
    assert "has already passed" in stage.jane.modal.errors["when_words"]
    await stage.jane.submit({"when_words": "at 3"})
    assert "write date and hour out in full" in stage.jane.modal.errors["when_words"]
    await stage.jane.submit({"when_words": "tomorrow 3pm"})
    await stage.until(lambda: says(stage, "2 rows can be called"))


async def test_a_workbook_is_told_as_one(stage: Stage) -> None:
    await form(stage)
    file_id = stage.playground.workspace.add_file("list.csv", b"PK\x03\x04\x14\x00")

    await stage.jane.submit({"file": [{"id": file_id, "name": "list.csv"}]})

    await stage.until(lambda: says(stage, "Save it there as CSV"))


async def test_a_row_whose_hour_zeeg_cannot_be_told_is_left_out(tmp_path: Path) -> None:
    settings = {"ZEEG_TIMEZONE": "Australia/Sydney", "CALLING_HOURS": "off"}
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await stage.met()
        view = await previewed(stage, when_words="2027-04-03 17:30")

        assert "Zeeg can't be told which one" in str(view.blocks)
        assert "2 are left out" in str(view.blocks)


async def test_where_all_rows_are_unusual_a_yes_is_asked_for(night: Stage) -> None:
    view = await previewed(night)
    assert "2 are unusual" in str(view.blocks)
    assert "outside the usual hours" in str(view.blocks)

    await night.jane.submit()

    assert view.errors == {
        "unusual": "All of them are unusual: tick this to call them anyway. Nobody was called yet."
    }
    assert night.posts == []


async def test_of_some_rows_the_unusual_ones_are_left_out_without_a_yes(stage: Stage) -> None:
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.until(lambda: stage.posts)
    view = await previewed(stage)
    assert "One is unusual" in str(view.blocks)

    await stage.jane.submit()

    done = await card_says(stage, "Done")
    assert "1 not called" in done.text
    assert len(stage.posts) == 2


async def test_unusual_rows_are_called_with_a_yes(night: Stage) -> None:
    await previewed(night)

    await night.jane.submit({"unusual": ["yes"]})

    await card_says(night, "Done")
    assert len(night.posts) == 2


async def test_a_time_in_the_form_counts_for_rows_that_say_none(stage: Stage) -> None:
    await stage.met()
    await previewed(stage, ROWS, when_words="tomorrow 2pm")

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert {post["scheduledTime"] for post in stage.posts} == {"2026-11-24 13:00:00"}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param("Name;Email\nAlex;alex@example.com", "no column with phone", id="no numbers"),
        pytest.param("Name;Phone;Email", "no rows", id="a header only"),
        pytest.param("Alex;+49 30 23125001;a@example.com;2026-11-30", "header", id="a mystery"),
        pytest.param("Name;Phone;Email\n" + "A;+49;a\n" * 501, "more than 500", id="too many"),
    ],
)
async def test_what_cannot_be_read_says_so(stage: Stage, rows: str, words: str) -> None:
    await form(stage)
    assert stage.jane.modal is not None
    token = stage.jane.modal.content["private_metadata"]
    stage.house.ledger.submit_job(
        token, settings={}, text=rows, file_id="", view_id=stage.jane.modal.id, at=stage.now()
    )

    await stage.until(lambda: says(stage, "Nobody was called"))

    assert words in str(stage.jane.modal.blocks)


async def test_nothing_given_is_said_at_the_field(stage: Stage) -> None:
    view = await form(stage)

    await stage.jane.submit()

    assert view.errors == {"rows": "Paste the rows here, or add a file below."}


async def test_a_file_is_fetched_and_read(stage: Stage) -> None:
    await form(stage)
    file_id = stage.playground.workspace.add_file("list.csv", ROWS.encode("utf-16"))

    await stage.jane.submit({"file": [{"id": file_id}]})

    await stage.until(lambda: says(stage, "*2 rows can be called.*"))


async def test_a_file_that_slack_keeps_is_told_of(stage: Stage) -> None:
    await form(stage)
    stage.playground.faults.next("files.info", slack_error("missing_scope"))

    await stage.jane.submit({"file": [{"id": "F1"}]})

    await stage.until(lambda: says(stage, "files:read"))


async def test_a_file_that_slack_does_not_hand_over_is_not_waited_for_for_ever(
    stage: Stage,
) -> None:
    await form(stage)
    faults = stage.playground.faults
    faults.next("files.info", rate_limited(1), times=100)
    await stage.jane.submit({"file": [{"id": "F1"}]})
    await stage.until(lambda: faults.waiting("files.info") < 100 or None)
    assert says(stage, "does not hand the file over") is None

    stage.pass_time(LONGEST_FETCH.total_seconds())

    await stage.until(lambda: says(stage, "does not hand the file over"))


async def test_a_file_is_waited_for_from_when_its_form_was_sent(stage: Stage) -> None:
    await form(stage)
    file_id = stage.playground.workspace.add_file("list.csv", ROWS.encode())
    stage.pass_time(LONGEST_FETCH.total_seconds() + 60)
    stage.playground.faults.next("files.info", rate_limited(1), times=1)

    await stage.jane.submit({"file": [{"id": file_id}]})

    await stage.until(lambda: says(stage, "*2 rows can be called.*"))


async def test_a_preview_is_offered_where_its_form_was_closed(stage: Stage) -> None:
    await form(stage)
    stage.playground.faults.next("views.update", slack_error("not_found"))
    await stage.jane.submit({"rows": ROWS})

    offered = await stage.whispered("look at it before anybody is called")
    omar = stage.playground.person("U_OMAR")
    await omar.click(offered, "bulk_preview")
    await stage.whispered("This list was answered already", to=omar)
    await stage.answered()
    assert omar.modal is None
    await stage.jane.click(offered, "bulk_preview")
    await stage.until(lambda: says(stage, "*2 rows can be called.*"))
    await stage.jane.submit()

    await card_says(stage, "Done")


async def test_a_repeated_yes_calls_nobody_twice(stage: Stage) -> None:
    await previewed(stage)
    await stage.jane.submit()
    await card_says(stage, "Done")
    sent, confirmed = stage.playground.traffic.of("view_submission")

    again = await stage.playground.delivery.deliver(Kind.INTERACTION, sent.body)
    await stage.playground.delivery.deliver(Kind.INTERACTION, confirmed.body)

    assert "This list was answered already" in str(again.body)
    await card_says(stage, "Done")
    assert len(stage.posts) == 2


async def test_a_stranger_cannot_say_yes(stage: Stage) -> None:
    view = await previewed(stage)
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))
    submission = stage.playground.traffic.of("view_submission")[-1]
    body = {
        **submission.body,
        "user": {**submission.body["user"], "id": omar.id},
        "view": {**submission.body["view"], **view.content, "state": {"values": {}}},
    }

    await stage.playground.delivery.deliver(Kind.INTERACTION, body)

    assert card(stage) is None
    assert stage.posts == []


async def test_a_guest_gets_no_form(stage: Stage) -> None:
    guest = stage.let_in(User(id="U_GUE", name="g", real_name="G", is_restricted=True))

    await guest.type_command("C_SALES", "/zeegcall", "bulk")

    await stage.whispered("only full members", to=guest)
    await stage.answered()
    assert guest.modal is None


MANY = "Name;Phone;Email\n" + "".join(
    f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 18)
)
"""More than are called at once."""


async def test_paused_it_waits_and_resumed_it_goes_on(stage: Stage) -> None:
    await previewed(stage, MANY)
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))
    await stage.jane.click(running, "bulk_pause")
    paused = await card_says(stage, "Paused, by <@U_JANE>")
    assert stage.house.ledger.call(8) is None

    await stage.jane.click(paused, "bulk_resume")

    await stage.until(lambda: len(stage.posts) == 8 or None)


@pytest.mark.parametrize("user_id", ["U_JANE", "U_BOS"])
async def test_the_work_is_told_of_a_press_in_its_own_thread(stage: Stage, user_id: str) -> None:
    stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))
    await previewed(stage, MANY)
    await stage.jane.submit()
    await stage.jane.click(await stage.until(lambda: card(stage)), "bulk_pause")
    paused = await card_says(stage, "Paused")
    asyncio.get_running_loop().set_debug(True)  # it raises where another thread sets an event

    await stage.playground.person(user_id).click(paused, "bulk_resume")

    await stage.until(lambda: len(stage.posts) == 8 or None)


async def test_paused_it_is_looked_at_once_a_minute_and_resumed_at_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_work, "LATER", 0.1)
    await previewed(stage, MANY)
    await stage.jane.submit()
    await stage.jane.click(await stage.until(lambda: card(stage)), "bulk_pause")
    await card_says(stage, "Paused")
    engine = stage.house.ledger._door.engine
    async with asyncio.timeout(10):
        wait = 0.0
        while wait < 30:
            await asyncio.sleep(0.05)
            with reading(engine) as connection:
                wait = connection.scalar(select(bulk_jobs.c.due - epoch_now())) or 0.0
    paused = await card_says(stage, "Paused")
    sent = len(stage.posts)
    assert f"{sent} sent to Zeeg" in paused.text

    await stage.jane.click(paused, "bulk_resume")

    await stage.until(lambda: len(stage.posts) == 8 or None)


async def test_paused_with_nothing_left_to_call_it_ends(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        await previewed(stage)
        await stage.jane.submit()
        await stage.until(lambda: stage.house.ledger.call(2))
        await stage.jane.click(await card_says(stage, "a list of"), "bulk_pause")
        await card_says(stage, "Paused, by <@U_JANE>")
        for call_id in (1, 2):
            await stage.announced(call_id)

        stage.pass_time(61)

        await ended(stage)
        assert len(stage.posts) == 2


async def test_stopped_nobody_more_is_called_and_what_waits_is_cancelled(stage: Stage) -> None:
    rows = "Name;Phone;Email\n" + "".join(
        f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 25)
    )
    await previewed(stage, rows)
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))

    _, stop = find_element(running.blocks, "bulk_stop")
    assert "it cannot go on" in stop["confirm"]["text"]["text"]
    _, pause = find_element(running.blocks, "bulk_pause")
    assert "confirm" not in pause
    await stage.jane.click(running, "bulk_stop")

    done = await card_says(stage, "Done")
    calls = len(stage.posts)
    assert calls < 15
    assert f"{calls} sent to Zeeg" in done.text
    assert f"{15 - calls} not called" in done.text


async def test_a_list_whose_card_moves_on_while_it_is_asked_about_is_stopped(stage: Stage) -> None:
    rows = "Name;Phone;Email\n" + "".join(
        f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 40)
    )
    await previewed(stage, rows)
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))
    asked_about, _ = find_element(running.blocks, "bulk_stop")
    text = running.text

    await stage.until(lambda: running.text != text)
    await stage.jane.click(running, "bulk_stop", block_id=asked_about["block_id"])

    done = await card_says(stage, "Done")
    assert f"{30 - len(stage.posts)} not called" in done.text


async def test_only_the_sender_and_admins_press(stage: Stage) -> None:
    rows = "Name;Phone;Email\n" + "".join(
        f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 25)
    )
    await previewed(stage, rows)
    await stage.jane.submit()
    running = await stage.until(lambda: card(stage))
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))
    boss = stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))

    await omar.click(running, "bulk_stop")
    await stage.whispered("Only whoever sent this list", to=omar)
    await boss.click(running, "bulk_pause")

    await card_says(stage, "Paused, by <@U_BOS>")


async def test_beyond_the_daily_cap_it_pauses(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        await stage.met()
        await previewed(stage)

        await stage.jane.submit()

        await card_says(stage, "may not ask for more calls now")
        assert len(stage.posts) <= 1


async def test_where_the_bot_may_not_post_the_card_is_a_direct_message(stage: Stage) -> None:
    await previewed(stage)
    stage.playground.faults.next("chat.postMessage", slack_error("not_in_channel"))

    await stage.jane.submit()

    await stage.until(
        lambda: next((e for e in stage.jane.sees_from_app() if "a list of" in e.text), None)
    )
    await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_after_a_restart_it_goes_on(tmp_path: Path) -> None:
    rows = "Name;Phone;Email\n" + "".join(
        f"A B;+49 30 231250{number:02};a{number}@example.com\n" for number in range(10, 30)
    )
    async with on_stage(tmp_path / "calls.db") as stage:
        await previewed(stage, rows)
        await stage.jane.submit()
        await stage.until(lambda: card(stage))
        begun = {post["phoneNumber"] for post in stage.posts}
    async with on_stage(tmp_path / "calls.db") as stage:
        await stage.until(lambda: len(stage.posts) >= 5 or None)
        after = [post["phoneNumber"] for post in stage.posts]

    assert len(after) == len(set(after))
    assert not begun & set(after)


async def test_what_stood_in_the_rows_is_gone_when_it_ends(stage: Stage) -> None:
    await previewed(stage, f"{ROWS}Bo;112;bo@example.com;x\n")
    await stage.jane.submit()
    await card_says(stage, "Done")

    await ended(stage)
    rows = stage.house.ledger.rows(1)
    assert [row.state for row in rows] == [RowState.CALLED, RowState.CALLED, RowState.WRONG]


async def test_a_row_whose_call_was_kept_before_a_crash_is_not_called_again(stage: Stage) -> None:
    await previewed(stage)
    await stage.jane.submit()
    await ended(stage)
    engine = stage.house.ledger._door.engine
    fields = {
        "full_name": "Alex Mueller",
        "phone_number": "+493023125001",
        "email": "alex@example.com",
    }
    with writing(engine) as connection:
        connection.execute(
            update(bulk_rows)
            .where(bulk_rows.c.number == 2)
            .values(state="ready", fields=fields, call_id=None)
        )
        again = {"state": "running", "due": epoch_now(), "lease_until": None}
        connection.execute(update(bulk_jobs).values(again))

    async with asyncio.timeout(5):
        while stage.house.ledger.rows(1)[0].state is not RowState.CALLED:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    assert stage.house.ledger.rows(1)[0].call_id in {1, 2}
    assert stage.house.ledger.call(3) is None
    assert len(stage.posts) == 2


async def test_an_hour_that_is_no_usual_one_by_its_turn_calls_nobody(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="09:00-11:00") as stage:
        await previewed(stage)
        stage.pass_time(3 * 3600)

        await stage.jane.submit()

        done = await card_says(stage, "Done")
        assert "2 not called" in done.text
        assert stage.posts == []
