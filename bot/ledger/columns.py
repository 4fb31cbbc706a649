"""Column types, and the two ways to ask the database for its time."""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Double, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class AwareTime(TypeDecorator[datetime]):
    """A moment that a person means: any zone goes in, UTC is stored and comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn it into UTC. Raises ValueError for a time that names no zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it in UTC; SQLite stores no zone, so it is put back."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text from outside; what a database cannot hold (NUL, halves of surrogates) is replaced."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace the characters that no UTF-8 text column can hold."""
        del dialect
        return None if value is None else UNSTORABLE.sub("\ufffd", value)


class epoch_now(FunctionElement[float]):  # noqa: N801 - reads as the SQL function that it is
    """The database's clock in seconds since 1970, for leases and back-off."""

    type = Double()
    inherit_cache = True


class time_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function that it is
    """The database's clock as a moment, for what is only looked at later."""

    type = AwareTime()
    inherit_cache = True


@compiles(epoch_now, "sqlite")
def _epoch_on_sqlite(element: epoch_now, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    del element, compiler, options
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(epoch_now, "postgresql")
def _epoch_on_postgresql(element: epoch_now, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    del element, compiler, options
    return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS DOUBLE PRECISION)"


@compiles(time_now, "sqlite")
def _time_on_sqlite(element: time_now, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    del element, compiler, options
    return "strftime('%Y-%m-%d %H:%M:%f000', 'now')"


@compiles(time_now, "postgresql")
def _time_on_postgresql(element: time_now, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    del element, compiler, options
    return "clock_timestamp()"
