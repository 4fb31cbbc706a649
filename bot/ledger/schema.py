"""
The tables. A change here needs a new file in `migrations/versions`. Their indexes stand in
`indexes.py`.

Times that a person means are UTC; `lease_until`, `retry_after` and `due` are seconds since 1970
by the database's clock. Columns with personal data may be empty once a call has ended.
"""

from enum import StrEnum

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    Table,
    Text,
    false,
)

from bot.calls.draft import DraftState
from bot.calls.event import EventState
from bot.calls.status import OPEN, Status
from bot.ledger.bulk_tables import bulk_jobs, bulk_rows
from bot.ledger.columns import AwareTime, Words
from bot.ledger.metadata import among, fixed, metadata
from bot.ledger.people_tables import homes, preferences, profiles

__all__ = [
    "ENDED",
    "MessageState",
    "audit",
    "blocked_numbers",
    "bulk_jobs",
    "bulk_rows",
    "calls",
    "data_key",
    "drafts",
    "events",
    "fixed",
    "homes",
    "is_open",
    "metadata",
    "outbox",
    "preferences",
    "profiles",
    "unblocked_numbers",
]

ENDED = frozenset(Status) - OPEN
"""A call in one of these stays there: `ended_at` tells since when."""


class MessageState(StrEnum):
    """What became of a row of the outbox."""

    WAITING = "waiting"
    SAID = "said"
    GIVEN_UP = "given_up"  # Slack refuses it for good; `why` says how it named that
    DROPPED = "dropped"  # no longer needed


drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("team_id", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("surface", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("thread_ts", Text),
    Column("source_link", Text),
    Column("response_url", Text),
    Column("asked", Text),
    Column("retry_of", Integer),
    Column("state", Text, nullable=False),
    Column("created_at", AwareTime, nullable=False),
    Column("replaces", Integer),
    Column("erased_at", AwareTime),
    Column("written_at", AwareTime),
    CheckConstraint(among("state", DraftState), name="state"),
)

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("team_id", Text, nullable=False),
    Column("requester_id", Text, nullable=False),
    Column("requester_zone", Text, nullable=False),
    Column("requester_locale", Text),
    Column("channel_id", Text, nullable=False),
    Column("thread_ts", Text),
    Column("source_link", Text),
    Column("response_url", Text),
    Column("surface", Text, nullable=False),
    Column("phone_hash", Text, nullable=False),
    Column("phone_number", Text),
    Column("phone_facts", JSON(none_as_null=True)),
    Column("email", Words),
    Column("full_name", Words),
    Column("additional_data", Words),
    Column("scheduled_time", AwareTime),
    Column("agent_uuid", Text, nullable=False),
    Column("agent_name", Text, nullable=False),
    Column("requested_at", AwareTime, nullable=False),
    Column("send_after", AwareTime, nullable=False),
    Column("not_after", AwareTime, nullable=False),
    Column("confirmed", JSON, nullable=False),
    Column("retry_of", Integer),
    Column("may_repeat", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("send_at", AwareTime),
    Column("token", Text),
    Column("lease_until", Double),
    Column("retry_after", Double),
    Column("card_channel_id", Text),
    Column("card_ts", Text),
    Column("zeeg_id", Text),
    Column("failure", JSON(none_as_null=True)),
    Column("outcome", Text),
    Column("outcome_facts", JSON(none_as_null=True)),
    Column("conversation_id", Text, unique=True),
    Column("ended_at", AwareTime),
    Column("draft_id", Text),
    Column("overdue_at", AwareTime),
    Column("erased_at", AwareTime),
    Column("forgotten_by", Text),
    Column("region", Text),
    Column("is_veiled", Boolean, nullable=False, server_default=false()),
    CheckConstraint(f"{among('status', OPEN)} OR {among('status', ENDED)}", name="status"),
    CheckConstraint(
        "status <> 'sending' OR (token IS NOT NULL AND lease_until IS NOT NULL)", name="claimed"
    ),
    CheckConstraint("status <> 'announced' OR send_at IS NOT NULL", name="announced"),
    CheckConstraint(f"({among('status', ENDED)}) = (ended_at IS NOT NULL)", name="ended"),
    CheckConstraint(
        "ended_at IS NOT NULL OR (phone_number IS NOT NULL AND phone_facts IS NOT NULL"
        " AND email IS NOT NULL AND full_name IS NOT NULL)",
        name="personal",
    ),
    sqlite_autoincrement=True,  # a number that people have seen is never given again
)

is_open = calls.c.status.in_([fixed(status) for status in sorted(OPEN)])

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("phone_hash", Text),
    Column("facts", JSON(none_as_null=True)),
    Column("body", Words),
    Column("call_id", Integer, ForeignKey("calls.id")),
    Column("settled_by", Text),
    Column("received_at", AwareTime, nullable=False),
    CheckConstraint(among("state", EventState), name="state"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("call_id", Integer, ForeignKey("calls.id")),
    Column("draft_id", Text, ForeignKey("drafts.id")),
    Column("event_id", Integer, ForeignKey("events.id")),
    Column("saying", Text, nullable=False),
    Column("topic", Text),
    Column("facts", JSON, nullable=False),
    Column("due", Double, nullable=False),
    Column("token", Text),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("ts", Text),
    Column("why", Text),
    CheckConstraint(among("state", MessageState), name="state"),
    CheckConstraint(
        "(call_id IS NOT NULL AND draft_id IS NULL AND event_id IS NULL)"
        " OR (call_id IS NULL AND draft_id IS NOT NULL AND event_id IS NULL)"
        " OR (call_id IS NULL AND draft_id IS NULL AND event_id IS NOT NULL)",
        name="subject",
    ),
    sqlite_autoincrement=True,  # the ids are the order in which things are said
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("call_id", Integer, ForeignKey("calls.id"), nullable=False),
    Column("user_id", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("surface", Text, nullable=False),
    Column("at", AwareTime, nullable=False),
    sqlite_autoincrement=True,
)

blocked_numbers = Table(
    "blocked_numbers",
    metadata,
    Column("phone_hash", Text, primary_key=True),
    Column("masked", Text, nullable=False),
    Column("reason", Words, nullable=False),
    Column("blocked_by", Text, nullable=False),
    Column("blocked_at", AwareTime, nullable=False),
)

unblocked_numbers = Table(
    "unblocked_numbers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("masked", Text, nullable=False),
    Column("blocked_by", Text, nullable=False),
    Column("blocked_at", AwareTime, nullable=False),
    Column("unblocked_by", Text, nullable=False),
    Column("unblocked_at", AwareTime, nullable=False),
)

data_key = Table(
    "data_key",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
    Column("generated", Text),
    CheckConstraint("id = 1", name="only_one"),
)
