"""Who are admins: those that ADMINS lists, else the workspace's owners and admins."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.permission import is_admin
from bot.calls.profile import Profile
from bot.slack.desk import Desk
from bot.slack.payloads import Click, Submission, is_member, runs_workspace
from bot.slack.web_api import asked

PAGE = 1000
"""Members asked for at once, as many as Slack gives: it answers some twenty times a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admins:
    """Tells who is an admin, and lists them all. `listed` are the ids in ADMINS."""

    client: AsyncWebClient
    listed: frozenset[str]

    async def admit(self, who: Click | Submission, *, desk: Desk) -> bool:
        """Whether somebody is an admin now. Raises UnknownPersonError if Slack does not say."""
        if self.listed:
            return who.user_id in self.listed
        return self.have(who.user_id, await desk.known(who))

    def have(self, user_id: str, profile: Profile | None) -> bool:
        """Whether somebody of this profile is an admin."""
        return is_admin(user_id, profile, listed=self.listed)

    async def everybody(self) -> tuple[str, ...]:
        """List them. Raises SlackRefusedError or SlackUnavailableError."""
        if self.listed:
            return tuple(sorted(self.listed))
        found: list[str] = []
        cursor = ""
        while True:
            answer = await asked(self.client.users_list(limit=PAGE, cursor=cursor))
            members = filter(is_member, answer["members"])
            found += [user["id"] for user in members if runs_workspace(user)]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return tuple(sorted(found))
