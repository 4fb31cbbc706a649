"""Runs every measurement, or those named, as in `python -m bench ack sustained`."""

import argparse
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


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures as JSON beside where this was started."""
    everything = [*MEASUREMENTS, "understanding"]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(everything))
    names = parser.parse_args(arguments).names or everything
    if unknown := set(names) - set(everything):
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in names:
        if name == "understanding":
            understanding.main("")
            continue
        measured = MEASUREMENTS[name]()
        show(name.replace("_", " "), measured)
        figures += measured
    write(Path("bench.json"), figures)


if __name__ == "__main__":
    main(sys.argv[1:])
