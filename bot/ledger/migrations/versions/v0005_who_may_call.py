"""Who may call: the user groups that somebody is in, and how many calls they asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remember people's user groups, and find their calls."""
    op.add_column("profiles", sa.Column("usergroups", sa.JSON()))
    op.create_index("ix_calls_requester_id", "calls", ["requester_id", "requested_at"])
