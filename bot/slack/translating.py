"""Lets every request be answered in the language of whoever sent it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.languages import Languages


@dataclass(frozen=True, kw_only=True)
class Translating(AsyncMiddleware):
    """Bolt passes every request through it, before any listener."""

    languages: Languages

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt's own name
    ) -> BoltResponse:
        """Look up the sender's language."""
        del resp
        team_id, user_id = req.context.team_id, req.context.user_id
        if team_id and user_id:
            await self.languages.to_reader(team_id=team_id, user_id=user_id)
        return await next()
