"""What buttons and subcommands do to a call: who may, what it does, and what is said then."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial

from slack_bolt.async_app import AsyncAck

from bot.calls.call import Call
from bot.calls.draft import Surface
from bot.calls.status import NOT_SENT
from bot.messages.cancelling import done, not_cancelled
from bot.messages.problems import (
    form_not_opened,
    too_late,
)
from bot.messages.words import Mrkdwn, Words
from bot.ports import Ledger
from bot.slack.desk import Desk
from bot.slack.gate import Gate
from bot.slack.payloads import Button, Click, Command
from bot.use_cases.asking import Asked
from bot.use_cases.fill_form import FillForm
from bot.use_cases.settle_call import SettleCall

Verb = Callable[..., Call | None]
Sorry = Callable[[Call, Words], Mrkdwn]
Then = Callable[[Click, Call], Coroutine[None, None, None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Whose call it is and where it stands is read from the ledger, never from the click."""

    ledger: Ledger
    settle_call: SettleCall
    fill_form: FillForm
    gate: Gate
    desk: Desk
    words: Words
    wake: Callable[[], None]
    moved: Callable[[Call], None]

    async def stop(self, ack: AsyncAck, click: Click, call_id: int, verb: Verb) -> None:
        """Stop a call for certain, or say what is and is not possible."""
        sorry = partial(not_cancelled, now=self.desk.clock.now())
        await self.settle(ack, click, call_id, verb, sorry=sorry)

    async def settle(
        self,
        ack: AsyncAck,
        click: Click,
        call_id: int,
        verb: Verb,
        *,
        sorry: Sorry = too_late,
        then: Then | None = None,
    ) -> None:
        """Do it before Slack is answered for the requester; who is an admin is asked after it."""
        call = await self.desk.call_of(click, call_id)
        if call is None:
            await ack()
        elif call.new.requester_id == click.user_id:
            settled = await self._do(click, call, verb, sorry)
            await ack()
            if settled and then is not None:
                self._go_on(click, call, then)
        else:
            await ack()
            doing = self._settle_for_admin(click, call, verb, sorry, then)
            self.desk.later(click, doing, name="settle for an admin")

    async def again(self, click: Click, call: Call, *, when: str = "") -> None:
        """
        Open the form, filled in from an earlier call, and with a time if one was typed: by its
        button for whoever may call, who sees the number masked; by its number, which anybody
        could guess, for whose call it is.
        """
        if isinstance(click, Button) or await self.gate.owns(click, call):
            await self.form_of_call(click, call, when=when)

    async def reschedule(self, click: Click, call: Call) -> None:
        """Open the form for a call that takes this one's place, while this one still waits."""
        if not await self.gate.owns(click, call):
            return
        if not await self.gate.lets_call(click, channel_id=call.new.channel_id, in_place=True):
            return
        asked = _asked(click, call)
        form = await asyncio.to_thread(self.fill_form.to_reschedule, call, asked)
        if form is not None:
            await self.desk.open_now(form, trigger_id=click.trigger_id)
        elif call.status not in NOT_SENT:
            sorry = not_cancelled(call, self.words, now=self.desk.clock.now())
            self.desk.tell_later(click, sorry)

    async def form_of_call(self, click: Click, call: Call, *, when: str = "") -> None:
        """Open the form for a call after this one, for whoever may call."""
        if not await self.gate.lets_call(click, channel_id=call.new.channel_id):
            return
        now = await asyncio.to_thread(self.ledger.call, call.call_id) or call
        form = await asyncio.to_thread(self.fill_form.of_call, now, _asked(click, call), when=when)
        if form is not None:
            await self.desk.open_now(form, trigger_id=click.trigger_id)

    async def _settle_for_admin(
        self, click: Click, call: Call, verb: Verb, sorry: Sorry, then: Then | None
    ) -> None:
        if not await self.gate.owns(click, call):
            return
        if await self._do(click, call, verb, sorry) and then is not None:
            self._go_on(click, call, then)

    def _go_on(self, click: Click, call: Call, then: Then) -> None:
        """Do what follows, apart from what was done: if it fails, that was done all the same."""
        unkept = partial(form_not_opened, call.call_id)
        self.desk.later(click, then(click, call), name="then", unkept=unkept)

    async def _do(self, click: Click, call: Call, verb: Verb, sorry: Sorry) -> bool:
        """Do it, or say that its time is over."""
        settled = await asyncio.to_thread(
            verb, call.call_id, by=click.user_id, surface=_surface_of(click)
        )
        if settled is not None:
            self.wake()
            self.moved(settled)
            if not _is_seen(click):
                self.desk.tell_later(click, done(settled, self.words))
            return True
        now = await asyncio.to_thread(self.ledger.call, call.call_id)
        self.desk.tell_later(click, sorry(now or call, self.words))
        return False


def _is_seen(click: Click) -> bool:
    """Whether who did it sees what became of it where they are: in a thread, or at Home."""
    return isinstance(click, Button) and (
        click.is_home or not (click.is_ephemeral or click.view_id)
    )


def _surface_of(click: Click) -> Surface:
    """Say for the record where in Slack somebody pressed or typed."""
    if isinstance(click, Button):
        return Surface.HOME if click.is_home else Surface.BUTTON
    return Surface.COMMAND if isinstance(click, Command) else Surface.SHORTCUT


def _asked(click: Click, call: Call) -> Asked:
    """Ask for a call after this one, where this one was asked for."""
    name = click.action_id if isinstance(click, Button) else "again"
    return Asked(
        key=f"{click.team_id}:{name}:{call.call_id}:{click.trigger_id}",
        team_id=click.team_id,
        channel_id=call.new.channel_id,
        user_id=click.user_id,
        surface=_surface_of(click),
        text=click.text if isinstance(click, Command) else "",
        response_url=click.response_url,
    )
