"""Runs every measurement, or those named, as in `python -m bench ack sustained`."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import ack, cold_start, end_to_end, sustained, understanding
from bench.report import Figure, show, write

MEASUREMENTS: Mapping[str, Callable[[], list[Figure]]] = {
    "ack": ack.measure,
    "end_to_end": end_to_end.measure,
    "cold_start": cold_start.measure,
    "sustained": sustained.measure,
}


def main(names: Sequence[str]) -> None:
    """Measure, print, and write the figures as JSON beside where this was started."""
    figures: list[Figure] = []
    for name in names or [*MEASUREMENTS, "understanding"]:
        if name == "understanding":
            understanding.main("")
            continue
        measured = MEASUREMENTS[name]()
        show(name.replace("_", " "), measured)
        figures += measured
    write(Path("bench.json"), figures)


if __name__ == "__main__":
    main(sys.argv[1:])
