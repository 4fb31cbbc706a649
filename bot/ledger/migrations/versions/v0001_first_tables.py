"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


OPEN = "status IN ('announced', 'pending', 'recorded', 'sending', 'uncertain')"
ENDED = "status IN ('cancelled', 'completed', 'expired', 'failed', 'refused')"
WAITING = "state = 'waiting'"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("requester_id", sa.Text(), nullable=False),
        sa.Column("requester_zone", sa.Text(), nullable=False),
        sa.Column("requester_locale", sa.Text()),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("thread_ts", sa.Text()),
        sa.Column("source_link", sa.Text()),
        sa.Column("response_url", sa.Text()),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("phone_hash", sa.Text(), nullable=False),
        sa.Column("phone_number", sa.Text()),
        sa.Column("phone_facts", sa.JSON()),
        sa.Column("email", sa.Text()),
        sa.Column("full_name", sa.Text()),
        sa.Column("additional_data", sa.Text()),
        sa.Column("scheduled_time", sa.DateTime(timezone=True)),
        sa.Column("agent_uuid", sa.Text(), nullable=False),
        sa.Column("agent_name", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("retry_of", sa.Integer()),
        sa.Column("may_repeat", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True)),
        sa.Column("token", sa.Text()),
        sa.Column("lease_until", sa.Double()),
        sa.Column("retry_after", sa.Double()),
        sa.Column("card_channel_id", sa.Text()),
        sa.Column("card_ts", sa.Text()),
        sa.Column("zeeg_id", sa.Text()),
        sa.Column("failure", sa.JSON()),
        sa.Column("outcome", sa.Text()),
        sa.Column("outcome_facts", sa.JSON()),
        sa.Column("conversation_id", sa.Text()),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(
            f"({ENDED}) = (ended_at IS NOT NULL)",
            name=op.f("ck_calls_ended"),
        ),
        sa.CheckConstraint(
            "status <> 'announced' OR send_at IS NOT NULL", name=op.f("ck_calls_announced")
        ),
        sa.CheckConstraint(
            "status <> 'sending' OR (token IS NOT NULL AND lease_until IS NOT NULL)",
            name=op.f("ck_calls_claimed"),
        ),
        sa.CheckConstraint(
            f"{OPEN} OR {ENDED}",
            name=op.f("ck_calls_status"),
        ),
        sa.CheckConstraint(
            "ended_at IS NOT NULL OR (phone_number IS NOT NULL AND phone_facts IS NOT NULL"
            " AND email IS NOT NULL AND full_name IS NOT NULL)",
            name=op.f("ck_calls_personal"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint("conversation_id", name=op.f("uq_calls_conversation_id")),
        sa.UniqueConstraint("key", name=op.f("uq_calls_key")),
        sa.UniqueConstraint("reference", name=op.f("uq_calls_reference")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_calls_phone_hash", "calls", ["phone_hash", "requested_at"])
    _partial_index("ix_calls_send_at", "calls", ["send_at"], where="status = 'announced'")
    _partial_index("ix_calls_not_after", "calls", ["not_after"], where="status = 'recorded'")
    _partial_index("ix_calls_lease_until", "calls", ["lease_until"], where="status = 'sending'")
    _partial_index(
        "ux_calls_alone",
        "calls",
        ["phone_hash", "agent_uuid"],
        where=f"NOT may_repeat AND {OPEN}",
        unique=True,
    )

    op.create_table(
        "data_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("generated", sa.Text()),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_key_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_key")),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("thread_ts", sa.Text()),
        sa.Column("source_link", sa.Text()),
        sa.Column("response_url", sa.Text()),
        sa.Column("asked", sa.Text()),
        sa.Column("retry_of", sa.Integer()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('closed', 'open', 'shown')", name=op.f("ck_drafts_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("key", name=op.f("uq_drafts_key")),
    )
    op.create_table(
        "profiles",
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text()),
        sa.Column("locale", sa.Text()),
        sa.Column("is_guest", sa.Boolean(), nullable=False),
        sa.Column("is_admin", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "user_id", name=op.f("pk_profiles")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_audit_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_call_id", "audit", ["call_id"])

    op.create_table(
        "outbox",
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
    op.create_index("ix_outbox_call_id", "outbox", ["call_id"])
    _partial_index("ix_outbox_due", "outbox", ["due"], where=WAITING)
    _partial_index("ix_outbox_turn", "outbox", ["subject", "id"], where=WAITING)


def _partial_index(
    name: str, table: str, columns: list[str], *, where: str, unique: bool = False
) -> None:
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
