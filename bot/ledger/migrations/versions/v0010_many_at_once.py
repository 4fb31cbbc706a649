"""Many calls at once: a table that somebody sent, and what became of each of its rows."""

import sqlalchemy as sa
from alembic import op

from bot.ledger.columns import AwareTime, Words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

JOB_STATES = "'asked', 'ended', 'open', 'paused', 'reading', 'running', 'stopping'"
ROW_STATES = "'called', 'dropped', 'left_out', 'ready', 'stopped', 'unusual', 'wrong'"


def upgrade() -> None:
    """Keep jobs and their rows."""
    op.create_table(
        "bulk_jobs",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False, unique=True),
        sa.Column("token", sa.Text(), nullable=False, unique=True),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("response_url", sa.Text()),
        sa.Column("created_at", AwareTime(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("view_id", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("ignored", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Text()),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("card_channel_id", sa.Text(), nullable=False),
        sa.Column("card_ts", sa.Text(), nullable=False),
        sa.Column("card_shows", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", sa.Double(), nullable=False),
        sa.Column("lease_until", sa.Double()),
        sa.CheckConstraint(f"state IN ({JOB_STATES})", name="state"),
        sqlite_autoincrement=True,
    )
    _index("ix_bulk_jobs_due", "due", "state IN ('paused', 'reading', 'running', 'stopping')")
    _index("ix_bulk_jobs_not_ended", "created_at", "state <> 'ended'")
    op.create_table(
        "bulk_rows",
        sa.Column(
            "job_id",
            sa.Integer(),
            sa.ForeignKey("bulk_jobs.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Integer(), sa.ForeignKey("calls.id")),
        sa.CheckConstraint(f"state IN ({ROW_STATES})", name="state"),
    )


def _index(name: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        name, "bulk_jobs", [column], sqlite_where=condition, postgresql_where=condition
    )
