"""From a typed command to Zeeg's POST and to the message in the thread, whole."""

import asyncio
import json
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.request import urlopen

from bench.commands import command
from bench.load import Round, hammer
from bench.peers import REPLY
from bench.processes import bot, prototype
from bench.report import Figure


def measure() -> list[Figure]:
    """Measure what the bot adds to its peers, alone and under load, and one busy channel."""
    with bot() as (whole, peers):
        alone = _alone(whole.port, peers.port, count=100)
    with prototype(slack=0.08, zeeg=0.08) as (tuned, peers):
        floors = _under_load(tuned.port, peers.port)
    with bot(slack=0.08, zeeg=0.08) as (whole, peers):
        loads = _under_load(whole.port, peers.port)
    with bot() as (whole, peers):
        busy = _one_channel(whole.port, peers.port, count=60)
    return [*alone, *_beside(loads, floors), *busy]


def _alone(port: int, peers: int, *, count: int) -> list[Figure]:
    """
    One command after the other, each in a channel of its own, in which somebody called before:
    with the first call a channel is told who speaks.
    """
    to_post, to_thread = [], []
    first = [command(channel=channel, text="") for channel in range(count)]
    asyncio.run(hammer(port, first, at_once=1))
    arrived(peers, zeeg=count, replies=count)
    time.sleep(2)  # Slack takes a message a second in each channel
    for channel in range(count):
        request = command(channel=channel, text="")
        began = asyncio.run(hammer(port, [request], at_once=1)).began
        time.sleep(0.1)  # to ask meanwhile would take the core that is measured
        so_far = count + channel + 1
        came = arrived(peers, zeeg=so_far, replies=so_far)
        to_post.append(came["zeeg"][-1][0] - began)
        to_thread.append(_replies(came)[-1] - began)
    return [
        Figure(name="command to Zeeg, p50", value=statistics.median(to_post) * 1000, unit="ms"),
        Figure(
            name="command to the thread, p50", value=statistics.median(to_thread) * 1000, unit="ms"
        ),
    ]


def _under_load(
    port: int, peers: int, *, count: int = 600, at_once: int = 200, rounds: int = 3
) -> list[tuple[float, Round]]:
    """
    Many people in many channels at once: calls a second, and the acks meanwhile, of each round.
    One round more goes before them, in which each channel is told for the first time who speaks.
    """
    measured = []
    for number in range(rounds + 1):
        requests = [command(channel=channel, text="") for channel in range(count)]
        began = time.monotonic()
        acks = asyncio.run(hammer(port, requests, at_once=at_once))
        so_far = (number + 1) * count
        came = arrived(peers, zeeg=so_far, replies=so_far)
        measured.append((count / (max(_replies(came)) - began), acks))
    return measured[1:]


def _beside(
    loads: Sequence[tuple[float, Round]], floors: Sequence[tuple[float, Round]]
) -> list[Figure]:
    """Set the bot's rounds under load beside those of the prototype."""
    kinds: list[tuple[str, str, Callable[[tuple[float, Round]], float]]] = [
        ("calls", "/s", lambda each: each[0]),
        ("ack meanwhile, p50", "ms", lambda each: each[1].p50),
        ("ack meanwhile, p99", "ms", lambda each: each[1].p99),
    ]
    return [
        Figure(
            name=f"{kind}, 200 at once, 80 ms peers",
            value=statistics.median(read(each) for each in loads),
            unit=unit,
            floor=statistics.median(read(each) for each in floors),
        )
        for kind, unit, read in kinds
    ]


def _one_channel(port: int, peers: int, *, count: int) -> list[Figure]:
    """Everybody in one channel, where Slack takes about one message a second."""
    requests = [command(channel=1, text="") for _ in range(count)]
    began = time.monotonic()
    asyncio.run(hammer(port, requests, at_once=count))
    came = arrived(peers, zeeg=count, replies=0, within=180)
    dialled = sorted(at - began for at, _ in came["zeeg"])
    return [
        Figure(
            name=f"{count} calls in one channel, median to Zeeg",
            value=dialled[count // 2],
            unit="s",
        ),
        Figure(name=f"{count} calls in one channel, last to Zeeg", value=dialled[-1], unit="s"),
    ]


def arrived(
    peers: int, *, zeeg: int, replies: int, within: float = 60
) -> dict[str, list[tuple[float, str]]]:
    """Wait until so much has arrived at the peers, and give all that has."""
    wait_for(peers, zeeg=zeeg, replies=replies, within=within)
    return dict(_asked(peers, "arrived"))


def wait_for(peers: int, *, zeeg: int, replies: int, within: float = 60) -> None:
    """Wait until so much has arrived at the peers."""
    until = time.monotonic() + within
    while True:
        counts = _asked(peers, "counts")
        if counts["zeeg"] >= zeeg and counts["replies"] >= replies:
            return
        if time.monotonic() > until:
            raise TimeoutError(f"only {counts['zeeg']} of {zeeg} calls arrived")
        time.sleep(0.02)


def _asked(peers: int, what: str) -> Any:
    with urlopen(f"http://127.0.0.1:{peers}/{what}") as answer:
        return json.load(answer)


def _replies(came: dict[str, list[tuple[float, str]]]) -> Sequence[float]:
    return [at for at, said in came["slack"] if said == REPLY]
