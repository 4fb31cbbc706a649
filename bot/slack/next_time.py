"""The button in the form that takes the next usual time."""

import asyncio
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.form import Form
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.modal import USE_TIME, Anew, form_view, read_fields
from bot.slack.payloads import Button, read_button, read_submission, view_hash
from bot.use_cases.pick_time import PickTime


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTime:
    """The listener of *Use …*: what was typed stays, the time is filled in."""

    pick_time: PickTime
    desk: Desk
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(USE_TIME)(self.use)

    async def use(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Fill the offered time in; it is kept before Slack is answered."""
        button, view = read_button(body), read_submission(body)
        form = None
        if button.value.isdecimal():
            form = await asyncio.to_thread(
                self.pick_time,
                view.private_metadata,
                team_id=button.team_id,
                user_id=button.user_id,
                fields=read_fields(view),
                picked=button.value,
            )
        await ack()
        if form is not None:
            showing = self._show(form, button, view_id=view.view_id, hash_=view_hash(body))
            self.desk.background.start(showing, name="use time")

    async def _show(self, form: Form, button: Button, *, view_id: str, hash_: str) -> None:
        view = form_view(form, self.words, anew=Anew(mark=button.action_ts))
        what = f"form of draft={form.draft.draft_id}"
        await self.desk.updated(view_id, view, what=what, hash_=hash_)
