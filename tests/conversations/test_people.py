"""A member of the workspace is picked in the form, which is filled in from their profile."""

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.calls.draft import FormField
from bot.playground.delivery import Kind
from bot.playground.faults import held_until, slack_error
from bot.playground.records import User, View
from tests.conversations.stage import ALEX, Stage, on_stage

OMAR = User(
    id="U_OMA",
    name="omar",
    real_name="Omar Haddad",
    email="omar@example.com",
    phone="+49 30 23125009",
)
NINA = User(id="U_NIN", name="nina", real_name="Nina Roth")
NAMELESS = User(id="U_TIM", name="", real_name="", email="tim@example.com")


def values(view: View) -> dict[str, str]:
    """What a form is filled in with, by field."""
    return {
        block["block_id"]: block["element"].get("initial_value", "")
        for block in view.blocks
        if block["type"] == "input"
    }


async def opened(stage: Stage, text: str = "") -> View:
    await stage.type(text)
    return await stage.form()


async def pick(stage: Stage, user: User) -> dict[str, str]:
    """Pick somebody, and wait until the form is filled in."""
    form = stage.jane.modal
    assert form is not None
    before = form.content
    await stage.jane.click(form, "person", user.id)
    changed = await stage.until(
        lambda: view if (view := stage.jane.modal) and view.content != before else None
    )
    return values(changed)


async def test_whoever_is_picked_is_called_as_their_profile_says(stage: Stage) -> None:
    stage.let_in(OMAR)
    await opened(stage)

    filled = await pick(stage, OMAR)

    assert filled["full_name"] == "Omar Haddad"
    assert filled["phone_number"] == "+49 30 23125009"
    assert filled["email"] == "omar@example.com"
    assert stage.posts == []
    await stage.jane.submit()
    await stage.told("is pending")
    assert stage.posts[0]["phoneNumber"] == "+493023125009"


async def test_what_the_profile_does_not_show_is_said_at_its_field(stage: Stage) -> None:
    stage.let_in(NINA)
    await opened(stage)

    await pick(stage, NINA)

    assert stage.jane.modal is not None
    shown = str(stage.jane.modal.blocks)
    assert "Their Slack profile shows no phone number. Type it" in shown
    assert "Their Slack profile shows no email address" in shown


async def test_what_the_profile_does_not_show_stays_as_it_was_typed(stage: Stage) -> None:
    stage.let_in(NINA)
    await opened(stage)
    stage.jane.fill({"phone_number": "+49 30 23125011", "additional_data": "her contract"})

    filled = await pick(stage, NINA)

    assert filled["full_name"] == "Nina Roth"
    assert filled["phone_number"] == "+49 30 23125011"
    assert filled["additional_data"] == "her contract"


async def test_nothing_of_somebody_picked_before_stays_for_the_next(stage: Stage) -> None:
    stage.let_in(OMAR)
    stage.let_in(NINA)
    await opened(stage)
    await pick(stage, OMAR)

    filled = await pick(stage, NINA)

    assert filled["full_name"] == "Nina Roth"
    assert (filled["phone_number"], filled["email"]) == ("", "")
    assert stage.jane.modal is not None
    assert "shows no phone number" in str(stage.jane.modal.blocks)


async def test_a_number_beside_another_name_is_not_the_picked_ones(stage: Stage) -> None:
    stage.let_in(NINA)
    await opened(stage, "Alex Mueller +49 30 23125001 alex@example")

    filled = await pick(stage, NINA)

    assert filled["full_name"] == "Nina Roth"
    assert (filled["phone_number"], filled["email"]) == ("", "")


@pytest.mark.parametrize(
    ("picked", "typed"),
    [
        pytest.param(NINA, "nina +49 30 23125001", id="the same name"),
        pytest.param(NAMELESS, "+49 30 23125001", id="no name, and the profile has none"),
    ],
)
async def test_a_number_beside_no_other_name_stays(stage: Stage, picked: User, typed: str) -> None:
    stage.let_in(picked)
    await opened(stage, typed)

    assert (await pick(stage, picked))["phone_number"] == "+493023125001"


