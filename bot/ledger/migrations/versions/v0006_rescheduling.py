"""Which call a draft takes the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a draft name the call that is cancelled once it becomes one."""
    op.add_column("drafts", sa.Column("replaces", sa.Integer()))
