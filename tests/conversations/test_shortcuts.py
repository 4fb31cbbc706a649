"""A lead came in as a message: two clicks, and it is called, in the message's own thread."""

from typing import Any

import pytest

from bot.playground.delivery import Kind
from bot.playground.faults import Fault, answering, slack_error
from bot.playground.records import Message, User, View
from tests.conversations.stage import ALEX, BOT, TEAM, Stage

LEAD = """\
*New lead*
Name: Tom Becker
Phone: <tel:+493023125007|+49 30 23125007>
Email: <mailto:tom.becker@example.com|tom.becker@example.com>
wants a demo"""
SHORTCUT = "call_with_zeeg"


def values(view: View) -> dict[str, str]:
    """What a form is filled in with, by field."""
    return {
        block["block_id"]: block["element"].get("initial_value", "")
        for block in view.blocks
        if block["type"] == "input"
    }


def posted(stage: Stage, text: str, user_id: str = "U_OMAR", **more: Any) -> Message:
    """A message that stands in the channel."""
    message = Message(
        channel_id="C_SALES",
        ts=stage.playground.workspace.new_ts(),
        user_id=user_id,
        text=text,
        **more,
    )
    stage.playground.workspace.post(message)
    return message


def said(stage: Stage, message: Message) -> str:
    """What stands in a message's thread."""
    return str([each.text for each in stage.jane.sees("C_SALES", message.ts)])


async def form(stage: Stage) -> View:
    return await stage.until(lambda: stage.jane.modal)


async def test_a_lead_is_called_in_two_clicks_in_its_own_thread(stage: Stage) -> None:
    await stage.met()
    lead = posted(stage, LEAD)

    await stage.jane.message_shortcut(lead, SHORTCUT)
    filled = values(await form(stage))
    await stage.jane.submit({})

    assert filled["full_name"] == "Tom Becker"
    assert filled["phone_number"] == "+493023125007"
    assert filled["email"] == "tom.becker@example.com"
    assert "wants a demo" in filled["additional_data"]
    await stage.until(lambda: "is pending" in said(stage, lead) or None)
    assert "asked for a call to *Tom Becker*" in said(stage, lead)
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125007"]
    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.new.surface == "shortcut"
    assert call.new.source_link is not None
    assert lead.ts.replace(".", "") in call.new.source_link
    assert f"<{call.new.source_link}|The message it came from>" in said(stage, lead)


@pytest.mark.parametrize("days", [0, 3])
async def test_a_time_in_a_message_counts_from_when_it_was_written(
    stage: Stage, days: int
) -> None:
    await stage.met()
    lead = posted(stage, "Tom Becker 030 23125007 tom.becker@example.com, call tomorrow 2pm")
    stage.pass_time(days * 86_400)
    await stage.met_again()

    await stage.jane.message_shortcut(lead, SHORTCUT)
    view = await form(stage)

    assert ("1795525200" in str(view.blocks)) is (days == 0)  # 24 November, 2 pm
    assert ("has already passed" in str(view.blocks)) is (days == 3)


async def test_a_message_in_a_thread_keeps_its_thread(stage: Stage) -> None:
    await stage.met()
    first = posted(stage, "leads of today")
    lead = posted(stage, LEAD, thread_ts=first.ts)

    await stage.jane.message_shortcut(lead, SHORTCUT)
    await form(stage)
    await stage.jane.submit({})

    await stage.until(lambda: "asked for a call to" in said(stage, first) or None)


async def test_nothing_is_called_before_the_form_was_sent(stage: Stage) -> None:
    await stage.met()
    lead = posted(stage, f"{LEAD}\ncall me now")

    await stage.jane.message_shortcut(lead, SHORTCUT)
    await form(stage)
    stage.pass_time(600)

    assert stage.posts == []
    assert stage.cards() == []


async def test_two_numbers_are_asked_about(stage: Stage) -> None:
    await stage.met()
    lead = posted(stage, "Tom Becker tom@example.com +49 30 23125007 or +49 30 23125008")

    await stage.jane.message_shortcut(lead, SHORTCUT)

    (block,) = [b for b in (await form(stage)).blocks if b.get("block_id") == "phone_number"]
    assert "23125007" in block["hint"]["text"]
    assert "23125008" in block["hint"]["text"]


