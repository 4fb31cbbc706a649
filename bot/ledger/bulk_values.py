"""Jobs and their rows as the tables hold them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import RowMapping

from bot.calls.bulk import BulkRow, Job, JobState, RowState
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.calls.status import Outcome, Status
from bot.ledger.rows import Values

AS_STORED = (
    "token",
    "team_id",
    "channel_id",
    "user_id",
    "response_url",
    "created_at",
    "text",
    "file_id",
    "view_id",
    "problem",
    "asked",
    "confirmed_at",
    "changed_by",
    "card_channel_id",
    "card_ts",
    "card_shows",
    "tries",
    "lease_until",
)


def read_job(row: RowMapping) -> Job:
    """Read a job."""
    settings = {FormField(name): said for name, said in row["settings"].items()}
    return Job(
        job_id=row["id"],
        state=JobState(row["state"]),
        settings=settings,
        ignored=tuple(row["ignored"]),
        **{name: row[name] for name in AS_STORED},
    )


def row_values(row: BulkRow) -> Values:
    """Write a row."""
    return {
        "number": row.number,
        "state": row.state.value,
        "fields": {name.value: said for name, said in row.fields.items()},
        "doubts": doubt_values(row.doubts),
        "warnings": list(row.warnings),
        "asked": row.asked,
        "why": row.why,
        "call_id": row.call_id,
    }


def read_row(row: RowMapping) -> BulkRow:
    """Read a row, with where its call stands."""
    return BulkRow(
        number=row["number"],
        state=RowState(row["state"]),
        fields={FormField(name): said for name, said in row["fields"].items()},
        doubts=read_doubts(row["doubts"]),
        warnings=tuple(row["warnings"]),
        asked=row["asked"],
        why=row["why"],
        call_id=row["call_id"],
        status=None if row["status"] is None else Status(row["status"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        is_held=bool(row["is_held"]),
        is_hearsay=bool(row["is_hearsay"]),
        is_overdue=bool(row["is_overdue"]),
    )


def doubt_values(doubts: Iterable[Doubt]) -> list[dict[str, Any]]:
    """Write what is wrong with a row."""
    return [
        {
            "field": doubt.field.value,
            "reason": doubt.reason.value,
            "read": doubt.read,
            "options": list(doubt.options),
        }
        for doubt in doubts
    ]


def read_doubts(values: Iterable[Mapping[str, Any]]) -> tuple[Doubt, ...]:
    """Read what is wrong with a row."""
    return tuple(
        Doubt(
            field=Field(doubt["field"]),
            reason=Reason(doubt["reason"]),
            read=doubt["read"],
            options=tuple(doubt["options"]),
        )
        for doubt in values
    )
