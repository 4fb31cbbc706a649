"""How long Zeeg asks to be left alone, as far as its headers tell."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

LONGEST = 3600.0
"""Seconds. Nobody waits longer for one call."""

EPOCH = 1_000_000_000.0
"""A reset above this is a moment, not a span: seconds since 1970 (or milliseconds)."""

RESETS = ("ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset", "x-ratelimit-reset-after")


def seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """
    Tell for how many seconds Zeeg asks us to wait, None if nothing sane tells it.

    Moments are measured from the answer's own Date, so that our clock need not be right.
    """
    date = _moment(headers.get("date", ""))
    after = headers.get("retry-after", "")
    seconds = _number(after)
    if seconds is None:
        seconds = _until(_moment(after), date)
    for name in RESETS:
        if seconds is None:
            seconds = _reset(headers.get(name, ""), date)
    return None if seconds is None else min(max(seconds, 0.0), LONGEST)


def _reset(text: str, date: float | None) -> float | None:
    value = _number(text)
    if value is None or value < EPOCH:
        return value
    return _until(value / 1000 if value > EPOCH * 1000 else value, date)


def _until(moment: float | None, date: float | None) -> float | None:
    return None if moment is None or date is None else moment - date


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,9})?", text.strip()) else None


def _moment(text: str) -> float | None:
    try:
        at = datetime.strptime(text.strip(), "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
    except ValueError:
        return None
    return at.timestamp()
