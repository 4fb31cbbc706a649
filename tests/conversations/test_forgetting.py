"""A contact is forgotten: by itself after a while, and at once where an admin says so."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.playground.faults import slack_error
from bot.playground.records import User
from bot.slack import pacing
from tests.conversations.stage import ALEX, Stage, on_stage
from tests.conversations.test_outcomes import called

NUMBER = "+49 30 23125001"
PERSONAL = ["Alex", "Mueller", "example.com", "colleagues", "Product demo"]
BOSS = User(id="U_BOSS", name="boss", real_name="Bo Ss", is_admin=True)


async def answered(stage: Stage) -> None:
    call = await called(stage)
    assert await stage.playground.zeeg.complete(call) == [200]
    await stage.told("answered")


async def forgets(stage: Stage, words: str) -> str:
    """Let an admin have the number forgotten, and give what they are told with these words."""
    boss = stage.let_in(BOSS)
    await stage.forget(NUMBER, by=boss)
    return (await stage.whispered(words, to=boss)).text


async def says(stage: Stage, user: User, text: str, words: str) -> str:
    """Let somebody type a line, and give what they alone are told with these words."""
    stage.playground.workspace.add_user(user)
    stage.playground.workspace.channels["C_SALES"].members.add(user.id)
    person = stage.playground.person(user.id)
    await person.type_command("C_SALES", "/zeegcall", text)
    return await stage.until(
        lambda: next((m.text for m in person.sees("C_SALES") if words in m.text), None)
    )


def shown(stage: Stage) -> str:
    return str([(each.text, each.blocks) for each in [*stage.cards(), *stage.replies()]])


async def test_after_its_days_a_contact_is_gone_from_slack_too(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", RETENTION_DAYS="30") as stage:
        await answered(stage)

        # the end is told by the database's clock, which is the real one
        stage.clock.move((stage.house.ledger.call(1).ended_at - stage.now()).total_seconds())  # type: ignore[union-attr, operator]
        stage.pass_time(timedelta(days=31).total_seconds())
        stage.house.worker._erased = float("-inf")

        await stage.card_says("has been erased")
        await stage.until(lambda: "has been erased" in str(stage.replies()[-1].text) or None)
        assert [piece for piece in PERSONAL if piece in shown(stage)] == []


async def test_an_admin_has_a_number_forgotten_at_once(stage: Stage) -> None:
    await answered(stage)

    told = await forgets(stage, "is forgotten")

    assert "Erased: #1." in told
    assert "23125001" not in told
    await stage.card_says("has been erased")
    await stage.until(lambda: "has been erased" in stage.replies()[-1].text or None)
    assert [piece for piece in PERSONAL if piece in shown(stage)] == []


async def test_no_card_waits_for_what_is_erased(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "UNSAID_AT_ONCE", 1)
    monkeypatch.setattr(pacing, "UNSAID_INTERVAL", 1000.0)
    await answered(stage)
    await forgets(stage, "is forgotten")
    await stage.card_says("has been erased")

    await stage.type("Pat Lee +49 30 23125002 pat@example.com")

    await stage.until(lambda: "Pending" in stage.cards()[-1].text or None)
    assert "Alex Mueller" in str([each.text for each in stage.replies()])


async def test_whose_calls_are_all_forgotten_is_not_told_that_there_were_none(
    stage: Stage,
) -> None:
    await answered(stage)
    await forgets(stage, "is forgotten")

    await stage.type("list")

    await stage.whispered("Your calls are not kept any more")


async def test_nothing_is_forgotten_before_an_admin_says_yes(stage: Stage) -> None:
    await answered(stage)

    asked = await says(stage, BOSS, f"forget {NUMBER}", "Nothing brings it back")

    assert "5001" in asked
    assert "23125001" not in asked
    assert "Alex Mueller" in shown(stage)
    assert "Nothing was changed" in await says(stage, BOSS, "forget +49 30", "Nothing was changed")


async def test_nobody_else_has_anything_forgotten(stage: Stage) -> None:
    await answered(stage)
    guest = User(id="U_GUEST", name="guest", real_name="G", is_restricted=True, is_admin=True)

    for user in (User(id="U_NEW", name="new", real_name="N"), guest):
        told = await says(stage, user, f"forget {NUMBER}", "Only admins")
        assert "Nothing was changed" in told

    assert "Alex Mueller" in shown(stage)


async def test_who_is_no_admin_any_more_has_nothing_forgotten(stage: Stage) -> None:
    await answered(stage)
    boss = stage.let_in(BOSS)
    await boss.type_command("C_SALES", "/zeegcall", f"forget {NUMBER}")
    asked = await stage.whispered("Nothing brings it back", to=boss)

    stage.playground.workspace.users["U_BOSS"].is_admin = False
    await boss.click(asked, "forget_number")

    await stage.whispered("Only admins can have a number forgotten", to=boss)
    assert "Alex Mueller" in shown(stage)


async def test_what_slack_does_not_let_edit_is_named(stage: Stage) -> None:
    await answered(stage)
    stage.playground.faults.next("chat.update", slack_error("edit_window_closed"), times=2)

    await forgets(stage, "is forgotten")

    boss = stage.playground.person("U_BOSS")
    direct = stage.playground.workspace.direct_channel("U_BOSS").id
    told = await stage.until(
        lambda: next((m.text for m in boss.sees(direct) if "edit_window_closed" in m.text), None)
    )
    assert "call #1" in told


async def test_what_had_to_be_told_in_direct_messages_goes_there_too(stage: Stage) -> None:
    boss = stage.let_in(BOSS)
    await stage.type(ALEX)
    await stage.told("is pending")
    stage.pass_time(3600)  # a response_url is not good for so long
    stage.playground.faults.next("chat.postMessage", slack_error("is_archived"))
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])
    [told] = await stage.until(lambda: stage.jane.sees_from_app() or None)
    assert "Alex Mueller" in told.text

    await stage.forget(NUMBER, by=boss)

    await stage.until(lambda: "has been erased" in stage.jane.sees_from_app()[0].text or None)
    assert boss.sees_from_app() == []


async def test_forgetting_stops_a_call_that_waits(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="120") as stage:
        await stage.type(ALEX)
        await stage.announced()

        told = await forgets(stage, "is forgotten")

        assert "Nobody was called" in told
        await stage.card_says("Cancelled: nobody was called")
        stage.pass_time(200)
        assert stage.posts == []


async def test_a_call_that_may_still_ring_is_told_first(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    told = await forgets(stage, "not forgotten as a whole yet")

    assert told.index("May still ring:* #1") < told.index("What Zeeg keeps")
    assert "is forgotten" not in told


async def test_the_buttons_of_an_erased_call_say_so(stage: Stage) -> None:
    await answered(stage)
    reply = stage.replies()[-1]
    await forgets(stage, "is forgotten")

    def told(times: int) -> bool:
        words = "nothing to show or to repeat"
        return len([each for each in stage.whispers() if words in each.text]) == times

    await stage.jane.click(reply, "call_details")
    await stage.until(partial(told, 1))
    await stage.jane.click(reply, "again_after")
    await stage.until(partial(told, 2))
    await stage.type("again 1")
    await stage.until(partial(told, 3))
    await stage.answered()
    assert stage.jane.modal is None


async def test_a_number_that_nobody_called_is_told_as_unknown(stage: Stage) -> None:
    assert "Nothing was changed" in await forgets(stage, "I keep nothing")


async def test_forget_alone_says_what_belongs_behind_it(stage: Stage) -> None:
    ack = await stage.jane.type_command("C_SALES", "/zeegcall", "forget")

    assert "Type the number behind it" in str(ack.body)
