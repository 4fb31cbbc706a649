"""
Kills the real bot for a long time: `python -m tests.faults.soak --kills 1000`.

Every fifty kills the world is put up anew, so that a broken promise is found near its cause; the
seed of a world that broke one is told, and `--seed` plays it again.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.databases import fresh, server
from tests.faults.promises import Findings
from tests.faults.torment import Torment
from tests.faults.world import open_world

KILLS_A_WORLD = 50
OUTAGE, WORLDS_AN_OUTAGE = 60.0, 4
"""Seconds that Slack is down for once, and in which of the worlds."""

ROLES = {
    "one": ("serve",),
    "three": ("serve", "serve", "serve"),
    "apart": ("web", "worker", "worker"),
}


async def soak_world(
    database: str, server_url: str | None, *, kills: int, seed: int, machines: str
) -> tuple[Findings, Torment]:
    """Put one world up, kill in it, and look."""
    with (
        tempfile.TemporaryDirectory() as folder,
        fresh(database, Path(folder), server_url) as database_url,
    ):
        async with open_world(database_url, Path(folder)) as world:
            chance = random.Random(seed)  # noqa: S311 - a seed plays it again
            outage = OUTAGE if seed % WORLDS_AN_OUTAGE == 0 else 0.0
            torment = Torment(world=world, chance=chance, roles=ROLES[machines], outage=outage)
            return await torment.run(kills), torment


def main() -> int:
    """Soak, tell the figures, and give 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--machines", choices=sorted(ROLES), default="one")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    total, figures, broken, begun = 0, Counter[str](), 0, time.monotonic()
    with server() as server_url:
        seed = told.seed
        while total < told.kills:
            kills = min(KILLS_A_WORLD, told.kills - total)
            findings, torment = asyncio.run(
                soak_world(
                    told.database, server_url, kills=kills, seed=seed, machines=told.machines
                )
            )
            total += torment.killed
            broken += len(findings.broken)
            figures.update(
                acked=findings.acked,
                posts=findings.posts,
                messages=findings.messages,
                at_points=torment.at_points,
            )
            figures.update(findings.calls)
            _tell(f"{total} kills, {time.monotonic() - begun:.0f} s, {dict(figures)}")
            for promise in findings.broken:
                _tell(f"  seed {seed}: {promise}")
            seed += 1
    _tell(f"{broken} promises broken")
    return 1 if broken else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