async def test_where_nobody_is_named_it_is_about_its_author(stage: Stage) -> None:
    await stage.met()
    stage.playground.workspace.app.scopes.add("users:read.email")
    omar = stage.playground.workspace.users["U_OMAR"]
    omar.email, omar.phone = "omar.ali@example.com", "+49 30 23125010"
    question = posted(stage, "could somebody ring me about the contract?")

    await stage.jane.message_shortcut(question, SHORTCUT)

    filled = values(await form(stage))
    assert filled["full_name"] == "Omar Ali"
    assert filled["phone_number"] == "+49 30 23125010"
    assert filled["email"] == "omar.ali@example.com"
    assert filled["additional_data"] == "could somebody ring me about the contract?"


@pytest.mark.parametrize("named", [f"<@{BOT}>", f"<@{BOT}|zeegcall>,"])
async def test_whoever_asks_the_bot_to_call_them_is_proposed(stage: Stage, named: str) -> None:
    await stage.met()
    stage.playground.workspace.users["U_OMAR"].phone = "+49 30 23125010"
    wish = posted(stage, f"{named} please call me back")

    await stage.jane.message_shortcut(wish, SHORTCUT)

    filled = values(await form(stage))
    assert filled["full_name"] == "Omar Ali"
    assert filled["phone_number"] == "+49 30 23125010"
    assert filled["additional_data"] == "please call me back"


async def test_an_authors_words_stand_in_the_form_as_they_were_written(stage: Stage) -> None:
    await stage.met()
    question = posted(stage, "R&amp;D asks, see <https://x.example/a|the wiki>: tomorrow 3pm?")

    await stage.jane.message_shortcut(question, SHORTCUT)

    view = await form(stage)
    filled = values(view)
    assert filled["full_name"] == "Omar Ali"
    assert (
        filled["additional_data"] == "R&D asks, see the wiki (https://x.example/a): tomorrow 3pm?"
    )
    assert "initial_date_time" in str(view.blocks)


async def test_where_a_member_is_named_the_author_is_not_taken_for_the_contact(
    stage: Stage,
) -> None:
    await stage.met()
    question = posted(stage, "could you please ring <@U0SAM> about the contract?")

    await stage.jane.message_shortcut(question, SHORTCUT)

    view = await form(stage)
    assert values(view)["full_name"] == ""
    assert "Who is it?" in str(view.blocks)


async def test_what_the_authors_profile_does_not_show_is_asked_for(stage: Stage) -> None:
    await stage.met()
    stage.playground.workspace.app.scopes.add("users:read.email")
    stage.playground.workspace.users["U_OMAR"].email = "omar.ali@example.com"
    question = posted(stage, "could somebody ring me about the contract?")

    await stage.jane.message_shortcut(question, SHORTCUT)

    shown = str((await form(stage)).blocks)
    assert "Their Slack profile shows no phone number" in shown
    assert "shows no email" not in shown


async def test_an_app_is_nobody_to_call(stage: Stage) -> None:
    await stage.met()
    stage.playground.workspace.add_user(User(id="U_BOT", name="b", real_name="Bot", is_bot=True))
    message = posted(stage, "deploy finished", "U_BOT")

    await stage.jane.message_shortcut(message, SHORTCUT)

    filled = values(await form(stage))
    assert filled["phone_number"] == ""
    assert filled["full_name"] != "Bot"


async def test_a_repeated_delivery_opens_one_form(stage: Stage) -> None:
    await stage.met()
    payload = stage.jane.payloads.message_shortcut("U_JANE", posted(stage, LEAD), SHORTCUT)

    for _ in range(2):
        await stage.playground.delivery.deliver(Kind.INTERACTION, payload)
    await form(stage)

    assert len(stage.playground.traffic.of("views.open")) == 2  # one was of stage.met()


async def test_a_form_that_could_not_be_opened_is_offered(stage: Stage) -> None:
    await stage.met()
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))

    await stage.jane.message_shortcut(posted(stage, LEAD), SHORTCUT)

    offered = await stage.whispered("could not open the form")
    await stage.jane.click(offered, "open_form")
    assert values(await form(stage))["full_name"] == "Tom Becker"