async def test_a_profile_without_a_name_does_not_get_the_number_beside_another_one(
    stage: Stage,
) -> None:
    stage.let_in(NAMELESS)
    await opened(stage, "Alex Mueller +49 30 23125001 alex@example")

    filled = await pick(stage, NAMELESS)

    assert (filled["phone_number"], filled["email"]) == ("", "tim@example.com")


@pytest.mark.parametrize("in_turn", [True, False], ids=["in turn", "the first one last"])
async def test_the_last_who_is_picked_counts_however_late_profiles_come(
    stage: Stage, *, in_turn: bool
) -> None:
    bea = User(id="U_BEA", name="bea", real_name="Bea Ray", phone="+49 30 23125010")
    stage.let_in(OMAR)
    stage.let_in(bea)
    first, second = asyncio.Event(), asyncio.Event()
    form = await opened(stage)
    stage.playground.faults.next("users.info", held_until(first))
    stage.playground.faults.next("users.info", held_until(second))
    await stage.jane.click(form, "person", OMAR.id)
    await stage.jane.click(form, "person", bea.id)

    if in_turn:
        first.set()
    second.set()

    filled = await stage.until(
        lambda: shown if (shown := values(form))["full_name"] == "Bea Ray" else None
    )
    assert filled["phone_number"] == "+49 30 23125010"
    first.set()
    await stage.jane.open_home()
    await stage.until(lambda: stage.playground.traffic.of("views.publish"))
    assert "Omar" not in str(form.blocks)


async def test_the_last_who_is_picked_counts_however_late_the_form_is_filled_in(
    stage: Stage,
) -> None:
    bea = User(id="U_BEA", name="bea", real_name="Bea Ray", phone="+49 30 23125010")
    stage.let_in(OMAR)
    stage.let_in(bea)
    late = asyncio.Event()
    form = await opened(stage)
    updates = partial(stage.playground.traffic.of, "views.update")
    stage.playground.faults.next("views.update", held_until(late))
    await stage.jane.click(form, "person", OMAR.id)
    await stage.until(updates)
    await stage.jane.click(form, "person", bea.id)
    await stage.until(lambda: values(form)["full_name"] == "Bea Ray" or None)

    late.set()

    await stage.until(lambda: all(each.is_over for each in updates()) or None)
    await stage.jane.open_home()
    await stage.until(lambda: stage.playground.traffic.of("views.publish") or None)
    assert values(form)["full_name"] == "Bea Ray"
    assert values(form)["phone_number"] == "+49 30 23125010"


async def test_nobody_is_asked_about_where_the_pick_is_taken_back(stage: Stage) -> None:
    stage.let_in(OMAR)
    form = await opened(stage)
    await pick(stage, OMAR)
    asked = len(stage.playground.traffic.of("users.info"))

    await stage.jane.click(form, "person", None)

    await stage.jane.open_home()
    await stage.until(lambda: stage.playground.traffic.of("views.publish"))
    assert values(form)["phone_number"] == "+49 30 23125009"
    assert len(stage.playground.traffic.of("users.info")) == asked


@pytest.mark.parametrize(
    "who",
    [
        pytest.param(User(id="U_BOT", name="b", real_name="B", is_bot=True), id="an app"),
        pytest.param(User(id="U_GON", name="g", real_name="G", is_deleted=True), id="closed"),
    ],
)
async def test_nobody_is_filled_in_who_cannot_be_called(stage: Stage, who: User) -> None:
    stage.let_in(OMAR)
    stage.let_in(who)
    await opened(stage)
    await pick(stage, OMAR)

    filled = await pick(stage, who)

    assert {filled[field] for field in ("full_name", "phone_number", "email")} == {""}


async def test_where_slack_does_not_tell_the_form_stays_and_asks(stage: Stage) -> None:
    stage.let_in(OMAR)
    await opened(stage)
    stage.playground.faults.next("users.info", slack_error("user_not_found"))

    filled = await pick(stage, OMAR)

    assert filled["full_name"] == ""
    assert stage.jane.modal is not None
    assert "Who is it?" in str(stage.jane.modal.blocks)


