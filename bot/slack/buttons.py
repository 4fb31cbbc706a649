"""What Slack calls when a button is pressed: who may, what it does, and what is said then."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.call import Call
from bot.calls.draft import Surface
from bot.messages.cards import UNDO
from bot.messages.form_words import LOST
from bot.messages.problems import no_such_call, too_late
from bot.messages.replies import CALL_AGAIN, IT_RANG, NOBODY_CALLED
from bot.messages.usage import OPEN_FORM
from bot.messages.words import Words
from bot.ports import Ledger
from bot.slack.desk import Desk
from bot.slack.gate import Gate
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
    gate: Gate
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
        """Take a person's word for an uncertain call."""
        await self._settle(ack, body, self.settle_call.it_rang)

    async def nobody_called(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take a person's word for an uncertain call, and open the form to try again."""
        await self._settle(ack, body, self.settle_call.nobody_called, then=self._form_of_call)

    async def call_again(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form, filled in from an earlier call."""
        button = read_button(body)
        call = await self._call_of(button)
        await ack()
        if call is not None:
            self.desk.background.start(self._again(button, call), name="call again")

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

    async def _again(self, button: Button, call: Call) -> None:
        if await self.gate.owns(button, call):
            await self._form_of_call(button, call)

    async def _settle(
        self,
        ack: AsyncAck,
        body: dict[str, Any],
        verb: Callable[..., Call | None],
        *,
        then: Callable[[Button, Call], Coroutine[None, None, None]] | None = None,
    ) -> None:
        """Do it before Slack is answered for the requester; who is an admin is asked after it."""
        button = read_button(body)
        call = await self._call_of(button)
        if call is not None and call.new.requester_id == button.user_id:
            settled = await self._do(button, call, verb)
            await ack()
            if settled and then is not None:
                self.desk.background.start(then(button, call), name="then")
            return
        await ack()
        if call is not None:
            doing = self._settle_for_admin(button, call, verb, then)
            self.desk.background.start(doing, name="settle for an admin")

    async def _settle_for_admin(
        self,
        button: Button,
        call: Call,
        verb: Callable[..., Call | None],
        then: Callable[[Button, Call], Coroutine[None, None, None]] | None,
    ) -> None:
        if not await self.gate.owns(button, call):
            return
        if await self._do(button, call, verb) and then is not None:
            await then(button, call)

    async def _do(self, button: Button, call: Call, verb: Callable[..., Call | None]) -> bool:
        """Do it, or say that its time is over."""
        settled = await asyncio.to_thread(verb, call.call_id, by=button.user_id)
        if settled is not None:
            self.wake()
            return True
        now = await asyncio.to_thread(self.ledger.call, call.call_id)
        self.desk.tell_later(button, too_late(now or call, self.words))
        return False

    async def _call_of(self, button: Button) -> Call | None:
        """Read the call of a button, if it is one of the presser's workspace."""
        call_id = int(button.value) if CALL_ID.fullmatch(button.value) else 0
        call = await asyncio.to_thread(self.ledger.call, call_id)
        if call is None or call.new.team_id != button.team_id:
            self.desk.tell_later(button, no_such_call(self.words))
            return None
        return call

    async def _form_of_call(self, button: Button, call: Call) -> None:
        """Open the form for a call after this one, for whoever may call."""
        if not await self.gate.lets_call(button, call):
            return
        now = await asyncio.to_thread(self.ledger.call, call.call_id) or call
        asked = Asked(
            key=f"{button.team_id}:{button.action_id}:{call.call_id}:{button.trigger_id}",
            team_id=button.team_id,
            channel_id=call.new.channel_id,
            user_id=button.user_id,
            surface=Surface.BUTTON,
            response_url=button.response_url,
        )
        form = await asyncio.to_thread(self.fill_form.of_call, now, asked)
        if form is not None:
            await self.desk.open_now(form, trigger_id=button.trigger_id)
