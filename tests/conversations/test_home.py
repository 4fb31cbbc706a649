"""The Home tab: one person's calls, kept up to date for whoever has opened it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.app import Role, open_house
from bot.calls.draft import Surface
from bot.messages.replies import CALL_AGAIN
from bot.messages.welcome import CALL_SOMEONE
from bot.playground.block_kit import problems_of
from bot.playground.clock import MovableClock
from bot.playground.delivery import Kind
from bot.playground.faults import rate_limited
from bot.playground.person import Person
from bot.playground.records import User, View
from bot.playground.zeeg_outcomes import Outcome
from bot.settings import read_settings
from tests.conversations.stage import (
    ALEX,
    TEAM,
    FollowingClock,
    Stage,
    environment,
    furnished,
    on_stage,
)
from tests.sample import NOW

PAT = "Pat Lee +1 415 555 0132 pat.lee@example.com tomorrow 8pm"
GUEST = User(id="U_GUE", name="g", real_name="G", is_restricted=True)
STRANGER = User(id="U_STR", name="s", real_name="S", is_stranger=True)


@pytest.fixture
async def keeping(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        yield stage


async def home_says(stage: Stage, words: str, person: Person | None = None) -> str:
    """Wait until somebody's Home says something with these words, and give all of it."""
    whose = person or stage.jane

    def said() -> str | None:
        shown = str(whose.home.blocks) if whose.home is not None else ""
        return shown if words in shown else None

    return await stage.until(said)


def is_known_as_guest(stage: Stage, user_id: str) -> bool:
    profile = stage.house.ledger.profile(team_id=TEAM, user_id=user_id)
    return profile is not None and profile.is_guest


def publishings(stage: Stage) -> int:
    return len(stage.playground.traffic.of("views.publish"))


async def test_the_first_opening_says_what_it_is_good_for(stage: Stage) -> None:
    await stage.jane.open_home()

    said = await home_says(stage, "Type one line")
    assert said.count("/zeegcall") == 2
    assert "Call someone" in said


