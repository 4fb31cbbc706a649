"""Reads JSON whose shape nobody promised: a wrong type is as good as nothing, never an error."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

Json = Mapping[str, Any]

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
LONGEST_LINE = 500
LONGEST_TEXT = 20_000
DEEPEST = 4
MOST_PARTS = 200

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
MILLISECONDS_FROM = 1e11
"""A number above this is a moment in milliseconds: in seconds it would lie beyond 5000 AD."""


def part(value: object) -> Json:
    """Take a value for an object, an empty one if it is none."""
    return value if isinstance(value, dict) else {}


def parts(value: object) -> list[object]:
    """Take a value for a list, an empty one if it is none."""
    return value if isinstance(value, list) else []


def text(holder: Json, *names: str, longest: int = LONGEST_LINE) -> str:
    """Read the first of these that holds words, or a number; empty if none does."""
    return next((said for name in names if (said := words(holder.get(name), longest))), "")


def words(value: object, longest: int = LONGEST_LINE) -> str:
    """Take a value for words."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return UNSTORABLE.sub("\ufffd", str(value))[:longest].strip()


def flag(holder: Json, *names: str) -> bool | None:
    """Read the first of these that holds true or false."""
    found = (holder.get(name) for name in names)
    return next((value for value in found if isinstance(value, bool)), None)


def whole_number(holder: Json, *names: str, most: int) -> int | None:
    """Read the first of these that holds a number from 0 to `most`."""
    for name in names:
        number = _number(holder.get(name))
        if number is not None and 0 <= number <= most:
            return int(number)
    return None


def moment(holder: Json, *names: str) -> datetime | None:
    """Read the first of these that holds a time of our days; one without a zone is UTC."""
    found = (_moment(holder.get(name)) for name in names)
    return next((at for at in found if at is not None), None)


def phrases(value: object) -> Iterator[tuple[str, str]]:
    """Lay an object or list out as names and words, however deep they lie."""
    yield from _phrases("", value, depth=0)


def _phrases(name: str, value: object, *, depth: int) -> Iterator[tuple[str, str]]:
    if depth >= DEEPEST:
        yield name, words(_written(value), LONGEST_TEXT)
    elif isinstance(value, dict):
        for key, held in list(value.items())[:MOST_PARTS]:
            path = f"{name}, {words(key)}" if name else words(key)
            yield from _phrases(path, held, depth=depth + 1)
    elif isinstance(value, list):
        for held in value[:MOST_PARTS]:
            yield from _phrases(name, held, depth=depth + 1)
    elif value is not None:
        said = ("yes" if value else "no") if isinstance(value, bool) else value
        yield name, words(said, LONGEST_TEXT)


def _written(value: object) -> str:
    """Write a value as it came, but for one that nobody could read."""
    if not isinstance(value, dict | list):
        return str(value)
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "…"


def _number(value: object) -> float | None:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,6})?", value.strip()):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if abs(value) < 1e15 and math.isfinite(value) else None


def _moment(value: object) -> datetime | None:
    number = None if isinstance(value, str) else _number(value)
    try:
        if number is not None:
            seconds = number / 1000 if number >= MILLISECONDS_FROM else number
            at = datetime.fromtimestamp(seconds, UTC)
        elif isinstance(value, str):
            read = datetime.fromisoformat(value.strip())
            at = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    return at if EARLIEST <= at <= LATEST else None
