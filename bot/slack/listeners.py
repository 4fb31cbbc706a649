"""What Slack calls for a command and a form: ack, read, hand on, answer; nothing else."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, assert_never

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.calls.draft import FormField, Surface
from bot.calls.permission import SLACK_MAY_SAY_ELSE
from bot.errors import BotError, LedgerError, trace_of
from bot.messages.cancelling import not_replaced
from bot.messages.form_words import LOST, SAY_YES, SENT_BEFORE
from bot.messages.permission import not_from_the_form, turned_away
from bot.messages.problems import SLOW, SLOW_FORM, explain_error, form_not_kept, nothing_kept
from bot.messages.words import Mrkdwn, Words, escape
from bot.parsing.slack_text import as_typed
from bot.slack.answering import Answering
from bot.slack.desk import Desk
from bot.slack.meeting import Meeting
from bot.slack.modal import (
    CALLBACK_ID,
    YES,
    errors_of,
    form_view,
    read_fields,
    read_yes,
    sentence_view,
)
from bot.slack.patience import is_in_time
from bot.slack.payloads import (
    Command,
    Payload,
    read_button,
    read_command,
    read_shortcut,
    read_submission,
)
from bot.slack.subcommands import Answer, Subcommand, read_subcommand
from bot.use_cases.asking import (
    Accepted,
    Asked,
    FormAnswer,
    Lost,
    Mistakes,
    OpenForm,
    SentBefore,
    Submitted,
    TooLate,
    TurnedAway,
    Unanswered,
)
from bot.use_cases.asking import (
    Answer as CallAnswer,
)
from bot.use_cases.request_call import RequestCall
from bot.use_cases.submit_form import SubmitForm

log = logging.getLogger(__name__)

COMMAND = "/zeegcall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listeners:
    """
    The listeners of the command and the form.

    Bolt sends the ack when a listener returns, so none of them waits for a network, but for who
    submits a form that is not known well enough; what else does goes on in the background. `wake`
    tells the worker that there is something to do.
    """

    request_call: RequestCall
    submit_form: SubmitForm
    desk: Desk
    words: Words
    wake: Callable[[], None]
    subcommands: Mapping[Subcommand, Answer]
    answering: Answering
    meeting: Meeting

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.command(COMMAND)(self.command)
        app.view(CALLBACK_ID)(self.submission)
        app.error(self.error)

    async def command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Somebody typed `/zeegcall …`."""
        command = read_command(body)
        typed = read_subcommand(command.text)
        if typed is not None:
            answer_it = self.subcommands[typed.subcommand]
            if await self.meeting.is_first(command, typed):
                await ack()
                self.meeting.answer_later(answer_it, command, typed.argument)
            else:
                await answer_it(ack, command, typed.argument)
            return
        asking = asyncio.ensure_future(
            self.desk.do.shared(partial(self.request_call.ask, _asked(command)))
        )
        if not await is_in_time(asking):
            await ack(text=self.words.mrkdwn(SLOW))
            self.desk.later(command, self._go_on_late(command, asking), name="late")
            return
        try:
            answer = asking.result()
        except BotError as error:
            await ack(text=self._unkept(command, error))
            return
        if isinstance(answer, TurnedAway):
            await ack(text=turned_away(answer.barred, as_typed(command.text), self.words))
            return
        await ack()
        self.answering.go_on(command, answer)

    async def _go_on_late(self, command: Command, asking: asyncio.Future[CallAnswer]) -> None:
        """Go on once the ledger has answered, which was after Slack's patience."""
        try:
            answer = await asking
        except BotError as error:
            await self.desk.tell(command, self._unkept(command, error))
        else:
            self.answering.go_on(command, answer)

    def _unkept(self, command: Command, error: BotError) -> Mrkdwn:
        typed, reference = as_typed(command.text), _reference(error)
        return nothing_kept(typed, error=error, reference=reference, words=self.words)

    async def submission(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Somebody submitted the form."""
        submission = read_submission(body)
        asked, confirmed = read_yes(submission)
        submitted = Submitted(
            key=f"{submission.team_id}:view:{submission.view_id}",
            team_id=submission.team_id,
            user_id=submission.user_id,
            draft_id=submission.private_metadata,
            fields=read_fields(submission),
            asked=asked,
            confirmed=confirmed,
        )
        placing = asyncio.ensure_future(self._place(submitted))
        if not await is_in_time(placing):
            await ack(**_at_the_top(self.words.plain(SLOW_FORM)))
            self.desk.later(submission, self._place_late(placing), name="late")
            return
        try:
            answer = placing.result()
        except BotError as error:
            sorry = form_not_kept(error, reference=_reference(error), words=self.words)
            await ack(**_at_the_top(sorry))
            return
        await self._answer(ack, answer)

    async def _place(self, submitted: Submitted) -> FormAnswer:
        """Place it; before somebody is turned away Slack is asked who they are, as anywhere."""
        submit = partial(self.submit_form, submitted)
        answer = await self.desk.do.shared(submit)
        if not _needs_profile(answer):
            return answer
        profile = await self.desk.profile_of(team_id=submitted.team_id, user_id=submitted.user_id)
        return answer if profile is None else await self.desk.do.shared(submit)

    async def _place_late(self, placing: asyncio.Future[FormAnswer]) -> None:
        """Let the worker go on; whoever waits at the form sends it again, and nothing doubles."""
        if isinstance(await placing, Accepted):
            self.wake()

    async def error(self, error: Exception, request: AsyncBoltRequest) -> BoltResponse:
        """Something was raised that a listener has no words for: log it, and tell the person."""
        reference = secrets.token_hex(4)
        log.error("listener failed reference=%s trace=%s", reference, trace_of(error))
        sorry = explain_error(error, reference=reference, words=self.words)
        if request.body.get("command"):
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": sorry})
        if request.body.get("type") == "view_submission":
            kept = str(sorry)
            if isinstance(error, LedgerError):
                kept = form_not_kept(error, reference=reference, words=self.words)
            view = request.body.get("view") or {}
            return BoltResponse(status=200, body=_over(view, kept, self.words))
        if request.body.get("type") == "block_actions":
            self.desk.tell_later(read_button(request.body), sorry)
        if request.body.get("type") in {"message_action", "shortcut"}:
            self.desk.tell_later(read_shortcut(request.body), sorry)
        return BoltResponse(status=200, body="")

    async def _answer(self, ack: AsyncAck, answer: FormAnswer) -> None:
        match answer:
            case Accepted():
                await ack(response_action="clear")
                self.wake()
            case Mistakes(at=at, zone=zone):
                errors = errors_of(at, zone=zone, words=self.words)
                await ack(response_action="errors", errors=errors)
            case Unanswered():
                await ack(response_action="errors", errors={YES: self.words.plain(SAY_YES)})
            case OpenForm(form=form):
                await ack(response_action="update", view=form_view(form, self.words))
            case TurnedAway(barred=barred):
                await ack(**_at_the_top(not_from_the_form(barred, self.words)))
            case TooLate(call=call):
                late = not_replaced(call, self.words, now=self.desk.clock.now())
                await ack(response_action="update", view=sentence_view(late, self.words))
            case SentBefore(call=call):
                sent = self.words.plain(SENT_BEFORE, call_id=call.call_id)
                await ack(**_at_the_top(sent))
            case Lost():
                sorry = sentence_view(self.words.mrkdwn(LOST), self.words)
                await ack(response_action="update", view=sorry)
            case _:
                assert_never(answer)


def _needs_profile(answer: FormAnswer) -> bool:
    """Whether Slack may say something of the person that lets the form through."""
    if isinstance(answer, TurnedAway):
        return answer.barred.rule in SLACK_MAY_SAY_ELSE
    return isinstance(answer, Mistakes) and not answer.knows_zone


def _at_the_top(sorry: str) -> dict[str, Any]:
    """Give the form back with a sentence at its first field: everything typed stays in it."""
    return {"response_action": "errors", "errors": {FormField.FULL_NAME.value: sorry}}


def _over(view: Payload, sorry: str, words: Words) -> dict[str, Any]:
    """Give any view back with a sentence: at its first field, or over it if it has none."""
    blocks = view.get("blocks") or []
    fields = [block["block_id"] for block in blocks if block.get("type") == "input"]
    if not fields:
        return {"response_action": "push", "view": sentence_view(escape(sorry), words)}
    at = FormField.FULL_NAME.value
    return {"response_action": "errors", "errors": {at if at in fields else fields[0]: sorry}}


def _asked(command: Command) -> Asked:
    return Asked(
        key=f"{command.team_id}:trigger:{command.trigger_id}",
        team_id=command.team_id,
        channel_id=command.channel_id,
        user_id=command.user_id,
        surface=Surface.COMMAND,
        text=command.text,
        response_url=command.response_url,
    )


def _reference(error: BotError) -> str:
    reference = secrets.token_hex(4)
    log.error("request not kept reference=%s error=%s", reference, error)
    return reference
