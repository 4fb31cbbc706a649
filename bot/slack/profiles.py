"""Reads from Slack who a person is: zone, locale, and whether they belong to the team."""

import asyncio
import logging
from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.profile import Profile
from bot.errors import SlackError, SlackUnavailableError
from bot.ports import Clock
from bot.slack.payloads import read_profile
from bot.slack.web_api import asked

log = logging.getLogger(__name__)


async def fetch_profile(
    client: AsyncWebClient,
    *,
    team_id: str,
    user_id: str,
    clock: Clock,
    usergroups: frozenset[str] = frozenset(),
) -> Profile:
    """
    Ask users.info, and which of these user groups they are in.

    Raises SlackRefusedError or SlackUnavailableError if Slack does not say who they are; what it
    does not say of the groups is left unknown.
    """
    answer, groups = await asyncio.gather(
        asked(client.users_info(user=user_id, include_locale=True)),
        _groups_of(client, user_id, usergroups),
    )
    user = answer.get("user")
    if not isinstance(user, dict):
        raise SlackUnavailableError("unreadable")
    profile = read_profile(user, team_id=team_id, user_id=user_id, read_at=clock.now())
    return replace(profile, usergroups=groups)


async def _groups_of(
    client: AsyncWebClient, user_id: str, usergroups: frozenset[str]
) -> frozenset[str] | None:
    """Find those that somebody is in; None if they are in none, and one is not known."""
    ordered = sorted(usergroups)
    answers = await asyncio.gather(*(_has(client, user_id, group) for group in ordered))
    found = frozenset(group for group, has in zip(ordered, answers, strict=True) if has)
    return None if not found and None in answers else found


async def _has(client: AsyncWebClient, user_id: str, usergroup: str) -> bool | None:
    try:
        answer = await asked(client.usergroups_users_list(usergroup=usergroup))
    except SlackError as error:
        log.warning("user group not read group=%s code=%s", usergroup, error.code)
        return None
    members = answer.get("users")
    return user_id in members if isinstance(members, list) else None
