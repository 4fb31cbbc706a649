"""What Slack calls when somebody opens the Home tab, and what begins there."""

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.draft import Surface
from bot.messages.welcome import CALL_SOMEONE
from bot.slack.answering import Answering
from bot.slack.desk import Desk
from bot.slack.homes import Homes
from bot.slack.payloads import read_button, read_opened_home
from bot.use_cases.asking import Asked
from bot.use_cases.callers import Callers
from bot.use_cases.home_ledger import HomeLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTab:
    """The listeners of Home. Its calls' buttons are those of every call."""

    homes: Homes
    ledger: HomeLedger
    answering: Answering
    callers: Callers
    desk: Desk

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.event("app_home_opened")(self.opened)
        app.action(CALL_SOMEONE)(self.call_someone)

    async def opened(self, body: dict[str, Any]) -> None:
        """Show somebody their calls as they stand now."""
        opened = read_opened_home(body)
        if opened is not None:
            showing = self._show(team_id=opened.team_id, user_id=opened.user_id)
            self.desk.background.start(showing, name="home")

    async def call_someone(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the empty form; from Home, its call's card goes to direct messages."""
        button = read_button(body)
        asked = Asked(
            key=f"{button.team_id}:trigger:{button.trigger_id}",
            team_id=button.team_id,
            channel_id=button.channel_id or button.user_id,
            user_id=button.user_id,
            surface=Surface.HOME if button.is_home else Surface.BUTTON,
            response_url=button.response_url,
        )
        then = partial(self.answering.go_on, button)
        await self.answering.ask(ack, button, asked, then=then)

    async def _show(self, *, team_id: str, user_id: str) -> None:
        known = await asyncio.to_thread(self.callers.known, team_id=team_id, user_id=user_id)
        if known is None:
            await self.desk.learn(team_id=team_id, user_id=user_id)
        at = self.desk.clock.now()
        await asyncio.to_thread(self.ledger.home_opened, team_id=team_id, user_id=user_id, at=at)
        self.homes.refresh(team_id=team_id, user_id=user_id)
