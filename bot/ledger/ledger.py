"""Puts the ledger together."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

from sqlalchemy import Engine, text

from bot.ledger.auditing import SqlAudit
from bot.ledger.blocks import SqlBlocks
from bot.ledger.bulk import SqlBulk
from bot.ledger.calls import SqlCalls
from bot.ledger.door import Door
from bot.ledger.drafts import SqlDrafts
from bot.ledger.engine import open_engine
from bot.ledger.erasing import SqlErasing
from bot.ledger.events import SqlEvents
from bot.ledger.homes import SqlHomes
from bot.ledger.key import settle_data_key
from bot.ledger.lists import SqlLists
from bot.ledger.outbox import SqlOutbox
from bot.ledger.preferences import SqlPreferences
from bot.ledger.presses import SqlPresses
from bot.ledger.sending import SqlSending
from bot.ledger.version import is_up_to_date


class SqlLedger(
    SqlDrafts,
    SqlCalls,
    SqlSending,
    SqlOutbox,
    SqlEvents,
    SqlPresses,
    SqlBlocks,
    SqlLists,
    SqlHomes,
    SqlPreferences,
    SqlErasing,
    SqlAudit,
    SqlBulk,
):
    """The Ledger of `ports`, in SQLite or PostgreSQL. Safe to use from several threads."""

    def __init__(self, door: Door) -> None:
        self._door = door

    @property
    def has_one_writer(self) -> bool:
        """Whether transactions that write are done one after the other, as in SQLite's file."""
        return self._door.engine.dialect.name == "sqlite"

    def together(self) -> AbstractContextManager[None]:
        """Make one transaction of all that this thread does to the ledger inside."""
        return self._door.together()

    def ping(self) -> None:
        """Raise LedgerError if the database does not answer."""
        with self._door.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Let go of every connection."""
        self._door.engine.dispose()


def carry_on(point: str) -> None:
    """Pass a point at which a test could crash the process."""
    del point


def open_ledger(
    database_url: str,
    *,
    data_key: bytes | None = None,
    migrate: bool = True,
    at: Callable[[str], None] = carry_on,
) -> SqlLedger:
    """
    Open the ledger, and bring its tables up to date unless told not to.

    `data_key` hashes telephone numbers; without one, a random one is made once and kept. `at` is
    told where each writing transaction stands, for tests that crash there: "inside claim" before
    it commits, "after claim" once it has; likewise for intake, finish, message claim, ts stored,
    and others. Raises LedgerError, with words for whoever set DATABASE_URL.
    """
    engine = open_engine(database_url, create=migrate)
    with ExitStack() as unless_it_opens:
        unless_it_opens.callback(engine.dispose)
        _prepare(engine, migrate=migrate)
        key = settle_data_key(engine, data_key)
        unless_it_opens.pop_all()
    return SqlLedger(Door(engine, data_key=key, at=at))


def _prepare(engine: Engine, *, migrate: bool) -> None:
    if is_up_to_date(engine):
        return
    # Alembic is slow to load, and needed once for each new version
    from bot.ledger import migrating  # noqa: PLC0415

    if migrate:
        migrating.migrate(engine)
    else:
        migrating.check_version(engine)
