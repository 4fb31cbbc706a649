"""Tells a zone's offset from the end of a range in times that machines write: T14:00:00-08:00."""

from bot.parsing.times.line import Line

_WESTERNMOST = 12  # hours behind Greenwich
_MINUTES = (0, 30, 45)


def is_western_offset(line: Line, at: int) -> bool:
    """
    Whether -08:00 is an offset.

    Behind seconds and a T it surely is; behind one of them only where no range could end so.
    """
    hours, minutes, end = line.digits(at + 1), 0, at + 2
    if hours is None or not (line.sign(at, "-") and line.joined(at + 1)):
        return False
    if line.sign(at + 2, ":") and (more := line.digits(at + 3)) is not None:
        minutes, end = more, at + 4
    if hours > _WESTERNMOST or minutes not in _MINUTES or line.sign(end, ":.-"):
        return False
    start, has_seconds = _clock_before(line, at)
    hour = line.digits(start)
    has_letter = line.text(start - 1) == "t" and line.joined(start)
    if hour is None:
        return False
    return (has_seconds and has_letter) or (hours < hour and (has_seconds or has_letter))


def _clock_before(line: Line, at: int) -> tuple[int, bool]:
    """Give the token of the hour of the clock that ends before `at`, and if it has seconds."""
    if line.sign(at - 2, "."):
        at -= 2
    has_seconds = line.sign(at - 2, ":") and line.sign(at - 4, ":")
    return at - (5 if has_seconds else 3), has_seconds
