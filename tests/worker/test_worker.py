"""The worker goes on, whatever one piece of its work does."""

import logging
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import worker
from bot.calls.say import Saying
from bot.calls.spoken import Spoken
from bot.ledger.schema import calls, outbox
from bot.ports import Message
from bot.slack.thread import SlackThread
from tests.conversations.stage import ALEX, Stage, on_stage


async def test_a_mistake_of_ours_stops_nothing_and_quotes_nobody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    say = SlackThread.say

    async def stumble(self: SlackThread, message: Message) -> Spoken:
        if message.key == "call:1:card":
            raise KeyError(message.call)
        return await say(self, message)

    monkeypatch.setattr(SlackThread, "say", stumble)
    with caplog.at_level(logging.ERROR):
        await stage.type(ALEX)
        await stage.type("Bea Braun +49 30 23125002 bea@example.com")
        await stage.told("is pending")

    assert "work failed trace=KeyError" in caplog.text
    assert "Mueller" not in caplog.text
    assert len(stage.posts) == 1


async def test_a_call_whose_card_cannot_be_shown_is_refused_long_before_it_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say = SlackThread.say

    async def stumble(self: SlackThread, message: Message) -> Spoken:
        if message.saying is Saying.CARD:
            raise KeyError(message.key)
        return await say(self, message)

    monkeypatch.setattr(SlackThread, "say", stumble)
    monkeypatch.setattr(worker, "HOPELESS", 1)
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        await stage.met()
        await stage.type(f"{ALEX} tomorrow 2pm")

        told = await stage.whispered("cannot show this call")

        assert "Nobody was called." in told.text
        call = stage.house.ledger.call(1)
        assert call is not None
        assert call.status == "refused"
        monkeypatch.undo()
        await stage.type(f"{ALEX} tomorrow 2pm")
        await stage.card_says("Alex Mueller")


async def test_a_row_of_another_version_ends_no_worker_and_keeps_nobody_from_being_called(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        await stage.met()
        await stage.type(f"{ALEX} tomorrow 2pm")
        await stage.card_says("Kept here until")
        await stage.announced()
        with stage.house.ledger._door.writing("spoil") as connection:
            connection.execute(update(calls).values(surface="hologram", send_at=stage.now()))
            connection.execute(update(outbox).values(saying="sung", state="waiting", due=0.0))

        await stage.type("Bea Braun +49 30 23125002 bea@example.com")

        await stage.until(lambda: stage.posts and stage.cards()[1:])
        assert [post["phoneNumber"] for post in stage.posts] == ["+493023125002"]
