"""The shortcuts: "Call with Zeeg" on a message, and "Call someone" from anywhere."""

import asyncio
import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from bot.calls.call import Call
from bot.calls.draft import FormField, Surface
from bot.calls.form import Form
from bot.messages.problems import of_no_call
from bot.messages.words import Words
from bot.slack.acting import Acting
from bot.slack.answering import Answering
from bot.slack.introducing import MENTION, Introducing
from bot.slack.message_text import text_of_message
from bot.slack.payloads import Payload, Shortcut, read_shortcut
from bot.use_cases.asking import Answer, Asked, OpenForm

CALL_WITH_ZEEG = "call_with_zeeg"
CALL_SOMEONE_ANYWHERE = "call_someone"


class CardLedger(Protocol):
    """Reads calls by what shows them. It blocks."""

    def call_of_card(self, *, channel_id: str, ts: str, thread_ts: str) -> Call | None:
        """Read the call whose card is a message, or else what the message's thread is under."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcuts:
    """The listeners of both. They open a form always, and place nothing by themselves."""

    ledger: CardLedger
    acting: Acting
    answering: Answering
    introducing: Introducing
    words: Words

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.message_shortcut(CALL_WITH_ZEEG)(self.on_message)
        app.global_shortcut(CALL_SOMEONE_ANYWHERE)(self.anywhere)

    async def on_message(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        """
        Open the form, filled in from a message; its call's thread is the message's own. On what
        the bot itself says of a call, that call is meant.
        """
        shortcut = read_shortcut(body)
        if _is_ours(shortcut.message, context):
            await self._again(ack, shortcut)
            return
        text = _not_to_us(text_of_message(shortcut.message), context)
        await self._ask(ack, shortcut, text, surface=Surface.SHORTCUT)

    async def anywhere(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open the empty form; there is no channel, so its card goes to direct messages."""
        await self._ask(ack, read_shortcut(body), "", surface=Surface.GLOBAL_SHORTCUT)

    async def _again(self, ack: AsyncAck, shortcut: Shortcut) -> None:
        """Open the form, filled in from the call that a message of ours is about."""
        shown = await asyncio.to_thread(
            self.ledger.call_of_card,
            channel_id=shortcut.channel_id,
            ts=str(shortcut.message.get("ts")),
            thread_ts=shortcut.thread_ts,
        )
        call = None if shown is None else await self.acting.desk.call_of(shortcut, shown.call_id)
        await ack()
        if call is not None:
            again = self.acting.form_of_call(shortcut, call)
            self.answering.desk.later(shortcut, again, name="call again")
        elif shown is None:
            self.answering.desk.tell_later(shortcut, of_no_call(self.words))

    async def _ask(
        self, ack: AsyncAck, shortcut: Shortcut, text: str, *, surface: Surface
    ) -> None:
        asked = Asked(
            key=f"{shortcut.team_id}:trigger:{shortcut.trigger_id}",
            team_id=shortcut.team_id,
            channel_id=shortcut.channel_id or shortcut.user_id,
            user_id=shortcut.user_id,
            surface=surface,
            text=text,
            thread_ts=shortcut.thread_ts or None,
            source_link=shortcut.link or None,
            response_url=shortcut.response_url,
            written_at=shortcut.written_at,
        )
        await self.answering.ask(ack, shortcut, asked, then=partial(self._go_on, shortcut))

    def _go_on(self, shortcut: Shortcut, answer: Answer) -> None:
        if isinstance(answer, OpenForm):
            opening = self._open(answer.form, shortcut)
            self.answering.desk.later(shortcut, opening, name="open form")
        else:
            self.answering.go_on(shortcut, answer)

    async def _open(self, form: Form, shortcut: Shortcut) -> None:
        """Open it; where the message names nobody, with what its author shows of themselves."""
        if shortcut.author_id and _names_nobody(form):
            form = await self.introducing.author(form, shortcut.author_id)
        await self.answering.desk.open_now(form, trigger_id=shortcut.trigger_id)


def _is_ours(message: Payload, context: AsyncBoltContext) -> bool:
    """Whether the bot wrote a message itself: what it says of calls names nobody in full."""
    ours = {context.bot_id, context.bot_user_id} - {None}
    return bool(ours & {message.get("bot_id"), message.get("user")})


def _not_to_us(text: str, context: AsyncBoltContext) -> str:
    """Leave the bot's own name out: "@zeegcall call me" names nobody who is to be called."""
    ours = re.compile(rf"<@{re.escape(context.bot_user_id or '-')}(?:\|[^>]*)?>[ ,:]*")
    return ours.sub("", text)


def _names_nobody(form: Form) -> bool:
    """Whether only the author can be meant: "please ring @sam" is about somebody else."""
    said = {FormField.PHONE_NUMBER, FormField.EMAIL} & form.fields.keys()
    return not said and not MENTION.search(form.draft.fields.get(FormField.REQUEST_TEXT, ""))
