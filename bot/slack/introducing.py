"""Fills a form in with what somebody of the workspace shows of themselves in Slack."""

import asyncio
import logging
import re
from dataclasses import dataclass
from functools import partial

from bot.calls.contact import Contact
from bot.calls.draft import Draft, FormField
from bot.calls.form import Form
from bot.errors import SlackError, SlackUnavailableError
from bot.slack.desk import PROFILE_WAIT, Desk
from bot.slack.payloads import read_contact
from bot.slack.web_api import asked
from bot.use_cases.callers import Callers
from bot.use_cases.introduce import Introduce

log = logging.getLogger(__name__)

MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^>]*))?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introducing:
    """Asks Slack, and waits for it no longer than a trigger lets. Nobody is called unseen."""

    introduce: Introduce
    callers: Callers
    desk: Desk

    async def author(self, form: Form, user_id: str) -> Form:
        """Fill a form in whose message names nobody: it is about its author, then."""
        contact = await self.contact(user_id, form.draft)
        if contact is None:
            return form
        return await asyncio.to_thread(self.introduce.author, form, contact)

    async def mentioned(self, form: Form) -> Form:
        """Fill a form in whose line names one member, and nobody else: "@jane tomorrow 10am"."""
        line = form.draft.fields.get(FormField.REQUEST_TEXT, "")
        named = dict(MENTION.findall(line))
        name = form.fields.get(FormField.FULL_NAME, "")
        if len(named) != 1 or (name and name not in named.values()):
            return form
        [user_id] = named
        contact = await self.contact(user_id, form.draft)
        if contact is None:
            return form
        return await asyncio.to_thread(self.introduce.mentioned, form, contact)

    async def contact(self, user_id: str, draft: Draft) -> Contact | None:
        """
        Ask Slack what a member shows; None of an app, if Slack does not say in time, or where a
        draft's writer is no member: a guest does not see what all of them show.
        """
        shown, is_member = await asyncio.gather(self._shown_by(user_id), self._is_member(draft))
        return shown if is_member else None

    async def _shown_by(self, user_id: str) -> Contact | None:
        try:
            async with asyncio.timeout(PROFILE_WAIT):
                answer = await asked(self.desk.client.users_info(user=user_id))
            user = answer.get("user")
            if not isinstance(user, dict):
                raise SlackUnavailableError("unreadable")
        except (SlackError, TimeoutError) as error:
            log.warning("contact not read user=%s error=%s", user_id, type(error).__name__)
            return None
        return read_contact(user, user_id=user_id)

    async def _is_member(self, draft: Draft) -> bool:
        who = {"team_id": draft.team_id, "user_id": draft.user_id}
        known = await asyncio.to_thread(partial(self.callers.known, **who))
        profile = known or await self.desk.profile_of(**who)
        return profile is not None and not profile.is_guest
