"""Who the bot is in Slack: asked once, so that no request has to wait for it."""

import asyncio
import logging
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError, SettingsError, SlackUnavailableError
from bot.slack.web_api import TOKEN_TROUBLE, asked

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Identity:
    """
    The bot's own workspace and user. A request from any other workspace is refused: one
    deployment serves one workspace, or one Grid organisation.

    While Slack has not said who we are, every request is taken: it is signed with this app's own
    secret, or came through its own socket, and must be kept within three seconds.
    """

    client: AsyncWebClient
    known: asyncio.Event = field(default_factory=asyncio.Event)
    result: AuthorizeResult | None = None

    async def learn(self) -> bool:
        """
        Ask auth.test, once. False if Slack cannot be reached now; raises SettingsError if it
        does not take the token.
        """
        try:
            answer = await asked(self.client.auth_test())
        except SlackUnavailableError as error:
            if error.code in TOKEN_TROUBLE:
                raise SettingsError(
                    [f"SLACK_BOT_TOKEN: Slack does not accept it ({error.code})"]
                ) from error
            log.warning("slack not reached error=%s", error.code)
            return False
        self.result = AuthorizeResult(
            enterprise_id=answer.get("enterprise_id"),
            team_id=answer.get("team_id"),
            bot_user_id=answer.get("user_id"),
            bot_id=answer.get("bot_id"),
            bot_token=self.client.token,
        )
        self.known.set()
        return True

    async def keep_learning(self) -> None:
        """Ask until Slack says it, also where it said no: that can be mended meanwhile."""
        seconds = 1.0
        while not await self._learnt():
            await asyncio.sleep(seconds)
            seconds = min(30.0, seconds * 2)

    async def _learnt(self) -> bool:
        try:
            return await self.learn()
        except BotError as error:
            log.error("slack refused error=%s", error)  # noqa: TRY400 - its cause is named
            return False

    @property
    def team_id(self) -> str:
        """The workspace, empty while Slack has not said it."""
        return (self.result.team_id if self.result else None) or ""

    @property
    def enterprise_id(self) -> str | None:
        """The Grid organisation, None if there is none or Slack has not said it."""
        return self.result.enterprise_id if self.result else None

    async def bot_id(self) -> str | None:
        """Tell by which id Slack marks what we say. Asks, and raises, while that is unknown."""
        if self.result is None:
            answer = await asked(self.client.auth_test())
            return answer.get("bot_id")
        return self.result.bot_id

    async def is_known(self) -> bool:
        """Whether Slack has said who we are."""
        return self.known.is_set()

    async def authorize(
        self, *, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult | None:
        """Answer Bolt's question for a token: ours, if the request is from our workspace."""
        ours = self.result
        if ours is None:
            return AuthorizeResult(
                enterprise_id=enterprise_id, team_id=team_id, bot_token=self.client.token
            )
        same_grid = ours.enterprise_id is not None and ours.enterprise_id == enterprise_id
        return ours if same_grid or ours.team_id == team_id else None


async def who_we_are(client: AsyncWebClient, stack: AsyncExitStack) -> Identity:
    """Ask Slack, and go on asking for as long as the stack is open where it cannot be reached."""
    identity = Identity(client=client)
    if not await identity.learn():
        stack.callback(asyncio.create_task(identity.keep_learning()).cancel)
    return identity
