"""The short form of the soak: a few kills at any moment, on each database."""

import random
from pathlib import Path

from tests.faults.torment import Torment
from tests.faults.world import open_world

KILLS = 5
APART = ("web", "worker")


async def test_nothing_is_lost_or_doubled_whenever_it_dies(
    database_url: str, tmp_path: Path
) -> None:
    roles = ("serve",) if database_url.startswith("sqlite") else APART
    async with open_world(database_url, tmp_path) as world:
        chance = random.Random(4711)  # noqa: S311 - a seed plays it again
        torment = Torment(world=world, chance=chance, roles=roles)

        findings = await torment.run(KILLS)

        assert findings.broken == []
        assert findings.acked > 0
        assert findings.posts > 0
