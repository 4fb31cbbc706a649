"""Whether a database has this program's tables, told without Alembic, which loads slowly."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from bot.ledger.door import reading

MIGRATIONS = Path(__file__).parent / "migrations"


def newest_version() -> str:
    """Give the revision that the newest step leads to, by the name of its file."""
    newest = max(path.name for path in (MIGRATIONS / "versions").glob("v*.py"))
    return newest[1:5]


def is_up_to_date(engine: Engine) -> bool:
    """Whether nothing has to be done before it is used. Raises LedgerError."""
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        versions = connection.scalars(text("SELECT version_num FROM alembic_version"))
        return set(versions) == {newest_version()}
