"""`/zeegcall settings`: what a person or a channel prefers where a line does not say it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.calls.preferences import NONE, Preferences, Results
from bot.messages.home import SETTINGS
from bot.playground.block_kit import problems_of
from bot.playground.delivery import Kind
from bot.playground.person import Person
from bot.playground.records import User, View
from bot.playground.zeeg_outcomes import Outcome
from tests.conversations.stage import ALEX, SALES, SUPPORT, TEAM, Stage, on_stage

BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
GUEST = User(id="U_GUE", name="g", real_name="G", is_restricted=True)
STRANGER = User(id="U_STR", name="s", real_name="S", is_stranger=True)
NATIONAL = "Alex Mueller 030 23125001 alex.mueller@example.com"


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage with two agents."""
    agents = f"Sales={SALES},Support={SUPPORT}"
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=agents) as stage:
        yield stage


async def settings_of(stage: Stage, person: Person, *, channel_id: str = "C_SALES") -> View:
    await person.type_command(channel_id, "/zeegcall", "settings")
    view = await stage.until(lambda: person.modal)
    assert problems_of(view.content, "modal") == []
    return view


def preferred(stage: Stage, place: str) -> Preferences:
    return stage.house.ledger.preferences(place, team_id=TEAM).get(place, NONE)


def value(view: View, block_id: str) -> str:
    chosen: dict[str, Any] = view.values[block_id]["value"]["selected_option"]
    return str(chosen["value"])


async def test_shows_what_holds_and_the_zone_that_slack_tells(two: Stage) -> None:
    view = await settings_of(two, two.jane)

    assert "*Berlin* time" in str(view.blocks)
    for block in ("mine.region", "mine.language", "mine.agent", "mine.results"):
        assert value(view, block) == "-"
    assert "Germany (+49)" in str(view.blocks)
    assert "channel.region" not in str(view.blocks)


async def test_keeps_what_is_chosen_and_shows_it_the_next_time(two: Stage) -> None:
    await settings_of(two, two.jane)
    await two.jane.submit(
        {
            "mine.region": "DE",
            "mine.language": "de",
            "mine.agent": SUPPORT,
            "mine.results": "channel",
        }
    )

    assert two.jane.modal is not None
    assert "Gespeichert" in str(two.jane.modal.blocks)  # in the language that was chosen
    await two.jane.close_modal()
    assert preferred(two, "U_JANE") == Preferences(
        region="DE", language="de", agent_uuid=SUPPORT, results=Results.CHANNEL
    )
    view = await settings_of(two, two.jane)
    assert value(view, "mine.region") == "DE"
    assert value(view, "mine.agent") == SUPPORT

    await two.jane.submit({"mine.region": "-"})
    assert preferred(two, "U_JANE").region is None


async def test_the_agents_are_told_with_the_one_that_somebody_prefers(two: Stage) -> None:
    await two.type("agents")
    await two.whispered("*Sales* calls if you choose no other")
    await settings_of(two, two.jane)
    await two.jane.submit({"mine.agent": SUPPORT})
    await two.jane.close_modal()

    await two.type("agents")

    await two.whispered(
        "*Support* calls if you choose no other. The form offers these too: *Sales*"
    )


async def test_a_persons_region_makes_national_numbers_readable(stage: Stage) -> None:
    await settings_of(stage, stage.jane)
    await stage.jane.submit({"mine.region": "DE"})

    await stage.type(NATIONAL)

    await stage.told("is pending")
    assert stage.posts[0]["phoneNumber"] == "+493023125001"


async def test_it_holds_also_when_slack_was_asked_long_ago(stage: Stage) -> None:
    await settings_of(stage, stage.jane)
    await stage.jane.submit({"mine.region": "DE"})
    stage.pass_time(2 * 3600)

    await stage.type(NATIONAL)

    await stage.told("is pending")


async def test_it_holds_for_the_do_not_call_list_too(stage: Stage) -> None:
    await settings_of(stage, stage.jane)
    await stage.jane.submit({"mine.region": "DE"})

    await stage.type("block 030 23125001")

    await stage.whispered("is on the do-not-call list now")


