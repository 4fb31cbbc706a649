"""Shows one person something: a form before its trigger dies, or an answer to a button."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.call import Call
from bot.calls.draft import Draft
from bot.calls.form import Form
from bot.calls.profile import Profile
from bot.errors import (
    LedgerError,
    SlackError,
    SlackUnavailableError,
    UnknownPersonError,
    trace_of,
)
from bot.messages.blocks import Block, Rendered, sections
from bot.messages.erasing import nothing_left
from bot.messages.problems import (
    NOT_SHOWN,
    explain_error,
    no_call_with_number,
    no_such_call,
)
from bot.messages.words import Mrkdwn, Words
from bot.ports import Clock, Ledger
from bot.slack.background import Background, Work
from bot.slack.languages import Languages
from bot.slack.modal import form_view, sentence_view
from bot.slack.payloads import Button, Click, Command, Submission
from bot.slack.profiles import Profiles
from bot.slack.web_api import asked
from bot.slack.whisper import whisper
from bot.use_cases.group_commit import Doings

log = logging.getLogger(__name__)

PROFILE_WAIT = 1.0
"""Seconds that a person's profile may take while a trigger, which lives three, is waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """
    Opens forms, reads profiles and whispers, with the one client that all share.

    `do` does what blocks on the ledger.
    """

    client: AsyncWebClient
    ledger: Ledger
    do: Doings
    clock: Clock
    profiles: Profiles
    words: Words
    languages: Languages
    background: Background
    wake: Callable[[], None]

    def later(
        self,
        who: Click | Submission,
        work: Work,
        *,
        name: str,
        unkept: Callable[[Words], Mrkdwn] | None = None,
    ) -> None:
        """
        Go on for somebody after Slack was answered, and tell them if that fails: who believes
        that a call is stopped looks no more. `unkept` is said if the ledger fails, where something
        was changed before.
        """
        self.background.start(work, name=name, sorry=partial(self._sorry, who, unkept))

    async def _sorry(
        self,
        who: Click | Submission,
        unkept: Callable[[Words], Mrkdwn] | None,
        error: BaseException,
    ) -> None:
        """Say that something failed; where it was Slack, there is nobody to say it."""
        if isinstance(error, SlackError):
            return
        reference = secrets.token_hex(4)
        log.error("press failed reference=%s trace=%s", reference, trace_of(error))
        if isinstance(error, LedgerError) and unkept is not None:
            await self.tell(who, unkept(self.words))
        else:
            await self.tell(who, explain_error(error, reference=reference, words=self.words))

    def open_later(self, form: Form, click: Click) -> None:
        """Open a form after Slack was answered."""
        self.later(click, self.open_now(form, trigger_id=click.trigger_id), name="open form")

    async def open_now(self, form: Form, *, trigger_id: str) -> None:
        """Open a form; where that fails, a button that opens it is offered at once."""
        draft = form.draft
        view = form_view(form, self.words)
        is_open = await self.opened(trigger_id, view, what=f"form of draft={draft.draft_id}")
        try:
            if is_open:
                await asyncio.to_thread(self.ledger.draft_shown, draft.draft_id)
            else:
                await asyncio.to_thread(self.ledger.offer_form_now, draft.draft_id)
                self.wake()
            if form.zone is None or self.profiles.usergroups:
                await self.learn(team_id=draft.team_id, user_id=draft.user_id)
        except LedgerError as error:
            # the draft is kept, and its form is offered by itself
            log.warning("form not followed up draft=%s error=%s", draft.draft_id, error)

    async def learn(self, *, team_id: str, user_id: str) -> None:
        """Remember who somebody is for the next time, if Slack says so."""
        await self.profile_of(team_id=team_id, user_id=user_id)

    async def profile_of(self, *, team_id: str, user_id: str) -> Profile | None:
        """
        Ask Slack who somebody is, remember it, and go on in their language. None if Slack does not
        say so in time.
        """
        try:
            async with asyncio.timeout(PROFILE_WAIT):
                profile = await self.profiles.fetch(team_id=team_id, user_id=user_id)
        except (SlackError, TimeoutError) as error:
            log.warning("profile not read user=%s error=%s", user_id, type(error).__name__)
            return None
        await asyncio.to_thread(self.ledger.remember_profile, profile)
        self.languages.forget(team_id=team_id, place=user_id)
        await self.languages.to_reader(team_id=team_id, user_id=user_id)
        return profile

    async def known(self, who: Click | Submission) -> Profile:
        """Ask Slack who somebody is. Raises UnknownPersonError if it does not say so in time."""
        profile = await self.profile_of(team_id=who.team_id, user_id=who.user_id)
        if profile is None:
            raise UnknownPersonError("slack did not say who somebody is")
        return profile

    async def opened(self, trigger_id: str, view: Block, *, what: str) -> bool:
        """Open a view over what somebody sees, if Slack lets us; `what` names it in the log."""
        try:
            await asked(self.client.views_open(trigger_id=trigger_id, view=view))
        except SlackError as error:
            log.warning("not opened: %s code=%s", what, error.code)
            return False
        return True

    async def updated(self, view_id: str, view: Block, *, what: str, hash_: str = "") -> bool:
        """Put another view in the place of an open one, if it still is the one of that hash."""
        update = self.client.views_update(view_id=view_id, hash=hash_ or None, view=view)
        try:
            await asked(update)
        except SlackError as error:
            log.warning("not updated: %s code=%s", what, error.code)
            return False
        return True

    async def open_view(self, click: Click, view: Block, *, what: str) -> None:
        """Open a view over what somebody sees, or tell them that Slack did not let us."""
        if not await self.opened(click.trigger_id, view, what=what):
            await self.tell(click, self.words.mrkdwn(NOT_SHOWN))

    async def call_of(self, click: Click, call_id: int) -> Call | None:
        """Read a call, if it is one of the workspace and not erased; if it is not, say so."""
        call = await asyncio.to_thread(self.ledger.call, call_id)
        if call is None or call.new.team_id != click.team_id:
            is_typed = isinstance(click, Command)
            sorry = (
                no_call_with_number(call_id, self.words) if is_typed else no_such_call(self.words)
            )
        elif call.is_erased:
            sorry = nothing_left(call, self.words)
        else:
            return call
        self.tell_later(click, sorry)
        return None

    def tell_later(self, click: Click, text: Mrkdwn) -> None:
        """Tell somebody who pressed or typed something, for their eyes only."""
        self.background.start(self.tell(click, text), name="whisper")

    async def tell(self, who: Click | Submission, text: Mrkdwn) -> None:
        """Tell somebody something, for their eyes only: where they are, if Slack lets us."""
        if isinstance(who, Button) and who.is_home:
            view = sentence_view(text, self.words)
            if await self.opened(who.trigger_id, view, what="what is told at Home"):
                return
        await self.show_to(who, Rendered(text=text, blocks=sections(text)))

    async def show_to(self, who: Click | Submission | Draft, rendered: Rendered) -> None:
        """
        Show somebody something for their eyes only. Nobody says it again later: where Slack does
        not answer at the one place, it is said at the other, twice rather than never.
        """
        say = partial(
            whisper, self.client, rendered, channel_id=who.channel_id, user_id=who.user_id
        )
        thread_ts = who.thread_ts if isinstance(who, Button) else ""
        try:
            await say(response_url=who.response_url, thread_ts=thread_ts)
        except SlackUnavailableError:
            await say(response_url=None)
