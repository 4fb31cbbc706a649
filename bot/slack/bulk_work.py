"""Goes on with lists of calls: reads them, calls their rows at a steady pace, shows how far."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Self

from bot.calls.bulk import BY_RULE, TO_DO, BulkRow, Job, JobState, RowState, digest_of
from bot.calls.draft import Surface
from bot.calls.permission import SLACK_MAY_SAY_ELSE, NotAllowed
from bot.calls.profile import Profile
from bot.calls.status import NOT_SENT
from bot.calls.tallying import is_here, sending
from bot.errors import LedgerError, SlackError, SlackRefusedError, SlackUnavailableError, trace_of
from bot.messages.blocks import Rendered
from bot.messages.bulk import offer_preview, result_refused, shown_nowhere
from bot.messages.words import Words
from bot.parsing.tables import read_table
from bot.slack.bulk_card import BulkCards
from bot.slack.bulk_result import send_result, zone_of
from bot.slack.bulk_views import preview_view, problem_view
from bot.slack.desk import Desk
from bot.slack.downloads import read_file
from bot.slack.holding import LEASE, Hold
from bot.slack.whisper import whisper
from bot.use_cases.bulk_ledger import BulkLedger
from bot.use_cases.call_row import Called, CallRow, Dropped, Gone
from bot.use_cases.check_table import CheckTable
from bot.use_cases.settle_call import SettleCall

log = logging.getLogger(__name__)

MOST_ROWS = 500
UNDER_WAY_AT_ONCE = 5
"""Calls of one list whose cards are not said or that are not at Zeeg: no more are asked for."""

POLL = 1.0
"""Seconds between looks for lists that have something to do."""

SOON, LATER, IDLE = 0.5, 5.0, 60.0
"""
Seconds until a list is looked at again: while it makes calls, where something has yet to be shown
or went wrong, and while it only waits. A press does not wait for it.
"""


@dataclass(frozen=True, kw_only=True)
class BulkWork:
    """
    One task for all lists. Whatever it does for one it can do again after a crash: rows have
    keys, and what was said is looked for.
    """

    ledger: BulkLedger
    check: CheckTable
    call_row: CallRow
    settle_call: SettleCall
    desk: Desk
    cards: BulkCards
    rung: asyncio.Event
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[Self]:
        """Work while inside; what was begun is finished."""
        working = asyncio.create_task(self._run())
        try:
            yield self
        finally:
            self.stopping.set()
            self.rung.set()
            await working

    async def _run(self) -> None:
        while not self.stopping.is_set():
            self.rung.clear()
            looking = asyncio.create_task(self._look())
            await asyncio.wait({looking})
            error = looking.exception()
            if error is not None:
                log.error("lists not read trace=%s", trace_of(error))
                await self._wait()

    async def _look(self) -> None:
        job = await asyncio.to_thread(self.ledger.claim_job, lease=LEASE)
        await (self._wait() if job is None else self._guarded(job))

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL):
                await self.rung.wait()
        except TimeoutError:
            return

    async def _guarded(self, job: Job) -> None:
        """Let one list that fails keep no other from going on; it is tried again."""
        hold = Hold(ledger=self.ledger, job=job, lease=LEASE)
        step = asyncio.create_task(self._step(hold))
        await hold.while_it_lasts(step)
        error = step.exception()
        seconds = step.result() if error is None else LATER
        if isinstance(error, SlackUnavailableError) and error.seconds is not None:
            seconds = error.seconds
        if isinstance(error, LedgerError | SlackError):
            log.warning("list put off job=%d error=%s", job.job_id, error)
        elif error is not None:
            log.error("list failed job=%d trace=%s", job.job_id, trace_of(error))
        await hold.release(seconds=seconds)

    async def _step(self, hold: Hold) -> float:
        """Do what there is to do; give the seconds until the next look."""
        job = hold.job
        words = await self.desk.languages.of_person(team_id=job.team_id, user_id=job.user_id)
        if job.state is JobState.READING:
            await self._read(job, words)
            return SOON
        return await self._go_on(hold, words)

    async def _read(self, job: Job, words: Words) -> None:
        """Read a table, and show what would be called; again until Slack has taken that."""
        profile = await self._profile(job)
        if job.asked is None and not job.problem:
            problem, rows, ignored = await self._rows(job, profile)
            asked_for = None if problem else await asyncio.to_thread(digest_of, rows)
            kept = await asyncio.to_thread(
                self.ledger.keep_rows,
                job,
                rows,
                ignored=ignored,
                asked=asked_for,
                problem=problem,
            )
            if not kept:
                return
            job = replace(job, ignored=ignored, asked=asked_for, problem=problem)
        rows = tuple(await asyncio.to_thread(self.ledger.rows, job.job_id))
        try:
            await self._show(job, rows, profile, words)
        except SlackRefusedError as error:
            log.warning("preview refused job=%d code=%s", job.job_id, error.code)
        await asyncio.to_thread(self.ledger.preview_shown, job.job_id)

    async def _rows(
        self, job: Job, profile: Profile | None
    ) -> tuple[str, tuple[BulkRow, ...], tuple[str, ...]]:
        text = job.text
        if job.file_id:
            waited = self.desk.clock.now() - job.created_at
            try:
                text = await read_file(self.desk.client, job.file_id, waited=waited)
            except SlackRefusedError as error:
                return error.code, (), ()
        table = await asyncio.to_thread(read_table, text, most=MOST_ROWS)
        if table.problem is not None:
            return table.problem.value, (), ()
        rows = await asyncio.to_thread(self.check, job, table.rows, profile)
        return "", rows, table.ignored

    async def _show(
        self, job: Job, rows: Sequence[BulkRow], profile: Profile | None, words: Words
    ) -> None:
        """Show the preview where the form was; if that is closed, offer it."""
        zone = zone_of(profile)
        agents = self.check.intake.agents
        view = (
            problem_view(job.problem, words)
            if job.problem
            else preview_view(job, rows, zone=zone, agents=agents, words=words)
        )
        if not await self.desk.updated(job.view_id, view, what=f"preview of job={job.job_id}"):
            offered = offer_preview(job.token, words)
            if job.problem:
                text = view["blocks"][0]["text"]["text"]
                offered = Rendered(text=text, blocks=view["blocks"])
            await whisper(
                self.desk.client,
                offered,
                response_url=job.response_url,
                channel_id=job.channel_id,
                user_id=job.user_id,
            )

    async def _go_on(self, hold: Hold, words: Words) -> float:
        """Call the next rows, if it is not paused, and show how far it is."""
        job = hold.job
        if not job.card_ts and not await hold.renew():
            return SOON  # who goes on with it now posts its card
        rows = await asyncio.to_thread(self.ledger.rows, job.job_id)
        try:
            job = await self.cards.standing(job, rows)
        except SlackRefusedError as refusal:
            await self._give_up(job, refusal.code, words)
            return SOON
        if job.state is JobState.STOPPING:
            await asyncio.to_thread(self._stop, job)
        elif job.state is JobState.RUNNING:
            job = await self._call_some(job, rows)
        rows = await asyncio.to_thread(self.ledger.rows, job.job_id)
        waiting = any(row.state in TO_DO for row in rows)
        if not waiting and not any(map(is_here, rows)):
            if await hold.renew(for_good=True):
                await self._end(job, rows, words)
            return SOON
        is_shown = await self.cards.edit(job, rows)
        if any(map(sending, rows)) or (waiting and job.state is JobState.RUNNING):
            return SOON
        return IDLE if is_shown else LATER

    async def _give_up(self, job: Job, code: str, words: Words) -> None:
        """End a list whose card may stand nowhere, before anybody is called, and say so."""
        await self._tell(job, shown_nowhere(code, words))
        await asyncio.to_thread(self.ledger.end_job, job.job_id)
        log.info("list ended job=%d code=%s", job.job_id, code)

    async def _tell(self, job: Job, rendered: Rendered) -> None:
        """Tell whoever sent a list something, if Slack takes that at all."""
        try:
            await whisper(
                self.desk.client,
                rendered,
                response_url=job.response_url,
                channel_id=job.channel_id,
                user_id=job.user_id,
            )
        except SlackRefusedError as refused:
            log.warning("not told job=%d code=%s", job.job_id, refused.code)

    async def _call_some(self, job: Job, rows: Sequence[BulkRow]) -> Job:
        free = UNDER_WAY_AT_ONCE - sum(map(sending, rows))
        to_do = [row for row in rows if row.state in TO_DO]
        profile = await self._profile(job)
        for row in to_do[: max(free, 0)]:
            answer = await asyncio.to_thread(self.call_row, job, row, profile)
            if isinstance(answer, NotAllowed) and answer.rule in SLACK_MAY_SAY_ELSE:
                profile = await self._asked_again(job)
                answer = await asyncio.to_thread(self.call_row, job, row, profile)
            if isinstance(answer, NotAllowed):
                return await asyncio.to_thread(self._pause, job, answer)
            if isinstance(answer, Gone):
                return job
            await asyncio.to_thread(self._settle, job, row, answer)
            self.desk.wake()
        return job

    async def _asked_again(self, job: Job) -> Profile:
        """Ask Slack anew who somebody is; the list waits while Slack does not say so."""
        profile = await self.desk.profile_of(team_id=job.team_id, user_id=job.user_id)
        if profile is None:
            raise SlackUnavailableError("profile", may_be_done=False)
        return profile

    def _settle(self, job: Job, row: BulkRow, answer: Called | Dropped) -> None:
        settle = partial(self.ledger.settle_row, job.job_id, row.number)
        if isinstance(answer, Called):
            settle(to=RowState.CALLED, call_id=answer.call_id)
        else:
            settle(to=RowState.DROPPED, why=answer.why, doubts=answer.doubts)

    def _pause(self, job: Job, barred: NotAllowed) -> Job:
        """Wait for somebody to press Resume: a rule says that nobody is called for them now."""
        log.info("list paused job=%d rule=%s", job.job_id, barred.rule)
        running = frozenset({JobState.RUNNING})
        moved = self.ledger.move_job(job.job_id, to=JobState.PAUSED, out_of=running, by=BY_RULE)
        return moved or job

    def _stop(self, job: Job) -> None:
        """Cancel what was not sent, for good: first no row more becomes a call."""
        self.ledger.stop_rows(job.job_id)
        for row in self.ledger.rows(job.job_id):
            if row.call_id is not None and row.status in NOT_SENT:
                self.settle_call.cancel(row.call_id, by=job.changed_by, surface=Surface.BULK)
        self.desk.wake()

    async def _end(self, job: Job, rows: Sequence[BulkRow], words: Words) -> None:
        """
        Send the result, or say why not, then end: a crash between the two sends it twice, never
        not at all.
        """
        await self.cards.edit(replace(job, state=JobState.ENDED), rows)
        client, zone = self.desk.client, zone_of(await self._profile(job))
        try:
            await send_result(client, job, rows, to=job.user_id, zone=zone, words=words)
        except SlackRefusedError as refusal:
            await self._tell(job, result_refused(job, refusal.code, words))
        await asyncio.to_thread(self.ledger.end_job, job.job_id)
        self.cards.edited.pop(job.job_id, None)
        log.info("list ended job=%d rows=%d", job.job_id, len(rows))

    async def _profile(self, job: Job) -> Profile | None:
        known = await asyncio.to_thread(
            self.check.intake.callers.known, team_id=job.team_id, user_id=job.user_id
        )
        return known or await self.desk.profile_of(team_id=job.team_id, user_id=job.user_id)
