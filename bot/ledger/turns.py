"""Whose turn it is in the outbox: of each call or draft only its oldest waiting message."""

from sqlalchemy import ColumnElement, exists

from bot.ledger.schema import MessageState, fixed, outbox


def is_next() -> ColumnElement[bool]:
    """Tell the rows that wait, and before which nothing of the same subject does."""
    earlier = outbox.alias("earlier")
    waits = fixed(MessageState.WAITING)
    before = exists().where(
        earlier.c.subject == outbox.c.subject,
        earlier.c.state == waits,
        earlier.c.id < outbox.c.id,
    )
    return (outbox.c.state == waits) & ~before
