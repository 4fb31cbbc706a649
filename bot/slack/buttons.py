"""What Slack calls when a button of a call or a kept form is pressed."""

import asyncio
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.messages.cards import CANCEL, RESCHEDULE, UNDO
from bot.messages.form_words import LOST
from bot.messages.replies import CALL_AGAIN
from bot.messages.uncertain import (
    IT_RANG,
    NOBODY_CALLED,
    NOT_AT_ZEEG,
    ZEEG_HAS_IT,
    was_due_since,
)
from bot.messages.usage import OPEN_FORM
from bot.messages.words import Words
from bot.slack.acting import Acting
from bot.slack.desk import Desk
from bot.slack.payloads import read_button, read_id
from bot.use_cases.fill_form import FillForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Buttons:
    """
    The listeners of every button. A button carries an id only: whose call it is and where it
    stands is read again from the ledger.
    """

    acting: Acting
    fill_form: FillForm
    desk: Desk
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(UNDO)(self.undo)
        app.action(CANCEL)(self.cancel)
        app.action(RESCHEDULE)(self.reschedule)
        app.action(CALL_AGAIN)(self.call_again)
        app.action(IT_RANG)(self.it_rang)
        app.action(ZEEG_HAS_IT)(self.zeeg_has_it)
        app.action(NOBODY_CALLED)(self.nobody_called)
        app.action(NOT_AT_ZEEG)(self.not_at_zeeg)
        app.action(OPEN_FORM)(self.offered_form)

    async def undo(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Stop a call that was not sent yet."""
        button = read_button(body)
        await self.acting.stop(ack, button, read_id(button.value), self.acting.settle_call.undo)

    async def cancel(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Stop a call that waits here, or say what can be done about one that does not."""
        button = read_button(body)
        await self.acting.stop(ack, button, read_id(button.value), self.acting.settle_call.cancel)

    async def reschedule(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form for a call that takes this one's place."""
        button = read_button(body)
        call = await self.desk.call_of(button, read_id(button.value))
        await ack()
        if call is not None:
            self.desk.later(button, self.acting.reschedule(button, call), name="reschedule")

    async def it_rang(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take a person's word for an uncertain call."""
        button, verb = read_button(body), self.acting.settle_call.it_rang
        await self.acting.settle(ack, button, read_id(button.value), verb)

    async def zeeg_has_it(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take a person's word for an uncertain call that is due later."""
        button, verb = read_button(body), self.acting.settle_call.zeeg_has_it
        await self.acting.settle(ack, button, read_id(button.value), verb)

    async def nobody_called(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take a person's word for an uncertain call, and open the form to try again."""
        button = read_button(body)
        verb, then = self.acting.settle_call.nobody_called, self.acting.form_of_call
        await self.acting.settle(ack, button, read_id(button.value), verb, then=then)

    async def not_at_zeeg(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """
        Take a person's word that an uncertain call that is due later is not at Zeeg, and open the
        form to try again; if it was due meanwhile, ask whether it rang.
        """
        button = read_button(body)
        call, now = await self.desk.call_of(button, read_id(button.value)), self.desk.clock.now()
        if call is None:
            await ack()
        elif call.is_unknown and call.due <= now:
            await ack()
            asks = was_due_since(call, words=self.words, now=now)
            self.desk.later(button, self.desk.show_to(button, asks), name="was due")
        else:
            await self.nobody_called(ack, body)

    async def call_again(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form, filled in from an earlier call."""
        button = read_button(body)
        call = await self.desk.call_of(button, read_id(button.value))
        await ack()
        if call is not None:
            self.desk.later(button, self.acting.again(button, call), name="call again")

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
            self.desk.open_later(form, button)
