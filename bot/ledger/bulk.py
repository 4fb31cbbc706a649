"""Many calls at once: jobs that go on after a restart, and their rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, insert, or_, select, update

from bot.calls.bulk import AT_WORK, BulkRow, Job, JobState, RowState
from bot.calls.doubts import Doubt
from bot.calls.draft import FormField
from bot.calls.status import NOT_SENT
from bot.ledger.bulk_tables import bulk_jobs, bulk_rows
from bot.ledger.bulk_values import read_job, read_row, row_values
from bot.ledger.columns import epoch_now
from bot.ledger.door import Door, insertion_once
from bot.ledger.events import by_word
from bot.ledger.list_rows import end_jobs, keep_only_what_is_to_do, let_go, to_do, unless_still
from bot.ledger.metadata import fixed
from bot.ledger.rows import Values
from bot.ledger.schema import calls

_at_work = bulk_jobs.c.state.in_([fixed(state) for state in sorted(AT_WORK)])

DUE = (
    select(bulk_jobs)
    .where(
        _at_work,
        bulk_jobs.c.due <= epoch_now(),
        or_(bulk_jobs.c.lease_until.is_(None), bulk_jobs.c.lease_until < epoch_now()),
    )
    .order_by(bulk_jobs.c.due)
    .limit(1)
)
_is_held = (
    calls.c.status.in_([fixed(status) for status in sorted(NOT_SENT)])
    & (calls.c.send_after > calls.c.requested_at)
    & (calls.c.attempts == 0)
)
ROWS = (
    select(
        bulk_rows,
        calls.c.status,
        calls.c.outcome,
        _is_held.label("is_held"),
        by_word.label("is_hearsay"),
        calls.c.overdue_at.is_not(None).label("is_overdue"),
    )
    .outerjoin(calls, calls.c.id == bulk_rows.c.call_id)
    .where(bulk_rows.c.job_id == bindparam("job"))
    .order_by(bulk_rows.c.number)
)
CARD = ("card_channel_id", "card_ts", "card_shows")


class SqlBulk:
    """The BulkLedger of `use_cases.bulk_ledger`."""

    _door: Door

    def begin_job(self, job: Job, *, key: str) -> Job | None:
        """Keep a job whose form is shown."""
        values: Values = {
            "key": key,
            "token": job.token,
            "team_id": job.team_id,
            "channel_id": job.channel_id,
            "user_id": job.user_id,
            "state": job.state.value,
            "response_url": job.response_url,
            "created_at": job.created_at,
            "settings": dict(job.settings),
            "ignored": [],
            "tries": 0,
            "due": 0.0,
            **dict.fromkeys(("text", "file_id", "view_id", "problem", "changed_by", *CARD), ""),
        }
        with self._door.writing("begin job") as connection:
            once = insertion_once(connection.dialect.name, bulk_jobs, "key")
            row = connection.execute(once.values(values).returning(*bulk_jobs.c)).mappings()
            begun = row.one_or_none()
            return None if begun is None else read_job(begun)

    def job(self, token: str) -> Job | None:
        """Read a job."""
        with self._door.reading() as connection:
            found = connection.execute(select(bulk_jobs).where(bulk_jobs.c.token == token))
            row = found.mappings().one_or_none()
            return None if row is None else read_job(row)

    def rows(self, job_id: int) -> Sequence[BulkRow]:
        """Read a job's rows."""
        with self._door.reading() as connection:
            found = connection.execute(ROWS, {"job": job_id})
            return tuple(read_row(row) for row in found.mappings())

    def submit_job(
        self,
        token: str,
        *,
        settings: Mapping[FormField, str],
        text: str,
        file_id: str,
        view_id: str,
        at: datetime,
    ) -> bool:
        """Keep what the form holds, to be read."""
        with self._door.writing("submit job") as connection:
            changing = (
                update(bulk_jobs)
                .where(bulk_jobs.c.token == token, bulk_jobs.c.state == JobState.OPEN.value)
                .values(
                    state=JobState.READING.value,
                    settings=dict(settings),
                    text=text,
                    file_id=file_id,
                    view_id=view_id,
                    created_at=at,
                    due=epoch_now(),
                )
            )
            return connection.execute(changing).rowcount > 0

    def claim_job(self, *, lease: float) -> Job | None:
        """Take the job whose turn it is: the lease of a second would run out meanwhile."""
        with self._door.reading() as connection:
            if connection.execute(DUE).first() is None:
                return None
        with self._door.writing("claim job") as connection:
            found = connection.scalar(
                DUE.with_only_columns(bulk_jobs.c.id).with_for_update(skip_locked=True)
            )
            taking = (
                update(bulk_jobs)
                .where(bulk_jobs.c.id == found)
                .values(lease_until=epoch_now() + lease, **unless_still())
                .returning(*bulk_jobs.c)
            )
            row = connection.execute(taking).mappings().one_or_none()
        # it stays taken if it cannot be read, as one of another version: others have their turn
        return None if row is None else read_job(row)

    def renew_job(self, job: Job, *, lease: float, for_good: bool = False) -> float | None:
        """Hold a job that is still this claim's for longer."""
        is_ours = (bulk_jobs.c.lease_until == job.lease_until) & _at_work
        stays = {"state": JobState.STOPPING.value} if for_good else {}
        with self._door.writing("renew job") as connection:
            renewing = (
                update(bulk_jobs)
                .where(bulk_jobs.c.id == job.job_id, is_ours)
                .values(lease_until=epoch_now() + lease, **stays)
                .returning(bulk_jobs.c.lease_until)
            )
            until: float | None = connection.scalar(renewing)
            return until

    def release_job(self, job: Job, *, seconds: float) -> None:
        """Give a job back, unless it was moved or its lease ran out: it is another's by then."""
        is_ours = bulk_jobs.c.lease_until == job.lease_until
        with self._door.writing("release job") as connection:
            connection.execute(
                update(bulk_jobs)
                .where(bulk_jobs.c.id == job.job_id, is_ours)
                .values(lease_until=None, due=epoch_now() + seconds)
            )

    def keep_rows(
        self,
        job: Job,
        rows: Sequence[BulkRow],
        *,
        ignored: Sequence[str],
        asked: str | None,
        problem: str,
    ) -> bool:
        """Keep what a table says until that is shown; the table itself is let go of."""
        with self._door.writing("keep rows") as connection:
            changing = (
                update(bulk_jobs)
                .where(
                    bulk_jobs.c.id == job.job_id,
                    bulk_jobs.c.state == JobState.READING.value,
                    bulk_jobs.c.text == job.text,
                    bulk_jobs.c.asked.is_(None),
                    bulk_jobs.c.problem == "",
                )
                .values(
                    text="",
                    ignored=list(ignored),
                    asked=asked,
                    problem=problem,
                )
            )
            if connection.execute(changing).rowcount == 0:
                return False
            if rows:
                connection.execute(
                    insert(bulk_rows), [{"job_id": job.job_id, **row_values(row)} for row in rows]
                )
            return True

    def preview_shown(self, job_id: int) -> None:
        """Write down that somebody has seen, or can open, what a table says."""
        is_asked = bulk_jobs.c.problem == ""
        waits = case((is_asked, JobState.ASKED.value), else_=JobState.ENDED.value)
        with self._door.writing("preview shown") as connection:
            connection.execute(
                update(bulk_jobs)
                .where(bulk_jobs.c.id == job_id, bulk_jobs.c.state == JobState.READING.value)
                .values(state=waits)
            )

    def confirm_job(
        self, token: str, *, asked: str, with_unusual: bool, by: str, at: datetime
    ) -> Job | None:
        """Start a job whose preview showed just this."""
        shown = bulk_jobs.c.state.in_([JobState.READING.value, JobState.ASKED.value])
        with self._door.writing("confirm job") as connection:
            job = _move(
                connection,
                (bulk_jobs.c.token == token) & shown & (bulk_jobs.c.asked == asked),
                to=JobState.RUNNING,
                by=by,
                confirmed_at=at,
            )
            if job is None:
                return None
            its_rows = bulk_rows.c.job_id == job.job_id
            if not with_unusual:
                unusual = bulk_rows.c.state == RowState.UNUSUAL.value
                let_go(connection, its_rows & unusual, RowState.LEFT_OUT)
            keep_only_what_is_to_do(connection, its_rows)
            return job

    def move_job(
        self, job_id: int, *, to: JobState, out_of: frozenset[JobState], by: str
    ) -> Job | None:
        """Move a job that stands where it is expected."""
        with self._door.writing("move job") as connection:
            stands = bulk_jobs.c.state.in_([state.value for state in out_of])
            return _move(connection, (bulk_jobs.c.id == job_id) & stands, to=to, by=by)

    def settle_row(
        self,
        job_id: int,
        number: int,
        *,
        to: RowState,
        why: str = "",
        doubts: Sequence[Doubt] = (),
        call_id: int | None = None,
    ) -> None:
        """Write down what became of a row."""
        this = (bulk_rows.c.job_id == job_id) & (bulk_rows.c.number == number) & to_do()
        with self._door.writing("settle row") as connection:
            let_go(connection, this, to, why=why, doubts=doubts, call_id=call_id)

    def stop_rows(self, job_id: int) -> None:
        """Write down that no row more becomes a call."""
        with self._door.writing("stop rows") as connection:
            let_go(connection, (bulk_rows.c.job_id == job_id) & to_do(), RowState.STOPPED)

    def show_job(self, job: Job) -> None:
        """Keep where the progress card stands."""
        shown = {name: getattr(job, name) for name in CARD}
        self._change_job(job.job_id, tries=job.tries, **shown)

    def end_job(self, job_id: int) -> None:
        """End a job, and erase what stood in its rows."""
        with self._door.writing("end job") as connection:
            end_jobs(connection, [job_id])

    def _change_job(self, job_id: int, **values: Any) -> None:  # noqa: ANN401 - as columns take them
        with self._door.writing("change job") as connection:
            connection.execute(update(bulk_jobs).where(bulk_jobs.c.id == job_id).values(**values))


def _move(
    connection: Connection,
    which: ColumnElement[bool],
    *,
    to: JobState,
    by: str,
    **more: Any,  # noqa: ANN401 - as columns take them
) -> Job | None:
    moving = (
        update(bulk_jobs)
        .where(which)
        .values(state=to.value, changed_by=by, due=epoch_now(), lease_until=None, **more)
        .returning(*bulk_jobs.c)
    )
    row = connection.execute(moving).mappings().one_or_none()
    return None if row is None else read_job(row)
