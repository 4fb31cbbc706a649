"""Who may call: members, from allowed channels, in allowed groups, so many times in a day."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from bot.playground.faults import slack_error
from bot.playground.person import Person
from bot.playground.records import Channel, User
from bot.playground.workspace import UserGroup
from tests.conversations.stage import ALEX, BOT, TEAM, Stage, on_stage
from tests.conversations.test_bulk import ROWS, says

LEADS = "C0LEADS"
BEN = "Ben Ode +49 30 23125002 ben@example.com"


def let_in(stage: Stage, user: User) -> Person:
    person = stage.playground.person(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    return person


async def told(stage: Stage, person: Person, words: str) -> str:
    """Wait until this person alone is told something with these words."""
    return (await stage.whispered(words, to=person)).text


def was_told(person: Person, times: int) -> bool:
    """Whether this person alone was told something so many times."""
    return len([each for each in person.sees("C_SALES") if each.only_for]) == times


@asynccontextmanager
async def in_groups(database: Path, *members: str) -> AsyncIterator[Stage]:
    async with on_stage(database, ALLOWED_USERGROUPS="S0SALES") as stage:
        workspace = stage.playground.workspace
        workspace.app.scopes.add("usergroups:read")
        workspace.groups["S0SALES"] = UserGroup(
            id="S0SALES", handle="sales", members=list(members)
        )
        yield stage


OUTSIDERS = [
    pytest.param(User(id="U_MEG", name="m", real_name="M", is_restricted=True), id="guest"),
    pytest.param(
        User(id="U_MEG", name="m", real_name="M", is_ultra_restricted=True),
        id="guest of one channel",
    ),
    pytest.param(User(id="U_MEG", name="m", real_name="M", is_stranger=True), id="stranger"),
    pytest.param(User(id="U_MEG", name="m", real_name="M", team_id="T0OTHER"), id="other team"),
]


@pytest.mark.parametrize("user", OUTSIDERS)
async def test_outsiders_call_nobody_and_read_why(stage: Stage, user: User) -> None:
    meg = let_in(stage, user)

    await meg.type_command("C_SALES", "/zeegcall", ALEX)

    said = await told(stage, meg, "only full members of this workspace")
    assert f"You typed: {ALEX}" in said
    assert stage.cards() == []
    assert stage.whispers() == []


async def test_outsiders_are_offered_no_form_later(stage: Stage) -> None:
    meg = let_in(stage, User(id="U_MEG", name="m", real_name="M", is_restricted=True))

    for times in (1, 2):  # before Slack said who it is, and after
        await meg.type_command("C_SALES", "/zeegcall", ALEX)
        await stage.until(partial(was_told, meg, times))
        await stage.answered()

    assert stage.house.ledger.look(now=stage.now()).seconds is None


@pytest.mark.parametrize("typed", ["help", "agents"])
async def test_a_guest_is_not_shown_how_to_ask(stage: Stage, typed: str) -> None:
    meg = let_in(stage, User(id="U_MEG", name="m", real_name="M", is_restricted=True))

    await meg.type_command("C_SALES", "/zeegcall", typed)

    said = await told(stage, meg, "may not ask for calls")
    assert "Type a name" not in said


async def test_a_guest_sends_no_form(stage: Stage) -> None:
    meg = let_in(stage, User(id="U_MEG", name="m", real_name="M", is_restricted=True))
    await meg.type_command("C_SALES", "/zeegcall", "Alex Mueller +49 30 23125001")
    await stage.until(lambda: meg.modal)

    ack = await meg.submit({"email": "alex.mueller@example.com"})

    assert "Nobody was called" in str(ack.body["errors"]["full_name"])
    assert stage.house.ledger.call(1) is None


async def test_somebody_who_became_a_member_calls_at_once(stage: Stage) -> None:
    meg = let_in(stage, User(id="U_MEG", name="m", real_name="M", is_restricted=True))
    await meg.type_command("C_SALES", "/zeegcall", ALEX)
    await told(stage, meg, "only full members")
    stage.playground.workspace.users["U_MEG"].is_restricted = False

    await meg.type_command("C_SALES", "/zeegcall", ALEX)

    await stage.told("is pending")


async def test_only_allowed_channels_are_called_from(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ALLOWED_CHANNELS="C0OTHER") as stage:
        await stage.type(ALEX)

        whisper = await stage.whispered("not be asked for in this channel")
        assert "ALLOWED_CHANNELS" in whisper.text
        assert stage.cards() == []
        await stage.type(BEN)
        await stage.whispered("You typed: Ben Ode")
        await stage.answered()
        assert stage.house.ledger.look(now=stage.now()).seconds is None  # no form comes later


@asynccontextmanager
async def in_leads_only(database: Path) -> AsyncIterator[Stage]:
    """Allow calls from one channel, in which Jane and the bot are."""
    async with on_stage(database, ALLOWED_CHANNELS=LEADS) as stage:
        leads = Channel(id=LEADS, name="leads", members={"U_JANE", BOT})
        stage.playground.workspace.add_channel(leads)
        yield stage


async def test_an_allowed_channel_is_called_from(tmp_path: Path) -> None:
    async with in_leads_only(tmp_path / "calls.db") as stage:
        await stage.type(ALEX, channel_id=LEADS)

        await stage.told("is pending", LEADS)


async def test_a_list_from_an_allowed_channel_is_called_also_where_its_card_may_not_stand_there(
    tmp_path: Path,
) -> None:
    async with in_leads_only(tmp_path / "calls.db") as stage:
        await stage.type("bulk", channel_id=LEADS)
        await stage.until(lambda: stage.jane.modal)
        await stage.jane.submit({"rows": ROWS})
        await stage.until(lambda: says(stage, "can be called"))
        stage.playground.faults.next("chat.postMessage", slack_error("not_in_channel"))

        await stage.jane.submit()

        await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_members_of_an_allowed_group_call(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE") as stage:
        await stage.type(ALEX)

        await stage.told("is pending")


async def test_a_group_is_asked_for_once_for_everybody(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE", "U_MEG") as stage:
        meg = let_in(stage, User(id="U_MEG", name="m", real_name="M"))

        await stage.type(ALEX)
        await meg.type_command("C_SALES", "/zeegcall", BEN)

        await stage.until(lambda: len(stage.posts) == 2 or None)
        assert len(stage.playground.traffic.of("usergroups.users.list")) == 1


async def test_nobody_outside_the_allowed_groups_calls(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_OMAR") as stage:
        await stage.type(ALEX)

        await stage.whispered("only members of certain user groups")
        assert stage.cards() == []


async def test_somebody_taken_out_of_the_group_stops_calling(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE") as stage:
        await stage.type(ALEX)
        await stage.told("is pending")
        stage.playground.workspace.groups["S0SALES"].members.clear()
        stage.pass_time(11 * 60)

        await stage.type(BEN)

        await stage.whispered("only members of certain user groups")


async def test_a_form_that_stood_open_for_long_is_sent_once_slack_says_who_it_is(
    tmp_path: Path,
) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE") as stage:
        await stage.type("Alex Mueller +49 30 23125001")
        await stage.form()
        await stage.answered()
        stage.pass_time(11 * 60)

        await stage.jane.submit({"email": "alex.mueller@example.com"})

        await stage.told("is pending")


async def test_a_form_of_somebody_taken_out_of_the_group_calls_nobody(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE") as stage:
        await stage.type("Alex Mueller +49 30 23125001")
        await stage.form()
        await stage.answered()
        stage.playground.workspace.groups["S0SALES"].members.clear()
        stage.pass_time(11 * 60)

        ack = await stage.jane.submit({"email": "alex.mueller@example.com"})

        assert "only members of certain user groups" in str(ack.body["errors"])
        assert stage.house.ledger.call(1) is None


async def test_where_slack_does_not_tell_the_groups_nobody_calls(tmp_path: Path) -> None:
    async with in_groups(tmp_path / "calls.db", "U_JANE") as stage:
        stage.playground.workspace.app.scopes.discard("usergroups:read")

        await stage.type(ALEX)

        await stage.whispered("did not tell me in time whether you may")
        assert stage.cards() == []


async def test_nobody_calls_more_often_in_a_day_than_the_cap(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        await stage.type(ALEX)
        await stage.told("is pending")

        await stage.type(BEN)
        said = await stage.whispered("you have reached 1, the most")
        assert "DAILY_CALLS_PER_USER" in said.text
        assert len(stage.cards()) == 1
        await stage.type("Cleo Vance")
        await stage.whispered("You typed: Cleo Vance")
        assert stage.jane.modal is None

        stage.pass_time(24 * 3600)
        await stage.type(BEN)
        await stage.until(lambda: len(stage.cards()) == 2 or None)


async def test_the_cap_is_told_before_a_form_opens(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        await stage.type(ALEX)
        await stage.told("is pending")

        await stage.type("again 1")

        await stage.whispered("you have reached 1, the most")
        assert stage.jane.modal is None


async def test_the_cap_is_told_in_the_form_too(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        await stage.type("Ben Ode +49 30 23125002")
        await stage.form()
        await stage.type(ALEX)
        await stage.told("is pending")

        ack = await stage.jane.submit({"email": "ben@example.com"})

        assert "you have reached 1, the most" in str(ack.body["errors"]["full_name"])


async def test_admins_have_no_cap(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", DAILY_CALLS_PER_USER="1") as stage:
        stage.playground.workspace.users["U_JANE"].is_admin = True
        await stage.type(ALEX)
        await stage.told("is pending")

        await stage.type(BEN)

        await stage.until(lambda: len(stage.cards()) == 2 or None)


async def test_what_a_cancelled_call_took_of_the_cap_is_given_back(tmp_path: Path) -> None:
    changes = {"DAILY_CALLS_PER_USER": "1", "UNDO_SECONDS": "5"}
    async with on_stage(tmp_path / "calls.db", **changes) as stage:
        await stage.type(ALEX)
        await stage.jane.click(await stage.card_says("About to be sent"), "undo_call")
        await stage.card_says("Cancelled")

        await stage.type(BEN)

        await stage.until(lambda: len(stage.cards()) == 2 or None)


async def test_what_was_typed_is_kept_for_somebody_turned_away(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ALLOWED_CHANNELS="C0OTHER") as stage:
        await stage.type(BEN)

        said = await stage.whispered("You typed: Ben Ode")
        assert "+49 30 23125002" in said.text
        assert stage.house.ledger.profile(team_id=TEAM, user_id="U_JANE") is None


async def test_a_guest_learns_nothing_of_a_number_from_the_form(stage: Stage) -> None:
    guest = stage.let_in(User(id="U_G", name="g", real_name="G", is_restricted=True))
    await stage.met()
    await stage.type("block +49 30 23125001")
    await guest.type_command("C_SALES", "/zeegcall", "")
    await stage.until(lambda: guest.modal)
    await guest.open_home()
    await stage.until(lambda: guest.home)

    await guest.submit({"phone_number": "+49 30 23125001", "email": "alex@", "full_name": "A B"})

    assert guest.modal is not None
    assert "do-not-call" not in str(guest.modal.errors)
    assert "full members" in str(guest.modal.errors)
