"""When the worker must look again."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from bot.calls.due import Due
from bot.calls.status import Status
from bot.ledger.columns import epoch_now
from bot.ledger.schema import calls, fixed, outbox
from bot.ledger.turns import is_next


def _next_times() -> Select[Any]:
    """Ask for the first of everything that waits."""
    announced = calls.c.status == fixed(Status.ANNOUNCED)
    free = or_(calls.c.retry_after.is_(None), calls.c.retry_after <= epoch_now())
    questions = [
        # by what people mean
        select(func.min(calls.c.send_at)).where(announced, free),
        select(func.min(calls.c.not_after)).where(calls.c.status == fixed(Status.RECORDED)),
        # by the database's clock
        select(func.min(calls.c.retry_after)).where(announced, ~free),
        select(func.min(calls.c.lease_until)).where(calls.c.status == fixed(Status.SENDING)),
        select(func.min(outbox.c.due)).where(is_next),
    ]
    return select(*(question.scalar_subquery() for question in questions), epoch_now())


NEXT_TIMES = _next_times()


def look(connection: Connection, now: datetime) -> Due:
    """Tell what is due, and how long nothing will be."""
    found = tuple(connection.execute(NEXT_TIMES).one())
    send_at, *_, next_message, epoch = found
    return Due(
        calls=send_at is not None and send_at <= now,
        messages=next_message is not None and next_message <= epoch,
        seconds=_seconds(found, now),
    )


def _seconds(found: tuple[Any, ...], now: datetime) -> float | None:
    send_at, not_after, *epochs, epoch = found
    waits = [
        *((at - now).total_seconds() for at in (send_at, not_after) if at is not None),
        *(due - epoch for due in epochs if due is not None),
    ]
    return max(0.0, min(waits)) if waits else None
