"""From the start of the process to the first ack, and what it weighs when nothing happens."""

import asyncio
import statistics
import time

from bench.commands import command
from bench.load import hammer
from bench.processes import bot, floor
from bench.report import Figure

ROUNDS = 5


def measure() -> list[Figure]:
    """Measure the start of the whole bot beside that of a minimal Bolt app."""
    floors, starts, firsts, weights = [], [], [], []
    for _ in range(ROUNDS):
        with floor("bolt") as bolt:
            floors.append(bolt.ready_after)
        with bot() as (whole, _):
            starts.append(whole.ready_after)
            began = time.perf_counter()
            asyncio.run(hammer(whole.port, [command()], at_once=1))
            firsts.append(time.perf_counter() - began)
            asyncio.run(hammer(whole.port, [command() for _ in range(20)], at_once=1))
            weights.append(whole.rss)
    floor_seconds = statistics.median(floors)
    return [
        Figure(
            name="start to listening",
            value=statistics.median(starts) * 1000,
            unit="ms",
            floor=floor_seconds * 1000,
        ),
        Figure(name="first ack after that", value=statistics.median(firsts) * 1000, unit="ms"),
        Figure(name="resident, warm and idle", value=statistics.median(weights), unit="MB"),
    ]
