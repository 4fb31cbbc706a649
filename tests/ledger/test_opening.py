"""Opening a ledger: the address, the file, the key, and what happens when there is none."""

import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.errors import LedgerError, LedgerOutdatedError
from bot.ledger import SqlLedger, open_ledger
from bot.ledger.engine import open_engine, read_url
from bot.ports import Ledger
from tests.ledger.conftest import Opening
from tests.ledger.samples import ADA, NOW, STOPPED, a_call, a_request, recorded


@pytest.mark.parametrize(
    ("written", "driver"),
    [
        pytest.param("postgres://u:p@db.example/calls", "postgresql+psycopg", id="as hosts do"),
        pytest.param("postgresql://u:p@db.example/calls", "postgresql+psycopg", id="in full"),
        pytest.param("postgresql+psycopg://u@db.example/calls", "postgresql+psycopg", id="exact"),
        pytest.param("sqlite:///zeegcall.db", "sqlite", id="a file"),
    ],
)
def test_reads_the_address_of_a_database(written: str, driver: str) -> None:
    assert read_url(written).drivername == driver


def test_keeps_what_the_address_says_of_the_connection() -> None:
    url = read_url("postgres://u:p%40ss@db.example:6432/calls?sslmode=require")

    assert (url.password, url.port, url.query) == ("p@ss", 6432, {"sslmode": "require"})


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("secret words", id="no address"),
        pytest.param("", id="empty"),
        pytest.param("mysql://u:secret@db.example/calls", id="another database"),
        pytest.param("postgresql+asyncpg://u:secret@db.example/calls", id="another driver"),
        pytest.param("sqlite://", id="memory"),
        pytest.param("sqlite:///:memory:", id="memory by name"),
        pytest.param("sqlite:////nowhere/secret/zeegcall.db", id="no such directory"),
        pytest.param(
            "postgres://u:secret@/calls?host=/nowhere&connect_timeout=2", id="no such server"
        ),
    ],
)
def test_refuses_other_addresses_without_repeating_them(written: str) -> None:
    with pytest.raises(LedgerError) as refused:
        open_ledger(written)

    assert "secret" not in str(refused.value)


def test_is_the_ledger_that_the_verbs_ask_for(ledger: SqlLedger) -> None:
    asked_for: Ledger = ledger

    assert asked_for.look(now=NOW).seconds is None


def test_answers_while_the_database_does(ledger: SqlLedger) -> None:
    ledger.ping()
    ledger.close()
    ledger.ping()


def test_says_when_the_database_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "zeegcall.db"
    ledger = open_ledger(f"sqlite:///{file}")
    ledger.close()
    file.unlink()
    file.mkdir()

    with pytest.raises(LedgerError):
        ledger.ping()
    ledger.close()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param("max_page_count = 1", "its disk is full, make room", id="full"),
        pytest.param("query_only = ON", "read-only, let the bot write to both", id="read-only"),
    ],
)
def test_says_what_the_disk_has_and_how_to_mend_it(tmp_path: Path, state: str, said: str) -> None:
    with closing(open_ledger(f"sqlite:///{tmp_path / 'zeegcall.db'}")) as ledger:
        with ledger._door.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA {state}")

        with pytest.raises(LedgerError, match=said):
            recorded(ledger, a_call(request=replace(a_request(), additional_data="word " * 4000)))


def test_says_that_a_file_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "zeegcall.db"
    file.write_text("a page of something else\n" * 400)

    with pytest.raises(LedgerError, match="is no SQLite database"):
        open_ledger(f"sqlite:///{file}")


def test_says_that_a_server_cannot_be_reached() -> None:
    with pytest.raises(LedgerError, match="its server cannot be reached") as failed:
        open_ledger("postgresql://u:secret@127.0.0.1:1/calls")

    assert "secret" not in str(failed.value)


def test_says_that_a_server_is_read_only(opening_postgres: Opening) -> None:
    ledger = opening_postgres()

    with pytest.raises(LedgerError, match="read-only"), ledger._door.writing("mistake") as by:
        by.execute(text("SET TRANSACTION READ ONLY; DELETE FROM drafts"))


