"""What is not over is found at once, however much is."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OPEN = "status IN ('announced', 'pending', 'recorded', 'sending', 'uncertain')"


def upgrade() -> None:
    """Index the calls that are open."""
    condition = sa.text(OPEN)
    op.create_index(
        "ix_calls_open", "calls", ["team_id"], sqlite_where=condition, postgresql_where=condition
    )
