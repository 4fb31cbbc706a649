"""What a press and an event ask for is found without reading all calls."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index what a call repeats, where its card stands, and whose it is."""
    op.create_index("ix_calls_retry_of", "calls", ["retry_of"])
    op.create_index("ix_calls_card_ts", "calls", ["card_ts"])
    op.create_index("ix_calls_agent_uuid", "calls", ["agent_uuid"])
