"""Where a claimed call stands, right before it is sent."""

from enum import Enum, auto


class Standing(Enum):
    """Whether a claimed call may be sent now."""

    GOOD = auto()
    BLOCKED = auto()  # its number is on the do-not-call list by now
    LOST = auto()  # no longer ours, or half its lease is gone
