"""Undo: for certain before the POST, honest after it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.stage import ALEX, Stage, on_stage
from tests.conversations.test_form import filled_in


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="5") as stage:
        yield stage


async def test_a_call_waits_the_undo_seconds_after_its_card_is_seen(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()
    assert patient.posts == []

    patient.pass_time(6)

    await patient.told("is pending")
    assert len(patient.posts) == 1


@pytest.mark.parametrize(
    "line", [f"{ALEX} now about the demo", f"{ALEX} asap", f"when: now {ALEX}", f"jetzt {ALEX}"]
)
async def test_who_says_now_is_called_after_the_undo_seconds_too(
    patient: Stage, line: str
) -> None:
    await patient.type(line)
    await patient.announced()

    patient.pass_time(6)

    await patient.told("is pending")
    assert [post.get("scheduledTime") for post in patient.posts] == [None]
    assert ") now · " in patient.cards()[0].text


async def test_now_leaves_the_forms_time_empty(patient: Stage) -> None:
    await patient.type("Alex Mueller +49 30 23125001 now")

    await patient.form()

    assert filled_in(patient, "when_picked") is None
    assert filled_in(patient, "phone_number") is not None


async def test_undo_stops_it_for_certain(patient: Stage) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await patient.jane.click(card, "undo_call")

    await patient.told("Cancelled by <@U_JANE>. Nobody was called.")
    card = await patient.card_says("Cancelled")
    assert "undo_call" not in str(card.blocks)
    patient.pass_time(60)
    assert patient.posts == []


async def test_undo_after_the_call_was_sent_says_so(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()
    (card,) = patient.cards()
    buttons = card.blocks[-1]
    patient.pass_time(6)
    await patient.told("is pending")
    card.blocks = [*card.blocks, buttons]

    await patient.jane.click(card, "undo_call")

    told = await patient.whispered("I can't stop call #1: Zeeg has it")
    assert "Zeeg call 42" in told.text


async def test_a_stranger_undoes_no_call(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.announced()
    (card,) = patient.cards()

    await patient.playground.person("U_OMAR").click(card, "undo_call")

    patient.pass_time(6)
    await patient.told("is pending")


async def test_an_undone_call_leaves_the_number_free(patient: Stage) -> None:
    await patient.type(ALEX)
    await patient.jane.click(await patient.card_says("About to be sent"), "undo_call")
    await patient.card_says("Cancelled")

    await patient.type(ALEX)

    await patient.until(lambda: len(patient.cards()) == 2 or None)


async def test_the_card_and_the_list_say_the_same_of_a_scheduled_call(patient: Stage) -> None:
    await patient.met()
    await patient.type(f"{ALEX} tomorrow 2pm")
    await patient.card_says("About to be scheduled at Zeeg")

    await patient.type("list")

    assert "About to be scheduled at Zeeg" in (await patient.whispered("Upcoming")).text
