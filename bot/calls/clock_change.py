"""The hour that a change to winter time repeats: a wall clock alone cannot tell which one."""

from datetime import datetime, tzinfo


def comes_twice(at: datetime, zone: tzinfo) -> bool:
    """Whether the wall clock of `zone` shows the same at another moment of that night."""
    local = at.astimezone(zone)
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
