"""The people picker in the form."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.calls.draft import FormField
from bot.errors import SlackError, SlackRefusedError
from bot.messages.words import Words
from bot.slack.introducing import Introducing
from bot.slack.modal import PERSON_PICKED, Anew, form_view, read_fields
from bot.slack.payloads import read_button, read_submission, view_hash
from bot.slack.web_api import asked
from bot.use_cases.pick_person import FROM_PROFILE, Picked, PickPerson

Update = Callable[[], Awaitable[AsyncSlackResponse]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The listener of the picker: it fills the form in, and calls nobody."""

    pick_person: PickPerson
    introducing: Introducing
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(PERSON_PICKED)(self.picked)

    async def picked(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Keep what stands in the form before Slack is answered; then ask who was picked."""
        button, view = read_button(body), read_submission(body)
        fields = read_fields(view)
        picked = await asyncio.to_thread(
            self.pick_person.keep,
            view.private_metadata,
            team_id=button.team_id,
            user_id=button.user_id,
            fields=fields,
        )
        await ack()
        user_id = fields.get(FormField.PERSON)
        if picked is not None and user_id:
            filling = self._fill(picked, user_id, button.action_ts, view.view_id, view_hash(body))
            self.introducing.desk.later(button, filling, name="person picked")

    async def _fill(
        self, picked: Picked, user_id: str, mark: str, view_id: str, hash_: str
    ) -> None:
        contact = await self.introducing.contact(user_id, picked.draft)
        if not await asyncio.to_thread(self.pick_person.is_newest, picked):
            return
        form = await asyncio.to_thread(self.pick_person.fill, picked, contact)
        view = form_view(form, self.words, anew=Anew(mark=mark, fields=FROM_PROFILE))
        update = partial(self.introducing.desk.client.views_update, view_id=view_id, view=view)
        try:
            await self._updated(picked, partial(update, hash=hash_ or None), update)
        except SlackError as error:
            log.warning("not updated: form of draft=%s code=%s", form.draft.draft_id, error.code)

    async def _updated(self, picked: Picked, at_first: Update, again: Update) -> None:
        """Update a form, also one that an earlier pick has filled in after this one was made."""
        try:
            await asked(at_first())
        except SlackRefusedError as error:
            is_newest = await asyncio.to_thread(self.pick_person.is_newest, picked)
            if error.code != "hash_conflict" or not is_newest:
                raise
            await asked(again())
