"""When the worker must look again."""

from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from bot.calls.status import Status
from bot.ledger.columns import epoch_now
from bot.ledger.schema import calls, fixed, outbox
from bot.ledger.turns import is_next


def seconds_to_next(connection: Connection, now: datetime) -> float | None:
    """Give the seconds until the first thing is due, 0 if one is, None if nothing waits."""
    announced = calls.c.status == fixed(Status.ANNOUNCED)
    free = or_(calls.c.retry_after.is_(None), calls.c.retry_after <= epoch_now())
    by_people = [
        select(func.min(calls.c.send_at)).where(announced, free),
        select(func.min(calls.c.not_after)).where(calls.c.status == fixed(Status.RECORDED)),
    ]
    by_database = [
        select(func.min(calls.c.retry_after)).where(announced, ~free),
        select(func.min(calls.c.lease_until)).where(calls.c.status == fixed(Status.SENDING)),
        select(func.min(outbox.c.due)).where(is_next),
    ]
    questions = [query.scalar_subquery() for query in [*by_people, *by_database]]
    send_at, not_after, *epochs, epoch = connection.execute(select(*questions, epoch_now())).one()
    waits = [
        *((at - now).total_seconds() for at in (send_at, not_after) if at is not None),
        *(due - epoch for due in epochs if due is not None),
    ]
    return max(0.0, min(waits)) if waits else None
