"""What waits for the worker."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """
    What waits for the worker. `seconds` is how long nothing will be due: 0 if something is, a
    lease that ran out included, None if nothing waits at all.
    """

    calls: bool
    messages: bool
    seconds: float | None
