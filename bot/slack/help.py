"""The subcommands that only answer a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck

from bot.calls.request import Agent
from bot.messages.usage import configured_agents, usage
from bot.messages.words import Words
from bot.slack.payloads import Command
from bot.slack.subcommands import Answer, Subcommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """The listeners of `help` and `agents`."""

    agents: tuple[Agent, ...]
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.HELP: self.help, Subcommand.AGENTS: self.list_agents}

    async def help(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say how to use the bot."""
        del command, argument
        shown = usage(self.words)
        await ack(text=shown.text, blocks=list(shown.blocks))

    async def list_agents(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say which agents there are, and which calls if none is chosen."""
        del command, argument
        shown = configured_agents(self.agents, self.words)
        await ack(text=shown.text, blocks=list(shown.blocks))
