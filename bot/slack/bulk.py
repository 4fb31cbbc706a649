"""`/zeegcall bulk`: a form for a list, its preview, and the buttons of its progress card."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.calls.bulk import TO_DO, UNDER_WAY, Job, JobState, RowState
from bot.calls.draft import FormField
from bot.errors import SlackError
from bot.messages import bulk_words
from bot.messages.blocks import section
from bot.messages.bulk_rows import explain_in_list
from bot.messages.exporting import export_refused, look_at_direct_messages
from bot.messages.problems import NOT_SHOWN
from bot.messages.words import Words
from bot.slack.bulk_result import send_result, zone_of
from bot.slack.bulk_views import (
    FILE,
    FORM,
    PREVIEW,
    ROWS,
    UNUSUAL,
    WHEN,
    Sent,
    bulk_view,
    preview_view,
    read_sent,
    read_with_unusual,
)
from bot.slack.desk import Desk
from bot.slack.gate import Gate
from bot.slack.modal import words_view
from bot.slack.payloads import Button, Command, Submission, read_button, read_submission
from bot.slack.subcommands import Answer, Subcommand
from bot.use_cases.bulk_ledger import BulkLedger
from bot.use_cases.form_reading import read_form
from bot.use_cases.intake import Intake

log = logging.getLogger(__name__)

MOVES: Mapping[str, tuple[JobState, frozenset[JobState]]] = {
    bulk_words.PAUSE: (JobState.PAUSED, frozenset({JobState.RUNNING})),
    bulk_words.RESUME: (JobState.RUNNING, frozenset({JobState.PAUSED})),
    bulk_words.STOP: (JobState.STOPPING, frozenset({JobState.RUNNING, JobState.PAUSED})),
}
"""What each button makes of a job, and out of what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """The listeners of many calls at once. `rung` tells the work that there is something new."""

    ledger: BulkLedger
    intake: Intake
    gate: Gate
    desk: Desk
    words: Words
    rung: asyncio.Event

    @property
    def answers(self) -> Mapping[Subcommand, Answer]:
        """Give who answers which subcommand."""
        return {Subcommand.BULK: self.typed}

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt what to call."""
        app.view(FORM)(self.submission)
        app.view(PREVIEW)(self.confirmed)
        app.action(bulk_words.OPEN_PREVIEW)(self.look)
        app.action(bulk_words.SEND_RESULT)(self.result)
        for action_id in MOVES:
            app.action(action_id)(self.pressed)

    async def typed(self, ack: AsyncAck, command: Command, argument: str) -> None:
        """Open the form, for whoever may call."""
        del argument
        await ack()
        self.desk.later(command, self._open(command), name="bulk form")

    async def submission(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Keep the list before Slack is answered; it is read after that."""
        submission = read_submission(body)
        sent = read_sent(submission)
        if bool(sent.text) == bool(sent.file_id):
            at, sorry = (
                (FILE, bulk_words.ONE_ONLY) if sent.text else (ROWS, bulk_words.NOTHING_GIVEN)
            )
            await ack(response_action="errors", errors={at: self.words.plain(sorry)})
            return
        job = await self._own_job(submission.private_metadata, submission)
        wrong = None if job is None else await asyncio.to_thread(self._wrong_time, job, sent)
        if wrong is not None:
            await ack(response_action="errors", errors={WHEN: wrong})
            return
        kept = job is not None and await asyncio.to_thread(
            self.ledger.submit_job,
            job.token,
            settings=sent.settings,
            text=sent.text,
            file_id=sent.file_id,
            view_id=submission.view_id,
            at=self.desk.clock.now(),
        )
        said = bulk_words.READING if kept or _is_being_read(job) else bulk_words.ANSWERED
        await ack(response_action="update", view=self._says(said))
        self.rung.set()

    async def confirmed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Take the yes to what the preview showed, and to nothing else."""
        submission = read_submission(body)
        token, _, shown = submission.private_metadata.partition(":")
        job = await self._own_job(token, submission)
        with_unusual = read_with_unusual(submission)
        if job is not None and not with_unusual and await self._calls_nobody(job):
            await ack(
                response_action="errors",
                errors={UNUSUAL: self.words.plain(bulk_words.ALL_UNUSUAL)},
            )
            return
        started = None
        if job is not None:
            started = await asyncio.to_thread(
                self.ledger.confirm_job,
                token,
                asked=shown,
                with_unusual=with_unusual,
                by=submission.user_id,
                at=self.desk.clock.now(),
            )
            if started is None and job.state in UNDER_WAY and job.asked == shown:
                started = job
        said = bulk_words.ANSWERED if started is None else bulk_words.STARTED
        await ack(response_action="update", view=self._says(said))
        self.rung.set()

    async def _calls_nobody(self, job: Job) -> bool:
        """Whether a preview holds only rows that need a yes: they would all be left out."""
        rows = await asyncio.to_thread(self.ledger.rows, job.job_id)
        left = {row.state for row in rows} & TO_DO
        return _is_being_read(job) and left == {RowState.UNUSUAL}

    async def look(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Open a preview that could not be shown where its form was."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._look(button), name="bulk preview")

    async def pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Pause, resume or stop a list; who is an admin is asked after Slack was answered."""
        button = read_button(body)
        job = await asyncio.to_thread(self.ledger.job, button.value)
        if job is None or job.state is JobState.ENDED or job.team_id != button.team_id:
            await ack()
            self.desk.tell_later(button, self.words.mrkdwn(bulk_words.ANSWERED))
        elif job.user_id == button.user_id:
            await self._move(job, button)
            await ack()
        else:
            await ack()
            self.desk.later(button, self._move_for_admin(job, button), name="bulk")

    async def result(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Send what became of a list, as far as it is known now."""
        button = read_button(body)
        await ack()
        self.desk.later(button, self._result(button), name="bulk result")

    def _wrong_time(self, job: Job, sent: Sent) -> str | None:
        """Say at its field what every row would be left out for; None where that is not known."""
        who = self.intake.callers.known(team_id=job.team_id, user_id=job.user_id)
        reader = self.intake.reader(job, who)
        doubt = read_form(sent.settings, reader).mistakes.get(FormField.WHEN_WORDS)
        if doubt is None or not reader.knows_zone:
            return None
        return explain_in_list(doubt, zone=reader.zone, words=self.words)

    async def _move(self, job: Job, button: Button) -> None:
        to, out_of = MOVES[button.action_id]
        move = partial(self.ledger.move_job, to=to, out_of=out_of, by=button.user_id)
        await asyncio.to_thread(move, job.job_id)
        self.rung.set()

    async def _move_for_admin(self, job: Job, button: Button) -> None:
        if await self._may(job, button):
            await self._move(job, button)

    async def _may(self, job: Job, button: Button) -> bool:
        """Let whoever sent a list go on, and admins; tell others that it is not theirs."""
        is_own = job.user_id == button.user_id
        if is_own or await self.gate.admins.admit(button, desk=self.desk):
            return True
        await self.desk.tell(button, self.words.mrkdwn(bulk_words.NOT_YOURS))
        return False

    async def _result(self, button: Button) -> None:
        job = await asyncio.to_thread(self.ledger.job, button.value)
        if job is None or job.team_id != button.team_id:
            await self.desk.tell(button, self.words.mrkdwn(bulk_words.ANSWERED))
        elif await self._may(job, button):
            try:
                await self._send(job, button)
                answer = look_at_direct_messages(self.words)
            except SlackError as error:
                log.warning("result not sent code=%s", error.code)
                answer = export_refused(error.code, self.words)
            await self.desk.tell(button, answer)

    async def _send(self, job: Job, button: Button) -> None:
        rows = await asyncio.to_thread(self.ledger.rows, job.job_id)
        who = await asyncio.to_thread(
            self.intake.callers.known, team_id=button.team_id, user_id=button.user_id
        )
        client, to = self.desk.client, button.user_id
        await send_result(client, job, rows, to=to, zone=zone_of(who), words=self.words)

    async def _open(self, command: Command) -> None:
        team_id, user_id = command.team_id, command.user_id
        if not await self.gate.lets_call(command, channel_id=command.channel_id):
            return
        job = Job(
            job_id=0,
            token=self.intake.new_id(),
            team_id=team_id,
            channel_id=command.channel_id,
            user_id=user_id,
            state=JobState.OPEN,
            response_url=command.response_url,
            created_at=self.desk.clock.now(),
        )
        begun = await asyncio.to_thread(
            self.ledger.begin_job, job, key=f"{team_id}:bulk:{command.trigger_id}"
        )
        if begun is not None:
            await self._show_form(begun, command)

    async def _show_form(self, job: Job, command: Command) -> None:
        """Open the form; without its file where Slack takes none."""
        agents = (await asyncio.to_thread(self.intake.reader, job, None)).agents
        for with_file in (True, False):
            view = bulk_view(job.token, agents, self.words, with_file=with_file)
            if await self.desk.opened(command.trigger_id, view, what="form of a list"):
                return
        await self.desk.tell(command, self.words.mrkdwn(NOT_SHOWN))

    async def _look(self, button: Button) -> None:
        job = await asyncio.to_thread(self.ledger.job, button.value)
        owner = None if job is None else (job.team_id, job.user_id)
        if job is None or owner != (button.team_id, button.user_id):
            await self.desk.tell(button, self.words.mrkdwn(bulk_words.ANSWERED))
            return
        rows = await asyncio.to_thread(self.ledger.rows, job.job_id)
        profile = await asyncio.to_thread(
            self.intake.callers.known, team_id=job.team_id, user_id=job.user_id
        )
        view = self._says(bulk_words.ANSWERED)
        if job.asked is not None and job.state in {JobState.READING, JobState.ASKED}:
            view = preview_view(
                job, rows, zone=zone_of(profile), agents=self.intake.agents, words=self.words
            )
        await self.desk.open_view(button, view, what="preview")

    async def _own_job(self, token: str, who: Submission) -> Job | None:
        job = await asyncio.to_thread(self.ledger.job, token)
        if job is None or (job.team_id, job.user_id) != (who.team_id, who.user_id):
            return None
        return job

    def _says(self, sentence: str) -> dict[str, Any]:
        return words_view([section(self.words.mrkdwn(sentence))], self.words)


def _is_being_read(job: Job | None) -> bool:
    return job is not None and job.state in {JobState.READING, JobState.ASKED}
