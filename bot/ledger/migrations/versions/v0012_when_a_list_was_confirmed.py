"""When somebody said yes to a list: a yes to an unusual hour is one for that hour."""

import sqlalchemy as sa
from alembic import op

from bot.ledger.columns import AwareTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Note when each list was said yes to."""
    op.add_column("bulk_jobs", sa.Column("confirmed_at", AwareTime()))
