"""What is known of a contact is erased after a while; who asked for it sooner is remembered."""

import sqlalchemy as sa
from alembic import op

from bot.ledger.columns import AwareTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Note what was erased when, and find quickly what is to be."""
    op.add_column("calls", sa.Column("erased_at", AwareTime()))
    op.add_column("calls", sa.Column("forgotten_by", sa.Text()))
    op.add_column("drafts", sa.Column("erased_at", AwareTime()))
    _index("ix_calls_unerased", "calls", "ended_at", "erased_at IS NULL")
    _index(
        "ix_calls_forgotten", "calls", "ended_at", "forgotten_by IS NOT NULL AND erased_at IS NULL"
    )
    _index("ix_drafts_unerased", "drafts", "created_at", "erased_at IS NULL")
    _index("ix_events_unerased", "events", "received_at", "facts IS NOT NULL OR body IS NOT NULL")
    op.create_index("ix_events_phone_hash", "events", ["phone_hash"])


def _index(name: str, table: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)
