"""Somebody's very first command: Slack is asked who they are, so that they can read the answer."""

from dataclasses import dataclass

from bot.slack.desk import Desk
from bot.slack.kept_ack import KeptAck
from bot.slack.payloads import Command
from bot.slack.subcommands import ONLY_TELLS, Answer, Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Answers whom the bot has never met, after Slack was acknowledged."""

    desk: Desk

    async def is_first(self, command: Command, typed: Typed) -> bool:
        """Whether a subcommand only tells something, to somebody whose language is unknown."""
        if typed.subcommand not in ONLY_TELLS:
            return False
        languages = self.desk.languages
        return not await languages.to_reader(team_id=command.team_id, user_id=command.user_id)

    def answer_later(self, answer: Answer, command: Command, argument: str) -> None:
        """Look somebody up, then answer them."""
        answering = self._answer(answer, command, argument)
        self.desk.later(command, answering, name="first command")

    async def _answer(self, answer: Answer, command: Command, argument: str) -> None:
        team_id, user_id = command.team_id, command.user_id
        await self.desk.learn(team_id=team_id, user_id=user_id)
        await self.desk.languages.to_reader(team_id=team_id, user_id=user_id)
        kept = KeptAck()
        await answer(kept, command, argument)
        if kept.said is not None:
            await self.desk.show_to(command, kept.said)
