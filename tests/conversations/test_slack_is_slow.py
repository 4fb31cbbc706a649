"""Slack does not say who somebody is: they are not told that they may not, and nothing is lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.messages.cards import UNDO
from bot.playground.faults import slack_error
from bot.playground.records import User
from tests.conversations.stage import ALEX, Stage, on_stage
from tests.conversations.test_who_may_press import press

BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
GUEST = User(id="U_GUE", name="g", real_name="G", is_restricted=True)
NUMBER = "+49 30 23125001"
NOT_KNOWN = "Slack did not tell me in time who you are, so nothing was changed"


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        yield stage


def silent(stage: Stage) -> None:
    """Let Slack not say who anybody is."""
    stage.playground.faults.next("users.info", slack_error("internal_error"), times=9)


@pytest.mark.parametrize(
    "typed",
    [
        f"block {NUMBER}",
        "blocked",
        f"unblock {NUMBER}",
        f"forget {NUMBER}",
        "export",
        "list all",
        "cancel 1",
        "again 1",
    ],
)
async def test_whoever_types_is_asked_to_try_again(patient: Stage, typed: str) -> None:
    boss = patient.let_in(BOSS)
    await patient.type(ALEX)
    await patient.card_says("About to be sent")
    silent(patient)

    await boss.type_command("C_SALES", "/zeegcall", typed)

    await patient.whispered(NOT_KNOWN, to=boss)
    assert list(patient.house.ledger.blocks(limit=5)) == []
    patient.playground.faults.clear()


@pytest.mark.parametrize("button", [UNDO, "call_details"])
async def test_whoever_presses_is_asked_to_try_again(patient: Stage, button: str) -> None:
    boss = patient.let_in(BOSS)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")
    silent(patient)

    assert await press(patient, boss, card, button, "1") == 200

    await patient.whispered(NOT_KNOWN, to=boss)
    patient.playground.faults.clear()


async def test_a_number_is_on_the_list_before_slack_is_answered(stage: Stage) -> None:
    omar = stage.playground.person("U_OMAR")

    ack = await omar.type_command("C_SALES", "/zeegcall", f"block {NUMBER}")

    assert "is on the do-not-call list now" in str(ack.body)
    assert len(stage.house.ledger.blocks(limit=5)) == 1


async def test_a_guest_puts_nothing_on_the_list_meanwhile(stage: Stage) -> None:
    guest = stage.let_in(GUEST)

    ack = await guest.type_command("C_SALES", "/zeegcall", f"block {NUMBER}")

    assert "Only full members" in str(ack.body)
    assert list(stage.house.ledger.blocks(limit=5)) == []


async def test_an_admin_whose_form_stood_open_for_long_is_asked_for_again(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await boss.type_command("C_SALES", "/zeegcall", "settings")
    await stage.until(lambda: boss.modal)
    stage.pass_time(2 * 3600)

    silent(stage)
    await boss.submit({"channel.region": "DE"})
    assert boss.modal is not None
    assert NOT_KNOWN in str(boss.modal.errors)
    stage.playground.faults.clear()
    await boss.submit({"channel.region": "DE"})

    assert "Saved" in str(boss.modal)
