"""The tables come from the migrations, from wherever a database starts."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine.interfaces import ReflectedIndex

from bot.errors import LedgerError, LedgerOutdatedError
from bot.ledger import open_ledger
from bot.ledger.door import reading, writing
from bot.ledger.engine import open_engine
from bot.ledger.indexes import metadata
from bot.ledger.key import settle_data_key
from bot.ledger.migrating import check_version, migrate
from bot.ledger.version import MIGRATIONS, is_up_to_date, newest_version
from tests.ledger.samples import ADA, NOW, a_call, recorded
from tests.ledger.test_races import at_once


def released() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    return [step.revision for step in steps]


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def test_makes_the_tables_that_the_program_works_with(engine: Engine) -> None:
    migrate(engine)

    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_version_is_told_by_the_name_of_its_file() -> None:
    assert newest_version() == released()[0]


def test_only_a_database_at_the_newest_version_is_up_to_date(engine: Engine) -> None:
    assert not is_up_to_date(engine)
    migrate(engine, to=released()[1])
    assert not is_up_to_date(engine)

    migrate(engine)

    assert is_up_to_date(engine)


def test_a_database_that_is_up_to_date_is_opened_without_alembic(empty_url: str) -> None:
    open_ledger(empty_url).close()
    look = (
        "import sys; from bot.ledger import open_ledger;"
        f" open_ledger({empty_url!r}).close(); print('alembic' in sys.modules)"
    )
    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    )

    assert said.stdout == "False\n"


@pytest.mark.parametrize("revision", released())
def test_goes_on_from_every_release(engine: Engine, revision: str) -> None:
    migrate(engine, to=revision)

    migrate(engine)

    check_version(engine)
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_checks_and_indexes_are_those_of_the_schema(engine: Engine) -> None:
    migrate(engine)
    migrated = _described(engine)
    with writing(engine) as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)

    assert migrated == _described(engine)


def test_does_nothing_the_second_time(empty_url: str) -> None:
    first = open_ledger(empty_url)
    call = recorded(first)
    first.close()

    second = open_ledger(empty_url)

    assert second.call(call.call_id) == call
    second.close()


def test_knows_the_countries_of_calls_of_before_they_were_kept(empty_url: str) -> None:
    first = open_ledger(empty_url)
    recorded(first)
    first.close()
    _undo(
        empty_url,
        "DROP INDEX ix_calls_region",
        "ALTER TABLE calls DROP COLUMN region",
        *TO_0014,
        "UPDATE alembic_version SET version_num = '0013'",
    )

    second = open_ledger(empty_url)

    is_new = {
        region: second.history(phone_number=ADA, since=NOW, region=region).is_new_country
        for region in ("DE", "GB")
    }
    second.close()
    assert is_new == {"DE": False, "GB": True}


def test_knows_what_was_hidden_in_calls_of_before_that_was_kept(empty_url: str) -> None:
    first = open_ledger(empty_url)
    asked = [("U1", None), ("U2", 1), ("U2", 2), ("U1", 1), ("U2", None), ("U2", 5)]
    for number, (who, earlier) in enumerate(asked):
        new = a_call(f"click {number}", requester_id=who, retry_of=earlier)
        recorded(first, new, may_repeat=True)
    first.close()
    _undo(empty_url, *TO_0014)

    second = open_ledger(empty_url)

    kept = [second.call(number) for number in range(1, 7)]
    second.close()
    assert [call.new.is_veiled for call in kept if call] == [
        False,
        True,
        True,
        False,
        False,
        False,
    ]


def test_several_processes_may_start_at_once(empty_url: str) -> None:
    opens = "import sys; from bot.ledger import open_ledger; open_ledger(sys.argv[1]).close()"
    start = partial(
        subprocess.run,
        [sys.executable, "-c", opens, empty_url],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    ended = at_once(start, start, start)

    assert [(process.returncode, process.stderr) for process in ended] == [(0, "")] * 3


def test_several_processes_agree_on_the_key(empty_url: str) -> None:
    engines = [open_engine(empty_url) for _ in range(4)]
    migrate(engines[0])
    for engine in engines:
        check_version(engine)

    keys = at_once(*(partial(settle_data_key, engine, None) for engine in engines))

    for engine in engines:
        engine.dispose()
    assert len(set(keys)) == 1


@pytest.mark.parametrize("change", [True, False], ids=["migrating", "only looking"])
def test_refuses_a_database_of_a_newer_program(
    engine: Engine, empty_url: str, *, change: bool
) -> None:
    migrate(engine)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(LedgerError, match="newer"):
        open_ledger(empty_url, migrate=change)


def test_refuses_to_work_with_tables_of_an_older_program(empty_url: str) -> None:
    engine = open_engine(empty_url)
    migrate(engine, to=released()[1])
    engine.dispose()

    with pytest.raises(LedgerOutdatedError, match="older"):
        open_ledger(empty_url, migrate=False)


def test_a_step_that_fails_leaves_nothing_behind(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE outbox (id INTEGER)"))

    with pytest.raises(LedgerError):
        migrate(engine)

    assert [*inspect(engine).get_table_names()] == ["outbox"]


TO_0014 = (
    "ALTER TABLE drafts DROP COLUMN written_at",
    "DROP INDEX ix_calls_retry_of",
    "DROP INDEX ix_calls_card_ts",
    "DROP INDEX ix_calls_agent_uuid",
    "ALTER TABLE calls DROP COLUMN is_veiled",
    "UPDATE alembic_version SET version_num = '0014'",
)


def _undo(database_url: str, *steps: str) -> None:
    """Make a database as it was before steps of its migrations."""
    engine = open_engine(database_url)
    with writing(engine) as connection:
        for step in steps:
            connection.execute(text(step))
    engine.dispose()


def _described(engine: Engine) -> dict[str, object]:
    """Tell what Alembic does not compare."""
    inspector = inspect(engine)
    return {
        table: (
            sorted(str(check) for check in inspector.get_check_constraints(table)),
            sorted(_index(index) for index in inspector.get_indexes(table)),
        )
        for table in metadata.tables
    }


def _index(index: ReflectedIndex) -> str:
    where = {name: str(option) for name, option in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": where})


def test_what_waits_to_be_said_outlives_every_step(engine: Engine) -> None:
    migrate(engine, to="0001")
    with writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO drafts (id, key, team_id, channel_id, user_id, surface, fields,"
                " state, created_at) VALUES ('d1', 'k', 'T1', 'C1', 'U1', 'command', '{}',"
                " 'open', '2026-03-02 09:30:00')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO outbox (key, subject, draft_id, saying, facts, due, tries, state)"
                " VALUES ('draft:d1:offer_form', 'draft:d1', 'd1', 'offer_form', '{}', 1, 0,"
                " 'waiting')"
            )
        )

    migrate(engine)

    with reading(engine) as connection:
        assert connection.execute(text("SELECT key, state FROM outbox")).all() == [
            ("draft:d1:offer_form", "waiting")
        ]
