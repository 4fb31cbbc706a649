"""Who are admins: those that ADMINS lists, else the workspace's owners and admins."""

import asyncio
from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.permission import is_admin
from bot.calls.profile import Profile
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.slack.desk import Desk
from bot.slack.payloads import Click, Submission, is_member, runs_workspace
from bot.slack.web_api import asked

PAGE = 1000
"""Members asked for at once, as many as Slack gives: it answers some twenty times a minute."""

KEPT = 600.0
"""Seconds for which pages that were read are not read again: a large workspace has more of them
than Slack answers at once, and who begins anew each time never comes to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _SoFar:
    """The admins on the pages that were read, and where the next one begins."""

    found: frozenset[str] = frozenset()
    cursor: str = ""
    at: float = float("-inf")


@dataclass(slots=True, kw_only=True)
class Admins:
    """Tells who is an admin, and lists them all. `listed` are the ids in ADMINS."""

    client: AsyncWebClient
    listed: frozenset[str]
    _so_far: _SoFar = field(default_factory=_SoFar)

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
        time = asyncio.get_running_loop().time
        so_far = self._so_far if time() - self._so_far.at < KEPT else _SoFar()
        while True:
            found, cursor = await self._page(so_far.cursor)
            found |= so_far.found
            so_far = self._so_far = _SoFar(found=found, cursor=cursor, at=time())
            if not cursor:
                self._so_far = _SoFar()
                return tuple(sorted(found))

    async def _page(self, cursor: str) -> tuple[frozenset[str], str]:
        """Read a page, and where the next one begins, empty behind the last."""
        try:
            answer = await asked(self.client.users_list(limit=PAGE, cursor=cursor))
        except SlackRefusedError as refusal:
            self._so_far = _SoFar()
            if not cursor:
                raise
            raise SlackUnavailableError(refusal.code, may_be_done=False) from refusal
        members = filter(is_member, answer["members"])
        following = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        return frozenset(user["id"] for user in members if runs_workspace(user)), following
