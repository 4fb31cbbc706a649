"""`/zeegcall list`, `again` and `cancel`: only who typed it sees the answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.listing import Listing, Page
from bot.messages.blocks import Rendered
from bot.messages.lists import SHOW_MORE, listed, only_admins_list_all, read_page
from bot.messages.words import Words
from bot.ports import Clock
from bot.slack.acting import Acting
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Click, Command, read_button
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

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(SHOW_MORE)(self.show_more)

    async def list(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Show the calls of who asks, or everybody's to an admin."""
        if argument:
            await ack()
            self.desk.later(command, self._show(command, of_all=True), name="list all")
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

    async def show_more(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show the calls behind the last that a list showed."""
        button = read_button(body)
        page, of_all = read_page(button.value)
        await ack()
        self.desk.later(button, self._show(button, of_all=of_all, page=page), name="show more")

    async def _show(self, click: Click, *, of_all: bool, page: Page | None = None) -> None:
        if of_all and not await self.admins.admit(click, desk=self.desk):
            await self.desk.tell(click, only_admins_list_all(self.words))
            return
        shown = await asyncio.to_thread(self._shown, click, of_all=of_all, page=page)
        await self.desk.show_to(click, shown)

    def _shown(
        self,
        click: Click,
        *,
        of_all: bool = False,
        to_cancel: bool = False,
        page: Page | None = None,
    ) -> Rendered:
        listing = self._listing(click, of_all=of_all, page=page)
        profile = self.desk.ledger.profile(team_id=click.team_id, user_id=click.user_id)
        is_guest = profile is not None and profile.is_guest
        return listed(
            listing,
            words=self.words,
            now=self.clock.now(),
            of_all=of_all,
            for_guest=is_guest,
            to_cancel=to_cancel,
            is_page=page is not None,
        )

    def _newest(self, command: Command) -> int | None:
        asked_for = self.lists.asked_for(
            team_id=command.team_id, requester_id=command.user_id, most=1
        )
        return next((call.call_id for call in asked_for), None)

    def _listing(self, click: Click, *, of_all: bool, page: Page | None) -> Listing:
        return self.lists.listed(
            team_id=click.team_id,
            requester_id=None if of_all else click.user_id,
            most=MOST,
            page=page,
        )
