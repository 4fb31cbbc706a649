"""What Slack calls when a button is pressed: who may, what it does, and what is said then."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.call import Call
from bot.calls.draft import Surface
from bot.messages.cards import UNDO
from bot.messages.form_words import LOST
from bot.messages.problems import no_such_call, not_yours, too_late
from bot.messages.replies import CALL_AGAIN, IT_RANG, NOBODY_CALLED
from bot.messages.usage import OPEN_FORM
from bot.messages.words import Words
from bot.ports import Ledger
from bot.slack.desk import Desk
from bot.slack.payloads import Button, read_button
from bot.use_cases.asking import Asked
from bot.use_cases.fill_form import FillForm
from bot.use_cases.settle_call import SettleCall

CALL_ID = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Buttons:
    """
    The listeners of every button. A button carries an id only: whose call it is and where it
    stands is read again from the ledger.
    """

    ledger: Ledger
    settle_call: SettleCall
    fill_form: FillForm
    desk: Desk
    words: Words
    wake: Callable[[], None]

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(UNDO)(self.undo)
        app.action(CALL_AGAIN)(self.call_again)
        app.action(IT_RANG)(self.it_rang)
        app.action(NOBODY_CALLED)(self.nobody_called)
        app.action(OPEN_FORM)(self.offered_form)

    async def undo(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Stop a call that was not sent yet."""
        await self._settle(ack, body, self.settle_call.undo)

    async def it_rang(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take the requester's word for an uncertain call."""
        await self._settle(ack, body, self.settle_call.it_rang)

    async def nobody_called(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take the requester's word for an uncertain call, and open the form to try again."""
        button = read_button(body)
        if await self._settle(ack, body, self.settle_call.nobody_called) is not None:
            await self._form_of_call(button)

    async def call_again(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form, filled in from an earlier call."""
        button = read_button(body)
        call = await self._own_call(button)
        await ack()
        if call is not None:
            await self._form_of_call(button)

    async def offered_form(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open a draft's form that could not be opened before."""
        button = read_button(body)
        form = await asyncio.to_thread(
            self.fill_form.of_draft,
            button.value,
            team_id=button.team_id,
            user_id=button.user_id,
        )
        await ack()
        if form is None:
            self.desk.tell_later(button, self.words.mrkdwn(LOST))
        else:
            self.desk.open_later(form, trigger_id=button.trigger_id)

    async def _settle(
        self, ack: AsyncAck, body: dict[str, Any], verb: Callable[..., Call | None]
    ) -> Call | None:
        button = read_button(body)
        call = await self._own_call(button)
        settled = None
        if call is not None:
            settled = await asyncio.to_thread(verb, call.call_id, by=button.user_id)
        await ack()
        if settled is not None:
            self.wake()
        elif call is not None:
            now = await asyncio.to_thread(self.ledger.call, call.call_id)
            self.desk.tell_later(button, too_late(now or call, self.words))
        return settled

    async def _own_call(self, button: Button) -> Call | None:
        """Read the call of a button, if the presser may do something with it."""
        call_id = int(button.value) if CALL_ID.fullmatch(button.value) else 0
        call = await asyncio.to_thread(self.ledger.call, call_id)
        if call is None or call.new.team_id != button.team_id:
            self.desk.tell_later(button, no_such_call(self.words))
            return None
        if call.new.requester_id != button.user_id:
            self.desk.tell_later(button, not_yours(call, self.words))
            return None
        return call

    async def _form_of_call(self, button: Button) -> None:
        call = await asyncio.to_thread(self.ledger.call, int(button.value))
        if call is None:
            return
        asked = Asked(
            key=f"{button.team_id}:{button.action_id}:{call.call_id}:{button.trigger_id}",
            team_id=button.team_id,
            channel_id=call.new.channel_id,
            user_id=button.user_id,
            surface=Surface.BUTTON,
            response_url=button.response_url,
        )
        form = await asyncio.to_thread(self.fill_form.of_call, call, asked)
        if form is not None:
            self.desk.open_later(form, trigger_id=button.trigger_id)
