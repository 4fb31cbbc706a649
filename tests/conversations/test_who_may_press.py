"""Who may press what: the requester and admins, and nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.messages.cards import CANCEL, RESCHEDULE, UNDO
from bot.messages.replies import CALL_AGAIN
from bot.messages.uncertain import IT_RANG, NOBODY_CALLED, NOT_AT_ZEEG, ZEEG_HAS_IT
from bot.playground.delivery import Kind
from bot.playground.faults import answering
from bot.playground.person import Person
from bot.playground.records import Message, User, View
from tests.conversations.stage import ALEX, TEAM, Stage, on_stage
from tests.ledger.samples import BEN, a_call, recorded

STRANGER = User(id="U_STR", name="s", real_name="S", is_stranger=True)
GUEST = User(id="U_GUE", name="g", real_name="G", is_restricted=True)
BOSS = User(id="U_BOS", name="b", real_name="B", is_admin=True)
MEMBER = User(id="U_MEM", name="m", real_name="M")
GUEST_BOSS = User(id="U_GUE", name="g", real_name="G", is_restricted=True, is_admin=True)


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="5") as stage:
        yield stage


async def press(stage: Stage, person: Person, card: Message, action_id: str, value: str) -> int:
    """Press a button as Slack tells it, whether or not it still stands there."""
    action = {"type": "button", "block_id": "b", "action_id": action_id, "value": value}
    payload = person.payloads.message_action(person.id, card, action)
    return (await stage.playground.delivery.deliver(Kind.INTERACTION, payload)).status


def let_in(stage: Stage, user: User) -> Person:
    person = stage.playground.person(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    return person


async def told(stage: Stage, person: Person, words: str) -> str:
    return (await stage.whispered(words, to=person)).text


def values(view: View) -> dict[str, str]:
    """What a form is filled in with, by field."""
    return {
        block["block_id"]: block["element"].get("initial_value", "")
        for block in view.blocks
        if block["type"] == "input"
    }


BUTTONS = [
    UNDO,
    CANCEL,
    RESCHEDULE,
    IT_RANG,
    ZEEG_HAS_IT,
    NOT_AT_ZEEG,
    NOBODY_CALLED,
    "call_details",
]
REPEATING = [CALL_AGAIN, "again_now", "again_tomorrow"]
WHOLE, MASKED = "+493023125001", "+49 30 ••••5001"


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize(
    "user",
    [
        pytest.param(MEMBER, id="member"),
        pytest.param(STRANGER, id="stranger"),
        pytest.param(GUEST, id="guest"),
        pytest.param(GUEST_BOSS, id="guest that claims to be an admin"),
    ],
)
async def test_nobody_else_presses_it(patient: Stage, user: User, button: str) -> None:
    other = let_in(patient, user)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    assert await press(patient, other, card, button, "1") == 200

    await told(patient, other, "Only <@U_JANE> and admins")
    call = patient.house.ledger.call(1)
    assert call is not None
    assert call.status in {"recorded", "announced"}
    assert other.modal is None


async def test_an_admin_undoes_a_call(patient: Stage) -> None:
    boss = let_in(patient, BOSS)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await boss.click(card, UNDO)

    await patient.told("Cancelled by <@U_BOS>. Nobody was called.")


async def test_an_admin_sees_the_details(patient: Stage) -> None:
    boss = let_in(patient, BOSS)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await press(patient, boss, card, "call_details", "1")

    view = await patient.until(lambda: boss.modal)
    assert WHOLE in str(view.content)


@pytest.mark.parametrize("button", REPEATING)
@pytest.mark.parametrize("user", [MEMBER, BOSS])
async def test_whoever_may_call_repeats_a_call_and_sees_its_number_masked(
    patient: Stage, user: User, button: str
) -> None:
    other = let_in(patient, user)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await press(patient, other, card, button, "1")

    view = await patient.until(lambda: other.modal)
    assert WHOLE not in str(view.content)
    assert values(view)["phone_number"] == MASKED
    assert "alex" not in values(view)["email"]


@pytest.mark.parametrize("button", REPEATING)
@pytest.mark.parametrize(
    "user",
    [
        pytest.param(STRANGER, id="stranger"),
        pytest.param(GUEST, id="guest"),
        pytest.param(GUEST_BOSS, id="guest that claims to be an admin"),
    ],
)
async def test_who_may_not_call_repeats_none(patient: Stage, user: User, button: str) -> None:
    other = let_in(patient, user)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await press(patient, other, card, button, "1")

    await told(patient, other, "only full members of this workspace")
    assert other.modal is None


async def test_a_masked_number_that_is_left_as_it_is_rings_the_contact(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    await stage.type(ALEX)
    await stage.told("is pending")
    stage.pass_time(23 * 3600)

    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")
    view = await stage.until(lambda: other.modal)
    await other.submit({"when_words": "at 25:00"})
    assert WHOLE not in f"{view.errors} {view.content}"
    await other.submit({"when_words": ""})
    assert other.modal is not None
    assert WHOLE not in str(other.modal.content)
    await other.submit({"yes": ["yes"]})

    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["phoneNumber"] == WHOLE
    assert stage.posts[1]["email"] == "alex.mueller@example.com"
    again = stage.house.ledger.call(2)
    assert again is not None
    assert (again.new.requester_id, again.new.retry_of) == ("U_MEM", 1)


async def repeated_by_another(stage: Stage, typed: dict[str, str] | None = None) -> Person:
    """Let somebody repeat Jane's call without a look at its number, as call #2."""
    other = let_in(stage, MEMBER)
    await stage.type(f"{ALEX} note: ask for {WHOLE}")
    await stage.told("is pending")
    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")
    await stage.until(lambda: other.modal)
    await other.submit(typed)
    if other.modal is not None:
        await other.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    return other


