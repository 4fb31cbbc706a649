"""Looks up whether somebody may ask for a call, by what is remembered of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.calls.permission import CallerRules, DailyCap, NotAllowed, Rule, cap_of, refuse_caller
from bot.calls.profile import Profile
from bot.ports import Clock
from bot.use_cases.reader import PROFILE_GOOD_FOR


class CallerLedger(Protocol):
    """What is remembered of people and of how often they called. It blocks."""

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read what is remembered of a person, None if nothing is."""
        ...

    def calls_since(self, since: datetime, *, team_id: str, requester_id: str) -> int:
        """Count the calls that somebody asked for since then, without those that were stopped."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """Who may call. It blocks, shortly, on the ledger."""

    ledger: CallerLedger
    clock: Clock
    rules: CallerRules

    def known(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read who somebody is, None if that is unknown or was read too long ago."""
        profile = self.ledger.profile(team_id=team_id, user_id=user_id)
        if profile is None or self.clock.now() - profile.read_at > PROFILE_GOOD_FOR:
            return None
        return profile

    def refusal(
        self, profile: Profile | None, *, channel_id: str, in_place: bool = False
    ) -> NotAllowed | None:
        """
        Say why somebody may not call from a channel, None if they may. A call that is to take
        another's place is one more in a day only if that is so while it is recorded.
        """
        barred = refuse_caller(
            profile, channel_id=channel_id, rules=self.rules, now=self.clock.now()
        )
        if barred is not None or profile is None or in_place:
            return barred
        cap = self.cap(profile)
        return self._over(profile, cap) if cap is not None else None

    def cap(self, profile: Profile | None) -> DailyCap | None:
        """Give the cap that holds for somebody today, for the moment of recording."""
        if profile is None:
            return None
        return cap_of(profile, rules=self.rules, now=self.clock.now())

    def _over(self, profile: Profile, cap: DailyCap) -> NotAllowed | None:
        count = self.ledger.calls_since(
            cap.since, team_id=profile.team_id, requester_id=profile.user_id
        )
        return NotAllowed(rule=Rule.DAILY_CAP, limit=cap.limit) if count >= cap.limit else None
