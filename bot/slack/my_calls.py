"""`/zeegcall list`, `again` and `cancel`: only who typed it sees the answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from slack_bolt.async_app import AsyncAck

from bot.calls.listing import Listing
from bot.messages.blocks import Rendered
from bot.messages.lists import listed, only_admins_list_all
from bot.messages.words import Words
from bot.ports import Clock
from bot.slack.acting import Acting
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Command
from bot.slack.subcommands import Again, Answer, Subcommand, again_named, call_named
from bot.use_cases.earlier_contacts import ContactLedger
from bot.use_cases.list_ledger import ListLedger

NEWEST = Again(call_id=None, when="")

MOST = 10
"""Calls of either half of a list: two blocks for each, and Slack takes fifty."""


class MyLists(ContactLedger, ListLedger, Protocol):
    """Reads calls by whose they are, and the newest of somebody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCalls:
    """The listeners of what somebody does with earlier calls by typing."""

    lists: MyLists
    acting: Acting
    admins: Admins
    clock: Clock
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {
            Subcommand.LIST: self.list,
            Subcommand.AGAIN: self.again,
            Subcommand.CANCEL: self.cancel,
        }

    async def list(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Show the calls of who asks, or everybody's to an admin."""
        if argument:
            await ack()
            self.desk.later(command, self._list_all(command), name="list all")
            return
        shown = await asyncio.to_thread(self._shown, command)
        await ack(text=shown.text, blocks=[*shown.blocks])

    async def again(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Open the form, filled in from a call: the one that is named, or the newest."""
        named = again_named(argument) or NEWEST
        call_id = named.call_id or await asyncio.to_thread(self._newest, command)
        if call_id is None:
            await self.list(ack, command, "")
            return
        call = await self.desk.call_of(command, call_id)
        await ack()
        if call is not None:
            again = self.acting.again(command, call, when=named.when)
            self.desk.later(command, again, name="again")

    async def cancel(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Stop a call; where none is named, show them all with their buttons."""
        call_id = call_named(argument)
        if call_id is None:
            shown = await asyncio.to_thread(self._shown, command, to_cancel=True)
            await ack(text=shown.text, blocks=[*shown.blocks])
        else:
            await self.acting.stop(ack, command, call_id, self.acting.settle_call.cancel)

    async def _list_all(self, command: Command) -> None:
        if not await self.admins.admit(command, desk=self.desk):
            await self.desk.tell(command, only_admins_list_all(self.words))
            return
        shown = await asyncio.to_thread(self._shown, command, of_all=True)
        await self.desk.show_to(command, shown)

    def _shown(
        self, command: Command, *, of_all: bool = False, to_cancel: bool = False
    ) -> Rendered:
        listing = self._listing(command, of_all=of_all)
        profile = self.desk.ledger.profile(team_id=command.team_id, user_id=command.user_id)
        is_guest = profile is not None and profile.is_guest
        return listed(
            listing,
            words=self.words,
            now=self.clock.now(),
            of_all=of_all,
            for_guest=is_guest,
            to_cancel=to_cancel,
        )

    def _newest(self, command: Command) -> int | None:
        asked_for = self.lists.asked_for(
            team_id=command.team_id, requester_id=command.user_id, most=1
        )
        return next((call.call_id for call in asked_for), None)

    def _listing(self, command: Command, *, of_all: bool) -> Listing:
        return self.lists.listed(
            team_id=command.team_id,
            requester_id=None if of_all else command.user_id,
            most=MOST,
        )
