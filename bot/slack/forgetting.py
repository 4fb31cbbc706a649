"""`/zeegcall forget`: an admin says yes to it, and is told what was done and what could not be."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.doubts import Doubt
from bot.messages.doubts import nothing_changed
from bot.messages.erasing import (
    FORGET,
    ask_to_forget,
    forgotten,
    how_to_forget,
    only_admins_forget,
)
from bot.messages.masking import mask_number
from bot.messages.words import Mrkdwn, Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Button, Command, read_button
from bot.slack.subcommands import Answer, Subcommand
from bot.use_cases.erase import Forget


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """
    The listener of `forget`, for admins. `region_of` gives the ISO 3166 code whose national
    numbers somebody means; it blocks.
    """

    forget: Forget
    region_of: Callable[[Command], str | None]
    admins: Admins
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.FORGET: self.answer}

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(FORGET)(self.press)

    async def answer(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Ask for a yes, once it is known that an admin asks: nothing brings back what is gone."""
        if not argument:
            await ack(text=how_to_forget(self.words))
            return
        await ack()
        self.desk.later(command, self._answer(command, argument), name="ask to forget")

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Forget a number, once it is known that an admin says yes."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._press(button), name="forget")

    async def _answer(self, command: Command, argument: str) -> None:
        if not await self.admins.admit(command, desk=self.desk):
            await self.desk.tell(command, only_admins_forget(self.words))
            return
        region = await asyncio.to_thread(self.region_of, command)
        phone = self.forget.number(argument, region=region)
        if isinstance(phone, Doubt):
            await self.desk.tell(command, nothing_changed(phone, self.words))
            return
        await self.desk.show_to(command, ask_to_forget(phone.e164, self.words))

    async def _press(self, button: Button) -> None:
        may = await self.admins.admit(button, desk=self.desk)
        text = await self._forgotten(button) if may else only_admins_forget(self.words)
        await self.desk.tell(button, text)

    async def _forgotten(self, button: Button) -> Mrkdwn:
        number = button.value
        done = await asyncio.to_thread(self.forget, number, by=button.user_id)
        self.desk.wake()
        return forgotten(mask_number(number), done, self.words)
