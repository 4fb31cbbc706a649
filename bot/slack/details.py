"""The details of a call in a view, page by page, and what Zeeg sent that nobody understood."""

import asyncio
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.call import Call
from bot.calls.sharing import ShareResults
from bot.messages import details_words
from bot.messages.alerts import SHOW_RAW
from bot.messages.blocks import Block, modal, section
from bot.messages.concerns import mention
from bot.messages.details import (
    EARLIER,
    LATER,
    Seen,
    details_pages,
    page_turner,
    text_pages,
)
from bot.messages.outcomes import DETAILS
from bot.messages.words import Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Button, read_button, read_id
from bot.use_cases.event_ledger import EventLedger

CALL, RAW = "call", "raw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """
    The listeners of *Details* and its pages. Who may see what is looked up at each press.

    A page's button carries what is shown and which page: "call:42:2".
    """

    events: EventLedger
    admins: Admins
    desk: Desk
    share: ShareResults
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(DETAILS)(self.details)
        app.action(SHOW_RAW)(self.raw)
        app.action(EARLIER)(self.turn)
        app.action(LATER)(self.turn)

    async def details(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show a call."""
        await self._later(ack, body, what=CALL)

    async def raw(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show an admin what Zeeg sent."""
        await self._later(ack, body, what=RAW)

    async def turn(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show another page."""
        await self._later(ack, body, what="")

    async def _later(self, ack: AsyncAck, body: dict[str, Any], *, what: str) -> None:
        button = read_button(body)
        await ack()
        named = f"{what}:{button.value}:1" if what else button.value
        self.desk.later(button, self._show(button, named), name="details")

    async def _show(self, button: Button, named: str) -> None:
        what, row_id, number = _read_value(named)
        pages = await (self._call_pages if what == CALL else self._raw_pages)(button, row_id)
        if pages is None:
            return
        title, blocks = pages
        number = min(max(number, 1), len(blocks))
        turner = page_turner(f"{what}:{row_id}", number, len(blocks), self.words)
        close = self.words.plain(details_words.CLOSE)
        view = modal(title, [*blocks[number - 1], *turner], close=close)
        if not button.view_id or button.is_home:
            await self.desk.open_view(button, view, what="details")
        else:
            await self.desk.updated(button.view_id, view, what="details")

    async def _call_pages(
        self, button: Button, call_id: int
    ) -> tuple[str, list[list[Block]]] | None:
        call = await self.desk.call_of(button, call_id)
        if call is None:
            return None
        whole = await self._sees_whole(button, call)
        is_theirs = call.new.requester_id == button.user_id
        if not (whole or is_theirs or self.share is ShareResults.ALL):
            self._refuse(button, call)
            return None
        seen = Seen(whole=whole, zone=call.new.requester_zone)
        title = self.words.plain(details_words.DETAILS_TITLE, call_id=call.call_id)
        return title, details_pages(call, seen, self.words)

    async def _sees_whole(self, button: Button, call: Call) -> bool:
        return call.is_whole_for(button.user_id) or await self.admins.admit(button, desk=self.desk)

    async def _raw_pages(
        self, button: Button, event_id: int
    ) -> tuple[str, list[list[Block]]] | None:
        kept = None
        if await self.admins.admit(button, desk=self.desk):
            kept = await asyncio.to_thread(self.events.event, event_id)
        blocks = text_pages(kept.text) if kept is not None and kept.text else [[]]
        gone = [[section(self.words.mrkdwn(details_words.GONE))]]
        return self.words.plain(details_words.RAW_TITLE), blocks if blocks[0] else gone

    def _refuse(self, button: Button, call: Call) -> None:
        sorry = self.words.mrkdwn(
            details_words.NOT_FOR_YOU,
            requester=mention(call.new.requester_id),
            call_id=call.call_id,
        )
        self.desk.tell_later(button, sorry)


def _read_value(value: str) -> tuple[str, int, int]:
    """Read "call:42:2"; what no button of ours carries names nothing."""
    what, _, rest = value.partition(":")
    row_id, _, number = rest.partition(":")
    return what, read_id(row_id), read_id(number)
