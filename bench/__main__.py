"""Runs every measurement, or those named: `python -m bench [ack] [end_to_end] [cold_start]`."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import ack, cold_start, end_to_end
from bench.report import Figure, show, write

MEASUREMENTS: Mapping[str, Callable[[], list[Figure]]] = {
    "ack": ack.measure,
    "end_to_end": end_to_end.measure,
    "cold_start": cold_start.measure,
}


def main(names: Sequence[str]) -> None:
    """Measure, print, and write the figures as JSON beside where this was started."""
    figures: list[Figure] = []
    for name in names or list(MEASUREMENTS):
        measured = MEASUREMENTS[name]()
        show(name.replace("_", " "), measured)
        figures += measured
    write(Path("bench.json"), figures)


if __name__ == "__main__":
    main(sys.argv[1:])
