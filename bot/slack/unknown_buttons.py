"""Answers buttons that nothing listens to any more: those of messages from before an upgrade."""

import re
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.messages.problems import no_such_button
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.payloads import read_button

ANY = re.compile("")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownButtons:
    """The listener of what no other listens to; it is registered last."""

    desk: Desk
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(ANY)(self.press)

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Say that it does nothing any more."""
        await ack()
        self.desk.tell_later(read_button(body), no_such_button(self.words))
