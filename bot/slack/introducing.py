"""Fills a form in with what somebody of the workspace shows of themselves in Slack."""

import asyncio
import logging
import re
from dataclasses import dataclass

from bot.calls.contact import Contact
from bot.calls.draft import FormField
from bot.calls.form import Form
from bot.errors import SlackError, SlackUnavailableError
from bot.slack.desk import PROFILE_WAIT, Desk
from bot.slack.payloads import read_contact
from bot.slack.web_api import asked
from bot.use_cases.introduce import Introduce

log = logging.getLogger(__name__)

MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^>]*))?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introducing:
    """Asks Slack, and waits for it no longer than a trigger lets. Nobody is called unseen."""

    introduce: Introduce
    desk: Desk

    async def author(self, form: Form, user_id: str) -> Form:
        """Fill a form in whose message names nobody: it is about its author, then."""
        contact = await self.contact(user_id)
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
        contact = await self.contact(*named)
        if contact is None:
            return form
        return await asyncio.to_thread(self.introduce.mentioned, form, contact)

    async def contact(self, user_id: str) -> Contact | None:
        """Ask Slack what a member shows; None of an app, or if Slack does not say in time."""
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