async def test_a_persons_agent_calls_unless_another_is_chosen(two: Stage) -> None:
    await settings_of(two, two.jane)
    await two.jane.submit({"mine.agent": SUPPORT})

    await two.type(ALEX)

    card = await two.card_says("Pending")
    assert "Agent Support" in card.text
    assert two.playground.zeeg.posts[0].agent_uuid == SUPPORT


async def test_an_agent_that_is_no_more_is_none(stage: Stage) -> None:
    gone = Preferences(agent_uuid=SUPPORT)
    stage.house.ledger.prefer({"U_JANE": gone}, team_id=TEAM, by="U_JANE")

    await stage.type(ALEX)

    assert "Agent Sales" in (await stage.card_says("Pending")).text


async def test_an_admin_sets_what_holds_in_a_channel(two: Stage) -> None:
    boss = two.let_in(BOSS)
    view = await settings_of(two, boss)
    assert "<#C_SALES>" in str(view.blocks)

    await boss.submit({"channel.region": "DE", "channel.agent": SUPPORT})

    assert preferred(two, "C_SALES") == Preferences(region="DE", agent_uuid=SUPPORT)
    assert preferred(two, "U_BOS") == NONE
    await two.type(NATIONAL)
    assert "Agent Support" in (await two.card_says("Pending")).text


async def test_a_person_comes_before_the_channel(two: Stage) -> None:
    for place, agent in (("C_SALES", SUPPORT), ("U_JANE", SALES)):
        wishes = Preferences(agent_uuid=agent, region="DE" if place == "C_SALES" else None)
        two.house.ledger.prefer({place: wishes}, team_id=TEAM, by="U_BOS")

    await two.type(NATIONAL)

    assert "Agent Sales" in (await two.card_says("Pending")).text


@pytest.mark.parametrize("user", ["U_JANE", "U_OMAR"])
async def test_nobody_else_sees_or_sets_the_channels(stage: Stage, user: str) -> None:
    person = stage.playground.person(user)
    view = await settings_of(stage, person)
    assert "channel." not in str(view.blocks)

    view.content["private_metadata"] = "C_SALES"
    await person.submit({"mine.region": "DE"})

    assert person.modal is not None
    assert "Only admins" in str(person.modal.errors)
    assert preferred(stage, "C_SALES") == NONE
    assert preferred(stage, user) == NONE


