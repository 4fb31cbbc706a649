"""From a typed command to Zeeg's POST and to the message in the thread, whole."""

import asyncio
import json
import statistics
import time
from collections.abc import Sequence
from urllib.request import urlopen

from bench.commands import command
from bench.load import hammer
from bench.processes import bot
from bench.report import Figure


def measure() -> list[Figure]:
    """Measure what the bot adds to its peers, alone and under load, and one busy channel."""
    with bot() as (whole, peers):
        alone = _alone(whole.port, peers.port, count=100)
    with bot(slack=0.08, zeeg=0.08) as (whole, peers):
        load = _under_load(whole.port, peers.port, count=600, at_once=200)
    with bot() as (whole, peers):
        busy = _one_channel(whole.port, peers.port, count=60)
    return [*alone, *load, *busy]


def _alone(port: int, peers: int, *, count: int) -> list[Figure]:
    """One command after the other, each in a channel of its own."""
    to_post, to_thread = [], []
    asyncio.run(hammer(port, [command(channel=9999)], at_once=1))
    before = len(_replies(arrived(peers, zeeg=1, replies=2)))  # the first is told more
    for number in range(count):
        request = command(channel=number, text="")
        began = time.monotonic()
        asyncio.run(hammer(port, [request], at_once=1))
        came = arrived(peers, zeeg=number + 2, replies=before + number + 1)
        to_post.append(came["zeeg"][-1][0] - began)
        to_thread.append(_replies(came)[-1] - began)
    return [
        Figure(name="command to Zeeg, p50", value=statistics.median(to_post) * 1000, unit="ms"),
        Figure(
            name="command to the thread, p50", value=statistics.median(to_thread) * 1000, unit="ms"
        ),
    ]


def _under_load(port: int, peers: int, *, count: int, at_once: int) -> list[Figure]:
    """Many people in many channels at once, with peers that take 80 ms."""
    requests = [command(channel=number, text="") for number in range(count)]
    began = time.monotonic()
    done = asyncio.run(hammer(port, requests, at_once=at_once))
    came = arrived(peers, zeeg=count, replies=count)
    wall = max(_replies(came)) - began
    return [
        Figure(name=f"calls, {at_once} at once, 80 ms peers", value=count / wall, unit="/s"),
        Figure(name=f"ack meanwhile, {at_once} at once, p50", value=done.p50, unit="ms"),
        Figure(name=f"ack meanwhile, {at_once} at once, p99", value=done.p99, unit="ms"),
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
    """Wait until so much has arrived at the peers."""
    until = time.monotonic() + within
    while True:
        with urlopen(f"http://127.0.0.1:{peers}/arrived") as answer:
            came: dict[str, list[tuple[float, str]]] = json.load(answer)
        if len(came["zeeg"]) >= zeeg and len(_replies(came)) >= replies:
            return came
        if time.monotonic() > until:
            raise TimeoutError(f"only {len(came['zeeg'])} of {zeeg} calls arrived")
        time.sleep(0.02)


def _replies(came: dict[str, list[tuple[float, str]]]) -> Sequence[float]:
    return [at for at, said in came["slack"] if said == "chat.postMessage in a thread"]
