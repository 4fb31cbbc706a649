"""`/zeegcall list`, `again`, `cancel` and `agents`: earlier calls, from where one types."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.playground.block_kit import problems_of
from bot.playground.delivery import Kind
from bot.playground.faults import held_until, reset
from bot.playground.records import Message, User
from tests.conversations.stage import ALEX, SALES, SUPPORT, Stage, on_stage

PAT = "Pat Lee +1 415 555 0132 pat.lee@example.com tomorrow 8pm"
BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
MEMBER = User(id="U_MEM", name="m", real_name="M")
GUEST = User(id="U_GUE", name="g", real_name="G", is_restricted=True)
STRANGER = User(id="U_STR", name="s", real_name="S", is_stranger=True)


@pytest.fixture
async def keeping(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        yield stage


def actions_of(message: Message) -> list[str]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row]


async def test_a_list_of_nothing_says_how_to_begin(stage: Stage) -> None:
    await stage.type("list")

    answer = await stage.whispered("You have no calls yet")
    assert "/zeegcall Alex Mueller" in answer.text


async def test_lists_what_comes_and_what_was(stage: Stage) -> None:
    await stage.met()
    await stage.type(ALEX)
    await stage.told("is pending")
    await stage.type("Pat Lee +49 30 23125002 pat.lee@example.com tomorrow 3pm")
    await stage.card_says("Scheduled: Zeeg has it")

    await stage.type("list")

    answer = await stage.whispered("Upcoming")
    assert "#1 *Alex Mueller* (+49 30 ••••5001)" in answer.text
    assert "#2 *Pat Lee*" in answer.text
    assert re.search(r"Zeeg has it · in \d+ \w+ · agent Sales", answer.text)
    assert "23125001" not in str(answer)
    assert "example.com" not in str(answer)
    assert "Recent" not in answer.text


async def test_again_takes_the_newest_call_however_many_are_to_come(stage: Stage) -> None:
    ledger = stage.house.ledger
    await stage.met()
    for number in range(11):
        hour = 24 + number if number < 10 else 70
        await stage.type(f"Pat Lee +49 30 231250{number:02} pat@example.com in {hour} hours")
        await stage.until(partial(ledger.call, number + 1))

    await stage.type("again")

    view = await stage.form()
    assert "+493023125010" in str(view.content)


async def test_the_requester_sees_the_whole_number_before_the_call_is_due(stage: Stage) -> None:
    await stage.type(f"{ALEX} tomorrow 2pm follow up on the demo")
    await stage.told("is scheduled")
    await stage.type("list")
    listed = await stage.whispered("Upcoming")
    [reply] = [each for each in stage.replies() if "is scheduled" in each.text]

    for shown in (listed, reply):
        await stage.jane.click(shown, "call_details")
        view = await stage.form()
        assert "+493023125001" in str(view.content)
        assert "alex.mueller@example.com" in str(view.content)
        assert "Scheduled: <!date^1795525200" in str(view.content)
        assert "follow up on the demo" in str(view.content)
        await stage.jane.close_modal()


async def eleven_held(stage: Stage) -> None:
    """Let eleven calls wait here, #11 the last."""
    await stage.met()
    for nth in range(1, 12):
        line = f"Pat Lee +49 30 231250{nth:02} pat@example.com tomorrow 2pm"
        await stage.type(line, channel_id=stage.another_channel(nth))
        await stage.announced(nth)


async def test_shows_the_calls_behind_the_first_ten(keeping: Stage) -> None:
    await eleven_held(keeping)
    await keeping.type("list")
    answer = await keeping.whispered("There are more than these 10.")
    assert problems_of({"text": answer.text, "blocks": answer.blocks}, "message") == []

    await keeping.jane.click(answer, "list_more")

    page = await keeping.whispered("#11 *Pat Lee*")
    assert "#10 *Pat Lee*" not in page.text
    assert "There are more" not in page.text
    await keeping.jane.click(page, "cancel_call")
    await keeping.whispered("Call #11 is cancelled")


async def test_nothing_is_left_behind_the_first_ten(keeping: Stage) -> None:
    await eleven_held(keeping)
    await keeping.type("list")
    answer = await keeping.whispered("There are more than these 10.")
    await keeping.type("cancel 11")

    await keeping.jane.click(answer, "list_more")

    await keeping.whispered("There are no more.")


