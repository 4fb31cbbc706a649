"""What people and channels prefer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep regions, languages, agents and where results go, by person and by channel."""
    op.create_table(
        "preferences",
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("region", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("agent_uuid", sa.Text()),
        sa.Column("results", sa.Text()),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "place", name=op.f("pk_preferences")),
    )
