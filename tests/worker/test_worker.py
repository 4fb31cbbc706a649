"""The worker goes on, whatever one piece of its work does."""

import logging

import pytest

from bot.calls.spoken import Spoken
from bot.ports import Message
from bot.slack.thread import SlackThread
from tests.conversations.stage import ALEX, Stage


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