async def test_an_admin_who_is_none_any_more_changes_nothing(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await settings_of(stage, boss)
    stage.playground.workspace.users["U_BOS"].is_admin = False
    await stage.playground.person("U_BOS").type_command("C_SALES", "/zeegcall", "list all")
    await stage.whispered("Only admins", to=boss)

    await boss.submit({"channel.region": "DE"})

    assert boss.modal is not None
    assert "Only admins" in str(boss.modal.errors)
    assert preferred(stage, "C_SALES") == NONE


async def test_who_became_a_guest_changes_nothing(stage: Stage) -> None:
    await stage.met()
    await settings_of(stage, stage.jane)
    stage.playground.workspace.users["U_JANE"].is_restricted = True
    stage.pass_time(2 * 3600)

    await stage.jane.submit({"mine.region": "DE"})

    assert stage.jane.modal is not None
    assert "for the full members of this workspace" in str(stage.jane.modal.errors)
    assert preferred(stage, "U_JANE") == NONE


@pytest.mark.parametrize("user", [GUEST, STRANGER], ids=["guest", "stranger"])
async def test_a_guest_has_no_settings(stage: Stage, user: User) -> None:
    other = stage.let_in(user)

    await other.type_command("C_SALES", "/zeegcall", "settings")

    await stage.whispered("may not ask for calls", to=other)
    await stage.answered()
    assert other.modal is None


async def test_a_repeated_submission_keeps_the_same(stage: Stage) -> None:
    await settings_of(stage, stage.jane)
    await stage.jane.submit({"mine.region": "DE"})
    sent = stage.playground.traffic.of("view_submission")[-1]

    ack = await stage.playground.delivery.deliver(Kind.INTERACTION, sent.body)

    assert ack.failure == ""
    assert preferred(stage, "U_JANE") == Preferences(region="DE")


async def test_opens_from_home_for_oneself_alone(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await boss.open_home()
    home = await stage.until(lambda: boss.home)

    await boss.click(home, SETTINGS)

    view = await stage.until(lambda: boss.modal)
    assert "mine.region" in str(view.blocks)
    assert "channel.region" not in str(view.blocks)


@pytest.mark.parametrize("results", Results)
async def test_an_outcome_is_told_where_it_is_wished(stage: Stage, results: Results) -> None:
    wishes = Preferences(results=results)
    stage.house.ledger.prefer({"U_JANE": wishes}, team_id=TEAM, by="U_JANE")
    await stage.type(ALEX)
    await stage.told("is pending")

    placed = stage.playground.zeeg.posts[0].call
    assert placed is not None
    await stage.playground.zeeg.complete(placed, Outcome.ANSWERED)

    await stage.told("answered")
    in_channel = [m for m in stage.jane.sees("C_SALES") if "*Alex Mueller* answered" in m.text]
    assert len(in_channel) == (1 if results is Results.CHANNEL else 0)


async def test_a_language_that_is_preferred_is_the_requesters(stage: Stage) -> None:
    await settings_of(stage, stage.jane)
    await stage.jane.submit({"mine.language": "es"})

    await stage.type(ALEX)
    await stage.told("is pending")

    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.new.requester_locale == "es"
    profile = stage.house.ledger.profile(team_id=TEAM, user_id="U_JANE")
    assert profile is not None
    assert profile.locale == "es"


async def test_says_what_holds_while_nothing_is_set(two: Stage) -> None:
    wishes = Preferences(region="AT", agent_uuid=SUPPORT)
    two.house.ledger.prefer({"C_SALES": wishes}, team_id=TEAM, by="U_BOS")

    said = str((await settings_of(two, two.jane)).blocks)

    for holds in ("Austria (+43)", "Support", "as in Slack", "in the call's thread"):
        assert f"Not set: {holds}" in said
    await two.jane.close_modal()
    await two.jane.open_home()
    await two.jane.click(await two.until(lambda: two.jane.home), SETTINGS)
    said = str((await two.until(lambda: two.jane.modal)).blocks)
    assert "Not set: as the channel has it, else I ask each time" in said


@pytest.mark.parametrize("place", ["U_SAM", "C_SALES"], ids=["person", "channel"])
async def test_a_preferred_language_moves_no_call_to_another_day(stage: Stage, place: str) -> None:
    sam = stage.let_in(User(id="U_SAM", name="sam", real_name="Sam", locale="en-US"))
    stage.house.ledger.prefer({place: Preferences(language="de")}, team_id=TEAM, by="U_BOS")
    await settings_of(stage, sam)

    await sam.close_modal()

    await sam.type_command("C_SALES", "/zeegcall", f"{ALEX} 3/12/2026 at 2pm")

    await stage.until(lambda: sam.modal)
    assert stage.posts == []


async def test_who_prefers_a_language_still_has_a_zone_that_slack_tells(stage: Stage) -> None:
    stage.house.ledger.prefer({"U_JANE": Preferences(language="de")}, team_id=TEAM, by="U_JANE")
    await stage.type(f"{ALEX} tomorrow 2pm and more, who knows? tomorrow at 3")
    await stage.form()
    stage.pass_time(2 * 3600)

    asked = len(stage.playground.traffic.of("users.info"))

    await stage.jane.submit({"when_words": "morgen um 14 Uhr"})

    assert stage.jane.modal is None
    assert len(stage.playground.traffic.of("users.info")) == asked + 1
    await stage.until(lambda: stage.posts)
    assert [post["scheduledTime"] for post in stage.posts] == [
        "2026-11-24 13:00:00"
    ]  # 14:00 in Berlin