async def test_what_was_hidden_from_a_requester_stays_so_in_their_own_call(stage: Stage) -> None:
    other = await repeated_by_another(stage)

    await press(stage, other, stage.cards()[-1], "call_details", "2")

    view = await stage.until(lambda: other.modal)
    assert MASKED in str(view.content)
    assert WHOLE not in str(view.content)
    assert "alex.mueller@" not in str(view.content)


async def test_a_hidden_note_for_somebody_else_stays_hidden(stage: Stage) -> None:
    contact = {"phone_number": "+49 30 23125009", "email": "eva@example.com"}
    other = await repeated_by_another(stage, contact)
    assert stage.posts[1]["additionalData"] == f"ask for {WHOLE}"

    await press(stage, other, stage.cards()[-1], "call_details", "2")

    view = await stage.until(lambda: other.modal)
    assert WHOLE not in str(view.content)


async def test_who_takes_nothing_over_sees_what_they_typed(stage: Stage) -> None:
    typed = {
        "phone_number": "+49 30 23125009",
        "email": "eva@example.com",
        "additional_data": "the new offer",
    }
    other = await repeated_by_another(stage, typed)

    await press(stage, other, stage.cards()[-1], "call_details", "2")

    view = await stage.until(lambda: other.modal)
    assert "+493023125009" in str(view.content)
    assert "eva@example.com" in str(view.content)


@pytest.mark.parametrize("line", ["again 2", "alex", "+49 30 23125001"])
async def test_no_line_shows_a_requester_what_was_hidden_from_them(
    stage: Stage, line: str
) -> None:
    other = await repeated_by_another(stage)

    await other.type_command("C_SALES", "/zeegcall", line)

    view = await stage.until(lambda: other.modal)
    assert values(view)["phone_number"] in {MASKED, "", line.replace(" ", "")}
    assert "alex" not in values(view)["email"]
    assert f"ask for {WHOLE}" not in str(view.content)


async def test_what_was_hidden_stays_so_however_often_it_is_repeated(stage: Stage) -> None:
    other = await repeated_by_another(stage)
    await other.type_command("C_SALES", "/zeegcall", "again 2")
    view = await stage.until(lambda: other.modal)
    assert values(view)["phone_number"] == MASKED
    await other.submit()
    await other.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 3 or None)
    assert stage.posts[2]["phoneNumber"] == WHOLE

    await press(stage, other, stage.cards()[-1], "call_details", "3")

    view = await stage.until(lambda: other.modal)
    assert WHOLE not in str(view.content)


