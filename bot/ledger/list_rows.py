"""Rows of lists: each is settled once, and becomes a call in the transaction that records it."""

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from bot.calls.bulk import TO_DO, JobState, ListRow, RowState
from bot.errors import RowSettledError
from bot.ledger.bulk_tables import bulk_jobs, bulk_rows
from bot.ledger.rows import Values

JOB_STATE = select(bulk_jobs.c.state).where(bulk_jobs.c.id == bindparam("job")).with_for_update()
ROW_STATE = (
    select(bulk_rows.c.state)
    .where(bulk_rows.c.job_id == bindparam("job"), bulk_rows.c.number == bindparam("row"))
    .with_for_update()
)


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
    call_id: int | None = None,
) -> None:
    """Settle rows, and erase what stood in them."""
    values: Values = {
        "state": to.value,
        "fields": {},
        "doubts": [],
        "why": why,
        "call_id": call_id,
    }
    connection.execute(update(bulk_rows).where(these).values(values))
