"""`/zeegcall` with everything in one line: a card, a POST, a thread."""

from pathlib import Path

import pytest

from bot.playground.delivery import Kind
from tests.conversations.stage import ALEX, SALES, Stage, on_stage


async def test_places_a_call_for_now(stage: Stage) -> None:
    await stage.type(f"{ALEX} follow up on the demo")

    pending = await stage.told("is pending")
    assert "Call #1 is pending: Zeeg has it in the queue (Zeeg call 42)." in pending
    assert stage.posts == [
        {
            "phoneNumber": "+493023125001",
            "email": "alex.mueller@example.com",
            "fullName": "Alex Mueller",
            "additionalData": "follow up on the demo",
        }
    ]
    assert stage.playground.zeeg.posts[0].agent_uuid == SALES


async def test_shows_one_card_with_the_number_masked_and_no_email(stage: Stage) -> None:
    await stage.type(f"{ALEX} follow up on the demo")
    await stage.told("is pending")

    (card,) = stage.cards()
    assert "<@U_JANE> asked for a call to *Alex Mueller* (+49 30 ••••5001) now" in card.text
    assert "About: follow up on the demo" in card.text
    assert "example.com" not in str(card)
    assert "23125001" not in str(card)


async def test_edits_the_card_when_the_call_moves(stage: Stage) -> None:
    await stage.type(ALEX)

    await stage.card_says("Pending: Zeeg has it")
    assert len(stage.cards()) == 1


async def test_schedules_a_call_in_the_requesters_own_zone(stage: Stage) -> None:
    await stage.type(f"{ALEX} tomorrow 2pm follow up")

    told = await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-24 13:00:00"
    assert "Tue, 24 Nov 2026, 14:00 (Berlin time)" in told
    assert "your time, in 28 hours (Zeeg call 42)." in told
    assert stage.posts[0]["additionalData"] == "follow up"


async def test_tells_the_contacts_time_too_where_it_differs(stage: Stage) -> None:
    await stage.type("Pat Lee +1 415 555 0132 pat.lee@example.com tomorrow 8pm")

    told = await stage.told("is scheduled")
    assert "20:00 (Berlin time)" in told
    assert "Tue 11:00 (Los Angeles time) for the contact" in told


async def test_names_no_zone_of_a_contact_who_may_live_in_several(stage: Stage) -> None:
    await stage.type("Pat Lee +61 412 345 678 pat.lee@example.com tomorrow 2am")

    told = await stage.told("is scheduled")
    assert "between Tue 09:00 and Tue 12:00 for the contact" in told
    assert "Lord Howe" not in told


async def test_tells_no_other_time_where_the_contact_may_have_the_same(stage: Stage) -> None:
    await stage.type("Luz Paz +34 612 345 678 luz.paz@example.com tomorrow 2pm")

    assert "14:00 (Berlin time)> your time, in 28 hours" in await stage.told("is scheduled")


async def test_tells_zeeg_the_time_in_zeegs_own_zone(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ZEEG_TIMEZONE="America/New_York") as stage:
        stage.playground.zeeg.zone = "America/New_York"
        await stage.type(f"{ALEX} tomorrow 2pm")
        await stage.told("is scheduled")

        assert stage.posts[0]["scheduledTime"] == "2026-11-24 08:00:00"


ORDERS = [
    "Alex Mueller, +49 30 23125001, alex.mueller@example.com, tomorrow 2pm, follow up",
    "tomorrow 2pm alex.mueller@example.com +49 30 23125001 Alex Mueller | follow up",
    "phone: +493023125001 name: Alex Mueller email: alex.mueller@example.com when: tomorrow 2pm "
    "note: follow up",
]


@pytest.mark.parametrize("text", ORDERS)
async def test_takes_the_fields_in_any_order(stage: Stage, text: str) -> None:
    await stage.type(text)
    await stage.told("is scheduled")

    assert stage.posts == [
        {
            "phoneNumber": "+493023125001",
            "email": "alex.mueller@example.com",
            "fullName": "Alex Mueller",
            "additionalData": "follow up",
            "scheduledTime": "2026-11-24 13:00:00",
        }
    ]


async def test_help_answers_the_asker_alone_and_calls_nobody(stage: Stage) -> None:
    await stage.type("help")

    answer = await stage.whispered("Type a name")
    assert "/zeegcall Alex Mueller" in answer.text
    assert stage.posts == []
    assert stage.cards() == []


async def test_a_repeated_delivery_calls_once(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")
    delivered = stage.playground.traffic.of("/zeegcall")[-1]

    for _ in range(3):
        await stage.playground.delivery.deliver(Kind.COMMAND, delivered.body)
    stage.pass_time(1)

    assert len(stage.posts) == 1
    assert len(stage.cards()) == 1


async def test_help_is_three_lines_and_all_of_it_on_a_click(stage: Stage) -> None:
    await stage.type("help")
    answer = await stage.whispered("Type a name")
    assert len(answer.text.splitlines()) == 3

    await stage.jane.click(answer, "show_everything")

    view = await stage.until(lambda: stage.jane.modal)
    for word in ("list", "again 42", "cancel 42", "settings", "agents", "block", "note:"):
        assert word in str(view.blocks)
