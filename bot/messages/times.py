"""Says times: in the reader's own zone by Slack, with a zone named wherever one is read."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.messages.words import Mrkdwn, Words

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_zone(at: datetime, zone: str, words: Words) -> str:
    """Say a time in a zone, and name the zone: "Tue 24 Nov 2026, 14:00 (Berlin time)"."""
    local = at.astimezone(ZoneInfo(zone))
    return words.plain(
        "{day} {date} {month} {year}, {clock} ({place} time)",
        day=words.plain(DAYS[local.weekday()]),
        date=local.day,
        month=words.plain(MONTHS[local.month - 1]),
        year=local.year,
        clock=f"{local:%H:%M}",
        place=place(zone),
    )


def clock_in_zone(at: datetime, zone: str, words: Words) -> str:
    """Say day and clock in a zone: "Tue 14:00 (Berlin time)"."""
    local = at.astimezone(ZoneInfo(zone))
    return words.plain(
        "{day} {clock} ({place} time)",
        day=words.plain(DAYS[local.weekday()]),
        clock=f"{local:%H:%M}",
        place=place(zone),
    )


def place(zone: str) -> str:
    """Name a zone by its city: "Europe/Berlin" is "Berlin"."""
    return zone.rpartition("/")[2].replace("_", " ")


def for_reader(at: datetime, *, zone: str, words: Words) -> Mrkdwn:
    """
    Let Slack say a time in the zone of whoever reads it; `zone` is named where Slack cannot.

    https://docs.slack.dev/messaging/formatting-message-text#date-formatting
    """
    fallback = in_zone(at, zone, words)
    return Mrkdwn(f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{fallback}>")


def same_clock(at: datetime, zone: str, other: str) -> bool:
    """Whether clocks show the same in both zones at that time."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() == at.astimezone(ZoneInfo(other)).utcoffset()


def until(at: datetime, *, now: datetime, words: Words) -> str:
    """Say how far away a time is: "in 3 hours"."""
    distance = at - now
    minutes = max(0, round(distance / timedelta(minutes=1)))
    if minutes < 60:
        return words.plain("in {count} min", count=minutes)
    if minutes < 48 * 60:
        return words.plain("in {count} h", count=round(minutes / 60))
    return words.plain("in {count} days", count=round(minutes / 60 / 24))


def lasted(seconds: int, words: Words) -> str:
    """Say how long something took: "3 min 12 s"."""
    minutes, rest = divmod(seconds, 60)
    if minutes == 0:
        return words.plain("{count} s", count=rest)
    if minutes < 60:
        return words.plain("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return words.plain("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
