"""Opens the database that DATABASE_URL names, so that what is committed is not lost."""

import os
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import LedgerError, LedgerOutdatedError

BUSY_SECONDS = 2
"""How long one waits for another's write to end: Slack wants its answer within three."""

PATIENT_SECONDS = 30
"""How long one waits at the start for another process that brings the database up to date."""

LOCK_SECONDS = 5
"""How long one waits on PostgreSQL for another's write: a machine may stop in the middle of it."""

IDLE_SECONDS = 60
"""How long a machine that stopped in the middle of a write keeps others from what it holds."""

POSTGRESQL = {
    "connect_timeout": 10,
    "application_name": "zeegcall",
    "prepare_threshold": None,  # a pooler between us and the server may not keep statements
    "tcp_user_timeout": 20_000,  # milliseconds; a server that is gone is noticed
    "keepalives_idle": 10,  # also by who waits for its answer, else after two hours
    "keepalives_interval": 5,
    "keepalives_count": 3,
}


def open_engine(database_url: str, *, create: bool = True) -> Engine:
    """
    Make the engine; nothing is connected yet. A file that is not there is made, or told as
    LedgerOutdatedError unless it may be.

    `postgres://` and `postgresql://` speak through psycopg, `sqlite:///file` needs nothing.
    Raises LedgerError, without the URL in it, if it names no database that we know.
    """
    url = read_url(database_url)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    try:
        engine = create_engine(
            url,
            connect_args={name: POSTGRESQL[name] for name in POSTGRESQL if name not in url.query},
            isolation_level="READ COMMITTED",
            pool_size=5,
            max_overflow=5,
            pool_timeout=BUSY_SECONDS,
            pool_recycle=300,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except ModuleNotFoundError as error:
        raise LedgerError("PostgreSQL needs psycopg: pip install 'psycopg[binary]'") from error
    event.listen(engine, "connect", _limit_waits)
    return engine


def read_url(database_url: str) -> URL:
    """Read DATABASE_URL as it is written by hosts and by people."""
    try:
        url = make_url(database_url)
    except ArgumentError:
        raise LedgerError("DATABASE_URL cannot be read as a database's address") from None
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"postgresql+psycopg", "sqlite"}:
        raise LedgerError(f"DATABASE_URL names {url.drivername}: use sqlite or postgresql")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise LedgerError("DATABASE_URL names no file, and memory keeps no call")
    return url


def file_of(engine: Engine) -> Path | None:
    """Tell the file that the database is, None for a server."""
    if engine.dialect.name != "sqlite":
        return None
    return Path(str(engine.url.database))


def begin(connection: Connection, *, writes: bool, patient: bool = False) -> None:
    """
    Begin a transaction as what it will be; on PostgreSQL the first statement does.

    SQLAlchemy's event for this would make each statement slower.
    """
    if connection.dialect.name != "sqlite":
        if not writes:
            # its BEGIN says so: it costs nothing, while each statement would see another moment
            connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        if patient:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        return
    if patient:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENT_SECONDS * 1000}")
    # a plain BEGIN that writes later fails at once if another process wrote in between
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _sqlite(url: URL, *, create: bool) -> Engine:
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS},
        pool_size=5,
        max_overflow=5,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )
    _make_private(Path(str(url.database)), create=create)
    event.listen(engine, "connect", _prepare)
    return engine


def _make_private(file: Path, *, create: bool) -> None:
    """Create the file for its owner's eyes only; SQLite gives its own files the same mode."""
    if not create and not file.exists() and os.access(file.parent, os.W_OK):
        raise LedgerOutdatedError("its file is not there yet")
    try:
        os.close(os.open(file, os.O_RDWR | (os.O_CREAT if create else 0), 0o600))
    except OSError as error:
        raise LedgerError(f"the database file cannot be opened: {error.strerror}") from error


def _prepare(connection: SqliteConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    connection.isolation_level = None  # transactions begin in `begin`, and nowhere else
    connection.execute("PRAGMA journal_mode = WAL").close()
    # NORMAL can lose the last commits on a power cut: a lost `sending` rings twice
    connection.execute("PRAGMA synchronous = FULL").close()
    connection.execute("PRAGMA foreign_keys = ON").close()


def _limit_waits(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    """Say how long we wait for others, and they for us; as statements, for a pooler's sake."""
    del entry
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = {int(LOCK_SECONDS * 1000)}")
    cursor.execute(f"SET idle_in_transaction_session_timeout = {int(IDLE_SECONDS * 1000)}")
    cursor.close()
    connection.commit()
