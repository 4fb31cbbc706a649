"""`/zeegcall forget`: an admin has a number forgotten, and is told what that could not do."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck

from bot.calls.doubts import Doubt
from bot.calls.erasing import Forgotten
from bot.errors import LedgerError
from bot.messages.doubts import explain_doubt
from bot.messages.erasing import forgotten, how_to_forget, only_admins_forget
from bot.messages.masking import mask_text
from bot.messages.problems import not_done
from bot.messages.words import Mrkdwn, Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Command
from bot.slack.subcommands import Answer, Subcommand
from bot.use_cases.erase import Forget

log = logging.getLogger(__name__)

UTC = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """
    The listener of `forget`, for admins. `region_of` gives the ISO 3166 code whose national
    numbers somebody means; it blocks.
    """

    forget: Forget
    region_of: Callable[[Command], str | None]
    admins: Admins
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.FORGET: self.answer}

    async def answer(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Forget a number, once it is known that an admin asks."""
        if not argument:
            await ack(text=how_to_forget(self.words))
            return
        await ack()
        self.desk.background.start(self._forget(command, argument), name="forget")

    async def _forget(self, command: Command, argument: str) -> None:
        may = await self.admins.include(command.user_id, team_id=command.team_id, desk=self.desk)
        text = await self._done(command, argument) if may else only_admins_forget(self.words)
        await self.desk.tell(command, text)

    def _forget_now(self, command: Command, argument: str) -> Forgotten | Doubt:
        return self.forget(argument, by=command.user_id, region=self.region_of(command))

    async def _done(self, command: Command, argument: str) -> Mrkdwn:
        try:
            done = await asyncio.to_thread(self._forget_now, command, argument)
        except LedgerError as error:
            log.error("number not forgotten error=%s", error)  # noqa: TRY400 - its cause is named
            return not_done(self.words)
        if isinstance(done, Doubt):
            why = explain_doubt(done, zone=UTC, words=self.words)
            return self.words.mrkdwn("{why} Nothing was changed.", why=why)
        self.desk.wake()
        return forgotten(mask_text(argument), done, self.words)
