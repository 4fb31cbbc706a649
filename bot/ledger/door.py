"""The only way to the database: one transaction, and no foreign exception comes out."""

import hashlib
import hmac
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from importlib import import_module
from threading import Lock, local

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

from bot.errors import (
    LedgerError,
    LedgerUnsureError,
    TornTransactionError,
    UnreadableRowError,
    trace_of,
)
from bot.ledger.engine import begin

UNREADABLE = (ValueError, LookupError, TypeError, AttributeError)
"""What it raises to read a row that is damaged, or holds what another version knows."""

SAYS: Mapping[int | str, str] = {
    sqlite3.SQLITE_BUSY: "another program holds it for too long",
    sqlite3.SQLITE_FULL: "its disk is full, make room",
    sqlite3.SQLITE_READONLY: "its file or folder is read-only, let the bot write to both",
    sqlite3.SQLITE_CANTOPEN: "its file cannot be opened, let the bot write to it and its folder",
    sqlite3.SQLITE_IOERR: "its disk is full or fails",
    sqlite3.SQLITE_NOTADB: "its file is no SQLite database, name another or put a backup back",
    sqlite3.SQLITE_CORRUPT: "its file is damaged, put a backup back",
    "OperationalError": "its server cannot be reached, or does not let the bot in",
    "LockNotAvailable": "another program holds it for too long",
    "DiskFull": "its server's disk is full, make room",
    "ReadOnlySqlTransaction": "its server is read-only, name the primary one",
}
"""What SQLite's codes and the names of PostgreSQL's errors mean for whoever runs the bot."""


class _Shared(local):
    """
    The transaction that a thread is in, and what was written in it; it is torn once a part of it
    broke off.
    """

    connection: Connection | None = None
    is_torn = False

    def __init__(self) -> None:
        self.deeds: list[str] = []


class Door:
    """
    Opens transactions on one engine.

    `at` is told where each writing transaction stands: "inside <deed>" before it commits, "after
    <deed>" once it has. It is there for tests that crash at these points.
    """

    def __init__(self, engine: Engine, *, data_key: bytes, at: Callable[[str], None]) -> None:
        self.engine = engine
        self._data_key = data_key
        self._at = at
        # SQLite has one writer: whoever waits here wakes at once, while its own wait polls
        self._turn: AbstractContextManager[object] = (
            Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )
        self._shared = _Shared()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one consistent view, without a lock."""
        if self._shared.connection is None:
            with reading(self.engine) as connection:
                yield connection
            return
        with self._part():
            yield self._shared.connection

    @contextmanager
    def writing(self, deed: str) -> Iterator[Connection]:
        """Commit what is done inside as a whole, or nothing of it."""
        if self._shared.connection is None:
            with self.together(), self.writing(deed) as connection:
                yield connection
            return
        with self._part():
            yield self._shared.connection
            self._at(f"inside {deed}")
        self._shared.deeds.append(deed)

    @contextmanager
    def together(self) -> Iterator[None]:
        """
        Make one transaction of all that this thread reads and writes inside.

        Raises TornTransactionError if a part of it broke off, also where somebody caught that:
        alone it would have been undone, and here it is undone with the rest.
        """
        if self._shared.connection is not None:
            raise RuntimeError("together inside together would wait for itself")
        with self._turn, writing(self.engine) as connection:
            self._shared.connection, self._shared.deeds = connection, []
            self._shared.is_torn = False
            try:
                yield
            finally:
                self._shared.connection = None
            if self._shared.is_torn:
                raise TornTransactionError("a part of a transaction broke off")
        for done in self._shared.deeds:
            self._at(f"after {done}")

    @contextmanager
    def _part(self) -> Iterator[None]:
        """Note if a part of the transaction that this thread is in fails."""
        try:
            yield
        except BaseException:  # whatever broke off, and it goes on its way
            self._shared.is_torn = True
            raise

    def phone_hash(self, phone_number: str) -> str:
        """Give the keyed hash under which a number is remembered."""
        return hmac.new(self._data_key, phone_number.encode(), hashlib.sha256).hexdigest()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read in one transaction. Raises LedgerError."""
    with _our_errors(), engine.connect() as connection:
        begin(connection, writes=False)
        yield connection


@contextmanager
def writing(engine: Engine, *, patient: bool = False) -> Iterator[Connection]:
    """
    Write in one transaction; a patient one waits long for another's. Raises LedgerError, and
    LedgerUnsureError if nobody knows whether it was committed.
    """
    with _our_errors(), engine.connect() as connection:
        begin(connection, writes=True, patient=patient)
        yield connection
        _commit(connection)


def _commit(connection: Connection) -> None:
    """Commit. Raises LedgerUnsureError if a server's answer to that is lost."""
    try:
        connection.commit()
    except DBAPIError as error:
        if connection.dialect.name == "sqlite":
            raise  # what a file could not keep is not there
        raise LedgerUnsureError(f"the database was lost: {_name(error)}") from error


Insertion = sqlite.Insert
"""What a type checker takes an INSERT for: PostgreSQL's is told the same in the same words."""


@cache
def insertion(dialect: str, table: Table) -> Insertion:
    """
    Give the INSERT that can be told what to do about a row that is there already. What is
    executed often is made once: to build a statement costs more than to run it.
    """
    insert: Callable[[Table], Insertion]
    # by its name, so that SQLite's start does not load what SQLAlchemy knows of PostgreSQL
    insert = import_module(f"sqlalchemy.dialects.{dialect}").insert
    return insert(table)


@cache
def insertion_once(dialect: str, table: Table, *unique: str) -> Insertion:
    """Give the INSERT that leaves a row alone which is there already."""
    once = insertion(dialect, table)
    return once.on_conflict_do_nothing(index_elements=list(unique) or None)


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except (IntegrityError, DataError) as error:
        # their text may quote the row, and with it a person
        raise LedgerError(f"the database refused a row: {_name(error)}") from None
    except SQLAlchemyError as error:
        raise LedgerError(f"the database failed: {_name(error)}") from error
    except UNREADABLE as error:
        raise UnreadableRowError(f"a row cannot be read: {trace_of(error)}") from None


def _name(error: SQLAlchemyError) -> str:
    """Name the cause; its own text may quote a row, or what stands in DATABASE_URL."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    name = type(cause).__name__
    return SAYS.get(name if code is None else code & 0xFF, name)