async def test_shows_more_of_everybodys_only_to_who_is_still_an_admin(keeping: Stage) -> None:
    boss = keeping.let_in(BOSS)
    await eleven_held(keeping)
    await boss.type_command("C_SALES", "/zeegcall", "list all")
    answer = await keeping.whispered("There are more than these 10.", to=boss)

    await boss.click(answer, "list_more")
    page = await keeping.whispered("#11 *Pat Lee*", to=boss)
    assert "asked for by <@U_JANE>" in page.text

    keeping.let_in(replace(BOSS, is_admin=False))
    await boss.click(answer, "list_more")
    await keeping.whispered("Only admins can list", to=boss)


async def test_lists_only_ones_own(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.playground.person("U_OMAR").type_command("C_SALES", "/zeegcall", "list")

    await stage.whispered("You have no calls yet", to=stage.playground.person("U_OMAR"))


async def test_an_admin_lists_everybodys(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await stage.type(ALEX)
    await stage.told("is pending")

    await boss.type_command("C_SALES", "/zeegcall", "list all")

    answer = await stage.whispered("Alex Mueller", to=boss)
    assert "asked for by <@U_JANE>" in answer.text


@pytest.mark.parametrize("user", [MEMBER, GUEST, STRANGER], ids=lambda user: str(user.name))
async def test_nobody_else_lists_everybodys(stage: Stage, user: User) -> None:
    other = stage.let_in(user)
    await stage.type(ALEX)
    await stage.told("is pending")

    await other.type_command("C_SALES", "/zeegcall", "list all")

    answer = await stage.whispered("Only admins", to=other)
    assert "Alex" not in answer.text


@pytest.mark.parametrize("typed", ["again 1", "again #1", "Again", "again <#C042|1>"])
async def test_opens_the_form_of_an_earlier_call_again(stage: Stage, typed: str) -> None:
    await stage.type(f"{ALEX} about the demo")
    await stage.told("is pending")

    await stage.jane.command("C_SALES", "/zeegcall", typed)

    view = await stage.form()
    assert view.values["full_name"]["value"]["value"] == "Alex Mueller"
    assert view.values["phone_number"]["value"]["value"] == "+493023125001"
    assert len(stage.posts) == 1


@pytest.mark.parametrize("typed", ["again #1 tomorrow 3pm", "retry tomorrow at 15:00"])
async def test_opens_the_form_of_an_earlier_call_with_the_time_that_was_typed(
    stage: Stage, typed: str
) -> None:
    await stage.type(f"{ALEX} about the demo")
    await stage.told("is pending")

    await stage.type(typed)

    view = await stage.form()
    assert view.values["full_name"]["value"]["value"] == "Alex Mueller"
    at = datetime(2026, 11, 24, 15, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert view.values["when_picked"]["value"]["selected_date_time"] == at.timestamp()
    assert len(stage.posts) == 1

    await stage.jane.submit({"when_picked": None})

    assert stage.jane.modal is not None
    assert "There was a time, and now there is none" in str(stage.jane.modal.content)
    assert len(stage.posts) == 1


async def test_a_time_that_is_unclear_is_asked_about_in_the_form_of_an_earlier_call(
    stage: Stage,
) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.type("again 1 tomorrow")

    view = await stage.form()
    assert view.values["when_words"]["value"]["value"] == "tomorrow"
    assert "names a day but no hour" in str(view.content)
    assert len(stage.posts) == 1


async def test_what_may_be_the_number_of_a_call_is_asked_about(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.type("call 1 tomorrow 3pm")
    answer = await stage.whispered("Did you mean `/zeegcall again 1 tomorrow 3pm`?")
    await stage.jane.click(answer, "meant_subcommand")

    view = await stage.form()
    assert view.values["full_name"]["value"]["value"] == "Alex Mueller"
    assert len(stage.posts) == 1


async def test_an_emergency_number_is_no_number_of_a_call(stage: Stage) -> None:
    await stage.type("call 112")

    view = await stage.form()
    assert view.values["phone_number"]["value"]["value"] == "112"


@pytest.mark.parametrize("user", [MEMBER, GUEST, STRANGER], ids=lambda user: str(user.name))
@pytest.mark.parametrize("typed", ["again 1", "again 1 tomorrow 3pm", "cancel 1"])
async def test_a_call_of_somebody_else_is_left_alone(
    keeping: Stage, user: User, typed: str
) -> None:
    other = keeping.let_in(user)
    await keeping.type(PAT)
    await keeping.announced()

    await other.type_command("C_SALES", "/zeegcall", typed)

    await keeping.whispered("Only <@U_JANE> and admins", to=other)
    await keeping.answered()
    assert other.modal is None
    await keeping.card_says("Kept here until")


async def test_a_call_that_there_is_not_is_unknown(stage: Stage) -> None:
    for typed in ("again 77", "cancel #77"):
        await stage.type(typed)

    await stage.until(lambda: len(stage.whispers()) == 2 or None)
    assert all("I know no call #" in each.text for each in stage.whispers())


async def test_cancel_stops_a_kept_call_for_certain(keeping: Stage) -> None:
    await keeping.type(PAT)
    await keeping.announced()

    await keeping.type("cancel 1")

    await keeping.told("Cancelled by <@U_JANE>. Nobody was called.")
    await keeping.whispered("Call #1 is cancelled. Nobody was called.")
    keeping.pass_time(48 * 3600)
    assert keeping.posts == []


async def test_an_admin_cancels_a_kept_call(keeping: Stage) -> None:
    boss = keeping.let_in(BOSS)
    await keeping.type(PAT)
    await keeping.announced()

    await boss.type_command("C_SALES", "/zeegcall", "cancel 1")

    await keeping.told("Cancelled by <@U_BOS>. Nobody was called.")
    await keeping.whispered("Call #1 is cancelled", to=boss)


async def test_cancel_of_a_call_at_zeeg_says_what_can_be_done(stage: Stage) -> None:
    await stage.type(PAT)
    await stage.told("is scheduled")

    await stage.type("cancel 1")

    answer = await stage.whispered("I can't stop call #1")
    assert "It will ring" in answer.text
    assert "Zeeg call 42" in answer.text
    assert "under the calls of the agent *Sales*" in answer.text


async def test_cancel_of_a_call_that_is_due_says_that_it_may_ring(stage: Stage) -> None:
    await stage.type("Pat Lee +49 30 23125002 pat.lee@example.com in 1 hour")
    await stage.told("is scheduled")
    stage.pass_time(3700)

    await stage.type("cancel 1")

    answer = await stage.whispered("I can't stop call #1")
    assert "may be ringing or over" in answer.text


async def test_cancel_of_a_call_that_is_being_sent_says_so(stage: Stage) -> None:
    answered = asyncio.Event()
    stage.playground.faults.next("outbound-calls", held_until(answered))
    await stage.type(ALEX)
    await stage.until(lambda: stage.playground.traffic.of("outbound-calls") or None)

    await stage.type("cancel 1")

    await stage.whispered("I can't stop call #1 now: it is being sent to Zeeg at this moment.")
    answered.set()
    await stage.told("is pending")


async def test_an_uncertain_call_is_not_cancelled_but_settled_from_the_list(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")

    await stage.type("cancel 1")
    await stage.whispered("Nobody knows whether call #1 reached Zeeg, so I cannot stop it.")
    await stage.type("list")
    listed = await stage.whispered("Upcoming")
    await stage.jane.click(listed, "it_rang")

    await stage.whispered("Done. Call #1 stands at: It rang, by a teammate's word.")
    await stage.card_says("It rang, by a teammate's word")


async def test_cancel_twice_says_so(keeping: Stage) -> None:
    await keeping.type(PAT)
    await keeping.announced()
    await keeping.type("cancel 1")
    await keeping.card_says("Cancelled")

    await keeping.type("cancel 1")

    await keeping.whispered("too late for that, or done already")


async def test_cancel_alone_shows_what_there_is(keeping: Stage) -> None:
    await keeping.type(PAT)
    await keeping.announced()

    await keeping.type("cancel")

    answer = await keeping.whispered("Upcoming")
    assert "cancel_call" in actions_of(answer)


async def test_a_button_in_the_list_does_what_the_cards_does(keeping: Stage) -> None:
    await keeping.type(PAT)
    await keeping.announced()
    await keeping.type("list")
    answer = await keeping.whispered("Upcoming")

    await keeping.jane.click(answer, "cancel_call")
    await keeping.jane.click(answer, "cancel_call")

    await keeping.whispered("Call #1 is cancelled")
    await keeping.whispered("too late for that, or done already")
    await keeping.card_says("Cancelled")


async def test_names_the_agents(tmp_path: Path) -> None:
    agents = f"Sales={SALES},Support={SUPPORT}"
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=agents) as stage:
        await stage.type("agents")

        answer = await stage.whispered("*Sales* calls if you choose no other")
        assert "*Support*" in answer.text


async def test_a_slip_in_a_subcommand_is_asked_about(stage: Stage) -> None:
    await stage.type("lsit")
    answer = await stage.whispered("Did you mean `/zeegcall list`?")

    await stage.jane.click(answer, "meant_subcommand")

    await stage.whispered("You have no calls yet")
    await stage.answered()
    assert stage.jane.modal is None


async def test_what_was_typed_opens_in_the_form_if_it_was_meant(stage: Stage) -> None:
    await stage.type("Blok")
    answer = await stage.whispered("Did you mean `/zeegcall block`?")

    await stage.jane.click(answer, "open_form")

    view = await stage.form()
    assert view.values["full_name"]["value"]["value"] == "Blok"


async def test_a_slip_is_not_asked_about_twice_if_slack_delivers_twice(stage: Stage) -> None:
    await stage.type("agian 1")
    await stage.whispered("Did you mean `/zeegcall again 1`?")
    delivered = stage.playground.traffic.of("/zeegcall")[-1]

    await stage.playground.delivery.deliver(Kind.COMMAND, delivered.body)
    await stage.type("list")
    await stage.whispered("You have no calls yet")

    assert len([each for each in stage.whispers() if "Did you mean" in each.text]) == 1


async def test_nobody_else_presses_what_was_meant(stage: Stage) -> None:
    await stage.type("lsit")
    answer = await stage.whispered("Did you mean")
    omar = stage.playground.person("U_OMAR")
    action = next(e for e in answer.blocks[1]["elements"] if e["action_id"] == "meant_subcommand")

    payload = omar.payloads.message_action("U_OMAR", answer, {**action, "block_id": "b"})
    await stage.playground.delivery.deliver(Kind.INTERACTION, payload)

    await stage.whispered("belongs to somebody else", to=omar)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (f"block {ALEX} asked not to be called", "block …"),
        (f"cancel {ALEX} tomorrow 2pm", "cancel"),
        (f"stop calling {ALEX}", "block …"),
        (f"reschedule {ALEX} tomorrow 2pm", "list"),
    ],
)
async def test_a_line_that_asks_for_no_call_calls_nobody(
    stage: Stage, line: str, meant: str
) -> None:
    await stage.met()

    await stage.type(line)

    await stage.whispered(f"Did you mean `/zeegcall {meant}`?")
    assert stage.cards() == []
    assert stage.posts == []


async def test_whom_to_block_may_be_named_with_everything(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"block {ALEX} asked not to be called")
    answer = await stage.whispered("Did you mean")

    await stage.jane.click(answer, "meant_subcommand")

    await stage.whispered("is on the do-not-call list now")
    assert stage.posts == []


async def test_a_yes_after_the_form_was_sent_does_nothing_more(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"block {ALEX} asked not to be called")
    answer = await stage.whispered("Did you mean")
    await stage.jane.click(answer, "open_form")
    await stage.form()
    await stage.jane.submit()
    await stage.told("is pending")

    await stage.jane.click(answer, "meant_subcommand")

    await stage.whispered("This form was sent already")
    assert list(stage.house.ledger.blocks(limit=5)) == []


async def test_words_that_ask_for_no_call_are_pointed_at_in_the_form(stage: Stage) -> None:
    await stage.met()

    await stage.type(f"{ALEX} tomorrow 2pm, she asked not to be called")

    view = await stage.form()
    said = "“not to be called” sounds as if nobody should be called"
    assert said in str(view.blocks[0])  # where it is seen before anything is sent
    assert said not in str(view.blocks[1:])
    assert stage.cards() == []


async def test_cancel_alone_says_where_there_is_nothing_to_cancel(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])
    await stage.told("answered")

    await stage.type("cancel")

    answer = await stage.whispered("There is nothing to cancel")
    assert "#1 *Alex Mueller*" in answer.text
