"""Which countries were called."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

PERHAPS_CALLED = (
    "status IN ('announced', 'completed', 'failed', 'pending', 'recorded', 'sending', 'uncertain')"
)

calls = sa.table("calls", sa.column("region", sa.Text), sa.column("phone_facts", sa.JSON))


def upgrade() -> None:
    """Keep each call's country beside it, where it stays when the number is erased."""
    op.add_column("calls", sa.Column("region", sa.Text()))
    told = calls.c.phone_facts["region"].as_string()
    op.execute(calls.update().where(calls.c.phone_facts.is_not(None)).values(region=told))
    condition = sa.text(PERHAPS_CALLED)
    op.create_index(
        "ix_calls_region", "calls", ["region"], sqlite_where=condition, postgresql_where=condition
    )
