"""Whether Zeeg is asked at all: a Zeeg that is down is left alone, and tried by one call."""

import random
from collections.abc import Callable
from dataclasses import dataclass

FAILURES = 3
"""So many in a row mean that Zeeg is down."""

PROBE_SECONDS = 25.0
"""Longer than a POST may take: a probe that tells nothing by then is given up."""

NAP = 1.0
"""Seconds that the others wait while one call tries whether Zeeg is back."""

FIRST_REST, LONGEST_REST = 2.0, 60.0


@dataclass(slots=True, kw_only=True)
class Circuit:
    """
    Counts what went wrong between us and Zeeg, in this process. `time` gives seconds that only
    ever grow.
    """

    time: Callable[[], float]
    _failures: int = 0
    _rests_until: float = float("-inf")
    _probe_until: float = float("-inf")

    @property
    def is_down(self) -> bool:
        """Whether Zeeg failed so often that it is left alone."""
        return self._failures >= FAILURES

    def wait(self) -> float:
        """Give the seconds to wait before asking Zeeg, 0 for now: then tell how it went."""
        now = self.time()
        if now < self._rests_until:
            return spread(self._rests_until - now)
        if not self.is_down:
            return 0.0
        if now < self._probe_until:
            return spread(NAP)
        self._probe_until = now + PROBE_SECONDS
        return 0.0

    def answered(self) -> None:
        """Zeeg answered, whatever it said."""
        self._failures = 0
        self._rests_until = self._probe_until = float("-inf")

    def asked_to_wait(self, seconds: float) -> None:
        """Zeeg lives, and wants to be left alone for so long."""
        self.answered()
        self._rests_until = self.time() + seconds

    def failed(self) -> None:
        """Zeeg could not be reached, or gave no answer that helps."""
        self._failures += 1
        self._probe_until = float("-inf")
        if self.is_down:
            rest = FIRST_REST * 2.0 ** min(self._failures - FAILURES, 10)
            self._rests_until = self.time() + min(LONGEST_REST, rest)


def spread(seconds: float) -> float:
    """Make a wait a little longer at random, so that not all come back in the same moment."""
    return seconds * random.uniform(1.0, 1.2)  # noqa: S311 - spreads load, guards nothing
