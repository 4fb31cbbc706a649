"""The buttons under an outcome that call again: now, in an hour, tomorrow."""

import asyncio
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.call import Call, Card
from bot.calls.draft import Surface
from bot.messages.outcomes import pressed_before
from bot.messages.words import Words
from bot.slack.desk import Desk
from bot.slack.gate import Gate
from bot.slack.payloads import Button, read_button, read_id
from bot.use_cases.asking import Asked
from bot.use_cases.call_after import CallAfter, Pressed, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """The listeners of the next steps, for whoever may call."""

    call_after: CallAfter
    gate: Gate
    desk: Desk
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        for step in Step:
            app.action(step.value)(self.press)

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the form for the step, or say who took it."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._press(button), name="next step")

    async def _press(self, button: Button) -> None:
        call = await self.desk.call_of(button, read_id(button.value))
        if call is None:
            return
        if await self.gate.lets_call(button, channel_id=call.new.channel_id):
            await self._step(button, call)

    async def _step(self, button: Button, call: Call) -> None:
        asked = Asked(
            key="",
            team_id=button.team_id,
            channel_id=button.channel_id,
            user_id=button.user_id,
            surface=Surface.BUTTON,
            response_url=button.response_url,
        )
        stands = Card(channel_id=button.channel_id, ts=button.message_ts)
        answer = await asyncio.to_thread(
            self.call_after.press, call, Step(button.action_id), asked, stands=stands
        )
        if isinstance(answer, Pressed):
            told = pressed_before(answer.by, answer.call_id, self.words)
            self.desk.tell_later(button, told)
            return
        await self.desk.open_now(answer, trigger_id=button.trigger_id)
        self.desk.wake()
