"""A list is held for as long as a step takes, and given up where it is another's by then."""

import asyncio
from dataclasses import dataclass
from typing import Any, cast

from bot.calls.bulk import Job, JobState
from bot.errors import LedgerError
from bot.slack.holding import Hold
from tests.sample import NOW

LEASE = 0.03
JOB = Job(
    job_id=1,
    token="t-1",
    team_id="T1",
    channel_id="C1",
    user_id="U1",
    state=JobState.RUNNING,
    response_url=None,
    created_at=NOW,
    lease_until=1.0,
)


@dataclass(slots=True)
class Jobs:
    """Renews a claim that is the newest; the first time it is away."""

    until: float = 1.0
    asked: int = 0
    released: float | None = None

    def renew_job(self, job: Job, *, lease: float, for_good: bool) -> float | None:
        del for_good
        self.asked += 1
        if self.asked == 1:
            raise LedgerError("away")
        if job.lease_until != self.until:
            return None
        self.until += lease
        return self.until

    def release_job(self, job: Job, *, seconds: float) -> None:
        self.released = job.lease_until
        if seconds > 1:
            raise LedgerError("away")


def hold_of(jobs: Jobs) -> Hold:
    return Hold(ledger=cast("Any", jobs), job=JOB, lease=LEASE)


async def test_a_step_that_takes_longer_than_a_lease_keeps_its_list() -> None:
    jobs = Jobs()
    hold = hold_of(jobs)

    await hold.while_it_lasts(asyncio.create_task(asyncio.sleep(4 * LEASE)))
    await hold.release(seconds=5)

    assert jobs.asked > 2
    assert jobs.released == jobs.until > 1 + LEASE


async def test_a_list_that_was_lost_is_not_asked_for_again() -> None:
    jobs = Jobs()
    hold = hold_of(jobs)
    jobs.asked, jobs.until = 1, 7.0

    await hold.while_it_lasts(asyncio.create_task(asyncio.sleep(4 * LEASE)))

    assert jobs.asked == 2
    assert not await hold.renew()
