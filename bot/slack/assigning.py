"""An admin says which call has ended: a view with the calls that it may have been."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.event import EventState, KeptEvent
from bot.messages.alerts import (
    ADMINS_ONLY,
    ASSIGN,
    CLOSE,
    NOT_KNOWN,
    TAKE,
    TITLE,
    WHICH,
    choices,
    settled,
)
from bot.messages.blocks import Block, modal, plain
from bot.messages.words import Mrkdwn, Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Button, Submission, read_button, read_id, read_submission
from bot.use_cases.record_outcome import RecordOutcome

CALLBACK_ID = "assign_form"
CALL = "call"

NEAR = timedelta(days=1)
MOST = 9
"""Calls that are offered: Slack takes ten buttons, and one says that it was none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigning:
    """The listeners of *Assign* and its view."""

    record: RecordOutcome
    admins: Admins
    desk: Desk
    words: Words
    wake: Callable[[], None]

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(ASSIGN)(self.press)
        app.view(CALLBACK_ID)(self.submission)

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show the calls that it may have been."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._offer(button), name="offer calls")

    async def submission(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take the admin's word."""
        submission = read_submission(body)
        await ack()
        self.desk.later(submission, self._assign(submission), name="assign")

    async def _offer(self, button: Button) -> None:
        if not await self.admins.admit(button, desk=self.desk):
            self.desk.tell_later(button, self.words.mrkdwn(ADMINS_ONLY))
            return
        event = await self._event(button.value)
        if event is None or event.ended is None:  # settled, or erased
            self.desk.tell_later(button, self._settled(event))
            return
        at = event.ended.started_at or event.received_at
        near = partial(self.record.ledger.calls_for, event.ended, at=at, near=NEAR, limit=MOST)
        calls = await asyncio.to_thread(near)
        view = self._view(event, choices(calls, self.words))
        await self.desk.open_view(button, view, what="assign")

    async def _assign(self, submission: Submission) -> None:
        if not await self.admins.admit(submission, desk=self.desk):
            await self.desk.tell(submission, self.words.mrkdwn(ADMINS_ONLY))
            return
        chosen = _chosen(submission)
        event = await self._event(submission.private_metadata)
        if event is not None:
            event = await asyncio.to_thread(self._take, event, chosen, by=submission.user_id)
            self.wake()
        await self.desk.tell(submission, self._settled(event))

    def _take(self, event: KeptEvent, chosen: str, *, by: str) -> KeptEvent | None:
        """Take the word, and tell how the event stands; it is read only if nothing was changed."""
        call_id = read_id(chosen) or None
        if not self.record.assign(event.event_id, call_id=call_id, by=by):
            return self.record.ledger.event(event.event_id)
        state = EventState.DISMISSED if call_id is None else EventState.MATCHED
        return replace(event, state=state, call_id=call_id, settled_by=by)

    async def _event(self, value: str) -> KeptEvent | None:
        return await asyncio.to_thread(self.record.ledger.event, read_id(value))

    def _settled(self, event: KeptEvent | None) -> Mrkdwn:
        if event is None:
            return self.words.mrkdwn(NOT_KNOWN)
        return settled(event, self.words)

    def _view(self, event: KeptEvent, options: list[Block]) -> Block:
        question: Block = {
            "type": "input",
            "block_id": CALL,
            "label": plain(self.words.plain(WHICH)),
            "element": {"type": "radio_buttons", "action_id": CALL, "options": options},
        }
        return modal(
            self.words.plain(TITLE),
            [question],
            close=self.words.plain(CLOSE),
            submit=self.words.plain(TAKE),
            callback_id=CALLBACK_ID,
            private_metadata=str(event.event_id),
        )


def _chosen(submission: Submission) -> str:
    element = submission.state.get(CALL, {}).get(CALL) or {}
    return str((element.get("selected_option") or {}).get("value") or "")
