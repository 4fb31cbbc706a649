"""Reschedule: one call takes the place of another, and never do both ring."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.messages.cards import RESCHEDULE
from bot.playground.delivery import Kind
from bot.playground.records import Message, User
from tests.conversations.stage import ALEX, Stage, on_stage

HOUR = 3600.0
TOMORROW = f"{ALEX} tomorrow 2pm about the demo"
BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
GUEST_BOSS = User(id="U_GUE", name="g", real_name="G", is_restricted=True, is_admin=True)


@pytest.fixture
async def keeping(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        yield stage


async def kept_call(stage: Stage, line: str = TOMORROW) -> Message:
    await stage.met()
    await stage.type(line)
    card = await stage.card_says("Kept here until")
    await stage.announced()
    return card


async def test_the_form_holds_all_of_the_call_and_says_what_it_replaces(keeping: Stage) -> None:
    card = await kept_call(keeping)

    await keeping.jane.click(card, RESCHEDULE)

    view = await keeping.form()
    assert view.title == "Reschedule call"
    assert "Sending this cancels call #1" in str(view.blocks[0])
    assert view.values["full_name"]["value"]["value"] == "Alex Mueller"
    assert view.values["additional_data"]["value"]["value"] == "the demo"
    assert view.values["when_picked"]["value"]["selected_date_time"] == 1795525200
    await keeping.card_says("Kept here until")


async def test_a_new_call_takes_the_place_of_the_old_one(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()

    await keeping.jane.submit({"when_words": "tomorrow 4pm"})

    told = await keeping.told("Rescheduled by <@U_JANE>")
    assert "call #2 takes its place. Nobody was called." in told
    await keeping.card_says("Cancelled: nobody was called")
    card = await keeping.until(lambda: keeping.cards()[1] if len(keeping.cards()) > 1 else None)
    assert "call #2, after #1" in card.text
    keeping.pass_time(30 * HOUR)
    await keeping.until(lambda: keeping.posts or None)
    assert [post["scheduledTime"] for post in keeping.posts] == ["2026-11-24 15:00:00"]


async def test_the_call_that_is_replaced_is_no_reason_to_ask(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()

    await keeping.jane.submit({"when_words": "tomorrow 4pm"})

    assert keeping.jane.modal is None


async def test_an_emptied_time_is_asked_about_and_the_old_call_stays(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()

    for _ in range(2):
        await keeping.jane.submit({"when_picked": None})

    assert keeping.jane.modal is not None
    assert "it would ring at once" in str(keeping.jane.modal.blocks)
    await keeping.card_says("Kept here until")
    assert keeping.posts == []


async def test_every_rule_is_looked_at_again(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()

    await keeping.jane.submit({"when_words": "tomorrow 23:00"})

    assert keeping.jane.modal is not None
    assert "outside the usual hours" in str(keeping.jane.modal.blocks)
    call = keeping.house.ledger.call(1)
    assert call is not None
    assert call.status == "announced"

    await keeping.jane.submit({"yes": ["yes"]})

    await keeping.told("call #2 takes its place")


async def test_a_call_that_went_out_meanwhile_is_not_replaced(keeping: Stage) -> None:
    card = await kept_call(keeping, f"{ALEX} in 30 minutes")
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()
    keeping.pass_time(26 * 60)
    await keeping.told("is scheduled")

    await keeping.jane.submit({"when_words": "in 3 hours"})

    assert keeping.jane.modal is not None
    assert "I can't stop call #1" in str(keeping.jane.modal.blocks)
    assert len(keeping.posts) == 1
    assert keeping.house.ledger.call(2) is None


async def test_two_forms_replace_a_call_once(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    first = await keeping.form()
    boss = keeping.let_in(BOSS)
    await boss.click(card, RESCHEDULE)
    await keeping.until(lambda: boss.modal)
    assert first is keeping.jane.modal

    await boss.submit({"when_words": "tomorrow 4pm Berlin time"})
    await keeping.told("Rescheduled by <@U_BOS>")
    await keeping.jane.submit({"when_words": "tomorrow 5pm"})

    assert keeping.jane.modal is not None
    assert "too late for that, or done already" in str(keeping.jane.modal.blocks)
    assert "This form made no new call." in str(keeping.jane.modal.blocks)
    assert keeping.house.ledger.call(3) is None


async def test_a_press_that_is_delivered_twice_opens_one_form_and_says_no_more(
    keeping: Stage,
) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()
    pressed = keeping.playground.traffic.of("block_actions")[-1]
    opened = len(keeping.playground.traffic.of("views.open"))

    await keeping.playground.delivery.deliver(Kind.INTERACTION, pressed.body)

    await keeping.answered()
    assert len(keeping.playground.traffic.of("views.open")) == opened
    assert keeping.whispers() == []


async def test_a_form_that_is_sent_twice_replaces_once(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()
    await keeping.jane.submit({"when_words": "tomorrow 4pm"})
    sent = keeping.playground.traffic.of("view_submission")[-1]

    await keeping.playground.delivery.deliver(Kind.INTERACTION, sent.body)

    await keeping.told("call #2 takes its place")
    assert keeping.house.ledger.call(3) is None


@pytest.mark.parametrize("user", ["U_OMAR", GUEST_BOSS], ids=["member", "guest"])
async def test_nobody_else_reschedules(keeping: Stage, user: str | User) -> None:
    card = await kept_call(keeping)
    other = keeping.let_in(user) if isinstance(user, User) else keeping.playground.person(user)

    await other.click(card, RESCHEDULE)

    await keeping.whispered("Only <@U_JANE> and admins", to=other)
    await keeping.answered()
    assert other.modal is None


async def test_a_button_that_is_pressed_too_late_says_so(keeping: Stage) -> None:
    card = await kept_call(keeping)
    buttons = card.blocks[-1]
    await keeping.jane.click(card, "cancel_call")
    await keeping.card_says("Cancelled")
    card.blocks = [*card.blocks, buttons]

    await keeping.jane.click(card, RESCHEDULE)

    await keeping.whispered("too late for that, or done already")
    await keeping.answered()
    assert keeping.jane.modal is None


async def test_what_is_sent_unchanged_replaces_nothing(keeping: Stage) -> None:
    card = await kept_call(keeping)
    await keeping.jane.click(card, RESCHEDULE)
    await keeping.form()

    await keeping.jane.submit()

    assert keeping.jane.modal is not None
    assert "Call #1 stands just like this" in keeping.jane.modal.errors["when_words"]
    assert keeping.house.ledger.call(2) is None
    await keeping.jane.submit({"additional_data": "the other demo"})
    await keeping.told("Rescheduled by <@U_JANE>")


async def test_it_is_no_call_more_of_the_day(tmp_path: Path) -> None:
    changes = {"HOLD_SCHEDULED_CALLS": "true", "DAILY_CALLS_PER_USER": "1"}
    async with on_stage(tmp_path / "calls.db", **changes) as stage:
        card = await kept_call(stage)
        await stage.jane.click(card, RESCHEDULE)
        await stage.form()

        await stage.jane.submit({"when_words": "tomorrow 4pm"})

        await stage.told("call #2 takes its place")


async def test_in_the_place_of_yesterdays_call_it_is_one_of_today(tmp_path: Path) -> None:
    changes = {"HOLD_SCHEDULED_CALLS": "true", "DAILY_CALLS_PER_USER": "1"}
    async with on_stage(tmp_path / "calls.db", **changes) as stage:
        card = await kept_call(stage, f"{ALEX} in 3 days at 2pm")
        stage.pass_time(25 * HOUR)
        await stage.met_again()
        await stage.type("Ben Ode +49 30 23125002 ben@example.com")
        await stage.until(lambda: len(stage.posts) == 1 or None)
        await stage.jane.click(card, RESCHEDULE)
        await stage.form()

        ack = await stage.jane.submit({"when_words": "in 4 days at 2pm"})

        assert "you have reached 1, the most" in str(ack.body["errors"]["full_name"])
        await stage.card_says("Kept here until")
