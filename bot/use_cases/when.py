"""What line and form have in common about a time: what is asked, and how the picker has it."""

from datetime import datetime, timedelta

from bot.calls.doubts import Doubt, Field, Reason
from bot.use_cases.reader import Reader

FAR_APART = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
"""Words that mean the same instant in both mean it everywhere: "in 45 minutes", "9am Berlin"."""

FAR = timedelta(days=366)
"""Beyond this a time in words is asked about; the picker shows its year."""


def in_which_zone(read: str) -> Doubt:
    """Ask in which zone a time is meant."""
    return Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_ZONE_UNCLEAR, read=read)


def far_away(at: datetime, read: str) -> Doubt:
    """Ask about a time so far away that its year may be a slip of the finger."""
    options = (at.isoformat(),)
    return Doubt(
        field=Field.SCHEDULED_TIME, reason=Reason.TIME_DAY_UNCLEAR, read=read, options=options
    )


def unless_now(at: datetime, reader: Reader) -> datetime | None:
    """Give a time to wait for: now is none."""
    return at if at > reader.now else None


def picked(at: datetime) -> str:
    """Write a time as Slack's date-time picker has it: epoch seconds of a whole minute."""
    return str(int(at.timestamp()) // 60 * 60)
