"""Posts a message under its key; after a try of which nothing was heard it is looked for."""

from dataclasses import dataclass
from datetime import datetime

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.spoken import Spoken
from bot.errors import SlackUnavailableError
from bot.messages.blocks import Rendered
from bot.slack.finding import WhoWeAre, direct_channel, find_message, marked
from bot.slack.pacing import Pace
from bot.slack.web_api import asked

LOOKS = 6
"""Tries after which a message is said though Slack did not answer the look for it at any."""

CLOCKS_APART = 120.0
"""Seconds that Slack's clock and ours may differ by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """
    A message that is to stand in a channel, or in the direct messages of the person whose id
    `channel_id` is; in a thread, if there is one. `tries` counts this one too, and nothing was
    asked for before `since`.
    """

    key: str
    channel_id: str
    user_id: str
    since: datetime
    tries: int
    thread_ts: str | None = None

    async def found(self, client: AsyncWebClient, pace: Pace, who: WhoWeAre) -> Spoken | None:
        """Look whether it stands there already, if an earlier try may have said it."""
        if self.tries <= 1:
            return None
        try:
            return await self._searched(client, pace, who)
        except SlackUnavailableError:
            if self.tries <= LOOKS:
                raise
            return None

    async def said(
        self, client: AsyncWebClient, rendered: Rendered, *, broadcast: bool = False
    ) -> Spoken:
        """Say it. Raises SlackRefusedError or SlackUnavailableError."""
        answer = await asked(
            client.chat_postMessage(
                channel=self.channel_id,
                thread_ts=self.thread_ts,
                reply_broadcast=broadcast or None,
                text=rendered.text,
                blocks=list(rendered.blocks),
                metadata=marked(self.key),
                parse="none",
                unfurl_links=False,
                unfurl_media=False,
            )
        )
        return Spoken(channel_id=str(answer["channel"]), ts=str(answer["ts"]))

    async def _searched(self, client: AsyncWebClient, pace: Pace, who: WhoWeAre) -> Spoken | None:
        where: str | None = self.channel_id
        if self.channel_id == self.user_id:
            where = await direct_channel(client, self.user_id)
        if where is None:
            return None
        ts = await find_message(
            client,
            pace,
            who=who,
            channel_id=where,
            thread_ts=self.thread_ts,
            key=self.key,
            since=self.since.timestamp() - CLOCKS_APART,
        )
        return None if ts is None else Spoken(channel_id=where, ts=ts)
