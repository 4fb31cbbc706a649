"""Something happens right before a call is recorded: the rule counts all the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.calls.draft import Surface
from bot.calls.request import Agent
from bot.ledger import SqlLedger
from bot.messages.cards import RESCHEDULE
from bot.use_cases.do_not_call import DoNotCall
from bot.use_cases.settle_call import SettleCall
from tests.conversations.stage import ALEX, SALES, SUPPORT, TEAM, Stage, on_stage
from tests.ledger.samples import a_call, a_request, recorded

NUMBER = "+493023125001"
FILLED_IN = {"email": "alex.mueller@example.com"}


@pytest.fixture(autouse=True)
def _each_transaction_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work as on PostgreSQL: SQLite's one writer lets nothing happen in between."""
    monkeypatch.setattr(SqlLedger, "has_one_writer", False)


def before_recording(monkeypatch: pytest.MonkeyPatch, deed: Callable[[SqlLedger], object]) -> None:
    """Let something happen right before the next call is recorded, once."""
    record: Callable[..., Any] = SqlLedger.record_call

    def second(ledger: SqlLedger, *given: Any, **named: Any) -> Any:
        monkeypatch.setattr(SqlLedger, "record_call", record)
        deed(ledger)
        return record(ledger, *given, **named)

    monkeypatch.setattr(SqlLedger, "record_call", second)


def another(stage: Stage, *, phone: str = NUMBER, agent: str = SALES, by: str = "U_OMAR") -> Any:
    """Let somebody's call be recorded."""
    request = a_request(phone, agent=Agent(name="Sales", uuid=agent))
    now = stage.now()
    new = a_call(
        "omar's click",
        team_id=TEAM,
        requester_id=by,
        channel_id="C_SALES",
        request=request,
        requested_at=now,
        send_after=now,
        not_after=now,
    )
    return lambda ledger: recorded(ledger, new)


def block(stage: Stage) -> Callable[[SqlLedger], object]:
    return lambda ledger: DoNotCall(ledger=ledger, clock=stage.house.worker.clock, mask=str).block(
        NUMBER, by="U_OMAR", region=None
    )


@pytest.mark.parametrize("agent", [SALES, SUPPORT])
async def test_a_line_about_a_number_that_is_being_called_is_asked_about(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, agent: str
) -> None:
    await stage.met()
    before_recording(monkeypatch, another(stage, agent=agent))

    await stage.type(ALEX)

    view = await stage.form()
    assert "Call #1" in str(view.blocks)
    assert stage.house.ledger.call(2) is None
    await stage.jane.submit({"yes": ["yes"]})
    assert stage.jane.modal is None
    assert stage.house.ledger.call(2) is not None


async def test_so_is_a_form(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001")
    await stage.form()
    before_recording(monkeypatch, another(stage))

    await stage.jane.submit(FILLED_IN)

    assert stage.jane.modal is not None
    assert "Call #1" in str(stage.jane.modal.blocks)
    assert stage.house.ledger.call(2) is None


async def test_a_line_about_a_number_that_is_being_blocked_calls_nobody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.met()
    before_recording(monkeypatch, block(stage))

    await stage.type(ALEX)

    view = await stage.form()
    assert "is on the do-not-call list" in str(view.blocks)
    assert stage.house.ledger.call(1) is None


async def test_nor_does_a_form(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001")
    await stage.form()
    before_recording(monkeypatch, block(stage))

    await stage.jane.submit(FILLED_IN)

    assert stage.jane.modal is not None
    assert "is on the do-not-call list" in stage.jane.modal.errors["phone_number"]
    assert stage.house.ledger.call(1) is None


@pytest.mark.parametrize("is_line", [True, False], ids=["line", "form"])
async def test_nobody_calls_beyond_the_cap_from_two_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_line: bool
) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        await stage.met()
        await stage.type("Alex Mueller +49 30 23125001")
        await stage.form()
        before_recording(monkeypatch, another(stage, phone="+493023125009", by="U_JANE"))

        if is_line:
            await stage.type(ALEX)
            told = (await stage.whispered("you have reached 1, the most")).text
            assert f"You typed: {ALEX}" in told
        else:
            ack = await stage.jane.submit(FILLED_IN)
            assert "you have reached 1, the most" in str(ack.body["errors"]["full_name"])

        assert stage.house.ledger.call(2) is None


async def test_a_call_that_is_cancelled_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancel(ledger: SqlLedger) -> None:
        SettleCall(ledger=ledger).cancel(1, by="U_JANE", surface=Surface.BUTTON)

    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        await stage.met()
        await stage.type(f"{ALEX} tomorrow 2pm")
        card = await stage.card_says("Kept here until")
        await stage.jane.click(card, RESCHEDULE)
        await stage.form()
        before_recording(monkeypatch, cancel)

        await stage.jane.submit({"when_words": "tomorrow 4pm"})

        assert stage.jane.modal is not None
        assert "too late for that, or done already" in str(stage.jane.modal.blocks)
        assert stage.house.ledger.call(2) is None
