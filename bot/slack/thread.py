"""Posts and edits a call's card and its replies, and finds another way where it may not post."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.calls.call import Call, Card
from bot.calls.draft import Draft
from bot.calls.event import KeptEvent
from bot.calls.failure import Failure
from bot.calls.preferences import Results
from bot.calls.say import TO, Saying, Topic
from bot.calls.spoken import Spoken
from bot.errors import SlackRefusedError
from bot.messages.alerts import alert
from bot.messages.blocks import Rendered, actions, button, section
from bot.messages.cards import card
from bot.messages.catalogues import language_of
from bot.messages.replies import reply
from bot.messages.usage import OPEN_FORM, OPEN_THE_FORM, offer_form
from bot.messages.words import Words, words_in
from bot.ports import Clock, Message
from bot.slack.identity import Identity
from bot.slack.languages import Languages
from bot.slack.pacing import Pace
from bot.slack.posting import Post
from bot.slack.profiles import fetch_profile
from bot.slack.web_api import asked
from bot.slack.whisper import whisper

log = logging.getLogger(__name__)

WITH_REFERENCE = frozenset({Topic.REFUSED, Topic.EXPIRED, Topic.UNCERTAIN, Topic.NOT_PLACED})
"""What is told with a reference to quote is in the log under the same one."""

CARDS = frozenset({Saying.CARD, Saying.CARD_EDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackThread:
    """
    Says what the outbox holds. `client` has one session that all calls share; `everybody` lists
    the admins; `moved` is told of each call whose card is to be seen anew; `results` looks up
    where it is told how a call ended.
    """

    client: AsyncWebClient
    pace: Pace
    clock: Clock
    languages: Languages
    everybody: Callable[[], Awaitable[Sequence[str]]]
    moved: Callable[[Call], None]
    results: Callable[[Call], Results]
    identity: Identity

    async def say(self, message: Message) -> Spoken:
        """
        Say it, rendered now from the call as it stands.

        Raises SlackRefusedError if it can never be said, SlackUnavailableError if it can later.
        """
        try:
            return await self._say(message)
        except SlackRefusedError as refusal:
            log.warning("message given up key=%s code=%s", message.key, refusal.code)
            raise

    async def _say(self, message: Message) -> Spoken:
        if message.call is not None:
            try:
                return await self._about_call(message, message.call)
            finally:
                if message.saying in CARDS:
                    self.moved(message.call)
        if message.draft is not None:
            return await self._offer_form(message.draft)
        if message.event is not None:
            return await self._alert(message, message.event)
        raise SlackRefusedError("nothing_to_say")

    async def _about_call(self, message: Message, call: Call) -> Spoken:
        if message.saying is Saying.CARD:
            return await self._card(message, call)
        if message.saying is Saying.CARD_EDIT:
            return await self._edit(message, call)
        if message.topic is None:
            raise SlackRefusedError("nothing_to_say")
        words = await self._words(message, call)
        rendered = reply(
            message.topic, call, facts=message.facts, words=words, now=self.clock.now()
        )
        if call.failure is not None and message.topic in WITH_REFERENCE:
            _log_problem(call, call.failure)
        if message.saying is Saying.REPLY_EDIT:
            stands = Card(channel_id=message.facts["channel"], ts=message.facts["ts"])
            return await self._update(message, stands, rendered)
        if message.saying is Saying.NOTE or call.card is None:
            return await self._note(call, rendered, to=message.facts.get(TO))
        try:
            return await self._post(
                message, call, rendered, channel_id=call.card.channel_id, thread_ts=call.thread_ts
            )
        except SlackRefusedError:
            return await self._note(call, rendered)

    async def _words(self, message: Message, call: Call) -> Words:
        """Speak to one person in their own language, in a thread as its channel does."""
        if message.saying is not Saying.NOTE and call.card is not None:
            return await self.languages.of_thread(call)
        to = message.facts.get(TO, call.new.requester_id)
        return await self.languages.of_person(team_id=call.new.team_id, user_id=to)

    async def _card(self, message: Message, call: Call) -> Spoken:
        """Post the card where it was asked for, and if the bot may not, to the requester."""
        new, now = call.new, self.clock.now()
        rendered = card(call, words=await self.languages.of_thread(call), now=now)
        try:
            return await self._post(
                message, call, rendered, channel_id=new.channel_id, thread_ts=new.thread_ts
            )
        except SlackRefusedError as refusal:
            to = new.requester_id
            theirs = await self.languages.of_person(team_id=new.team_id, user_id=to)
            rendered = card(call, words=theirs, now=now)
            try:
                direct = await self._post(message, call, rendered, channel_id=to, thread_ts=None)
            except SlackRefusedError:
                raise refusal from None
            return Spoken(channel_id=direct.channel_id, ts=direct.ts, refusal=refusal.code)

    async def _edit(self, message: Message, call: Call) -> Spoken:
        stands = call.card
        if stands is None:
            raise SlackRefusedError("no_card")
        words = await self.languages.of_thread(call)
        rendered = card(call, words=words, now=self.clock.now())
        return await self._update(message, stands, rendered)

    async def _update(self, message: Message, stands: Card, rendered: Rendered) -> Spoken:
        async def edit() -> AsyncSlackResponse:
            return await asked(
                self.client.chat_update(
                    channel=stands.channel_id,
                    ts=stands.ts,
                    text=rendered.text,
                    blocks=list(rendered.blocks),
                    parse="none",
                )
            )

        erases = message.call is not None and message.call.is_erased
        await self.pace.edit(edit, turn=message.key, erases=erases)
        return Spoken(channel_id=stands.channel_id, ts=stands.ts)

    async def admins(self) -> Sequence[str]:
        """List the admins."""
        return await self.everybody()

    async def _alert(self, message: Message, event: KeptEvent) -> Spoken:
        to = message.facts[TO]
        rendered = alert(event, facts=message.facts, words=await self._words_of_admin(to))
        return await whisper(self.client, rendered, response_url=None, channel_id="", user_id=to)

    async def _words_of_admin(self, user_id: str) -> Words:
        """Speak to somebody in their own language who may never have spoken to the bot."""
        team_id = self.identity.team_id
        if await self.languages.to_reader(team_id=team_id, user_id=user_id):
            return await self.languages.of_person(team_id=team_id, user_id=user_id)
        try:
            met = await fetch_profile(
                self.client, team_id=team_id, user_id=user_id, clock=self.clock
            )
        except SlackRefusedError:
            return words_in(self.languages.otherwise)
        return words_in(language_of(met.locale, self.languages.otherwise))

    async def _note(self, call: Call, rendered: Rendered, *, to: str | None = None) -> Spoken:
        if to is not None:
            return await whisper(
                self.client, rendered, response_url=None, channel_id="", user_id=to
            )
        return await whisper(
            self.client,
            rendered,
            response_url=call.new.response_url,
            channel_id=call.new.channel_id,
            user_id=call.new.requester_id,
        )

    async def _offer_form(self, draft: Draft) -> Spoken:
        words = await self.languages.of_person(team_id=draft.team_id, user_id=draft.user_id)
        text = offer_form(words)
        label = words.plain(OPEN_THE_FORM)
        open_it = button(label, action_id=OPEN_FORM, value=draft.draft_id, style="primary")
        return await whisper(
            self.client,
            Rendered(text=text, blocks=[section(text), actions(open_it)]),
            response_url=draft.response_url,
            channel_id=draft.channel_id,
            user_id=draft.user_id,
        )

    async def _post(
        self,
        message: Message,
        call: Call,
        rendered: Rendered,
        *,
        channel_id: str,
        thread_ts: str | None,
    ) -> Spoken:
        """Post a message, unless an earlier try that nothing was heard of has posted it."""
        post = Post(
            key=message.key,
            channel_id=channel_id,
            user_id=call.new.requester_id,
            since=call.new.requested_at,
            tries=message.tries,
            thread_ts=thread_ts,
        )
        found = await post.found(self.client, self.pace, self.identity.bot_id)
        if found is not None:
            return found
        broadcast = await self._is_for_the_channel(message, call, thread_ts)
        say = partial(post.said, self.client, rendered, broadcast=broadcast)
        urgent = message.saying is Saying.CARD
        return await self.pace.post(say, channel_id=channel_id, turn=message.key, urgent=urgent)

    async def _is_for_the_channel(
        self, message: Message, call: Call, thread_ts: str | None
    ) -> bool:
        """Whether a reply is shown in the channel too: how a call ended, if that is preferred."""
        if thread_ts is None or message.topic is not Topic.OUTCOME:
            return False
        return await asyncio.to_thread(self.results, call) is Results.CHANNEL


def _log_problem(call: Call, failure: Failure) -> None:
    log.warning(
        "problem reference=%s call=%d status=%s failure=%s code=%s",
        call.reference,
        call.call_id,
        call.status,
        failure.kind,
        failure.code,
    )
