"""Many calls at once: a table somebody sent, its rows, and how far it is."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.calls.doubts import Doubt
from bot.calls.draft import FormField
from bot.calls.status import Outcome, Status


class JobState(StrEnum):
    """Where a job stands."""

    OPEN = "open"  # its form was shown
    READING = "reading"  # its table is on disk, or its file's id, and is to be read
    ASKED = "asked"  # its preview is shown or offered: nobody said yes yet
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"  # what was not sent is being cancelled
    ENDED = "ended"  # every row became a call or was left out; or nothing came of it


AT_WORK = frozenset({JobState.READING, JobState.RUNNING, JobState.PAUSED, JobState.STOPPING})
"""States in which the worker has something to do; of a paused one, to show where calls stand."""

BY_RULE = "rule"
"""Stands where a person would, when a rule paused a job."""

STOOD_STILL = "stood_still"
"""Stands there where a job was not gone on with for LONGEST_STILL, and paused for that."""

LONGEST_STILL = 3600.0
"""Seconds. Whoever said yes to calls of now does not expect them after a night without the bot."""

UNDER_WAY = frozenset({JobState.RUNNING, JobState.PAUSED, JobState.STOPPING})


class RowState(StrEnum):
    """What became of a row."""

    READY = "ready"
    UNUSUAL = "unusual"  # a yes to its warnings is needed
    WRONG = "wrong"  # `doubts` say what is wrong with it; it is left out
    LEFT_OUT = "left_out"  # it was unusual, and nobody said yes to it
    CALLED = "called"  # it became a call
    DROPPED = "dropped"  # by its turn a rule said no; `why` or `doubts` name it
    STOPPED = "stopped"  # somebody stopped the job before its turn


TO_DO = frozenset({RowState.READY, RowState.UNUSUAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """
    Which row of which job a call is made of; `asked_in` is the channel in which that was asked
    for, wherever its calls are shown.
    """

    job_id: int
    number: int
    asked_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRow:
    """
    A row: its number in the table, what stands in it, and what became of it. `doubts` say what is
    wrong with it, or in one that is called after a yes, what it says against that. `asked` is
    what a yes to its warnings is bound to, `warnings` are their names; `call_id` is the call that
    it became, with where that stands, whether it is kept here until shortly before its time,
    whether that is only a person's word, and whether nothing was heard of it though it was due
    long ago.
    `fields` are empty once it became a call or the job ended.
    """

    number: int
    state: RowState
    fields: Mapping[FormField, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    asked: str | None = None
    why: str = ""
    call_id: int | None = None
    status: Status | None = None
    outcome: Outcome | None = None
    is_held: bool = False
    is_hearsay: bool = False
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    A table of calls that somebody asked for in a channel. `token` is opaque and travels through
    Slack. `created_at` is when its form was opened, and once that was sent, when it was. `asked`
    is the digest of what its preview showed, `confirmed_at` when somebody said yes to that.
    `changed_by` is who moved it last, BY_RULE or STOOD_STILL. `settings` are what the form said
    besides the table. `lease_until`, by the database's clock, tells who claimed it last.
    """

    job_id: int
    token: str
    team_id: str
    channel_id: str
    user_id: str
    state: JobState
    response_url: str | None
    created_at: datetime
    settings: Mapping[FormField, str] = field(default_factory=dict)
    text: str = ""
    file_id: str = ""
    view_id: str = ""
    problem: str = ""
    ignored: tuple[str, ...] = ()
    asked: str | None = None
    confirmed_at: datetime | None = None
    changed_by: str = ""
    card_channel_id: str = ""
    card_ts: str = ""
    card_shows: str = ""
    tries: int = 0
    lease_until: float | None = None

    @property
    def key(self) -> str:
        """Give the key of its progress card, with which those of its rows begin."""
        return f"bulk:{self.job_id}"


def digest_of(rows: Iterable[BulkRow]) -> str:
    """Give what a yes to a preview is bound to: every row, what it says, and what is unusual."""
    whole = hashlib.sha256()
    for row in rows:
        said = sorted((name.value, text) for name, text in row.fields.items())
        doubts = [(doubt.reason.value, doubt.read) for doubt in row.doubts]
        whole.update(repr((row.number, row.state.value, said, row.asked, doubts)).encode())
    return whole.hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rows stand where: `sent` are calls that Zeeg has or had, `under_way` not yet."""

    to_do: int = 0
    under_way: int = 0
    sent: int = 0
    reached: int = 0
    nobody: int = 0
    left_out: int = 0

    @property
    def of(self) -> int:
        """Count all rows."""
        return self.to_do + self.under_way + self.sent + self.left_out
