"""
The indexes. Only migrations load them: a partial one makes SQLAlchemy load what it knows of
PostgreSQL, which takes some 25 ms and 2 MB of a start that needs none of it.
"""

from sqlalchemy import Column, Index, text

from bot.calls.bulk import AT_WORK
from bot.calls.status import OPEN, PERHAPS_CALLED
from bot.ledger.metadata import among
from bot.ledger.schema import (
    audit,
    bulk_jobs,
    calls,
    drafts,
    events,
    metadata,
    outbox,
)

__all__ = ["metadata"]


def _partial(name: str, *columns: Column[object], where: str, unique: bool = False) -> None:
    """Index only the rows that are asked for."""
    condition = text(where)
    Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


Index("ux_calls_draft_id", calls.c.draft_id, unique=True)
Index("ix_calls_phone_hash", calls.c.phone_hash, calls.c.requested_at)
Index("ix_calls_requester_id", calls.c.requester_id, calls.c.requested_at)
Index("ix_calls_retry_of", calls.c.retry_of)
Index("ix_calls_card_ts", calls.c.card_ts)
Index("ix_calls_agent_uuid", calls.c.agent_uuid)
Index("ix_events_call_id", events.c.call_id)
Index("ix_events_phone_hash", events.c.phone_hash)
Index("ix_outbox_call_id", outbox.c.call_id)
Index("ix_audit_call_id", audit.c.call_id)

_partial(
    "ux_calls_alone",
    calls.c.phone_hash,
    calls.c.agent_uuid,
    where=f"NOT may_repeat AND {among('status', OPEN)}",
    unique=True,
)
_partial("ix_calls_open", calls.c.team_id, where=among("status", OPEN))
_partial("ix_calls_region", calls.c.region, where=among("status", PERHAPS_CALLED))
_partial("ix_calls_not_after", calls.c.not_after, where="status = 'recorded'")
_partial("ix_calls_send_at", calls.c.send_at, where="status = 'announced'")
_partial("ix_calls_lease_until", calls.c.lease_until, where="status = 'sending'")
_partial("ix_calls_awaited", calls.c.send_at, where="status = 'pending' AND overdue_at IS NULL")

_partial("ix_outbox_due", outbox.c.due, where="state = 'waiting'")
_partial("ix_outbox_turn", outbox.c.subject, outbox.c.id, where="state = 'waiting'")

_partial("ix_bulk_jobs_due", bulk_jobs.c.due, where=among("state", AT_WORK))
_partial("ix_bulk_jobs_not_ended", bulk_jobs.c.created_at, where="state <> 'ended'")

_partial("ix_calls_unerased", calls.c.ended_at, where="erased_at IS NULL")
_partial(
    "ix_calls_forgotten",
    calls.c.ended_at,
    where="forgotten_by IS NOT NULL AND erased_at IS NULL",
)
_partial("ix_drafts_unerased", drafts.c.created_at, where="erased_at IS NULL")
_partial("ix_events_unerased", events.c.received_at, where="facts IS NOT NULL OR body IS NOT NULL")
