"""The do-not-call list: who is on it is not called, from whatever moment on."""

from pathlib import Path

import pytest

from bot.playground.records import User
from tests.conversations.stage import ALEX, Stage, on_stage

NUMBER = "+49 30 23125001"
OTHER = "+49 30 23125002"
MASKED = "+49 30 ••••5001"


def hint(stage: Stage, block_id: str) -> str:
    """What the form says below a field."""
    assert stage.jane.modal is not None
    (block,) = [each for each in stage.jane.modal.blocks if each.get("block_id") == block_id]
    return str(block.get("hint", {}).get("text", ""))


async def unblocked_by(stage: Stage, user: User) -> str:
    """Let somebody else take the number off, and give what they are told."""
    stage.playground.workspace.add_user(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    person = stage.playground.person(user.id)
    await person.type_command("C_SALES", "/zeegcall", f"unblock {NUMBER}")
    return await stage.until(
        lambda: next(
            (
                each.text
                for each in person.sees("C_SALES")
                if "is off the do-not-call list" in each.text
            ),
            None,
        )
    )


async def test_a_blocked_number_is_refused_when_it_is_read(stage: Stage) -> None:
    await stage.type(f"block {NUMBER} asked not to be called")
    told = await stage.whispered("is on the do-not-call list now")
    assert MASKED in told.text
    assert "23125001" not in told.text

    await stage.type(ALEX)

    await stage.form()
    assert "do-not-call list" in hint(stage, "phone_number")
    assert stage.posts == []
    assert stage.cards() == []


async def test_it_is_refused_at_once_also_where_something_else_is_open(stage: Stage) -> None:
    await stage.type(f"block {NUMBER}")
    await stage.whispered("do-not-call list")
    await stage.type(f"Alex Mueller {NUMBER}")

    await stage.form()

    assert "do-not-call list" in hint(stage, "phone_number")
    assert "email" in hint(stage, "email")


async def test_a_number_that_is_blocked_while_the_form_is_open_is_refused(stage: Stage) -> None:
    await stage.type(f"Alex Mueller {NUMBER}")
    await stage.form()
    await stage.type(f"block {NUMBER} rude")
    await stage.whispered("do-not-call list")

    await stage.jane.submit({"email": "alex.mueller@example.com"})

    assert stage.jane.modal is not None
    assert "do-not-call list" in stage.jane.modal.errors["phone_number"]
    assert stage.posts == []


async def test_a_call_that_waits_here_is_refused_and_its_card_says_so(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        await stage.met()
        await stage.type(f"{ALEX} tomorrow 2pm")
        await stage.announced()

        await stage.type(f"block {NUMBER} asked not to be called")
        await stage.whispered("do-not-call list")

        told = await stage.whispered("Stopped before anything was sent: call #1")
        assert "Nobody was called" in told.text
        await stage.told("was put on the do-not-call list")
        call = stage.house.ledger.call(1)
        assert call is not None
        assert call.status == "refused"
        stage.pass_time(2 * 86400)
        await stage.type("blocked")
        assert stage.posts == []


async def test_of_a_call_that_zeeg_has_it_is_said_that_it_may_still_ring(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("is scheduled")

    await stage.type(f"block {NUMBER}")
    await stage.whispered("do-not-call list")

    told = await stage.whispered("May still ring")
    assert "call #1 (<!date^" in told.text
    assert "agent Sales, Zeeg call 42)" in told.text
    assert "Zeeg's dashboard" in told.text
    await stage.told("it may still ring")
    assert len(stage.posts) == 1


async def test_the_list_says_who_when_and_why_and_masks_numbers(stage: Stage) -> None:
    await stage.type("blocked")
    await stage.whispered("list is empty")
    await stage.type(f"block {NUMBER} rude to us, his boss is +49 30 901820 14 times <!channel>")
    await stage.whispered("do-not-call list")
    await stage.type("block (415) 555-0132")

    await stage.type("blocked")

    listed = await stage.whispered("newest first")
    assert MASKED in listed.text
    assert "<@U_JANE>" in listed.text
    assert "rude to us" in listed.text
    assert "901820" not in listed.text
    assert "his boss is" in listed.text
    assert "&lt;!channel&gt;" in listed.text


async def test_a_number_is_blocked_once_and_keeps_its_first_reason(stage: Stage) -> None:
    await stage.type(f"block {NUMBER} the first reason")
    await stage.whispered("do-not-call list")
    await stage.type(f"block {NUMBER} another")
    await stage.whispered("do-not-call list")

    told = await stage.whispered("is on the list already")

    assert "the first reason" in told.text


async def test_only_admins_take_a_number_off(stage: Stage) -> None:
    await stage.type(f"block {NUMBER}")
    await stage.whispered("do-not-call list")

    await stage.type(f"unblock {NUMBER}")

    await stage.whispered("Only admins take a number off")
    await stage.type(ALEX)
    await stage.form()
    assert stage.posts == []


async def test_an_admin_takes_a_number_off_and_it_is_called_again(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ADMINS="UBOSS") as stage:
        await stage.type(f"block {NUMBER} by mistake")
        await stage.whispered("do-not-call list")
        told = await unblocked_by(stage, User(id="UBOSS", name="boss", real_name="Boss"))
        assert "by mistake" in told

        await stage.type(ALEX)

        await stage.told("is pending")
        assert len(stage.posts) == 1


async def test_who_took_a_number_off_is_on_record(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ADMINS="UBOSS") as stage:
        await stage.type(f"block {NUMBER} rude")
        await stage.whispered("do-not-call list")
        await unblocked_by(stage, User(id="UBOSS", name="boss", real_name="Boss"))

        await stage.type("blocked")

        shown = (await stage.whispered("Taken off it")).text
        assert "list is empty" in shown
        assert f"{MASKED}, <!date" in shown
        assert "by <@UBOSS>. It stood there since" in shown
        assert "by <@U_JANE>." in shown


async def test_the_workspaces_admins_take_a_number_off_where_none_are_set(stage: Stage) -> None:
    await stage.type(f"block {NUMBER}")
    await stage.whispered("do-not-call list")

    root = User(id="U_ROOT", name="root", real_name="Root", is_admin=True)

    assert MASKED in await unblocked_by(stage, root)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        pytest.param("block", "Type the number behind it, and why", id="no number"),
        pytest.param("unblock", "Type the number behind it", id="no number to take off"),
        pytest.param("block 0151", "Nothing was changed", id="no whole number"),
        pytest.param("block +49 30 901820 14 times", "Nothing was changed", id="unclear end"),
        pytest.param("block 112", "emergency", id="emergency"),
        pytest.param(f"block {NUMBER}, {OTHER}", "Which one is it?", id="two numbers"),
        pytest.param(f"block {NUMBER}, boss: {OTHER}", "Which one is it?", id="among the words"),
    ],
)
async def test_what_is_not_clear_changes_nothing(stage: Stage, typed: str, says: str) -> None:
    await stage.type(typed)

    await stage.whispered(says)
    assert list(stage.house.ledger.blocks(limit=5)) == []


async def test_what_is_not_clear_takes_nothing_off(stage: Stage) -> None:
    boss = stage.let_in(User(id="U_BOS", name="b", real_name="B", is_admin=True))
    await stage.type(f"block {NUMBER}")
    await stage.whispered("is on the do-not-call list now")

    await boss.type_command("C_SALES", "/zeegcall", "unblock 0151")

    told = await stage.whispered("Nothing was changed", to=boss)
    assert "0151" in told.text
    assert len(stage.house.ledger.blocks(limit=5)) == 1


@pytest.mark.parametrize(
    "user",
    [
        pytest.param(User(id="U_G", name="g", real_name="G", is_restricted=True), id="guest"),
        pytest.param(User(id="U_S", name="s", real_name="S", is_stranger=True), id="stranger"),
    ],
)
@pytest.mark.parametrize("line", [f"block {NUMBER} out of spite", "blocked"])
async def test_outsiders_neither_see_nor_change_the_list(
    stage: Stage, user: User, line: str
) -> None:
    stage.playground.workspace.add_user(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    person = stage.playground.person(user.id)

    await person.type_command("C_SALES", "/zeegcall", line)

    await stage.until(
        lambda: next((m for m in person.sees("C_SALES") if "Only full members" in m.text), None)
    )
    await stage.type(ALEX)
    await stage.told("is pending")


async def test_a_member_whom_the_bot_does_not_know_yet_blocks_a_number(stage: Stage) -> None:
    person = stage.playground.person("U_OMAR")

    await person.type_command("C_SALES", "/zeegcall", f"block {NUMBER}")

    await stage.until(
        lambda: next((m for m in person.sees("C_SALES") if "list now" in m.text), None)
    )


async def test_an_outsider_does_not_learn_from_the_form_who_is_on_the_list(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"block {NUMBER}")
    await stage.answered()
    guest = stage.let_in(User(id="U_GUE", name="gus", real_name="Gus", is_restricted=True))

    await guest.type_command("C_SALES", "/zeegcall", f"Alex Mueller {NUMBER}")

    form = await stage.until(lambda: guest.modal)
    assert "do-not-call" not in str(form.blocks)


async def test_no_entry_of_a_long_list_is_torn_or_left_out_in_silence(stage: Stage) -> None:
    reason = "asked for it again & " * 14
    for number in range(42):
        await stage.type(f"block +49 30 231250{number:02} {reason}")
        stage.pass_time(1)
    await stage.answered()

    await stage.type("blocked")

    listed = await stage.whispered("newest first")
    shown = "\n".join(block["text"]["text"] for block in listed.blocks)
    entries = [line for line in shown.splitlines() if line.startswith("•")]
    numbers = [f"• +49 30 ••••50{number:02}" for number in range(41, 1, -1)]
    assert [line[: len(numbers[0])] for line in entries] == numbers
    assert all(line.endswith("”.") for line in entries)
    assert "There are more than these 40." in shown
