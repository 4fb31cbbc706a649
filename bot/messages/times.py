"""Says times: in the reader's own zone by Slack, with a zone named wherever one is read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, format_timedelta, get_timezone_location
from babel.lists import format_list

from bot.messages.words import Mrkdwn, Words

UTC = "UTC"
"""What is shown in where nobody's own zone is known."""


def in_zone(at: datetime, zone: str, words: Words) -> str:
    """Say a time in a zone, and name the zone: "Tue, 24 Nov 2026, 14:00 (Berlin time)"."""
    local = at.astimezone(ZoneInfo(zone))
    return words.plain(
        "{date}, {clock} ({place} time)",
        date=format_skeleton("yMMMEd", local, locale=words.locale),
        clock=local.strftime("%H:%M"),
        place=place(zone, words),
    )


def clock_in_zone(at: datetime, zone: str, words: Words) -> str:
    """Say day and clock in a zone: "Tue 14:00 (Berlin time)"."""
    return words.plain(
        "{clock} ({place} time)", clock=clock(at, zone, words), place=place(zone, words)
    )


def clock(at: datetime, zone: str, words: Words) -> str:
    """Say day and clock in a zone that is named beside it: "Tue 14:00"."""
    return format_skeleton("EHm", at.astimezone(ZoneInfo(zone)), locale=words.locale)


def place(zone: str, words: Words) -> str:
    """Name a zone by its city: "Europe/Vienna" is "Vienna", or "Wien"."""
    return get_timezone_location(ZoneInfo(zone), locale=words.locale, return_city=True)


def for_reader(at: datetime, *, zone: str, words: Words) -> Mrkdwn:
    """
    Let Slack say a time in the zone of whoever reads it; `zone` is named where Slack cannot.

    https://docs.slack.dev/messaging/formatting-message-text#date-formatting
    """
    fallback = in_zone(at, zone, words)
    return Mrkdwn(f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{fallback}>")


def same_clock(at: datetime, zone: str, other: str) -> bool:
    """Whether clocks show the same in both zones at that time."""
    return offset(at, zone) == offset(at, other)


def offset(at: datetime, zone: str) -> timedelta:
    """Give how far a zone's clocks are ahead of UTC at that time."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def until(at: datetime, *, now: datetime, words: Words) -> str:
    """Say how far away a time is: "in 3 hours"; in the smaller unit below two, "in 90 minutes"."""
    distance = max(at - now, timedelta(minutes=1))
    return format_timedelta(
        distance, granularity="minute", threshold=2, add_direction=True, locale=words.locale
    )


def span(length: timedelta, words: Words) -> str:
    """Say how long a span is, in its largest unit: "2 hours"."""
    return format_timedelta(length, threshold=1, locale=words.locale)


def lasted(seconds: int, words: Words) -> str:
    """Say how long something took: "3 min 12 s", "2 min"."""
    minutes, rest = divmod(seconds, 60)
    if minutes == 0:
        return words.plain("{count} s", count=rest)
    if minutes < 60 and rest == 0:
        return words.plain("{minutes} min", minutes=minutes)
    if minutes < 60:
        return words.plain("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return words.plain("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def one_of(options: Sequence[str], words: Words) -> str:
    """Offer one of these: "a, b or c"."""
    return format_list(list(options), style="or", locale=words.locale)


def all_of(parts: Sequence[str], words: Words) -> str:
    """Name all of these: "a, b and c"."""
    return format_list(list(parts), locale=words.locale)
