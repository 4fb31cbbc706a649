"""`/zeegcall export`: an admin gets what is on record of every call, as a file."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from slack_bolt.async_app import AsyncAck

from bot.calls.audited import Audited
from bot.errors import SlackError
from bot.messages.exporting import (
    FILE_NAME,
    audit_file,
    export_refused,
    export_sent,
    look_at_direct_messages,
    only_admins_export,
)
from bot.messages.words import Mrkdwn, Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.files import send_file
from bot.slack.payloads import Command
from bot.slack.subcommands import Answer, Subcommand

log = logging.getLogger(__name__)

MOST = 100_000
"""Calls in one file, the newest: more rows than a spreadsheet is comfortable with."""


class AuditLedger(Protocol):
    """What is on record. It blocks."""

    def audited(self, *, team_id: str, most: int) -> Sequence[Audited]:
        """Read the newest calls, oldest first, with what was done to them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """The listener of `export`, for admins."""

    ledger: AuditLedger
    admins: Admins
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.EXPORT: self.answer}

    async def answer(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Send the file, once it is known that an admin asks."""
        del argument
        await ack()
        self.desk.later(command, self._export(command), name="export")

    async def _export(self, command: Command) -> None:
        if not await self.admins.admit(command, desk=self.desk):
            await self.desk.tell(command, only_admins_export(self.words))
            return
        sorry = await self._sorry(command)
        await self.desk.tell(command, sorry or look_at_direct_messages(self.words))

    async def _sorry(self, command: Command) -> Mrkdwn | None:
        """Send the file, or give the reason why that cannot be done."""
        try:
            audited = await asyncio.to_thread(
                self.ledger.audited, team_id=command.team_id, most=MOST
            )
            content = await asyncio.to_thread(audit_file, audited)
            await send_file(
                self.desk.client,
                user_id=command.user_id,
                name=FILE_NAME.format(day=self.desk.clock.now()),
                content=content,
                comment=export_sent(len(audited), self.words),
            )
        except SlackError as error:
            log.warning("export not sent code=%s", error.code)
            return export_refused(error.code, self.words)
        log.info("exported user=%s calls=%d", command.user_id, len(audited))
        return None
