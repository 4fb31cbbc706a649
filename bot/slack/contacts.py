"""Whom somebody had called before: asked which is meant, and the form opened with the answer."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.form import Form
from bot.messages.contacts import PICK_CONTACT, which_contact
from bot.messages.form_words import LOST
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.payloads import read_button
from bot.use_cases.earlier_contacts import EarlierContacts

VALUE = re.compile(r"([A-Za-z0-9_-]{1,64}):([0-9]{1,15})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Asks, and listens to the answer."""

    earlier: EarlierContacts
    desk: Desk
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(re.compile(rf"{PICK_CONTACT}:[0-9]+"))(self.picked)

    async def known(self, form: Form) -> Form | None:
        """Fill the form in if its line names one earlier contact; None if it was asked which."""
        calls = await asyncio.to_thread(self.earlier.meant, form)
        if not calls:
            return form
        if len(calls) == 1:
            return await asyncio.to_thread(self.earlier.fill, form, calls[0])
        draft_id = form.draft.draft_id
        which = which_contact(calls, draft_id=draft_id, words=self.words)
        await self.desk.show_to(form.draft, which)
        await asyncio.to_thread(self.desk.ledger.draft_shown, draft_id)
        return None

    async def picked(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form with the contact that was chosen."""
        button = read_button(body)
        named = VALUE.fullmatch(button.value)
        form = None
        if named is not None:
            form = await asyncio.to_thread(
                self.earlier.picked,
                named[1],
                int(named[2]),
                team_id=button.team_id,
                user_id=button.user_id,
            )
        await ack()
        if form is None:
            self.desk.tell_later(button, self.words.mrkdwn(LOST))
        else:
            self.desk.open_later(form, button)
