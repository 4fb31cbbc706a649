"""A database that is slow, or lost while it commits: Slack is answered in time, and truly."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.calls.profile import Profile
from bot.errors import LedgerError, LedgerUnsureError
from bot.ledger import SqlLedger
from bot.messages.welcome import CALL_SOMEONE
from bot.slack import patience
from tests.conversations.stage import ALEX, Stage
from tests.conversations.test_form import FILLED_IN
from tests.conversations.test_shortcuts import LEAD, SHORTCUT, posted


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a call be recorded after Slack's patience."""
    record: Callable[..., Any] = SqlLedger.record_call

    def slowly(*given: Any, **named: Any) -> Any:
        time.sleep(0.3)
        return record(*given, **named)

    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    monkeypatch.setattr(SqlLedger, "record_call", slowly)


@pytest.mark.usefixtures("slow")
async def test_a_line_is_answered_in_time_and_placed_later(stage: Stage) -> None:
    await stage.met()

    await stage.type(ALEX)

    await stage.whispered("My records are slow at the moment")
    await stage.told("is pending")
    assert len(stage.posts) == 1


async def test_a_line_is_answered_in_time_also_where_nothing_can_be_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, read = threading.Event(), SqlLedger.profile

    def wait(ledger: SqlLedger, **who: str) -> Profile | None:
        answered.wait(10)
        return read(ledger, **who)

    monkeypatch.setattr(SqlLedger, "profile", wait)
    monkeypatch.setattr(patience, "PATIENCE", 0.05)

    try:
        await stage.type(ALEX)
        await stage.whispered("My records are slow at the moment")
    finally:
        answered.set()
    await stage.told("is pending")


@pytest.mark.usefixtures("slow")
async def test_a_form_that_is_sent_again_calls_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()
    await stage.type()
    await stage.form()

    await stage.jane.submit(FILLED_IN)
    assert stage.jane.modal is not None
    assert "My records are slow" in stage.jane.modal.errors["full_name"]
    await stage.told("is pending")
    monkeypatch.setattr(patience, "PATIENCE", 60.0)
    await stage.jane.submit()

    assert stage.jane.modal is None
    assert len(stage.posts) == len(stage.cards()) == 1


@pytest.mark.usefixtures("slow")
async def test_what_was_changed_after_a_slow_answer_is_not_taken_for_called(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()
    await stage.type()
    await stage.form()
    await stage.jane.submit(FILLED_IN)
    await stage.told("is pending")
    monkeypatch.setattr(patience, "PATIENCE", 60.0)

    await stage.jane.submit({"full_name": "Bea Other", "phone_number": "+49 30 23125002"})

    assert stage.jane.modal is not None
    assert "is call #1 as it stood then" in stage.jane.modal.errors["full_name"]
    assert len(stage.posts) == len(stage.cards()) == 1


@pytest.mark.usefixtures("slow")
async def test_what_is_changed_while_it_is_being_kept_is_not_taken_for_called(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()
    await stage.type()
    await stage.form()
    await stage.jane.submit(FILLED_IN)

    await stage.jane.submit({"full_name": "Bea Other", "phone_number": "+49 30 23125002"})
    await stage.told("is pending")
    monkeypatch.setattr(patience, "PATIENCE", 60.0)
    await stage.jane.submit()

    assert stage.jane.modal is not None
    assert stage.jane.modal.errors
    assert [post["fullName"] for post in stage.posts] == ["Alex Mueller"]


@pytest.mark.parametrize("line", [ALEX, "Alex Mueller"])
async def test_what_is_not_kept_is_told_also_after_a_slow_answer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        time.sleep(0.3)
        raise LedgerError("the disk is full")

    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    monkeypatch.setattr(SqlLedger, "record_call", fail)
    monkeypatch.setattr(SqlLedger, "record_draft", fail)

    await stage.type(line)

    told = await stage.whispered("I could not keep your request, so nobody was called.")
    assert f"You typed: {line}" in told.text
    assert stage.posts == []


async def test_a_form_that_is_not_kept_is_told_of_also_after_a_slow_answer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        time.sleep(0.3)
        raise LedgerError("the disk is full")

    await stage.met()
    await stage.type()
    await stage.form()
    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    monkeypatch.setattr(SqlLedger, "record_call", fail)

    await stage.jane.submit(FILLED_IN)

    assert stage.jane.modal is not None
    assert "My records are slow" in stage.jane.modal.errors["full_name"]
    [told] = await stage.until(stage.jane.sees_from_app)
    assert "My records cannot be reached" in told.text


async def test_what_may_have_been_kept_is_not_called_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object, **__: object) -> None:
        raise LedgerUnsureError("the database was lost")

    await stage.met()
    monkeypatch.setattr(SqlLedger, "record_call", lose)

    await stage.type(ALEX)

    told = await stage.whispered("I don't know whether I kept this")
    assert "so nobody was called" not in told.text
    await stage.type()
    await stage.form()
    await stage.jane.submit(FILLED_IN)
    assert stage.jane.modal is not None
    assert "I don't know whether" in stage.jane.modal.errors["full_name"]


@pytest.mark.parametrize("surface", ["shortcut", "home"])
async def test_a_click_is_answered_in_time_and_its_form_opened_later(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, surface: str
) -> None:
    keep: Callable[..., Any] = SqlLedger.record_draft

    def slowly(*given: Any, **named: Any) -> Any:
        time.sleep(0.3)
        return keep(*given, **named)

    lead = posted(stage, LEAD)
    await stage.met()
    await stage.jane.open_home()
    home = await stage.until(lambda: stage.jane.home)
    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    monkeypatch.setattr(SqlLedger, "record_draft", slowly)

    if surface == "home":
        await stage.jane.click(home, CALL_SOMEONE)
    else:
        assert (await stage.jane.message_shortcut(lead, SHORTCUT)).failure == ""

    await stage.form()
