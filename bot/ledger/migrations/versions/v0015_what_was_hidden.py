"""Which calls hold what was hidden from who asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

calls = sa.table(
    "calls",
    sa.column("id", sa.Integer),
    sa.column("requester_id", sa.Text),
    sa.column("retry_of", sa.Integer),
    sa.column("is_veiled", sa.Boolean),
)


def upgrade() -> None:
    """Veil what somebody repeated of another's call, and whatever was repeated of that."""
    op.add_column(
        "calls",
        sa.Column("is_veiled", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    earlier = calls.alias()
    is_anothers = earlier.c.requester_id != calls.c.requester_id
    repeats = sa.select(calls.c.id).join(earlier, earlier.c.id == calls.c.retry_of)
    veiled = repeats.where(is_anothers).cte("veiled", recursive=True)
    again = sa.select(calls.c.id).where(calls.c.retry_of == veiled.c.id)
    veiled = veiled.union(again)
    op.execute(
        calls.update().where(calls.c.id.in_(sa.select(veiled.c.id))).values(is_veiled=sa.true())
    )
