"""A line that looks like a subcommand and is none: asked about, and kept as a draft."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.draft import Draft, FormField
from bot.calls.form import Form
from bot.messages.form_words import LOST
from bot.messages.usage import MEANT, did_you_mean
from bot.messages.words import Words
from bot.parsing import refusal_in
from bot.slack.desk import Desk
from bot.slack.kept_ack import KeptAck
from bot.slack.payloads import Button, Command, read_button
from bot.slack.subcommands import Answer, Subcommand, Typed, near_miss

SHORT = re.compile(r"[#\w]{1,20}")
"""What is shown of what stood behind the word; a number is rather not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DidYouMean:
    """
    Asks, and listens to *Yes*. *No* is the button that opens a kept draft's form. `open_draft`
    reads a draft for whoever goes on with it; it blocks.
    """

    open_draft: Callable[..., Draft | None]
    desk: Desk
    words: Words
    subcommands: Mapping[Subcommand, Answer]

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(MEANT)(self.press)

    def guess(self, form: Form, *, is_contact: bool = False) -> Typed | None:
        """
        Guess what the line of a form was meant to be, before the form is opened.

        None once the line is known to speak of somebody: then a word alone may be their name,
        unless it says that they are not to be called. `is_contact` tells that it is the name of
        somebody who was called before.
        """
        line = form.draft.fields.get(FormField.REQUEST_TEXT, "")
        typed = near_miss(line)
        if typed is None or (FormField.PHONE_NUMBER not in form.fields and not is_contact):
            return typed
        if typed.argument and typed.subcommand is not Subcommand.AGAIN and not is_contact:
            return typed
        refusal = refusal_in(line)
        return typed if refusal is not None and refusal.deed is not None else None

    async def ask(self, typed: Typed, form: Form) -> None:
        """Ask who typed it; the form is offered by itself if that cannot be said."""
        draft = form.draft
        is_shown = typed.subcommand is Subcommand.AGAIN or SHORT.fullmatch(typed.argument)
        shown = typed.argument if is_shown else "…"
        meant = f"{typed.subcommand} {shown}" if typed.argument else typed.subcommand.value
        rendered = did_you_mean(meant, draft_id=draft.draft_id, words=self.words)
        await self.desk.show_to(draft, rendered)
        await asyncio.to_thread(self.desk.ledger.draft_shown, draft.draft_id)

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Do what was meant."""
        button = read_button(body)
        draft = await asyncio.to_thread(
            self.open_draft, button.value, team_id=button.team_id, user_id=button.user_id
        )
        await ack()
        line = "" if draft is None else draft.fields.get(FormField.REQUEST_TEXT, "")
        typed = near_miss(line)
        if draft is None or typed is None:  # sent, somebody else's, or erased meanwhile
            self.desk.tell_later(button, self.words.mrkdwn(LOST))
            return
        command = _command(button, draft)
        self.desk.later(command, self._answer(command, typed), name="what was meant")

    async def _answer(self, command: Command, typed: Typed) -> None:
        """Let the subcommand answer; what it would say in the ack is whispered."""
        answer = KeptAck()
        await self.subcommands[typed.subcommand](answer, command, typed.argument)
        if answer.said is not None:
            await self.desk.show_to(command, answer.said)


def _command(button: Button, draft: Draft) -> Command:
    """Write the press as the command that was meant."""
    return Command(
        team_id=button.team_id,
        user_id=button.user_id,
        channel_id=draft.channel_id,
        text=draft.fields.get(FormField.REQUEST_TEXT, ""),
        trigger_id=button.trigger_id,
        response_url=button.response_url,
    )
