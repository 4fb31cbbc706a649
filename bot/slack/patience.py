"""How long Slack is kept waiting for an ack where the ledger is slow."""

import asyncio
from typing import Any

PATIENCE = 2.5
"""Seconds after which Slack is answered in any case: it gives up after three."""


async def is_in_time(work: asyncio.Future[Any]) -> bool:
    """Wait for it, but not so long that Slack tells the person that nobody answers."""
    done, _ = await asyncio.wait({work}, timeout=PATIENCE)
    return bool(done)
