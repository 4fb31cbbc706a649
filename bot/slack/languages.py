"""Which language is spoken: to people their own, in a channel the one that is set for it."""

import asyncio
import logging
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Protocol

from bot.calls.call import Call
from bot.calls.profile import Profile
from bot.errors import LedgerError
from bot.messages.catalogues import catalogue_of, language_of
from bot.messages.words import Words, words_in
from bot.use_cases.preferring import PreferenceLedger

log = logging.getLogger(__name__)

REMEMBERED = 30.0
"""Seconds for which a language is not looked up again: so late does another process hear of it."""

LONGEST_LOOK = 0.3
"""Seconds for which a request waits for its sender's language: an answer in time comes first."""

MOST = 10_000
"""Places whose language is remembered at a time."""

_readers: ContextVar[str] = ContextVar("reader's language", default="en")

READERS = Words(catalogue=lambda: catalogue_of(_readers.get()))
"""The words of whoever's request is being answered, wherever that is done: see `to_reader`."""


class LanguageLedger(PreferenceLedger, Protocol):
    """Who people are, and what is preferred where. It blocks."""

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read what is remembered of a person, None if nothing is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    language: str
    until: float
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """
    Looks up languages, and remembers them for a while. `time` is monotonic, in seconds;
    `otherwise` is spoken where nothing says which.
    """

    ledger: LanguageLedger
    otherwise: str
    time: Callable[[], float]
    _known: dict[tuple[str, str], _Known] = field(default_factory=dict)

    async def to_reader(self, *, team_id: str, user_id: str) -> bool:
        """
        Speak a person's language with READERS, in this task and those that it starts.

        Gives whether Slack has told who they are; the default is spoken until it has, and while
        the ledger does not answer.
        """
        try:
            async with asyncio.timeout(LONGEST_LOOK):
                known = await self._known_person(team_id, user_id)
        except TimeoutError:
            log.warning("language not read in time user=%s", user_id)
            known = self._found(None, is_met=True)
        _readers.set(known.language)
        return known.is_met

    async def of_person(self, *, team_id: str, user_id: str) -> Words:
        """Give the words for one person alone."""
        return words_in((await self._known_person(team_id, user_id)).language)

    async def of_thread(self, call: Call) -> Words:
        """Give the words for where a call is shown: a channel, or its requester's messages."""
        new = call.new
        channel_id = new.channel_id if call.card is None else call.card.channel_id
        return await self.of_place(
            team_id=new.team_id, channel_id=channel_id, owner_id=new.requester_id
        )

    async def of_place(self, *, team_id: str, channel_id: str, owner_id: str) -> Words:
        """Give the words for a channel, or for whose direct messages it is."""
        if channel_id == owner_id or channel_id.startswith("D"):
            return await self.of_person(team_id=team_id, user_id=owner_id)
        known = await self._remembered(team_id, channel_id, self._channel)
        return words_in(known.language)

    def forget(self, *, team_id: str, place: str) -> None:
        """Look up anew what is spoken to a person or in a channel."""
        self._known.pop((team_id, place), None)

    async def _known_person(self, team_id: str, user_id: str) -> _Known:
        return await self._remembered(team_id, user_id, self._person)

    async def _remembered(
        self, team_id: str, place: str, look: Callable[[str, str], _Known]
    ) -> _Known:
        known = self._known.get((team_id, place))
        if known is not None and self.time() < known.until:
            return known
        try:
            known = await asyncio.to_thread(look, team_id, place)
        except LedgerError as error:
            # Whoever asks meets the same, and has words for it: in whichever language.
            log.warning("language not read place=%s error=%s", place, error)
            return self._found(None, is_met=True)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[team_id, place] = known
        return known

    def _person(self, team_id: str, user_id: str) -> _Known:
        profile = self.ledger.profile(team_id=team_id, user_id=user_id)
        if profile is None:
            return self._found(self._preferred(team_id, user_id), is_met=False)
        return self._found(language_of(profile.locale, self.otherwise), is_met=True)

    def _channel(self, team_id: str, channel_id: str) -> _Known:
        return self._found(self._preferred(team_id, channel_id), is_met=True)

    def _preferred(self, team_id: str, place: str) -> str | None:
        found = self.ledger.preferences(place, team_id=team_id).get(place)
        return found.language if found else None

    def _found(self, language: str | None, *, is_met: bool) -> _Known:
        until = self.time() + REMEMBERED
        return _Known(language=language or self.otherwise, until=until, is_met=is_met)
