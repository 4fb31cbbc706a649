"""Figures as a table for people and as JSON for machines."""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure, and what it is of the floor measured in the same run."""

    name: str
    value: float
    unit: str
    floor: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.value / self.floor if self.floor else None


def median(measure: Callable[[], float], *, rounds: int = 3) -> float:
    """Measure several times and take the median."""
    return statistics.median(measure() for _ in range(rounds))


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print a table."""
    print(f"\n{title}\n{'-' * len(title)}")
    for figure in figures:
        ratio = f"{figure.ratio:6.1f} x floor" if figure.ratio is not None else ""
        print(f"{figure.name:58} {figure.value:10.1f} {figure.unit:8} {ratio}")


def write(path: Path, figures: Sequence[Figure]) -> None:
    """Write them as JSON."""
    rows = [{**asdict(figure), "ratio": figure.ratio} for figure in figures]
    path.write_text(json.dumps(rows, indent=1) + "\n")
