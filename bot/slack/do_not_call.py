"""`/zeegcall block`, `unblock` and `blocked`: only who typed it sees the answer."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck

from bot.calls.block import Blocked
from bot.calls.doubts import Doubt
from bot.messages.blocks import Rendered, section
from bot.messages.do_not_call import (
    blocked_numbers,
    how_to_block,
    number_blocked,
    number_unblocked,
    only_admins_unblock,
    only_members,
)
from bot.messages.doubts import nothing_changed
from bot.messages.words import Mrkdwn, Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Command
from bot.slack.subcommands import Answer, Subcommand
from bot.use_cases.do_not_call import DoNotCall, Unblocked


@dataclass(frozen=True, slots=True, kw_only=True)
class DoNotCallList:
    """
    The listeners of the do-not-call list. Every member may put a number on it, admins take off.

    `region_of` gives the ISO 3166 code whose national numbers somebody means; it blocks.
    """

    do_not_call: DoNotCall
    region_of: Callable[[Command], str | None]
    admins: Admins
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {
            Subcommand.BLOCK: self.block,
            Subcommand.UNBLOCK: self.unblock,
            Subcommand.BLOCKED: self.blocked,
        }

    async def block(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """
        Put a number on the list; it is there before Slack is answered.

        Of somebody not met before Slack is asked even earlier, though a listener waits for no
        network else: what a guest typed is not kept, and what a member typed is not lost.
        """
        if not argument:
            await ack(text=how_to_block("block", self.words))
        elif await self._is_member(command):
            await ack(text=await self._put_on(command, argument))
        else:
            await ack(text=only_members(self.words))

    async def unblock(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Take a number off the list, once it is known that an admin asks."""
        if not argument:
            await ack(text=how_to_block("unblock", self.words))
            return
        await ack()
        self.desk.later(command, self._unblock(command, argument), name="unblock")

    async def blocked(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Show the list."""
        del argument
        if await asyncio.to_thread(self._is_known_member, command):
            shown = await self._list()
            await ack(text=shown.text, blocks=list(shown.blocks))
        else:
            await ack()
            self.desk.later(command, self._list_for(command), name="blocked")

    async def _list_for(self, command: Command) -> None:
        may = await self._is_member(command)
        text = only_members(self.words)
        shown = await self._list() if may else Rendered(text=text, blocks=[section(text)])
        await self.desk.show_to(command, shown)

    async def _put_on(self, command: Command, argument: str) -> Mrkdwn:
        answer = await asyncio.to_thread(self._block, command, argument)
        if isinstance(answer, Doubt):
            return nothing_changed(answer, self.words)
        self.desk.wake()
        return number_blocked(answer, self.words)

    async def _list(self) -> Rendered:
        return blocked_numbers(await asyncio.to_thread(self.do_not_call.listed), self.words)

    def _is_known_member(self, command: Command) -> bool:
        """Whether it is remembered that they are no guest; if it is not, Slack is asked."""
        profile = self.desk.ledger.profile(team_id=command.team_id, user_id=command.user_id)
        return profile is not None and not profile.is_guest

    async def _is_member(self, command: Command) -> bool:
        if await asyncio.to_thread(self._is_known_member, command):
            return True
        return not (await self.desk.known(command)).is_guest

    async def _unblock(self, command: Command, argument: str) -> None:
        may = await self.admins.admit(command, desk=self.desk)
        text = await self._taken_off(command, argument) if may else only_admins_unblock(self.words)
        await self.desk.tell(command, text)

    def _block(self, command: Command, argument: str) -> Blocked | Doubt:
        region = self.region_of(command)
        return self.do_not_call.block(argument, by=command.user_id, region=region)

    def _unblock_now(self, command: Command, argument: str) -> Unblocked | Doubt:
        region = self.region_of(command)
        return self.do_not_call.unblock(argument, by=command.user_id, region=region)

    async def _taken_off(self, command: Command, argument: str) -> Mrkdwn:
        answer = await asyncio.to_thread(self._unblock_now, command, argument)
        if isinstance(answer, Doubt):
            return nothing_changed(answer, self.words)
        return number_unblocked(answer.block, self.words)