async def test_a_form_that_was_filled_in_meanwhile_is_filled_in_again(stage: Stage) -> None:
    stage.let_in(OMAR)
    await opened(stage)
    stage.playground.faults.next("views.update", slack_error("hash_conflict"))

    assert (await pick(stage, OMAR))["full_name"] == "Omar Haddad"


@pytest.mark.parametrize("button", ["person", "use_time"])
async def test_a_form_that_slack_does_not_update_rings_whom_it_shows_at_the_hour_it_shows(
    tmp_path: Path, button: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="03:00-03:15") as stage:
        stage.let_in(OMAR)
        form = await opened(stage, ALEX)
        before = values(form)
        stage.playground.faults.next("views.update", slack_error("not_found"))

        await stage.jane.click(form, button, *([OMAR.id] if button == "person" else []))
        async with asyncio.timeout(5):
            while "not updated: form" not in caplog.text:  # noqa: ASYNC110 - nobody is told
                await asyncio.sleep(0.01)

        assert stage.jane.modal is not None
        assert values(stage.jane.modal) == before
        await stage.jane.submit({"yes": ["yes"]})
        await stage.told("is pending")
        assert stage.posts[0]["phoneNumber"] == "+493023125001"
        assert "scheduledTime" not in stage.posts[0]


async def test_the_pick_is_kept_before_slack_hears_of_it(stage: Stage) -> None:
    stage.let_in(OMAR)
    form = await opened(stage, "Alex Mueller")
    draft_id = form.content["private_metadata"]

    await stage.jane.click(form, "person", OMAR.id)

    draft = stage.house.ledger.draft(draft_id)
    assert draft is not None
    assert draft.fields[FormField.PERSON] == OMAR.id


async def test_a_strangers_pick_changes_nothing(stage: Stage) -> None:
    stage.let_in(OMAR)
    form = await opened(stage)
    await stage.jane.click(form, "person", OMAR.id)
    await stage.until(lambda: "Omar" in str(stage.jane.modal) or None)
    before = stage.house.ledger.draft(form.content["private_metadata"])
    delivered = stage.playground.traffic.of("block_actions")[-1]
    body = {**delivered.body, "user": {**delivered.body["user"], "id": "U_OMA"}}

    await stage.playground.delivery.deliver(Kind.INTERACTION, body)

    assert stage.house.ledger.draft(form.content["private_metadata"]) == before


@pytest.mark.parametrize(
    ("zone", "filled_in"),
    [
        pytest.param("Europe/Vienna", "0664 2312500", id="lives where it is read"),
        pytest.param("Europe/Berlin", "", id="lives elsewhere"),
    ],
)
async def test_a_number_without_its_country_may_be_a_strangers(
    tmp_path: Path, zone: str, filled_in: str
) -> None:
    bob = User(id="U_BOB", name="bob", real_name="Bob Roth", phone="0664 2312500", tz=zone)
    async with on_stage(tmp_path / "calls.db", DEFAULT_REGION="AT") as stage:
        stage.let_in(bob)
        await opened(stage)

        assert (await pick(stage, bob))["phone_number"] == filled_in

        assert stage.jane.modal is not None
        asked = "“0664 2312500” names no country" in str(stage.jane.modal.content)
        assert asked is not bool(filled_in)


@pytest.mark.parametrize("line", ["@omar", ""], ids=["named", "picked"])
async def test_a_guest_is_not_shown_what_members_show_of_themselves(
    stage: Stage, line: str
) -> None:
    omar = stage.let_in(replace(OMAR, id="U0OMAR"))
    guest = stage.let_in(User(id="U_GUE", name="gus", real_name="Gus", is_restricted=True))

    await guest.type_command("C_SALES", "/zeegcall", line)
    form = await stage.until(lambda: guest.modal)
    if not line:
        await guest.click(form, "person", omar.id)
    await stage.answered()

    assert guest.modal is not None
    assert "omar@example.com" not in str(guest.modal.blocks)
    assert "23125009" not in str(guest.modal.blocks)
