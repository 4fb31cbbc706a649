"""Whose words are read: the person, the moment, and what they mean where they do not say it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calls.profile import Profile
from bot.calls.request import Agent

NO_ZONE = "UTC"

PROFILE_GOOD_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whose words they are: when they are read, in which zone and region."""

    now: datetime
    profile: Profile | None
    region: str | None
    agents: tuple[Agent, ...]

    @property
    def knows_zone(self) -> bool:
        """Whether the person's own zone is known, and lately."""
        profile = self.profile
        return (
            profile is not None
            and profile.zone is not None
            and self.now - profile.read_at <= PROFILE_GOOD_FOR
        )

    @property
    def zone(self) -> str:
        """The zone in which times are read and told."""
        return (self.profile.zone if self.profile else None) or NO_ZONE

    @property
    def locale(self) -> str | None:
        """What the person is spoken to in: as Slack has it unless they prefer a language."""
        return self.profile.locale if self.profile else None

    @property
    def reads_as(self) -> str | None:
        """In which locale dates are read: a language that is preferred moves no call's day."""
        profile = self.profile
        return (profile.slack_locale or profile.locale) if profile else None

    def written(self, at: datetime) -> str:
        """Write a moment as it stands in the picker, which shows a person's own zone."""
        return f"{at.astimezone(ZoneInfo(self.zone)):%Y-%m-%d %H:%M %Z}"
