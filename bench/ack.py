"""How soon Slack hears "ok": the bot beside a bare ASGI app, Bolt, and Bolt for JavaScript."""

import asyncio
import statistics
from collections.abc import Callable, Sequence

from bench.commands import command
from bench.load import Round, hammer
from bench.processes import bolt_js, bot, floor
from bench.report import Figure

LEVELS = (1, 32, 200)
ROUNDS = 3


def measure(*, requests: int = 600) -> list[Figure]:
    """Measure acks at each level of concurrency; every command of the bot's holds a time."""
    rounds: dict[str, dict[int, list[Round]]] = {}
    with floor("bare") as bare:
        rounds["bare ASGI"] = _rounds(bare.port, requests)
    with floor("bolt") as bolt:
        rounds["minimal Bolt"] = _rounds(bolt.port, requests)
    with floor("default") as default:
        rounds["minimal Bolt, as it comes"] = _rounds(default.port, requests)
    with bolt_js() as js:
        if js is not None:
            rounds["Bolt JS"] = _rounds(js.port, requests)
    with bot() as (whole, _):
        rounds["the bot"] = _rounds(whole.port, requests)
    with bot(slack=1.0, zeeg=5.0) as (whole, _):
        rounds["the bot, slow peers"] = _rounds(whole.port, requests)
    return [
        figure
        for name, levels in rounds.items()
        for at_once, measured in levels.items()
        for figure in _figures(name, at_once, measured, rounds["minimal Bolt"][at_once])
    ]


def _rounds(port: int, requests: int) -> dict[int, list[Round]]:
    _round(port, 50, at_once=1)
    return {
        level: [_round(port, requests, at_once=level) for _ in range(ROUNDS)] for level in LEVELS
    }


def _round(port: int, requests: int, *, at_once: int) -> Round:
    sent = [command(channel=number % 100) for number in range(requests)]
    done = asyncio.run(hammer(port, sent, at_once=at_once))
    if done.failed:
        raise RuntimeError(f"{done.failed} of {requests} were not acknowledged")
    return done


def _figures(
    name: str, at_once: int, rounds: Sequence[Round], floors: Sequence[Round]
) -> list[Figure]:
    def of(read: Callable[[Round], float], measured: Sequence[Round]) -> float:
        return statistics.median(read(each) for each in measured)

    kinds: list[tuple[str, Callable[[Round], float], str]] = [
        ("p50", lambda each: each.p50, "ms"),
        ("p99", lambda each: each.p99, "ms"),
        ("worst", lambda each: each.worst, "ms"),
        ("rate", lambda each: each.per_second, "/s"),
    ]
    return [
        Figure(
            name=f"ack, {name}, {at_once} at once, {kind}",
            value=of(read, rounds),
            unit=unit,
            floor=of(read, floors),
        )
        for kind, read, unit in kinds
    ]
