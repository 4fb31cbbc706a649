"""Brings a database to the schema of this program, and refuses one that it does not know."""

from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, select

from bot.errors import LedgerError, LedgerOutdatedError
from bot.ledger.door import reading, writing
from bot.ledger.version import MIGRATIONS

LOCK = 0x7A656567  # any number that all instances agree on
_ONE_AT_A_TIME = Lock()  # Alembic keeps what it works on in a module of its own


def migrate(engine: Engine, *, to: str = "head") -> None:
    """
    Bring the database up to date, as a whole or not at all; another process waits meanwhile.

    Raises LedgerError if it was made by a newer program than this one.
    """
    with _ONE_AT_A_TIME, writing(engine, patient=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        config = _config(connection)
        _refuse_newer(connection, ScriptDirectory.from_config(config))
        command.upgrade(config, to)
    engine.dispose()  # its connection would go on being patient


def check_version(engine: Engine) -> None:
    """Raise LedgerOutdatedError for an older schema than ours, LedgerError for a newer one."""
    with reading(engine) as connection:
        script = ScriptDirectory.from_config(_config(connection))
        _refuse_newer(connection, script)
        if _versions(connection) != set(script.get_heads()):
            raise LedgerOutdatedError("its tables are older than this program, or not there yet")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _versions(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


def _refuse_newer(connection: Connection, script: ScriptDirectory) -> None:
    known = {revision.revision for revision in script.walk_revisions()}
    if _versions(connection) - known:
        raise LedgerError("the database was made by a newer zeegcall: start that one, or newer")
