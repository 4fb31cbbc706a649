"""Who may ask for calls: where, as a member of what, and how many in a day."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.calls.profile import Profile

GROUPS_GOOD_FOR = timedelta(minutes=10)
"""How long Slack's word on who is in a user group is taken."""

SHORTEST_DAY = timedelta(hours=8)
"""A cap counts these hours at least: a profile's zone is its owner's to change, and with it when
midnight was."""


class Rule(StrEnum):
    """What says that somebody may not call."""

    MEMBERS_ONLY = "members_only"  # a guest, or somebody of another organisation
    CHANNEL = "channel"  # ALLOWED_CHANNELS
    USERGROUP = "usergroup"  # ALLOWED_USERGROUPS
    DAILY_CAP = "daily_cap"  # DAILY_CALLS_PER_USER
    UNKNOWN = "unknown"  # Slack did not say who they are: nobody is called on a guess


SLACK_MAY_SAY_ELSE = frozenset({Rule.MEMBERS_ONLY, Rule.USERGROUP, Rule.UNKNOWN})
"""What is looked up in Slack once more before somebody is turned away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllowed:
    """A rule turns somebody away; `limit` is the number of calls in a day, if it is that rule."""

    rule: Rule
    limit: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyCap:
    """No more than `limit` calls may be asked for since `since`."""

    since: datetime
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerRules:
    """
    The team's own rules. Empty `channels` and `usergroups` allow all; `daily_calls` None is no
    limit; empty `admins` means the workspace's owners and admins.
    """

    channels: frozenset[str] = frozenset()
    usergroups: frozenset[str] = frozenset()
    daily_calls: int | None = None
    admins: frozenset[str] = frozenset()


def refuse_caller(
    profile: Profile | None, *, channel_id: str, rules: CallerRules, now: datetime
) -> NotAllowed | None:
    """Say why somebody may not call from a channel, None if they may; the cap is apart."""
    if rules.channels and channel_id not in rules.channels:
        return NotAllowed(rule=Rule.CHANNEL)
    if profile is None:
        return NotAllowed(rule=Rule.UNKNOWN)
    if profile.is_guest:
        return NotAllowed(rule=Rule.MEMBERS_ONLY)
    return _refuse_by_group(profile, rules, now) if rules.usergroups else None


def is_admin(user_id: str, profile: Profile | None, *, listed: frozenset[str]) -> bool:
    """
    Whether somebody of this profile is an admin: one that ADMINS lists, if it lists any, else the
    workspace's owners and admins; no guest is.
    """
    if listed:
        return user_id in listed
    return profile is not None and profile.is_admin and not profile.is_guest


def cap_of(profile: Profile, *, rules: CallerRules, now: datetime) -> DailyCap | None:
    """Give the cap of somebody's own day, None if there is none for them: admins have none."""
    if rules.daily_calls is None or is_admin(profile.user_id, profile, listed=rules.admins):
        return None
    zone = ZoneInfo(profile.zone or "UTC")
    midnight = datetime.combine(now.astimezone(zone), time(), tzinfo=zone)
    since = min(midnight.astimezone(UTC), now - SHORTEST_DAY)
    return DailyCap(since=since, limit=rules.daily_calls)


def _refuse_by_group(profile: Profile, rules: CallerRules, now: datetime) -> NotAllowed | None:
    if profile.usergroups is None or now - profile.read_at > GROUPS_GOOD_FOR:
        return NotAllowed(rule=Rule.UNKNOWN)
    if profile.usergroups & rules.usergroups:
        return None
    return NotAllowed(rule=Rule.USERGROUP)
