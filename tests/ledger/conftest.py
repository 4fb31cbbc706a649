"""Ledgers to try things on: every test that takes `ledger` runs on SQLite and on PostgreSQL."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.ledger import SqlLedger, carry_on, open_ledger
from bot.ledger.door import writing
from bot.ledger.engine import open_engine
from bot.ledger.schema import metadata
from tests.postgres import find_binaries, own_database, running_server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    given = os.environ.get("ZEEGCALL_TEST_POSTGRES")
    if given:
        yield given
        return
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed, and ZEEGCALL_TEST_POSTGRES names none")
    with running_server(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_filled(postgres_server: str) -> Iterator[str]:
    """A database with its tables; each test that uses it empties it first."""
    with own_database(postgres_server) as url:
        open_ledger(url).close()
        yield url


@pytest.fixture(scope="session")
def sqlite_filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "filled.db"
    open_ledger(f"sqlite:///{file}", data_key=b"of the tests").close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        with own_database(request.getfixturevalue("postgres_server")) as url:
            yield url


@pytest.fixture
def postgres_url(postgres_filled: str) -> str:
    """A PostgreSQL database with empty tables."""
    return emptied(postgres_filled)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with empty tables."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    file = tmp_path / "zeegcall.db"
    shutil.copyfile(request.getfixturevalue("sqlite_filled"), file)
    return f"sqlite:///{file}"


def emptied(database_url: str) -> str:
    """Empty the tables, numbers and all."""
    engine = open_engine(database_url)
    with writing(engine) as connection:
        names = ", ".join(metadata.tables)
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    engine.dispose()
    return database_url


class Opening:
    """Opens ledgers on one database, and closes them when the test ends."""

    def __init__(self, database_url: str, closing: ExitStack) -> None:
        self.database_url = database_url
        self._closing = closing

    def __call__(self, *, at: Callable[[str], None] = carry_on) -> SqlLedger:
        ledger = open_ledger(self.database_url, data_key=b"of the tests", migrate=False, at=at)
        self._closing.callback(ledger.close)
        return ledger


@pytest.fixture
def opening(database_url: str) -> Iterator[Opening]:
    with ExitStack() as closing:
        yield Opening(database_url, closing)


@pytest.fixture
def opening_postgres(postgres_url: str) -> Iterator[Opening]:
    with ExitStack() as closing:
        yield Opening(postgres_url, closing)


@pytest.fixture
def ledger(opening: Opening) -> SqlLedger:
    return opening()


@pytest.fixture
def sqlite_ledger(sqlite_filled: Path, tmp_path: Path) -> Iterator[SqlLedger]:
    """For what is the same on both databases, so that one is enough."""
    file = tmp_path / "zeegcall.db"
    shutil.copyfile(sqlite_filled, file)
    with ExitStack() as closing:
        yield Opening(f"sqlite:///{file}", closing)()
