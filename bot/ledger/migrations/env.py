"""Alembic runs this: it goes on in the transaction that `migrating` has begun."""

from alembic import context

from bot.ledger.indexes import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
