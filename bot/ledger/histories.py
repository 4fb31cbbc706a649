"""What the rules ask about a number before it is called: its calls, its block, its country."""

from datetime import datetime

from sqlalchemy import Connection, Text, bindparam, exists, func, or_, select

from bot.calls.history import History, PastCall
from bot.calls.status import PERHAPS_CALLED, Status
from bot.ledger.blocks import block_of
from bot.ledger.columns import AwareTime
from bot.ledger.schema import calls, fixed, is_open

_at = func.coalesce(calls.c.scheduled_time, calls.c.requested_at)
_since = bindparam("since", type_=AwareTime)
HISTORY = (
    select(
        calls.c.id.label("call_id"),
        calls.c.requester_id,
        calls.c.agent_uuid,
        calls.c.status,
        _at.label("at"),
    )
    .where(
        calls.c.phone_hash == bindparam("number"),
        or_(is_open, calls.c.requested_at >= _since, _at >= _since),
    )
    .order_by(calls.c.id.desc())
)

_it = bindparam("region", type_=Text)
_perhaps_called = calls.c.status.in_([fixed(status) for status in sorted(PERHAPS_CALLED)])
NEW_COUNTRY = select(
    *(
        exists().where(of_region, _perhaps_called)
        for of_region in (calls.c.region == _it, calls.c.region < _it, calls.c.region > _it)
    )
)
"""Whether a country was called, and whether others were: before it in the index, or behind it."""


def history_of(
    connection: Connection, phone_hash: str, *, since: datetime, region: str | None
) -> History:
    """
    Find the calls to a number's hash that are open, or were due since then, and its block; and
    whether its `region` is a new one, if that is to be looked up.
    """
    found = connection.execute(HISTORY, {"number": phone_hash, "since": since})
    return History(
        calls=tuple(
            PastCall(**{**row, "status": Status(row["status"])}) for row in found.mappings()
        ),
        block=block_of(connection, phone_hash),
        is_new_country=region is not None and _is_new(connection, region),
    )


def _is_new(connection: Connection, region: str) -> bool:
    was, *others = connection.execute(NEW_COUNTRY, {"region": region}).one()
    return any(others) and not was
