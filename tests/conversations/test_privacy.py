"""Whatever happens, nothing of a contact, no secret and no word of theirs is in the log."""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.playground.faults import answering, lost_answer, slack_error
from bot.playground.records import User
from tests.conversations.stage import ALEX, TOKEN, WEBHOOK_TOKEN, Stage, on_stage

PERSONAL = [
    *("Mueller", "alex.mueller", "23125001", "231 25001", "Alex"),
    *("budget secret", "two colleagues", "Product demo", "zoom.example", "transcript"),
]
SECRETS = [TOKEN, WEBHOOK_TOKEN, "playground-signing-secret", "xoxb-"]
LINE = f"{ALEX} note: budget secret"
BOSS = User(id="U_BOSS", name="boss", real_name="Bo Ss", is_admin=True)

Flow = Callable[[Stage], Awaitable[object]]


async def command(stage: Stage) -> None:
    await stage.type(LINE)
    await stage.told("is pending")


async def form(stage: Stage) -> None:
    await stage.type("Alex Mueller alex.mueller@example.com budget secret")
    await stage.form()
    await stage.jane.submit({"phone_number": "12"})
    await stage.jane.submit({"phone_number": "+49 30 23125001"})
    await stage.told("is pending")


async def undo(stage: Stage) -> None:
    await stage.type(f"{LINE}")
    await stage.announced()
    await stage.jane.click(stage.cards()[0], "undo_call")


async def outcome(stage: Stage) -> None:
    await command(stage)
    assert await stage.playground.zeeg.complete(stage.playground.zeeg.calls[-1]) == [200]
    await stage.told("answered")
    await stage.jane.click(stage.replies()[-1], "call_details")
    await stage.until(lambda: stage.jane.modal)


async def unmatched(stage: Stage) -> None:
    await stage.deliver(
        b'{"event":"ai_agent.call_completed","conversationId":"c1","direction":"outbound",'
        b'"callOutcome":"answered","contactPhoneNumber":"+493023125001",'
        b'"transcript":[{"message":"budget secret"}]}'
    )


async def unreadable(stage: Stage) -> None:
    await stage.deliver(b"Alex Mueller +49 30 23125001 budget secret")


async def refused(stage: Stage) -> None:
    said = {"message": "Alex Mueller", "errors": {"phoneNumber": ["+493023125001 is bad"]}}
    stage.playground.faults.next("outbound-calls", answering(422, said))
    await stage.type(LINE)
    await stage.card_says("Not placed")


async def uncertain(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", lost_answer())
    await stage.type(LINE)
    await stage.card_says("Unknown")


async def slack_refuses(stage: Stage) -> None:
    stage.playground.faults.next("chat.postMessage", slack_error("invalid_blocks"), times=9)
    await stage.type(LINE)
    await stage.until(lambda: stage.playground.faults.waiting("chat.postMessage") < 8 or None)


async def broken_payload(stage: Stage) -> None:
    body = b"payload=%7B%22text%22%3A%22Alex+Mueller+23125001%22"
    await stage.client.post("http://bot/slack/events", content=body)


async def do_not_call(stage: Stage) -> None:
    for line in ("block +49 30 23125001 Alex Mueller asked", "blocked"):
        await stage.type(line)
    await stage.type(LINE)
    await stage.form()


async def of_admins(stage: Stage) -> None:
    await command(stage)
    stage.playground.workspace.add_user(BOSS)
    stage.playground.workspace.channels["C_SALES"].members.add(BOSS.id)
    boss = stage.playground.person(BOSS.id)
    for line in ("list all", "export", "unblock +49 30 23125001"):
        await boss.type_command("C_SALES", "/zeegcall", line)
    await stage.forget("+49 30 23125001", by=boss)
    await stage.until(
        lambda: next((m for m in boss.sees("C_SALES") if " forgotten" in m.text), None)
    )


FLOWS: list[Flow] = [
    *(command, form, undo, outcome, unmatched, unreadable, refused, uncertain),
    *(slack_refuses, broken_payload, do_not_call, of_admins),
]


@pytest.mark.parametrize("flow", FLOWS, ids=[flow.__name__ for flow in FLOWS])
async def test_nothing_of_a_contact_is_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, flow: Flow
) -> None:
    caplog.set_level(logging.INFO)
    undo_seconds = "5" if flow is undo else "0"

    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS=undo_seconds) as stage:
        await stage.met()
        await flow(stage)

    assert [piece for piece in PERSONAL if piece in caplog.text] == []
    assert [secret for secret in SECRETS if secret in caplog.text] == []
