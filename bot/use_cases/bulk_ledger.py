"""What many calls at once need of the ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.calls.bulk import BulkRow, Job, JobState, RowState
from bot.calls.doubts import Doubt
from bot.calls.draft import FormField


class BulkLedger(Protocol):
    """Keeps jobs and their rows. Every method is one transaction, and blocks."""

    def begin_job(self, job: Job, *, key: str) -> Job | None:
        """Keep a job whose form is shown; None if this click has begun one before."""
        ...

    def job(self, token: str) -> Job | None:
        """Read a job."""
        ...

    def rows(self, job_id: int) -> Sequence[BulkRow]:
        """Read a job's rows in their order, with where their calls stand."""
        ...

    def submit_job(
        self,
        token: str,
        *,
        settings: Mapping[FormField, str],
        text: str,
        file_id: str,
        view_id: str,
        at: datetime,
    ) -> bool:
        """Keep what a form sent at that time holds, to be read. False if that was done before."""
        ...

    def claim_job(self, *, lease: float) -> Job | None:
        """Take the job whose turn it is, if one is due; others leave it for `lease` seconds."""
        ...

    def renew_job(self, job: Job, *, lease: float, for_good: bool = False) -> float | None:
        """
        Keep a job that was claimed for `lease` seconds more, and give until when, by the
        database's clock. None if it ended, was moved, or another has claimed it since. Kept
        `for_good`, it is moved by nobody any more.
        """
        ...

    def release_job(self, job: Job, *, seconds: float) -> None:
        """
        Give a job back that was claimed; it is looked at again in `seconds`, or at once if it
        moved since. One that another has claimed since is left to them.
        """
        ...

    def keep_rows(
        self,
        job: Job,
        rows: Sequence[BulkRow],
        *,
        ignored: Sequence[str],
        asked: str | None,
        problem: str,
    ) -> bool:
        """
        Keep what a table says, to be shown. False if it is not being read any more, or was, or
        a number in it was forgotten meanwhile: then it is to be read again.
        """
        ...

    def preview_shown(self, job_id: int) -> None:
        """Write down that its preview was shown or offered: now it waits for a yes, or ended."""
        ...

    def confirm_job(
        self, token: str, *, asked: str, with_unusual: bool, by: str, at: datetime
    ) -> Job | None:
        """
        Start a job whose preview showed just this, with or without its unusual rows. None if it
        shows something else by now, or was answered before.
        """
        ...

    def move_job(
        self, job_id: int, *, to: JobState, out_of: frozenset[JobState], by: str
    ) -> Job | None:
        """Move a job that stands where it is expected, None if it stands elsewhere."""
        ...

    def settle_row(
        self,
        job_id: int,
        number: int,
        *,
        to: RowState,
        why: str = "",
        doubts: Sequence[Doubt] = (),
        call_id: int | None = None,
    ) -> None:
        """
        Write down what became of a row that was to be called; what stood in it is erased, also
        in `doubts`.
        """
        ...

    def stop_rows(self, job_id: int) -> None:
        """Write down that no row more becomes a call."""
        ...

    def show_job(self, job: Job) -> None:
        """Keep where the progress card stands, what it shows, and how often it was tried."""
        ...

    def end_job(self, job_id: int) -> None:
        """End a job, and erase what stood in its rows."""
        ...
