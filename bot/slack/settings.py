"""`/zeegcall settings` and *Settings* at Home: what somebody prefers, and a channel for all."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.preferences import NONE
from bot.calls.profile import Profile
from bot.calls.request import Agent
from bot.calls.settings_form import SettingsForm
from bot.errors import LedgerError, LedgerUnsureError
from bot.messages import settings_words
from bot.messages.blocks import section
from bot.messages.home import SETTINGS
from bot.messages.permission import FOR_MEMBERS
from bot.messages.problems import NOT_KNOWN, PERHAPS_DONE
from bot.messages.words import Words
from bot.parsing import countries
from bot.slack.admins import Admins
from bot.slack.desk import Desk
from bot.slack.homes import Homes
from bot.slack.modal import words_view
from bot.slack.payloads import Click, Command, Submission, read_button, read_submission
from bot.slack.settings_view import (
    CALLBACK_ID,
    CHANNEL,
    MINE,
    errors_at_the_top,
    read_settings,
    settings_view,
)
from bot.slack.subcommands import Answer, Subcommand
from bot.use_cases.callers import Callers
from bot.use_cases.preferring import PreferenceLedger

log = logging.getLogger(__name__)

CHANNELS = ("C", "G")
"""How the ids of channels begin; a direct conversation is its two people's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    The listeners of the settings. What holds for a channel is for admins to say. `region` and the
    first of `agents` hold where nobody prefers another.
    """

    ledger: PreferenceLedger
    callers: Callers
    admins: Admins
    agents: tuple[Agent, ...]
    region: str | None
    homes: Homes
    desk: Desk
    words: Words

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.SETTINGS: self.typed}

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.action(SETTINGS)(self.pressed)
        app.view(CALLBACK_ID)(self.submission)

    async def typed(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Show the settings of a person, and to an admin those of the channel."""
        del argument
        await ack()
        is_channel = command.channel_id.startswith(CHANNELS)
        channel_id = command.channel_id if is_channel else ""
        self.desk.later(command, self._open(command, channel_id), name="settings")

    async def pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Show the settings of a person."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._open(button, ""), name="settings")

    async def submission(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Keep what was chosen, before Slack is answered."""
        submission = read_submission(body)
        try:
            profile = await self._profile(submission)
            sorry = await asyncio.to_thread(self._keep, submission, profile)
        except LedgerError as error:
            log.error("settings not kept error=%s", error)  # noqa: TRY400 - its cause is named
            is_unsure = isinstance(error, LedgerUnsureError)
            sorry = PERHAPS_DONE if is_unsure else settings_words.NOT_KEPT
        if sorry is not None:
            errors = errors_at_the_top(self.words.plain(sorry))
            await ack(response_action="errors", errors=errors)
            return
        for place in (submission.user_id, submission.private_metadata):
            self.desk.languages.forget(team_id=submission.team_id, place=place)
        await self.desk.languages.to_reader(team_id=submission.team_id, user_id=submission.user_id)
        saved = section(self.words.mrkdwn(settings_words.SAVED))
        await ack(response_action="update", view=words_view([saved], self.words))
        self.homes.refresh(team_id=submission.team_id, user_id=submission.user_id)

    async def _open(self, click: Click, channel_id: str) -> None:
        profile = await self.desk.profile_of(team_id=click.team_id, user_id=click.user_id)
        if profile is not None and profile.is_guest:
            await self.desk.tell(click, self.words.mrkdwn(FOR_MEMBERS))
            return
        form = await asyncio.to_thread(self._form, click, profile, channel_id)
        await self.desk.open_view(click, settings_view(form, self.words), what="settings")

    def _form(self, click: Click, profile: Profile | None, channel_id: str) -> SettingsForm:
        places = [place for place in (click.user_id, channel_id) if place]
        found = self.ledger.preferences(*places, team_id=click.team_id)
        return SettingsForm(
            mine=found.get(click.user_id, NONE),
            channel=found.get(channel_id, NONE),
            channel_id=channel_id,
            for_channel=bool(channel_id) and self.admins.have(click.user_id, profile),
            region=self.region,
            language=self.desk.languages.otherwise,
            zone=profile.zone if profile is not None else None,
            agents=self.agents,
            countries=countries(),
        )

    async def _profile(self, submission: Submission) -> Profile | None:
        """Tell who sent it: of somebody not known well enough Slack is asked, for a second."""
        team_id, user_id = submission.team_id, submission.user_id
        known = await asyncio.to_thread(self.callers.known, team_id=team_id, user_id=user_id)
        return known or await self.desk.profile_of(team_id=team_id, user_id=user_id)

    def _keep(self, submission: Submission, profile: Profile | None) -> str | None:
        """Keep all that was chosen; give what to say instead if they may not."""
        team_id, user_id = submission.team_id, submission.user_id
        if profile is not None and profile.is_guest:
            return FOR_MEMBERS
        channel_id = submission.private_metadata
        if channel_id and not self.admins.have(user_id, profile):
            is_sure = profile is not None or self.admins.listed
            return settings_words.ONLY_ADMINS if is_sure else NOT_KNOWN
        wishes = {user_id: read_settings(submission, MINE)}
        if channel_id:
            wishes[channel_id] = read_settings(submission, CHANNEL)
        self.ledger.prefer(wishes, team_id=team_id, by=user_id)
        return None
