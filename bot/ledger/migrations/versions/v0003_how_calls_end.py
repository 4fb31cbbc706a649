"""What Zeeg tells of the end of calls, and messages about that."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'waiting'")
AWAITED = sa.text("status = 'pending' AND overdue_at IS NULL")
ONE_SUBJECT = (
    "(call_id IS NOT NULL AND draft_id IS NULL AND event_id IS NULL)"
    " OR (call_id IS NULL AND draft_id IS NOT NULL AND event_id IS NULL)"
    " OR (call_id IS NULL AND draft_id IS NULL AND event_id IS NOT NULL)"
)


def upgrade() -> None:
    """Keep events, tell calls as overdue, and let messages be about events."""
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("phone_hash", sa.Text()),
        sa.Column("facts", sa.JSON()),
        sa.Column("body", sa.Text()),
        sa.Column("call_id", sa.Integer()),
        sa.Column("settled_by", sa.Text()),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('dismissed', 'matched', 'unmatched', 'unreadable')",
            name=op.f("ck_events_state"),
        ),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_events_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("key", name=op.f("uq_events_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_call_id", "events", ["call_id"])
    op.add_column("calls", sa.Column("overdue_at", sa.DateTime(timezone=True)))
    op.create_index(
        "ix_calls_awaited",
        "calls",
        ["send_at"],
        sqlite_where=AWAITED,
        postgresql_where=AWAITED,
    )
    with op.batch_alter_table(
        "outbox", copy_from=_outbox_before(), table_kwargs={"sqlite_autoincrement": True}
    ) as outbox:
        outbox.add_column(sa.Column("event_id", sa.Integer()))
        outbox.drop_constraint(op.f("ck_outbox_subject"), type_="check")
        outbox.create_check_constraint(op.f("ck_outbox_subject"), ONE_SUBJECT)
        outbox.create_foreign_key(op.f("fk_outbox_event_id"), "events", ["event_id"], ["id"])


def _outbox_before() -> sa.Table:
    """Describe the table as it is: SQLite changes no check in place, so it is made anew."""
    outbox = sa.Table(
        "outbox",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Integer()),
        sa.Column("draft_id", sa.Text()),
        sa.Column("saying", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text()),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("due", sa.Double(), nullable=False),
        sa.Column("token", sa.Text()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text()),
        sa.Column("why", sa.Text()),
        sa.CheckConstraint(
            "state IN ('dropped', 'given_up', 'said', 'waiting')", name=op.f("ck_outbox_state")
        ),
        sa.CheckConstraint(
            "(call_id IS NULL) <> (draft_id IS NULL)", name=op.f("ck_outbox_subject")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_outbox_call_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_outbox_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    sa.Index("ix_outbox_call_id", outbox.c.call_id)
    sa.Index("ix_outbox_due", outbox.c.due, sqlite_where=WAITING)
    sa.Index("ix_outbox_turn", outbox.c.subject, outbox.c.id, sqlite_where=WAITING)
    return outbox
