"""Who took a number off the do-not-call list."""

import sqlalchemy as sa
from alembic import op

from bot.ledger.columns import AwareTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what was taken off the list, by whom and when."""
    op.create_table(
        "unblocked_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("masked", sa.Text(), nullable=False),
        sa.Column("blocked_by", sa.Text(), nullable=False),
        sa.Column("blocked_at", AwareTime(), nullable=False),
        sa.Column("unblocked_by", sa.Text(), nullable=False),
        sa.Column("unblocked_at", AwareTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unblocked_numbers")),
    )
