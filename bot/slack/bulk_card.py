"""The card that shows how far a list of calls is; all of its calls stand in its thread."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.bulk import BulkRow, Job, JobState
from bot.calls.tallying import tally_of
from bot.errors import SlackRefusedError
from bot.messages.blocks import Rendered
from bot.messages.bulk import progress_card
from bot.slack.identity import Identity
from bot.slack.languages import Languages
from bot.slack.pacing import Pace
from bot.slack.posting import Post
from bot.slack.web_api import asked
from bot.use_cases.bulk_ledger import BulkLedger

log = logging.getLogger(__name__)

BETWEEN_EDITS = 3.0
"""Seconds: Slack takes some fifty edits a minute in a workspace, and calls have cards too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkCards:
    """Posts cards of lists, and edits them. Raises SlackUnavailableError to be tried again."""

    ledger: BulkLedger
    client: AsyncWebClient
    languages: Languages
    pace: Pace
    identity: Identity
    edited: dict[int, tuple[JobState, float]] = field(default_factory=dict)

    async def standing(self, job: Job, rows: Sequence[BulkRow]) -> Job:
        """
        Post the card that all calls of the list stand under: no card, no call.

        Raises SlackRefusedError, with the channel's code, if it may stand nowhere.
        """
        if job.card_ts:
            return job
        tried = replace(job, tries=job.tries + 1)
        await asyncio.to_thread(self.ledger.show_job, tried)
        try:
            return await self._posted(tried, rows, job.channel_id)
        except SlackRefusedError as refusal:
            try:
                return await self._posted(tried, rows, job.user_id)
            except SlackRefusedError:
                raise refusal from None

    async def _posted(self, job: Job, rows: Sequence[BulkRow], channel_id: str) -> Job:
        post = Post(
            key=job.key,
            channel_id=channel_id,
            user_id=job.user_id,
            since=job.created_at,
            tries=job.tries,
        )
        spoken = await post.found(self.client, self.pace, self.identity.bot_id)
        if spoken is None:
            spoken = await post.said(self.client, await self._card(job, rows, channel_id))
        stands = replace(job, card_channel_id=spoken.channel_id, card_ts=spoken.ts or "")
        await asyncio.to_thread(self.ledger.show_job, stands)
        return stands

    async def edit(self, job: Job, rows: Sequence[BulkRow]) -> bool:
        """
        Edit the card if it shows something else than where the list stands, and not too often:
        at once where the list has moved, counts every few seconds. Give whether nothing is left
        to be shown.
        """
        rendered = await self._card(job, rows, job.card_channel_id)
        shown, at = self.edited.get(job.job_id, (None, 0.0))
        now = asyncio.get_running_loop().time()
        is_shown = rendered.text == job.card_shows
        if is_shown or (shown is job.state and now - at < BETWEEN_EDITS):
            return is_shown
        try:
            await asked(
                self.client.chat_update(
                    channel=job.card_channel_id,
                    ts=job.card_ts,
                    text=rendered.text,
                    blocks=list(rendered.blocks),
                    parse="none",
                )
            )
        except SlackRefusedError as error:
            log.warning("list's card not edited job=%d code=%s", job.job_id, error.code)
        self.edited[job.job_id] = (job.state, now)
        await asyncio.to_thread(self.ledger.show_job, replace(job, card_shows=rendered.text))
        return True

    async def _card(self, job: Job, rows: Sequence[BulkRow], channel_id: str) -> Rendered:
        words = await self.languages.of_place(
            team_id=job.team_id, channel_id=channel_id, owner_id=job.user_id
        )
        return progress_card(job, tally_of(rows), words)
