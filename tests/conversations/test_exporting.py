"""An admin gets what is on record of every call, and nobody else does."""

import csv
import io
from pathlib import Path

import pytest

from bot.playground.records import User
from tests.conversations.stage import ALEX, Stage, on_stage

BOSS = User(id="U_BOSS", name="boss", real_name="Bo Ss", is_admin=True)
SCOPES = {"files:write", "im:write"}
FILE = "The file is in your direct messages"


async def types(stage: Stage, user: User, text: str) -> None:
    stage.playground.workspace.add_user(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    await stage.playground.person(user.id).type_command("C_SALES", "/zeegcall", text)


async def exported(stage: Stage) -> list[dict[str, str]]:
    """The rows of the file that the boss gets."""
    stage.playground.workspace.app.scopes |= SCOPES
    await types(stage, BOSS, "export")
    direct = stage.playground.workspace.direct_channel("U_BOSS").id
    message = await stage.until(
        lambda: next((m for m in stage.playground.person("U_BOSS").sees(direct) if m.files), None)
    )
    content = stage.playground.workspace.files[message.files[0]["id"]]["content"]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_a_line_for_each_call_and_nothing_of_its_contact(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="5") as stage:
        await stage.type(ALEX)
        await stage.announced()
        await stage.jane.click(stage.cards()[0], "undo_call")
        await stage.told("Cancelled")

        [row] = await exported(stage)
        boss = stage.playground.person("U_BOSS")
        await stage.until(lambda: any(FILE in m.text for m in boss.sees("C_SALES")) or None)

    assert row["call"] == "1"
    assert row["requester"] == "U_JANE"
    assert row["agent"] == "Sales"
    assert row["surface"] == "command"
    assert row["status"] == "cancelled"
    assert row["deeds"].startswith("U_JANE undo button 20")
    assert not [piece for piece in ("Alex", "2312", "example.com") if piece in str(row)]


async def test_where_somebody_stopped_a_call_is_in_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        await stage.type(ALEX)
        await stage.announced()
        await stage.type("cancel 1")
        await stage.told("Cancelled")

        [row] = await exported(stage)

    assert row["deeds"].startswith("U_JANE cancel command 20")


async def test_warnings_that_were_overridden_are_in_it(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")
    await stage.type(ALEX)
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)

    rows = await exported(stage)

    assert [row["warnings_overridden"] for row in rows] == ["", "open_call:1"]


@pytest.mark.parametrize(
    "user",
    [
        pytest.param(User(id="U_NEW", name="n", real_name="N"), id="member"),
        pytest.param(
            User(id="U_GUE", name="g", real_name="G", is_restricted=True, is_admin=True),
            id="guest that claims to be an admin",
        ),
    ],
)
async def test_nobody_else_gets_it(stage: Stage, user: User) -> None:
    stage.playground.workspace.app.scopes |= SCOPES
    await types(stage, user, "export")

    person = stage.playground.person(user.id)
    await stage.until(
        lambda: next((m for m in person.sees("C_SALES") if "Only admins" in m.text), None)
    )
    assert stage.playground.workspace.files == {}


async def test_without_the_scope_it_says_which_is_missing(stage: Stage) -> None:
    stage.playground.workspace.app.scopes -= SCOPES
    await types(stage, BOSS, "export")

    boss = stage.playground.person("U_BOSS")
    await stage.until(
        lambda: next(
            (m for m in boss.sees("C_SALES") if "`files:write` and `im:write`" in m.text), None
        )
    )
