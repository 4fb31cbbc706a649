"""Rows of lists: each is settled once, as a call, or let go of, and nothing of it is left."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    case,
    exists,
    or_,
    select,
    update,
)

from bot.calls.bulk import (
    LONGEST_STILL,
    STOOD_STILL,
    TO_DO,
    UNDER_WAY,
    JobState,
    ListRow,
    RowState,
)
from bot.calls.doubts import Doubt, hidden
from bot.errors import RowSettledError
from bot.ledger.bulk_tables import bulk_jobs, bulk_rows
from bot.ledger.bulk_values import doubt_values, read_doubts
from bot.ledger.columns import epoch_now
from bot.ledger.metadata import fixed
from bot.ledger.rows import Values

JOB_STATE = select(bulk_jobs.c.state).where(bulk_jobs.c.id == bindparam("job")).with_for_update()
ROW_STATE = (
    select(bulk_rows.c.state)
    .where(bulk_rows.c.job_id == bindparam("job"), bulk_rows.c.number == bindparam("row"))
    .with_for_update()
)

_has_to_do = exists().where(
    bulk_rows.c.job_id == bulk_jobs.c.id,
    bulk_rows.c.state.in_([fixed(state) for state in sorted(TO_DO)]),
)
OLD_JOBS = select(bulk_jobs.c.id, bulk_jobs.c.state).where(
    bulk_jobs.c.state != fixed(JobState.ENDED),
    bulk_jobs.c.created_at < bindparam("before", type_=bulk_jobs.c.created_at.type),
    or_(bulk_jobs.c.state.not_in([fixed(JobState.RUNNING), fixed(JobState.STOPPING)]), _has_to_do),
)
"""Jobs that nobody ended in all that time, but for those that run and have no row to call."""


def unless_still() -> Values:
    """Give the columns of a job that is claimed: one that stood still for long is paused."""
    is_old = bulk_jobs.c.due < epoch_now() - LONGEST_STILL
    stood_still = (bulk_jobs.c.state == fixed(JobState.RUNNING)) & is_old & _has_to_do
    return {
        "state": case((stood_still, fixed(JobState.PAUSED)), else_=bulk_jobs.c.state),
        "changed_by": case((stood_still, STOOD_STILL), else_=bulk_jobs.c.changed_by),
    }


def hold_row(connection: Connection, row: ListRow | None) -> None:
    """
    Keep a row as it is until the transaction ends. Raises RowSettledError unless it is to do and
    its list is running: somebody may have stopped it, or had its number forgotten, meanwhile.
    """
    if row is None:
        return
    this = {"job": row.job_id, "row": row.number}
    is_running = connection.scalar(JOB_STATE, this) == JobState.RUNNING.value
    if not is_running or connection.scalar(ROW_STATE, this) not in TO_DO:
        raise RowSettledError("this row is settled, or its list does not run")


def row_called(connection: Connection, row: ListRow | None, call_id: int) -> None:
    """Write down which call a row became."""
    if row is None:
        return
    this = (bulk_rows.c.job_id == row.job_id) & (bulk_rows.c.number == row.number)
    let_go(connection, this, RowState.CALLED, call_id=call_id)


def to_do() -> ColumnElement[bool]:
    """Give the condition that a row may still become a call."""
    return bulk_rows.c.state.in_([state.value for state in sorted(TO_DO)])


def let_go(
    connection: Connection,
    these: ColumnElement[bool],
    to: RowState,
    *,
    why: str = "",
    doubts: Sequence[Doubt] = (),
    call_id: int | None = None,
) -> None:
    """Settle rows, and erase what stood in them."""
    values: Values = {
        "state": to.value,
        "fields": {},
        "doubts": doubt_values(map(hidden, doubts)),
        "why": why,
        "call_id": call_id,
    }
    connection.execute(update(bulk_rows).where(these).values(values))


def end_jobs(connection: Connection, job_ids: Sequence[int]) -> None:
    """End jobs, and erase what stood in their rows, but for what was wrong."""
    if job_ids:
        connection.execute(
            update(bulk_jobs)
            .where(bulk_jobs.c.id.in_(job_ids))
            .values(state=JobState.ENDED.value, text="", response_url=None)
        )
        of_them = bulk_rows.c.job_id.in_(job_ids)
        let_go(connection, of_them & to_do(), RowState.STOPPED)
        keep_only_what_is_to_do(connection, of_them)


def leave_jobs(connection: Connection, jobs: Sequence[Row[tuple[int, str]]]) -> int:
    """
    End jobs; one that is under way calls no row any more, and ends by itself once its calls are
    sent: its card says so, and its result is sent. Give how many.
    """
    under_way = [job.id for job in jobs if job.state in UNDER_WAY]
    end_jobs(connection, [job.id for job in jobs if job.id not in under_way])
    if under_way:
        paused = bulk_jobs.c.id.in_(under_way) & (bulk_jobs.c.state == JobState.PAUSED.value)
        goes_on = update(bulk_jobs).where(paused).values(state=JobState.RUNNING.value)
        connection.execute(goes_on)
        let_go(connection, bulk_rows.c.job_id.in_(under_way) & to_do(), RowState.STOPPED)
    return len(jobs)


def keep_only_what_is_to_do(connection: Connection, these: ColumnElement[bool]) -> None:
    """Erase what stood in rows that will be no call, but for what was wrong with them."""
    over = these & ~to_do()
    connection.execute(update(bulk_rows).where(over).values(fields={}))
    _hide_doubts(connection, over)


def _hide_doubts(connection: Connection, these: ColumnElement[bool]) -> None:
    """Keep of what is wrong with rows only what a result file says: nothing that stood in them."""
    wrong = these & (bulk_rows.c.state == RowState.WRONG.value)
    found = select(bulk_rows.c.job_id, bulk_rows.c.number, bulk_rows.c.doubts).where(wrong)
    for row in connection.execute(found).all():
        doubts = doubt_values(map(hidden, read_doubts(row.doubts)))
        this = (bulk_rows.c.job_id == row.job_id) & (bulk_rows.c.number == row.number)
        connection.execute(update(bulk_rows).where(this).values(doubts=doubts))


def forget_rows(connection: Connection, hold_it: Callable[[Iterable[str]], bool]) -> int:
    """
    Let go of every row of a job under way that holds something, also of those that are still to
    be read; give how many.
    """
    unread = select(bulk_jobs.c.id, bulk_jobs.c.text).where(bulk_jobs.c.text != "")
    count = 0
    for job in connection.execute(unread.order_by(bulk_jobs.c.id).with_for_update()).all():
        lines = job.text.splitlines(keepends=True)
        # an empty line keeps the numbers of those behind it
        left = ["\n" if hold_it([line]) else line for line in lines]
        if left != lines:
            text = update(bulk_jobs).where(bulk_jobs.c.id == job.id).values(text="".join(left))
            connection.execute(text)
            count += sum(1 for line, kept in zip(lines, left, strict=True) if line != kept)
    whole = connection.execute(
        select(bulk_rows.c.job_id, bulk_rows.c.number, bulk_rows.c.fields)
        .join(bulk_jobs, bulk_jobs.c.id == bulk_rows.c.job_id)
        .where(bulk_jobs.c.state != fixed(JobState.ENDED))
        .order_by(bulk_rows.c.job_id, bulk_rows.c.number)
    )
    found = [row for row in whole if hold_it(row.fields.values())]
    for row in found:
        this = (bulk_rows.c.job_id == row.job_id) & (bulk_rows.c.number == row.number)
        # one that became a call meanwhile has let go of its words
        let_go(connection, this & bulk_rows.c.call_id.is_(None), RowState.STOPPED)
    return count + len(found)
