"""The subcommands that only answer a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck

from bot.messages.usage import usage
from bot.messages.words import Words
from bot.slack.payloads import Command
from bot.slack.subcommands import Answer, Subcommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """The listener of `help`."""

    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.HELP: self.help}

    async def help(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Say how to use the bot."""
        del command, argument
        shown = usage(self.words)
        await ack(text=shown.text, blocks=list(shown.blocks))
