"""Whose turn it is in the outbox: of each call, draft or event only its oldest waiting message."""

from sqlalchemy import exists

from bot.ledger.schema import MessageState, fixed, outbox

_earlier = outbox.alias("earlier")
_waits = fixed(MessageState.WAITING)

is_next = (outbox.c.state == _waits) & ~exists().where(
    _earlier.c.subject == outbox.c.subject,
    _earlier.c.state == _waits,
    _earlier.c.id < outbox.c.id,
)
"""A row that waits, and before which nothing of the same subject does."""