def test_the_file_and_its_key_are_for_the_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "zeegcall.db"
    with closing(open_ledger(f"sqlite:///{file}")) as ledger:
        recorded(ledger)
        modes = {made.name: stat.S_IMODE(made.stat().st_mode) for made in tmp_path.iterdir()}

    assert modes == dict.fromkeys(
        ["zeegcall.db", "zeegcall.db-shm", "zeegcall.db-wal", "zeegcall.db.key"], 0o600
    )


def test_whoever_only_looks_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerOutdatedError, match="not there yet"):
        open_ledger(f"sqlite:///{tmp_path / 'zeegcall.db'}", migrate=False)
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(f"sqlite:///{tmp_path / 'nowhere' / 'zeegcall.db'}", migrate=False)

    assert [*tmp_path.iterdir()] == []


def test_a_power_cut_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'zeegcall.db'}")
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in pragmas]
    engine.dispose()

    full = 2
    assert found == ["wal", full, 1]


def test_another_process_reads_while_one_writes(tmp_path: Path) -> None:
    file = tmp_path / "zeegcall.db"
    with closing(open_ledger(f"sqlite:///{file}")) as ledger:
        recorded(ledger)
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")

            assert not ledger.look(now=NOW).calls
            assert ledger.reap_calls(say=[], failure=STOPPED) == ()
            assert ledger.call(1) is not None

            other.execute("ROLLBACK")


def test_a_number_is_recognised_by_the_next_process(empty_url: str) -> None:
    with closing(open_ledger(empty_url)) as first:
        recorded(first)
    with closing(open_ledger(empty_url)) as second:
        assert len(second.history(phone_number=ADA, since=NOW).calls) == 1


def test_a_given_key_is_not_kept(empty_url: str, tmp_path: Path) -> None:
    open_ledger(empty_url, data_key=b"given").close()

    open_ledger(empty_url, data_key=b"given").close()
    with pytest.raises(LedgerError, match="data key is gone"):
        open_ledger(empty_url)
    assert [*tmp_path.glob("*.key")] == []


def test_what_its_file_held_may_be_given_where_a_database_was_moved(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'zeegcall.db'}"
    with closing(open_ledger(url)) as ledger:
        recorded(ledger)
    file = tmp_path / "zeegcall.db.key"
    held = file.read_bytes().strip()
    file.unlink()

    with closing(open_ledger(url, data_key=held)) as moved:
        assert len(moved.history(phone_number=ADA, since=NOW).calls) == 1


@pytest.mark.parametrize("first", [b"one", None], ids=["given", "made"])
def test_refuses_a_key_that_would_recognise_nobody(empty_url: str, first: bytes | None) -> None:
    open_ledger(empty_url, data_key=first).close()

    with pytest.raises(LedgerError, match="not the one"):
        open_ledger(empty_url, data_key=b"another")


def test_keeps_the_key_of_a_server_in_the_database(opening_postgres: Opening) -> None:
    open_ledger(opening_postgres.database_url).close()

    with closing(open_ledger(opening_postgres.database_url)) as ledger:
        assert recorded(ledger, a_call()).call_id == 1


@pytest.mark.parametrize(
    "content",
    [pytest.param("not hexadecimal", id="no key"), pytest.param("é", id="not even letters")],
)
def test_says_when_the_key_cannot_be_read(tmp_path: Path, content: str) -> None:
    url = f"sqlite:///{tmp_path / 'zeegcall.db'}"
    open_ledger(url).close()
    (tmp_path / "zeegcall.db.key").write_text(content)

    with pytest.raises(LedgerError, match="cannot be read"):
        open_ledger(url)


def test_says_when_the_key_is_gone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'zeegcall.db'}"
    open_ledger(url).close()
    (tmp_path / "zeegcall.db.key").unlink()

    with pytest.raises(LedgerError, match="put that file back"):
        open_ledger(url)


def test_says_when_the_key_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "zeegcall.db.key.new").mkdir()

    with pytest.raises(LedgerError, match="cannot be kept"):
        open_ledger(f"sqlite:///{tmp_path / 'zeegcall.db'}")


def test_says_what_postgresql_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(LedgerError, match="psycopg"):
        open_engine("postgresql://db.example/calls")


def test_a_server_that_is_gone_is_noticed_by_who_waits_for_its_answer(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        psycopgs: Any = connection.connection.driver_connection
        parameters = psycopgs.info.get_parameters()
    engine.dispose()

    assert (parameters["keepalives_idle"], parameters["tcp_user_timeout"]) == ("10", "20000")
