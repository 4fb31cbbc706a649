"""One worker goes on with a list, and no other for as long as it does."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import Any

from bot.calls.bulk import Job
from bot.errors import LedgerError
from bot.use_cases.bulk_ledger import BulkLedger

log = logging.getLogger(__name__)

LEASE = 60.0
"""Seconds after which another worker goes on with a list whose worker is gone."""


@dataclass(slots=True, kw_only=True)
class Hold:
    """A claim of a list. It ends where somebody moves the list, or where its worker stalls."""

    ledger: BulkLedger
    job: Job
    lease: float
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def renew(self, *, for_good: bool = False) -> bool:
        """
        Hold it for another lease; `for_good`, no button lets go of it any more. False if it is
        nobody's or another worker's by now.
        """
        async with self._one_at_a_time:
            until = await asyncio.to_thread(
                self.ledger.renew_job, self.job, lease=self.lease, for_good=for_good
            )
            if until is None:
                return False
            self.job = replace(self.job, lease_until=until)
            return True

    async def while_it_lasts(self, step: "asyncio.Task[Any]") -> None:
        """Wait for a step, which may take longer than a lease where Slack is slow."""
        is_ours = True
        while not (await asyncio.wait({step}, timeout=self.lease / 3))[0]:
            try:
                is_ours = is_ours and await self.renew()
            except LedgerError as error:
                log.warning("list not held job=%d error=%s", self.job.job_id, error)

    async def release(self, *, seconds: float) -> None:
        """Let it be looked at again in so many seconds."""
        try:
            await asyncio.to_thread(self.ledger.release_job, self.job, seconds=seconds)
        except LedgerError as error:
            # its lease runs out, and then it is looked at again
            log.error("list not released job=%d error=%s", self.job.job_id, error)  # noqa: TRY400
