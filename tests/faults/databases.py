"""Databases for the bots to share: a file, or a database of a PostgreSQL server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from tests.postgres import find_binaries, own_database, running_server

NO_SERVER = "no PostgreSQL server is installed, and ZEEGCALL_TEST_POSTGRES names none"


@contextmanager
def server() -> Iterator[str | None]:
    """Give the URL of a PostgreSQL server, None if there is none to be had."""
    given = os.environ.get("ZEEGCALL_TEST_POSTGRES")
    binaries = None if given else find_binaries()
    if given or binaries is None:
        yield given
        return
    with running_server(binaries) as url:
        yield url


@contextmanager
def fresh(kind: str, folder: Path, server_url: str | None) -> Iterator[str]:
    """Make an empty database: `sqlite` or `postgresql`."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'zeegcall.db'}"
        return
    if server_url is None:
        raise LookupError(NO_SERVER)
    with own_database(server_url) as url:
        yield url


@contextmanager
def unreachable(database_url: str, server_url: str) -> Iterator[None]:
    """Cut every connection to a PostgreSQL database and refuse new ones, as a restart does."""
    name = make_url(database_url).database
    address = server_url.partition("://")[2]
    engine = create_engine(f"postgresql+psycopg://{address}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
        connection.execute(text(cut), {"name": name})
        try:
            yield
        finally:
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
    engine.dispose()
