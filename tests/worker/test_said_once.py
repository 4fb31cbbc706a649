"""A message whose answer was lost is found again where the bot may look, and never skipped."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import update

from bot.calls.say import Saying
from bot.errors import SlackRefusedError
from bot.ledger import SqlLedger
from bot.ledger.schema import outbox
from bot.playground.faults import Fault, answering, done_but_answering, lost_answer, slack_error
from bot.playground.records import Message
from bot.ports import Message as Said
from bot.slack import finding
from bot.slack.pacing import Pace
from bot.use_cases import say_message
from tests.conversations.stage import ALEX, Stage, is_welcome, on_stage

HISTORY = {"channels:history", "groups:history", "im:history", "mpim:history"}
UNHEARD = [
    pytest.param(lost_answer(), id="connection lost"),
    pytest.param(done_but_answering(500, "oops"), id="500"),
    pytest.param(done_but_answering(200, "garbage"), id="garbage"),
    pytest.param(done_but_answering(200, {"ok": False, "error": "fatal_error"}), id="fatal_error"),
]
UNDONE = [
    pytest.param(answering(503, "<html>down</html>"), id="a page of HTML"),
    pytest.param(slack_error("internal_error"), id="internal_error"),
]


@pytest.fixture
async def seeing(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db") as stage:
        stage.playground.workspace.app.scopes |= HISTORY
        yield stage


def marked(stage: Stage, channel_id: str = "C_SALES") -> list[Message]:
    """Everything with a key in a channel, in threads too, but for the bot's first words."""
    channel = stage.playground.workspace.channels[channel_id]
    return [
        message for message in channel.messages if message.metadata and not is_welcome(message)
    ]


async def tried(stage: Stage, *, times: int) -> None:
    """Do what an hour of failures does: the message waits, was tried so often, and is due now."""
    is_card = (outbox.c.saying == "card") & (outbox.c.state == "waiting")
    put_off = 0
    while not put_off:
        with stage.house.ledger._door.writing("time") as connection:
            changed = connection.execute(
                update(outbox)
                .where(is_card, outbox.c.token.is_(None), outbox.c.tries > 0)
                .values(tries=times, due=0)
            )
            put_off = changed.rowcount
        await asyncio.sleep(0.01)
    stage.house.worker.wake()


@pytest.mark.parametrize("fault", UNHEARD)
async def test_a_card_is_found_again(seeing: Stage, fault: Fault) -> None:
    seeing.playground.faults.next("chat.postMessage", fault)

    await seeing.type(ALEX)

    await seeing.told("is pending")
    assert len(marked(seeing)) == 2
    assert len(seeing.posts) == 1


@pytest.mark.parametrize("fault", UNDONE)
async def test_a_card_that_does_not_stand_is_posted_again(seeing: Stage, fault: Fault) -> None:
    seeing.playground.faults.next("chat.postMessage", fault)

    await seeing.type(ALEX)

    await seeing.told("is pending")
    assert len(marked(seeing)) == 2
    assert len(seeing.playground.traffic.of("conversations.history")) == 1


async def test_a_card_is_found_again_behind_what_others_have_said_since(
    seeing: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "PAGE", 1)
    seeing.playground.faults.next("chat.postMessage", lost_answer())
    await seeing.type(ALEX)
    await seeing.until(lambda: marked(seeing))
    for words in ("hello", "anybody here?"):
        await seeing.jane.say("C_SALES", words)

    await seeing.told("is pending")
    assert len(marked(seeing)) == 2
    assert len(seeing.playground.traffic.of("conversations.history")) == 3


async def test_who_looks_for_a_card_knows_who_we_are(seeing: Stage) -> None:
    asked = len(seeing.playground.traffic.of("auth.test"))
    seeing.playground.faults.next("chat.postMessage", slack_error("internal_error"))

    await seeing.type(ALEX)

    await seeing.told("is pending")
    assert len(seeing.playground.traffic.of("conversations.history")) == 1
    assert len(seeing.playground.traffic.of("auth.test")) == asked == 1


async def test_nothing_is_found_where_slack_does_not_say_who_we_are() -> None:
    async def who() -> str | None:
        raise SlackRefusedError("access_denied")

    looking = finding.find_message(
        AsyncWebClient(),
        Pace(time=time.monotonic),
        who=who,
        channel_id="C1",
        thread_ts=None,
        key="call:1:card",
        since=0,
    )

    assert await looking is None


