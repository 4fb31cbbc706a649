"""Reads from Slack who a person is: zone, locale, and whether they belong to the team."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.profile import Profile
from bot.errors import SlackUnavailableError
from bot.ports import Clock
from bot.slack.payloads import read_profile
from bot.slack.web_api import asked


async def fetch_profile(
    client: AsyncWebClient, *, team_id: str, user_id: str, clock: Clock
) -> Profile:
    """Ask users.info. Raises SlackRefusedError or SlackUnavailableError."""
    answer = await asked(client.users_info(user=user_id, include_locale=True))
    user = answer.get("user")
    if not isinstance(user, dict):
        raise SlackUnavailableError("unreadable")
    return read_profile(user, team_id=team_id, user_id=user_id, read_at=clock.now())
