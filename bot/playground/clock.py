"""Clocks that obey: one that stands until it is moved, and one that runs and can be moved."""

import time
from datetime import UTC, datetime


class MovableClock:
    """Gives Unix seconds; only `move` makes them pass."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        """Give the time."""
        return self.now

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


class RunningClock:
    """
    Runs beside the real time, some seconds off; it can be moved on, held and let go.

    Both faces show the same time: Unix seconds when called, an aware datetime by `now`.
    """

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset
        self.held_at: float | None = None

    def __call__(self) -> float:
        """Give the time in Unix seconds."""
        return time.time() + self.offset if self.held_at is None else self.held_at

    def now(self) -> datetime:
        """Tell the present moment, aware, in UTC."""
        return datetime.fromtimestamp(self(), tz=UTC)

    def move(self, seconds: float) -> None:
        """Let time pass at once."""
        self.offset += seconds
        if self.held_at is not None:
            self.held_at += seconds

    def hold(self) -> None:
        """Stand still until `go`."""
        self.held_at = self()

    def go(self) -> None:
        """Run on from where it stands."""
        if self.held_at is not None:
            self.offset = self.held_at - time.time()
            self.held_at = None
