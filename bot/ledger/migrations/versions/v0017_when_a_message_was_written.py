"""When the message was written that a shortcut was used on: its "tomorrow" counts from then."""

import sqlalchemy as sa
from alembic import op

from bot.ledger.columns import AwareTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep it beside the draft."""
    op.add_column("drafts", sa.Column("written_at", AwareTime()))
