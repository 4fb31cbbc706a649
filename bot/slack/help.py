"""The subcommands that only answer a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.request import Agent
from bot.messages.usage import SHOW_EVERYTHING, configured_agents, everything, usage
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.payloads import Command, read_button
from bot.slack.subcommands import Answer, Subcommand
from bot.slack.whisper import whisper


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """The listeners of `help`, *Show everything* and `agents`."""

    agents: tuple[Agent, ...]
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
        blocks = everything(self.words)
        self.desk.background.start(self.desk.show(button, blocks), name="show everything")

    async def help(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say how to use the bot."""
        del argument
        team_id, user_id = command.team_id, command.user_id
        if await self.desk.languages.to_reader(team_id=team_id, user_id=user_id):
            shown = usage(self.words)
            await ack(text=shown.text, blocks=list(shown.blocks))
        else:
            await ack()
            self.desk.background.start(self._introduce(command), name="first help")

    async def _introduce(self, command: Command) -> None:
        """Ask Slack first who somebody new is, so that they read it in their own language."""
        team_id, user_id = command.team_id, command.user_id
        await self.desk.learn(team_id=team_id, user_id=user_id)
        await self.desk.languages.to_reader(team_id=team_id, user_id=user_id)
        await whisper(
            self.desk.client,
            usage(self.words),
            response_url=command.response_url,
            channel_id=command.channel_id,
            user_id=user_id,
        )

    async def list_agents(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say which agents there are, and which calls if none is chosen."""
        del command, argument
        shown = configured_agents(self.agents, self.words)
        await ack(text=shown.text, blocks=list(shown.blocks))
