"""A draft becomes one call at most."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remember which draft a call was made of, and let no two be made of one."""
    op.add_column("calls", sa.Column("draft_id", sa.Text()))
    op.create_index("ux_calls_draft_id", "calls", ["draft_id"], unique=True)