@pytest.mark.parametrize(
    "user",
    [
        pytest.param(User(id="U_G", name="g", real_name="G", is_restricted=True), id="guest"),
        pytest.param(User(id="U_S", name="s", real_name="S", is_stranger=True), id="stranger"),
    ],
)
async def test_outsiders_call_nobody(stage: Stage, user: User) -> None:
    stage.playground.workspace.add_user(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    person = stage.playground.person(user.id)
    await person.message_shortcut(posted(stage, LEAD), SHORTCUT)

    await stage.until(
        lambda: next((m for m in person.sees("C_SALES") if "full members" in m.text), None)
    )
    assert stage.posts == []


async def test_a_guest_whom_the_bot_knows_is_told_too(stage: Stage) -> None:
    guest = stage.let_in(User(id="U_G", name="g", real_name="G", is_restricted=True))
    await guest.type_command("C_SALES", "/zeegcall", "agents")
    await stage.until(lambda: stage.house.ledger.profile(team_id=TEAM, user_id=guest.id))
    asked = len(stage.playground.traffic.of("users.info"))

    await guest.message_shortcut(posted(stage, LEAD), SHORTCUT)

    await stage.whispered("full members", to=guest)
    assert len(stage.playground.traffic.of("users.info")) == asked
    assert guest.modal is None


async def test_from_anywhere_the_card_goes_to_direct_messages(stage: Stage) -> None:
    await stage.met()

    await stage.jane.shortcut("call_someone")
    await form(stage)
    await stage.jane.submit(
        {
            "full_name": "Tom Becker",
            "phone_number": "+49 30 23125007",
            "email": "tom@example.com",
        }
    )

    direct = stage.playground.workspace.direct_channel("U_JANE").id
    await stage.told("is pending", direct)
    assert len(stage.posts) == 1


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(slack_error("user_not_found"), id="an error"),
        pytest.param(answering(200, {"ok": True}), id="nobody in it"),
    ],
)
async def test_a_member_whom_slack_does_not_tell_of_is_asked_about(
    stage: Stage, fault: Fault
) -> None:
    await stage.met()
    stage.playground.workspace.add_user(
        User(id="U0MIA", name="mia", real_name="Mia Wolff", phone="+49 30 23125010")
    )
    stage.playground.faults.next("users.info", fault)

    await stage.type("@mia tomorrow 10am about the contract mia@example.com")

    filled = values(await form(stage))
    assert filled["phone_number"] == ""
    assert filled["email"] == "mia@example.com"
    assert stage.posts == []


async def test_a_member_is_named_and_confirmed(stage: Stage) -> None:
    await stage.met()
    stage.playground.workspace.add_user(
        User(id="U0MIA", name="mia", real_name="Mia Wolff", phone="+49 30 23125010")
    )

    await stage.type("@mia tomorrow 10am about the contract mia@example.com")

    filled = values(await form(stage))
    assert filled["full_name"] == "Mia Wolff"
    assert filled["phone_number"] == "+49 30 23125010"
    assert filled["email"] == "mia@example.com"
    assert filled["additional_data"] == "the contract"
    assert stage.posts == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Alex Mueller tomorrow 10am, ask @mia about it", id="beside somebody's name"),
        pytest.param("@mia @bob tomorrow 10am", id="with another"),
    ],
)
async def test_a_member_who_may_not_be_meant_is_not_filled_in(stage: Stage, line: str) -> None:
    await stage.met()
    for name, real_name in (("mia", "Mia Wolff"), ("bob", "Bob Wolff")):
        stage.playground.workspace.add_user(
            User(id=f"U0{name.upper()}", name=name, real_name=real_name, phone="+49 30 23125010")
        )

    await stage.type(line)

    filled = values(await form(stage))
    assert "Wolff" not in filled["full_name"]
    assert filled["phone_number"] == ""


@pytest.mark.parametrize("which", [pytest.param(0, id="its card"), pytest.param(-1, id="a reply")])
async def test_on_what_the_bot_says_of_a_call_that_call_is_meant(stage: Stage, which: int) -> None:
    await stage.met()
    await stage.type(f"{ALEX} about the demo")
    await stage.told("is pending")
    shown = stage.jane.sees("C_SALES", stage.cards()[0].ts)[which]

    await stage.jane.message_shortcut(shown, SHORTCUT)

    filled = values(await form(stage))
    assert filled["full_name"] == "Alex Mueller"
    assert filled["phone_number"] == "+493023125001"
    assert filled["additional_data"] == "the demo"
    assert len(stage.posts) == 1


async def test_a_message_of_the_bots_that_is_about_no_call_opens_nothing(stage: Stage) -> None:
    await stage.met()
    ours = posted(stage, "Type one line", user_id=BOT, from_app=True)

    await stage.jane.message_shortcut(ours, SHORTCUT)

    await stage.whispered("I wrote that message myself")
    await stage.answered()
    assert stage.jane.modal is None


async def test_a_call_that_was_erased_is_told_as_that(stage: Stage) -> None:
    boss = stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))
    await stage.met()
    await stage.type(ALEX)
    await stage.told("is pending")
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])
    await stage.told("answered")
    await stage.forget("+49 30 23125001", by=boss)
    card = await stage.card_says("has been erased")

    await stage.jane.message_shortcut(card, SHORTCUT)

    await stage.whispered("Who call #1 was for has been erased")
    await stage.answered()
    assert stage.jane.modal is None
