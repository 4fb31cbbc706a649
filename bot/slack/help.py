"""The subcommands that only answer a question."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.request import Agent
from bot.errors import LedgerError
from bot.messages.blocks import Rendered
from bot.messages.usage import (
    SHOW_EVERYTHING,
    configured_agents,
    everything,
    usage,
    usage_for_guests,
)
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.modal import words_view
from bot.slack.payloads import Command, read_button
from bot.slack.subcommands import Answer, Subcommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """
    The listeners of `help`, *Show everything* and `agents`. `agents_of` gives them as somebody
    has them, first the one that calls if none is named; it blocks.
    """

    agents_of: Callable[[Command], tuple[Agent, ...]]
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.HELP: self.help, Subcommand.AGENTS: self.list_agents}

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(SHOW_EVERYTHING)(self.show_everything)

    async def show_everything(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show all that can be typed."""
        button = read_button(body)
        await ack()
        view = words_view(everything(self.words), self.words)
        self.desk.background.start(
            self.desk.open_view(button, view, what="help"), name="show everything"
        )

    async def help(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say how to use the bot."""
        del argument
        await self._tell(ack, command, usage(self.words))

    async def _tell(self, ack: AsyncAck, command: Command, asked_for: Rendered) -> None:
        """Tell what was asked for, or a guest why they may not use the bot."""
        is_guest = await asyncio.to_thread(self._is_guest, command)
        shown = usage_for_guests(self.words) if is_guest else asked_for
        await ack(text=shown.text, blocks=list(shown.blocks))

    def _is_guest(self, command: Command) -> bool:
        try:
            profile = self.desk.ledger.profile(team_id=command.team_id, user_id=command.user_id)
        except LedgerError:
            return False  # how it is used may be read by anybody
        return profile is not None and profile.is_guest

    async def list_agents(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say which agents there are, and which calls if none is chosen."""
        del argument
        agents = await asyncio.to_thread(self.agents_of, command)
        await self._tell(ack, command, configured_agents(agents, self.words))
