"""Reads times in the languages whose words are not known here, by `dateparser`; always asked."""

from datetime import datetime, timedelta

from bot.parsing.times.wall_clock import later, on_the_wall, zone_at

_LONGEST_OFFSET = timedelta(days=400)


def read_in_other_language(text: str, language: str, now: datetime) -> datetime | None:
    """
    Return what `text` seems to mean in a language like "it"; None without a clock.

    Where `text` names no clock, `dateparser` takes that of the moment it is asked. So it is
    asked at two moments: a time that was said is the same for both, an offset as long.
    """
    here = now.replace(tzinfo=None)
    other = here - timedelta(hours=1, minutes=1)
    first, second = _parsed(text, language, here), _parsed(text, language, other)
    if first is None or second is None:
        return None
    if first == second:
        shown = on_the_wall(first.date(), first.time(), now.tzinfo or zone_at(0)).times
        return shown[0] if shown and shown[0] > now else None
    offset = first - here
    if offset != second - other or not timedelta() < offset < _LONGEST_OFFSET or offset.days:
        return None
    return later(now, int(offset.total_seconds()))


def _parsed(text: str, language: str, base: datetime) -> datetime | None:
    """Leave the zone out: dateparser's own keeps a stale offset over a change of the clocks."""
    import dateparser  # noqa: PLC0415 - slow to load, and few need it

    try:
        return dateparser.parse(
            text,
            languages=[language],
            settings={
                "RELATIVE_BASE": base,
                "PREFER_DATES_FROM": "future",
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except (ValueError, OverflowError):
        return None  # no such language, or no such date