async def test_a_long_masked_note_that_is_left_as_it_is_is_told_whole(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    note = f"{'word ' * 640}ask for {WHOLE} at the end"
    await stage.type(f"{ALEX} note: {note}")
    await stage.told("is pending")
    stage.pass_time(23 * 3600)
    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")
    view = await stage.until(lambda: other.modal)
    assert WHOLE not in str(view.content)

    await other.submit()
    await other.submit({"yes": ["yes"]})

    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["additionalData"] == note


async def test_what_is_wrong_with_a_masked_number_does_not_show_it(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    await stage.type(ALEX)
    await stage.told("is pending")
    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")
    await stage.until(lambda: other.modal)
    await stage.type(f"block {WHOLE}")

    await other.submit()

    assert other.modal is not None
    assert f"“{MASKED}” is on the do-not-call list" in other.modal.errors["phone_number"]
    assert WHOLE not in str(other.modal)


async def test_what_zeeg_says_of_a_masked_number_does_not_show_it(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    errors = {"phoneNumber": [f"{WHOLE}, that is 030-23125001, is not valid"]}
    stage.playground.faults.next("outbound-calls", answering(422, {"errors": errors}))
    await stage.type(ALEX)
    await stage.told("does not take this phone number")

    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")

    view = await stage.until(lambda: other.modal)
    assert "is not valid" in str(view.content)
    assert "23125001" not in str(view.content)


async def test_a_number_typed_in_its_place_counts(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    await stage.type(ALEX)
    await stage.told("is pending")

    await press(stage, other, stage.cards()[0], CALL_AGAIN, "1")
    await stage.until(lambda: other.modal)
    await other.submit({"phone_number": "+49 30 23125009"})

    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["phoneNumber"] == "+493023125009"


async def test_a_call_is_repeated_by_its_number_only_by_whose_it_is(stage: Stage) -> None:
    other = let_in(stage, MEMBER)
    await stage.type(ALEX)
    await stage.told("is pending")

    await other.type_command("C_SALES", "/zeegcall", "again 1")

    await told(stage, other, "Only <@U_JANE> and admins")
    assert other.modal is None


@pytest.mark.parametrize("thread_ts", [None, "1795424400.000001"])
@pytest.mark.parametrize("is_home", [True, False], ids=["Home", "direct messages"])
async def test_what_an_admin_repeats_of_somebodys_own_place_comes_to_the_admin(
    stage: Stage, thread_ts: str | None, *, is_home: bool
) -> None:
    boss = let_in(stage, BOSS)
    direct = stage.playground.workspace.direct_channel("U_JANE").id
    place = "U_JANE" if is_home else direct
    asked: dict[str, Any] = {"channel_id": place, "thread_ts": thread_ts}
    recorded(stage.house.ledger, a_call(team_id=TEAM, requester_id="U_JANE", **asked))

    await boss.type_command("C_SALES", "/zeegcall", "again 1")
    await stage.until(lambda: boss.modal)
    await boss.submit()

    await stage.until(lambda: "#2" in str(boss.sees_from_app()) or None)
    assert "#2" not in str(stage.jane.sees_from_app())


@pytest.mark.parametrize("button", [IT_RANG, ZEEG_HAS_IT, NOBODY_CALLED])
async def test_an_admin_is_let_to_settle_a_call(patient: Stage, button: str) -> None:
    boss = let_in(patient, BOSS)
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    await press(patient, boss, card, button, "1")

    await told(patient, boss, "too late for that, or done already")


@pytest.mark.parametrize("button", [CALL_AGAIN, "again_now", RESCHEDULE])
async def test_a_requester_who_became_a_guest_calls_nobody_again(
    patient: Stage, button: str
) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")
    patient.playground.workspace.users["U_JANE"].is_restricted = True
    patient.pass_time(2 * 3600)

    await press(patient, patient.jane, card, button, "1")

    await patient.whispered("only full members of this workspace")
    await patient.answered()
    assert patient.jane.modal is None


async def test_a_button_from_before_an_upgrade_says_that_it_is_old(patient: Stage) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")

    assert await press(patient, patient.jane, card, "of_long_ago", "1") == 200

    await patient.whispered("from an earlier version")


@pytest.mark.parametrize("button", [*BUTTONS, *REPEATING])
async def test_nothing_is_known_of_another_workspaces_call(patient: Stage, button: str) -> None:
    await patient.type(ALEX)
    card = await patient.card_says("About to be sent")
    elsewhere = recorded(
        patient.house.ledger, a_call(phone=BEN, team_id="T0OTHER", requester_id="U_JANE")
    )

    await press(patient, patient.jane, card, button, str(elsewhere.call_id))

    await patient.whispered("I don't know this call any more")
    assert patient.jane.modal is None
    now = patient.house.ledger.call(elsewhere.call_id)
    assert now is not None
    assert now.status is elsewhere.status


@pytest.mark.parametrize("line", ["cancel 2", "again 2"])
async def test_nothing_is_done_to_another_workspaces_call(patient: Stage, line: str) -> None:
    await patient.type(ALEX)
    await patient.card_says("About to be sent")
    recorded(patient.house.ledger, a_call(phone=BEN, team_id="T0OTHER", requester_id="U_JANE"))

    await patient.type(line)

    await patient.whispered("I know no call #2")
    assert patient.jane.modal is None