async def test_shows_ones_calls_and_nobody_elses(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.jane.open_home()
    said = await home_says(stage, "Alex Mueller")
    assert "+49 30 ••••5001" in said
    assert "23125001" not in said

    omar = stage.playground.person("U_OMAR")
    await omar.open_home()
    assert "#1" not in await home_says(stage, "Type one line", omar)


async def test_is_refreshed_when_a_call_moves(keeping: Stage) -> None:
    await keeping.jane.open_home()
    await home_says(keeping, "Type one line")

    await keeping.type(PAT)
    await home_says(keeping, "Kept here until")
    await keeping.announced()
    await keeping.type("cancel 1")

    await home_says(keeping, "Cancelled: nobody was called")


async def test_is_published_for_nobody_who_has_not_opened_it(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.card_says("Pending")

    assert publishings(stage) == 0


async def test_a_button_does_what_the_cards_does(keeping: Stage) -> None:
    await keeping.type(PAT)
    await keeping.announced()
    await keeping.jane.open_home()
    await home_says(keeping, "Kept here until")
    assert keeping.jane.home is not None

    await keeping.jane.click(keeping.jane.home, "cancel_call")

    await home_says(keeping, "Cancelled: nobody was called")
    await keeping.told("Cancelled by <@U_JANE>")
    assert keeping.jane.modal is None


async def test_an_answer_that_needs_words_opens_over_home(stage: Stage) -> None:
    await stage.type(PAT)
    await stage.told("is scheduled")
    await stage.jane.open_home()
    await home_says(stage, "How to cancel")
    assert stage.jane.home is not None

    await stage.jane.click(stage.jane.home, "cancel_call")

    view = await stage.until(lambda: stage.jane.modal)
    assert "I can't stop call #1" in str(view.blocks)


async def test_calls_someone_with_the_card_in_direct_messages(stage: Stage) -> None:
    await stage.jane.open_home()
    await home_says(stage, "Type one line")
    assert stage.jane.home is not None
    await stage.jane.click(stage.jane.home, CALL_SOMEONE)
    await stage.form()

    await stage.jane.submit(
        {
            "full_name": "Alex Mueller",
            "phone_number": "+49 30 23125001",
            "email": "alex.mueller@example.com",
        }
    )

    await stage.until(lambda: stage.posts or None)
    assert "asked for a call to *Alex Mueller*" in stage.jane.sees_from_app()[0].text
    await home_says(stage, "Pending: Zeeg has it in the queue")
    call = stage.house.ledger.call(1)
    assert call is not None
    assert (call.new.channel_id, call.new.surface) == ("U_JANE", Surface.HOME)


async def test_a_guest_who_asks_for_a_list_is_not_invited_to_call(stage: Stage) -> None:
    guest = stage.let_in(GUEST)
    await guest.type_command("C_SALES", "/zeegcall", "list")
    await stage.until(lambda: is_known_as_guest(stage, GUEST.id) or None)

    await guest.type_command("C_SALES", "/zeegcall", "list")

    told = await stage.whispered("Guests and people of other organisations", to=guest)
    assert "Try `/zeegcall" not in told.text


@pytest.mark.parametrize("user", [GUEST, STRANGER], ids=["guest", "stranger"])
async def test_a_guest_is_told_politely(stage: Stage, user: User) -> None:
    other = stage.playground.person(user)

    await other.open_home()

    said = await home_says(stage, "may not ask for calls", other)
    assert "Call someone" not in said


async def test_a_guest_who_presses_an_old_button_calls_nobody(stage: Stage) -> None:
    omar = stage.playground.person("U_OMAR")
    await omar.open_home()
    await home_says(stage, "Type one line", omar)
    stage.playground.workspace.users["U_OMAR"].is_restricted = True
    stage.pass_time(2 * 3600)
    assert omar.home is not None

    await omar.click(omar.home, CALL_SOMEONE)
    await stage.until(lambda: omar.modal)
    while not is_known_as_guest(stage, "U_OMAR"):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    answer = await omar.submit(
        {"full_name": "A", "phone_number": "+49 30 23125001", "email": "a@example.com"}
    )

    assert "only full members" in str(answer.body)
    assert stage.posts == []


async def test_the_messages_tab_is_not_home(stage: Stage) -> None:
    event = {"type": "app_home_opened", "user": "U_JANE", "channel": "D1", "tab": "messages"}

    await stage.playground.delivery.deliver_event(stage.playground.payloads.event(event))
    await stage.type("help")

    assert stage.jane.home is None


async def test_a_repeated_delivery_opens_one_form(stage: Stage) -> None:
    await stage.jane.open_home()
    await home_says(stage, "Type one line")
    assert stage.jane.home is not None
    await stage.jane.click(stage.jane.home, CALL_SOMEONE)
    await stage.form()
    pressed = stage.playground.traffic.of("block_actions")[-1]

    await stage.playground.delivery.deliver(Kind.INTERACTION, pressed.body)
    await stage.type("help")

    assert len(stage.playground.traffic.of("views.open")) == 1


async def test_a_home_that_slack_does_not_take_now_is_shown_later(stage: Stage) -> None:
    stage.playground.faults.next("views.publish", rate_limited(0))

    await stage.jane.open_home()

    await home_says(stage, "Type one line")


async def test_slack_takes_every_home(keeping: Stage) -> None:
    await keeping.met()
    for nth in range(10, 24):
        line = f"Alex Mueller +49 30 231250{nth} alex@example.com tomorrow 2pm"
        await keeping.type(line, channel_id=keeping.another_channel(nth))
    for call_id in range(1, 15):
        await keeping.announced(call_id)
    for nth in range(1, 13):
        await keeping.type(f"cancel {nth}")

    await keeping.jane.open_home()

    said = await home_says(keeping, "There are more than these 10")
    assert keeping.jane.home is not None
    assert problems_of(keeping.jane.home.content, "home") == []
    assert said.count("Call again") == 10


async def ended_call(stage: Stage) -> View:
    """Let a call of Jane's end, and give her Home with it."""
    await stage.type(ALEX)
    await stage.told("is pending")
    placed = stage.playground.zeeg.posts[0].call
    assert placed is not None
    await stage.playground.zeeg.complete(placed, Outcome.ANSWERED)
    await stage.told("answered")
    await stage.jane.open_home()
    await home_says(stage, "#1 *Alex Mueller*")
    assert stage.jane.home is not None
    return stage.jane.home


@pytest.mark.parametrize(
    ("button", "shows"), [("call_details", "Transcript"), (CALL_AGAIN, "+493023125001")]
)
async def test_a_button_of_a_call_that_is_over_opens_what_the_threads_does(
    stage: Stage, button: str, shows: str
) -> None:
    home = await ended_call(stage)

    await stage.jane.click(home, button)

    view = await stage.until(lambda: stage.jane.modal)
    assert shows in str(view.blocks)


async def test_who_is_forgotten_is_gone_from_home(stage: Stage) -> None:
    await ended_call(stage)

    stage.playground.workspace.users["U_JANE"].is_admin = True
    await stage.forget("+49 30 23125001", by=stage.jane)

    await stage.until(lambda: stage.jane.home and "#1 *Alex" not in str(stage.jane.home.blocks))


async def test_follows_calls_also_where_another_process_answers_slack(tmp_path: Path) -> None:
    clock = MovableClock(NOW.timestamp())
    playground = furnished(clock)
    async with playground:
        settings = read_settings(environment(playground, tmp_path / "calls.db"))
        following = FollowingClock(clock)
        async with (
            open_house(settings, clock=following, role=Role.WEB) as web,
            open_house(settings, clock=following, role=Role.WORKER),
            httpx.AsyncClient(transport=httpx.ASGITransport(web.web)) as client,
        ):
            playground.delivery.to("http://bot/slack/events", client)
            jane = playground.person("U_JANE")
            await jane.open_home()
            await playground.until(lambda: jane.home)

            await jane.type_command("C_SALES", "/zeegcall", ALEX)

            await playground.until(lambda: jane.home and "Pending" in str(jane.home.blocks))
