"""The tables of many calls at once: jobs, and their rows."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    Table,
    Text,
)

from bot.calls.bulk import JobState, RowState
from bot.ledger.columns import AwareTime, Words
from bot.ledger.metadata import among, metadata

bulk_jobs = Table(
    "bulk_jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("token", Text, nullable=False, unique=True),
    Column("team_id", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("response_url", Text),
    Column("created_at", AwareTime, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("text", Words, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("view_id", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("ignored", JSON, nullable=False),
    Column("asked", Text),
    Column("confirmed_at", AwareTime),
    Column("changed_by", Text, nullable=False),
    Column("card_channel_id", Text, nullable=False),
    Column("card_ts", Text, nullable=False),
    Column("card_shows", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Double, nullable=False),
    Column("lease_until", Double),
    CheckConstraint(among("state", JobState), name="state"),
    sqlite_autoincrement=True,
)

bulk_rows = Table(
    "bulk_rows",
    metadata,
    Column("job_id", Integer, ForeignKey("bulk_jobs.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("doubts", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("asked", Text),
    Column("why", Text, nullable=False),
    Column("call_id", Integer, ForeignKey("calls.id")),
    CheckConstraint(among("state", RowState), name="state"),
)
