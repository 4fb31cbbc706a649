"""Reads from Slack who a person is: zone, locale, and whether they belong to the team."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.profile import Profile
from bot.errors import SlackError, SlackUnavailableError
from bot.ports import Clock
from bot.slack.identity import Identity
from bot.slack.payloads import read_profile
from bot.slack.web_api import asked

log = logging.getLogger(__name__)

MEMBERS_GOOD_FOR = timedelta(seconds=10)
"""A group's members are asked for once for all: Slack answers that twenty times a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Members:
    """Who is in a group, asked for `at` a time; None if Slack did not say."""

    at: datetime
    asking: asyncio.Task[frozenset[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """Asks who people are. `usergroups` are those that may call, none if everybody may."""

    identity: Identity
    clock: Clock
    usergroups: frozenset[str] = frozenset()
    _members: dict[str, _Members] = field(default_factory=dict)

    async def fetch(self, *, team_id: str, user_id: str) -> Profile:
        """
        Ask users.info, and which of the user groups they are in.

        Raises SlackRefusedError or SlackUnavailableError if Slack does not say who they are; what
        it does not say of the groups is left unknown.
        """
        profile, groups = await asyncio.gather(
            fetch_profile(
                self.identity.client,
                team_id=team_id,
                user_id=user_id,
                clock=self.clock,
                enterprise_id=self.identity.enterprise_id,
            ),
            self._groups_of(user_id),
        )
        return replace(profile, usergroups=groups)

    async def _groups_of(self, user_id: str) -> frozenset[str] | None:
        """Find those that somebody is in; None if they are in none, and one is not known."""
        ordered = sorted(self.usergroups)
        known = await asyncio.gather(*(self._members_of(group) for group in ordered))
        found = frozenset(
            group
            for group, members in zip(ordered, known, strict=True)
            if members and user_id in members
        )
        return None if not found and None in known else found

    async def _members_of(self, usergroup: str) -> frozenset[str] | None:
        now = self.clock.now()
        known = self._members.get(usergroup)
        if known is None or not timedelta() <= now - known.at < MEMBERS_GOOD_FOR:
            asking = asyncio.create_task(self._ask_members(usergroup))
            known = self._members[usergroup] = _Members(at=now, asking=asking)
        return await asyncio.shield(known.asking)  # whoever waits no longer lets others wait on

    async def _ask_members(self, usergroup: str) -> frozenset[str] | None:
        try:
            answer = await asked(self.identity.client.usergroups_users_list(usergroup=usergroup))
        except SlackError as error:
            log.warning("user group not read group=%s code=%s", usergroup, error.code)
            self._members.pop(usergroup, None)
            return None
        members = answer.get("users")
        return frozenset(members) if isinstance(members, list) else None


async def fetch_profile(
    client: AsyncWebClient,
    *,
    team_id: str,
    user_id: str,
    clock: Clock,
    enterprise_id: str | None = None,
) -> Profile:
    """
    Ask users.info. `enterprise_id` is our own Grid organisation, None if we are in none.

    Raises SlackRefusedError or SlackUnavailableError if Slack does not say who they are.
    """
    answer = await asked(client.users_info(user=user_id, include_locale=True))
    user = answer.get("user")
    if not isinstance(user, dict):
        raise SlackUnavailableError("unreadable")
    return read_profile(
        user, team_id=team_id, user_id=user_id, read_at=clock.now(), enterprise_id=enterprise_id
    )
