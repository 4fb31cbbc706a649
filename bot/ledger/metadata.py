"""What all tables share: the names of their constraints, and how values get into conditions."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import ColumnElement, MetaData, Text, literal_column


def among(column: str, values: Iterable[StrEnum]) -> str:
    """Write the condition that a column has one of these values, always in the same words."""
    return f"{column} IN ({', '.join(repr(value.value) for value in sorted(values))})"


def fixed(value: StrEnum) -> ColumnElement[str]:
    """Write a value into the statement itself, so that SQLite sees which partial index fits."""
    return literal_column(f"'{value.value}'", Text)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
