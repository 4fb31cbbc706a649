"""Keeps Home tabs up to date, one after another and within Slack's limits."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol, Self

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.calls.call import Call
from bot.calls.profile import Profile
from bot.errors import LedgerError, SlackRefusedError, SlackUnavailableError, trace_of
from bot.messages.blocks import Block
from bot.messages.home import home_of_guest, home_view
from bot.messages.words import Words
from bot.ports import Clock
from bot.slack.languages import Languages
from bot.slack.pacing import Pace
from bot.slack.web_api import asked
from bot.use_cases.home_ledger import HomeLedger
from bot.use_cases.list_ledger import ListLedger

log = logging.getLogger(__name__)

MOST = 10
"""Calls of either half."""

TRIES = 5
"""So often is a Home tried that Slack does not take; the next opening shows it anyway."""

LATER = 2.0
"""Seconds to the next try if Slack names none."""


class HomesLedger(HomeLedger, ListLedger, Protocol):
    """What a Home shows, and whose it is."""

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read what is remembered of a person, None if nothing is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A person in a workspace."""

    team_id: str
    user_id: str


@dataclass(kw_only=True)
class Homes:
    """
    Publishes what is stale. A Home that is asked for twice before its turn is published once,
    and shows the calls as they are then, so nothing need be kept over a restart.
    """

    client: AsyncWebClient
    ledger: HomesLedger
    pace: Pace
    clock: Clock
    languages: Languages
    later: float = LATER

    _stale: dict[Whose, int] = field(default_factory=dict)
    _rung: asyncio.Event = field(default_factory=asyncio.Event)

    def refresh(self, *, team_id: str, user_id: str) -> None:
        """Publish somebody's Home soon, if they have opened it once."""
        self._stale[Whose(team_id=team_id, user_id=user_id)] = 0
        self._rung.set()

    def moved(self, call: Call) -> None:
        """Take note that a call was said to stand elsewhere."""
        self.refresh(team_id=call.new.team_id, user_id=call.new.requester_id)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[Self]:
        """Publish what is stale while inside; what was begun is finished."""
        publishing = asyncio.create_task(self._run())
        try:
            yield self
        finally:
            publishing.cancel()
            await asyncio.wait({publishing})

    async def _run(self) -> None:
        while True:
            await self._rung.wait()
            self._rung.clear()
            while self._stale:
                whose = next(iter(self._stale))
                tries = self._stale.pop(whose)
                seconds = await self._guarded(whose)
                if seconds is not None and tries < TRIES:
                    self._stale.setdefault(whose, tries + 1)
                    await asyncio.sleep(seconds)

    async def _guarded(self, whose: Whose) -> float | None:
        """Let one Home that cannot be shown keep no other from it."""
        publishing = asyncio.create_task(self._publish(whose))
        try:
            await asyncio.wait({publishing})
        except asyncio.CancelledError:
            await asyncio.wait({publishing})  # its thread would read from a ledger that is closed
            raise
        error = publishing.exception()
        if error is None:
            return publishing.result()
        log.error("home not published user=%s trace=%s", whose.user_id, trace_of(error))
        return None

    async def _publish(self, whose: Whose) -> float | None:
        """Publish one; give the seconds until it may be tried again if it was not taken."""
        try:
            words = await self.languages.of_person(team_id=whose.team_id, user_id=whose.user_id)
            view = await asyncio.to_thread(self._view, whose, words)
        except LedgerError as error:
            log.error("home not read error=%s", error)  # noqa: TRY400 - its cause is named
            return self.later
        if view is None:
            return None

        async def publish() -> AsyncSlackResponse:
            return await asked(self.client.views_publish(user_id=whose.user_id, view=view))

        try:
            await self.pace.publish(publish, turn=f"{whose.team_id}:{whose.user_id}")
        except SlackUnavailableError as error:
            return error.seconds if error.seconds is not None else self.later
        except SlackRefusedError as error:
            log.warning("home refused user=%s code=%s", whose.user_id, error.code)
        return None

    def _view(self, whose: Whose, words: Words) -> Block | None:
        ledger = self.ledger
        if not ledger.has_home(team_id=whose.team_id, user_id=whose.user_id):
            return None
        profile = ledger.profile(team_id=whose.team_id, user_id=whose.user_id)
        if profile is not None and profile.is_guest:
            return home_of_guest(words)
        listing = ledger.listed(team_id=whose.team_id, requester_id=whose.user_id, most=MOST)
        return home_view(listing, words=words, now=self.clock.now())