async def test_a_card_of_another_app_is_not_ours(seeing: Stage) -> None:
    """A second zeegcall in the workspace, for trials, counts its calls from 1 too."""
    workspace = seeing.playground.workspace
    theirs = Message(
        channel_id="C_SALES",
        ts=workspace.new_ts(),
        webhook_name="zeegcall-trial",
        metadata={"event_type": "zeegcall", "event_payload": {"key": "call:1:card"}},
    )
    workspace.post(theirs)
    seeing.playground.faults.next("chat.postMessage", slack_error("internal_error"))

    await seeing.type(ALEX)

    await seeing.until(lambda: seeing.posts)
    assert len(marked(seeing)) == 2


async def test_a_reply_is_found_again_in_its_thread(seeing: Stage) -> None:
    await seeing.type(ALEX)
    seeing.playground.faults.next("outbound-calls", lost_answer())
    await seeing.until(lambda: marked(seeing))
    seeing.playground.faults.next("chat.postMessage", lost_answer())

    await seeing.card_says("Unknown")

    assert len(seeing.thread()) == 1


async def test_a_card_in_a_direct_message_is_found_again(seeing: Stage) -> None:
    faults = seeing.playground.faults
    faults.next("chat.postMessage", slack_error("not_in_channel"))
    faults.next("chat.postMessage", lost_answer())

    await seeing.type(ALEX, channel_id="C_OTHER")

    direct = seeing.playground.workspace.direct_channel("U_JANE").id
    await seeing.told("is pending", direct)
    assert len(marked(seeing, direct)) == 2


async def test_a_card_is_found_again_however_long_slack_was_down(seeing: Stage) -> None:
    seeing.playground.faults.next("chat.postMessage", lost_answer())
    await seeing.type(ALEX)
    await tried(seeing, times=20)

    await seeing.told("is pending")
    assert len(marked(seeing)) == 2


async def test_a_card_is_said_also_where_nobody_may_ever_look(seeing: Stage) -> None:
    seeing.playground.faults.next("chat.postMessage", answering(503, "<html>down</html>"))
    seeing.playground.faults.next("conversations.history", slack_error("fatal_error"), times=99)
    await seeing.type(ALEX)
    await tried(seeing, times=20)

    await seeing.told("is pending")


async def test_without_the_scopes_it_may_be_said_twice_and_is_never_skipped(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path / "calls.db") as stage:
        stage.playground.faults.next("chat.postMessage", lost_answer())

        await stage.type(ALEX)

        await stage.until(lambda: stage.posts)
        assert len(stage.cards()) == 2
        assert len(stage.posts) == 1


async def test_looks_only_where_something_may_stand(seeing: Stage) -> None:
    await seeing.type(ALEX)

    await seeing.card_says("Pending")

    assert seeing.playground.traffic.of("conversations.history") == []
    assert seeing.playground.traffic.of("conversations.replies") == []


async def test_whoever_slept_after_a_claim_leaves_the_message_to_others(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    claim = SqlLedger.claim_messages

    def slowly(ledger: SqlLedger, *, limit: int, lease: float) -> Sequence[Said]:
        claimed = claim(ledger, limit=limit, lease=lease)
        tries.extend(each.tries for each in claimed if each.saying is Saying.CARD)
        if tries == [1]:
            time.sleep(0.2)
        return claimed

    monkeypatch.setattr(SqlLedger, "claim_messages", slowly)
    monkeypatch.setattr(say_message, "LEASE", 0.15)
    monkeypatch.setattr(say_message, "LONGEST", 0.05)

    await stage.type(ALEX)

    await stage.told("is pending")
    assert tries[:2] == [1, 2]
    assert len(stage.cards()) == 1


@pytest.mark.parametrize("fault", UNDONE)
async def test_another_calls_card_is_not_taken_for_its_own(seeing: Stage, fault: Fault) -> None:
    await seeing.type(ALEX)
    await seeing.told("is pending")
    seeing.playground.faults.next("chat.postMessage", fault)

    await seeing.type("Ben Ode +49 30 23125002 ben@example.com")

    await seeing.until(lambda: len(seeing.posts) == 2 or None)
    first, second = seeing.house.ledger.call(1), seeing.house.ledger.call(2)
    assert first is not None
    assert second is not None
    assert first.card is not None
    assert second.card is not None
    assert first.card.ts != second.card.ts
    assert [("Ben Ode" in card.text) for card in seeing.cards()] == [False, True]
