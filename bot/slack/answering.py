"""Goes on with what somebody asked for, once Slack was answered: a form, a call, or a reason."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from slack_bolt.async_app import AsyncAck

from bot.calls.draft import Draft
from bot.calls.form import Form
from bot.messages.permission import turned_away
from bot.messages.problems import SLOW
from bot.messages.words import Words
from bot.parsing.slack_text import as_typed
from bot.slack.contacts import Contacts
from bot.slack.desk import Desk
from bot.slack.did_you_mean import DidYouMean
from bot.slack.introducing import Introducing
from bot.slack.patience import is_in_time
from bot.slack.payloads import Click, Command
from bot.use_cases.asking import (
    Accepted,
    Answer,
    Asked,
    OpenForm,
    ReadProfile,
    Repeated,
    TurnedAway,
)
from bot.use_cases.request_call import RequestCall

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What command, Home and shortcuts have in common. `wake` wakes the worker."""

    request_call: RequestCall
    desk: Desk
    words: Words
    wake: Callable[[], None]
    did_you_mean: DidYouMean
    introducing: Introducing
    contacts: Contacts

    async def ask(
        self, ack: AsyncAck, click: Click, asked: Asked, *, then: Callable[[Answer], None]
    ) -> None:
        """Keep what somebody pressed, answer Slack, and go on with `then`, late if need be."""
        asking = asyncio.ensure_future(self.desk.do.shared(partial(self.request_call.ask, asked)))
        if await is_in_time(asking):
            answer = asking.result()
            await ack()
            then(answer)
            return
        await ack()
        self.desk.tell_later(click, self.words.mrkdwn(SLOW))
        self.desk.later(click, _late(asking, then), name="late")

    def go_on(self, click: Click, answer: Answer) -> None:
        """Show, place or explain; it is on disk already."""
        match answer:
            case OpenForm(form=form):
                self.desk.later(click, self._open(form, click), name="open form")
            case ReadProfile(draft=draft):
                self.desk.later(click, self._resume(draft, click), name="resume")
            case TurnedAway(barred=barred):
                self.desk.tell_later(click, turned_away(barred, _typed(click), self.words))
            case Accepted():
                self.wake()
            case Repeated():
                log.info("a delivery was repeated")
            case _:
                assert_never(answer)

    async def _resume(self, draft: Draft, click: Click) -> None:
        """Go on once it is known who asked; the trigger of their click lives 3 s."""
        profile = await self.desk.profile_of(team_id=draft.team_id, user_id=draft.user_id)
        answer = await asyncio.to_thread(self.request_call.resume, draft, profile)
        match answer:
            case OpenForm(form=form):
                await self._open(form, click)
            case Accepted():
                self.wake()
            case TurnedAway(barred=barred):
                await self.desk.tell(click, turned_away(barred, _typed(click), self.words))
            case _:
                assert_never(answer)

    async def _open(self, form: Form, click: Click) -> None:
        """Open the form, unless the line looks like a subcommand with a slip in it."""
        introduced = await self.introducing.mentioned(form)
        known = await self.contacts.known(introduced)
        if known is None:
            return
        typed = self.did_you_mean.guess(known, is_contact=known is not introduced)
        form = known
        if typed is None:
            await self.desk.open_now(form, trigger_id=click.trigger_id)
        else:
            await self.did_you_mean.ask(typed, form)


async def _late(asking: asyncio.Future[Answer], then: Callable[[Answer], None]) -> None:
    then(await asking)


def _typed(click: Click) -> str:
    return as_typed(click.text) if isinstance(click, Command) else ""
