"""Lets those press what begins a call who may call, and those press the rest whose call it is."""

import asyncio
from dataclasses import dataclass
from functools import partial

from bot.calls.call import Call
from bot.calls.permission import SLACK_MAY_SAY_ELSE
from bot.messages.permission import turned_away
from bot.messages.problems import not_yours
from bot.messages.words import Words
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.payloads import Click
from bot.use_cases.callers import Callers


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Asks Slack where it must, so it is for after the ack; whoever is turned away is told why."""

    callers: Callers
    admins: Admins
    desk: Desk
    words: Words

    async def owns(self, click: Click, call: Call) -> bool:
        """Whether it is their own call, or they are an admin."""
        if call.new.requester_id == click.user_id:
            return True
        if await self.admins.admit(click, desk=self.desk):
            return True
        self.desk.tell_later(click, not_yours(call, self.words))
        return False

    async def lets_call(self, click: Click, *, channel_id: str, in_place: bool = False) -> bool:
        """Whether they may ask for calls in a channel, or for one in another's place."""
        refusal = partial(self.callers.refusal, channel_id=channel_id, in_place=in_place)
        profile = await asyncio.to_thread(
            self.callers.known, team_id=click.team_id, user_id=click.user_id
        )
        barred = await asyncio.to_thread(refusal, profile)
        if barred is not None and barred.rule in SLACK_MAY_SAY_ELSE:
            profile = await self.desk.profile_of(team_id=click.team_id, user_id=click.user_id)
            barred = await asyncio.to_thread(refusal, profile)
        if barred is None:
            return True
        self.desk.tell_later(click, turned_away(barred, "", self.words))
        return False
