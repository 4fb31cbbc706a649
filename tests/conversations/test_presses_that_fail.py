"""A press that fails after Slack was answered says so: nobody believes that a call is stopped."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import LedgerError, LedgerUnsureError
from bot.ledger import SqlLedger
from bot.messages.cards import CANCEL, RESCHEDULE, UNDO
from bot.messages.replies import CALL_AGAIN
from bot.messages.uncertain import NOBODY_CALLED
from bot.playground.faults import Fault, answering, reset, slack_error
from bot.playground.records import User
from tests.conversations.stage import ALEX, Stage, on_stage
from tests.conversations.test_shortcuts import posted
from tests.conversations.test_who_may_press import press

BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
NOT_DONE = "My records cannot be reached, so nothing was changed"
PERHAPS_DONE = "I don't know whether that was done"
UNSURE = LedgerUnsureError("the database was lost")
NUMBER = "+49 30 23125001"


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        yield stage


def failing(monkeypatch: pytest.MonkeyPatch, deed: str, error: Exception | None = None) -> None:
    """Let one deed of the ledger fail from now on."""

    def fail(*_: object, **__: object) -> None:
        raise error or LedgerError("the disk is full")

    monkeypatch.setattr(SqlLedger, deed, fail)


@pytest.mark.parametrize(
    ("button", "deed"),
    [
        pytest.param(UNDO, "move", id="undo"),
        pytest.param(UNDO, "remember_profile", id="undo, and who it is cannot be kept"),
        pytest.param(CANCEL, "move", id="cancel"),
        pytest.param(RESCHEDULE, "record_draft", id="reschedule"),
        pytest.param(CALL_AGAIN, "record_draft", id="call again"),
        pytest.param("again_now", "draft_with_key", id="next step"),
        pytest.param("call_details", "call", id="details"),
    ],
)
async def test_an_admin_is_told_that_nothing_was_changed(
    patient: Stage, monkeypatch: pytest.MonkeyPatch, button: str, deed: str
) -> None:
    boss = patient.let_in(BOSS)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    failing(monkeypatch, deed)
    assert await press(patient, boss, card, button, "1") == 200

    await patient.whispered(NOT_DONE, to=boss)
    await patient.answered()
    assert boss.modal is None


async def test_so_is_the_requester(patient: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    failing(monkeypatch, "move")
    await patient.jane.click(card, UNDO)

    await patient.whispered(NOT_DONE)


async def test_the_log_says_why(
    patient: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")
    failing(monkeypatch, "move", LedgerError("no disk for a press"))
    failing(monkeypatch, "record_call", LedgerError("no disk for a line"))

    await patient.jane.click(card, UNDO)
    await patient.type("Eva Lee +49 30 23125002 eva@example.com")

    assert "no disk for a press" in caplog.text
    assert "no disk for a line" in caplog.text


async def test_so_is_whoever_types(patient: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await patient.type(ALEX)
    await patient.card_says("About to be sent")

    failing(monkeypatch, "move")
    await patient.type("cancel 1")

    await patient.whispered(NOT_DONE)


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        pytest.param("list", "listed", id="list"),
        pytest.param("list all", "listed", id="list all"),
        pytest.param("again", "listed", id="again"),
        pytest.param("cancel", "listed", id="cancel"),
        pytest.param("export", "audited", id="export"),
        pytest.param("blocked", "blocks", id="blocked"),
        pytest.param(f"unblock {NUMBER}", "unblock_number", id="unblock"),
    ],
)
async def test_an_admin_who_types_is_told_that_nothing_was_changed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, line: str, deed: str
) -> None:
    boss = stage.let_in(BOSS)

    failing(monkeypatch, deed)
    ack = await boss.type_command("C_SALES", "/zeegcall", line)

    assert ack.failure == ""
    await stage.whispered(NOT_DONE, to=boss)


async def test_where_nothing_was_typed_nothing_is_given_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, "record_draft")

    await stage.type()

    told = await stage.whispered("I could not keep your request, so nobody was called.")
    assert "You typed" not in told.text


async def test_a_word_that_was_kept_is_not_called_unkept_for_its_form(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("unknown whether")

    failing(monkeypatch, "record_draft")
    assert await press(stage, stage.jane, stage.cards()[0], NOBODY_CALLED, "1") == 200

    told = await stage.whispered("What you said of call #1 is kept")
    assert "`/zeegcall again 1`" in told.text
    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.status == "failed"


async def test_what_has_no_name_of_ours_is_told_with_a_reference(
    patient: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    failing(monkeypatch, "call", KeyError("Mueller"))
    assert await press(patient, patient.jane, card, "call_details", "1") == 200

    told = await patient.whispered("Something went wrong that I did not expect")
    reference = told.text.rstrip(".").split()[-1]
    assert f"reference={reference} trace=KeyError" in caplog.text
    assert "Mueller" not in caplog.text


async def test_a_form_that_stands_on_the_screen_is_not_called_missing(
    patient: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    failing(monkeypatch, "draft_shown")
    assert await press(patient, patient.jane, card, CALL_AGAIN, "1") == 200

    await patient.until(lambda: patient.jane.modal)
    await patient.until(lambda: "form not followed up" in caplog.text or None)
    assert [each for each in patient.whispers() if NOT_DONE in each.text] == []


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        pytest.param(f"block {NUMBER}", "block_number", id="block"),
        pytest.param(f"unblock {NUMBER}", "unblock_number", id="unblock"),
        pytest.param("bulk", "begin_job", id="bulk"),
    ],
)
async def test_what_may_have_been_written_down_is_not_called_undone(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, line: str, deed: str
) -> None:
    boss = stage.let_in(BOSS)

    failing(monkeypatch, deed, UNSURE)
    await boss.type_command("C_SALES", "/zeegcall", line)

    told = await stage.whispered(PERHAPS_DONE, to=boss)
    assert "nothing was changed" not in told.text


async def test_nor_is_a_number_that_may_be_forgotten(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = stage.let_in(BOSS)

    failing(monkeypatch, "forget", UNSURE)
    await stage.forget(NUMBER, by=boss)

    await stage.whispered(PERHAPS_DONE, to=boss)


async def test_nor_is_what_a_shortcut_asked_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()

    failing(monkeypatch, "record_draft", UNSURE)
    await stage.jane.message_shortcut(posted(stage, "Call Tom"), "call_with_zeeg")

    await stage.whispered(PERHAPS_DONE)


async def test_nor_are_settings(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.type("settings")
    await stage.until(lambda: stage.jane.modal)

    failing(monkeypatch, "prefer", UNSURE)
    await stage.jane.submit({"mine.region": "DE"})

    assert stage.jane.modal is not None
    assert PERHAPS_DONE in str(stage.jane.modal.errors)


@pytest.mark.parametrize("line", ["settings", "bulk"])
async def test_a_form_that_slack_does_not_open_is_told_of(stage: Stage, line: str) -> None:
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"), times=2)

    await stage.type(line)

    await stage.whispered("Slack did not let me open that in time. Nothing was changed.")


async def test_so_is_what_is_only_to_be_read(stage: Stage) -> None:
    await stage.type("help")
    answer = await stage.whispered("Type a name")
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))

    await stage.jane.click(answer, "show_everything")

    await stage.whispered("Slack did not let me open that in time.")


async def test_at_home_it_is_told_by_direct_message(stage: Stage) -> None:
    await stage.met()
    await stage.jane.open_home()
    home = await stage.until(lambda: stage.jane.home)
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"), times=2)
    assert "'text': 'Help'" in str(home.blocks)

    await stage.jane.click(home, "show_everything")

    await stage.until(
        lambda: [each for each in stage.jane.sees_from_app() if "let me open" in each.text]
    )


async def test_help_is_given_while_the_records_are_away(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()
    failing(monkeypatch, "profile")

    await stage.type("help")

    await stage.whispered("Type a name")


async def test_a_shortcut_on_a_card_that_cannot_be_read_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.type(ALEX)
    card = await stage.card_says("asked for a call")

    failing(monkeypatch, "call_of_card")
    await stage.jane.message_shortcut(card, "call_with_zeeg")

    await stage.whispered(NOT_DONE)


@pytest.mark.parametrize("fault", [answering(500), reset()], ids=["an error", "no answer"])
async def test_what_nobody_says_again_comes_by_direct_message_where_slack_hiccups(
    stage: Stage, fault: Fault
) -> None:
    await stage.type(f"{ALEX} tomorrow 2pm")
    card = await stage.card_says("Scheduled: Zeeg has it")
    stage.playground.faults.next("response_url", fault)

    await stage.jane.click(card, CANCEL)

    await stage.until(
        lambda: (
            any("I can't stop call #1" in each.text for each in stage.jane.sees_from_app()) or None
        )
    )
