"""Answers the graders of the case files: what was read from a line, in their words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calls.doubts import Field
from bot.parsing import parse

_THEIR_WORDS = {
    Field.PHONE_NUMBER: "phone",
    Field.EMAIL: "email",
    Field.FULL_NAME: "name",
    Field.SCHEDULED_TIME: "when",
    Field.ADDITIONAL_DATA: "note",
}


def read(
    text: str, now: str, tz: str, region: str | None, locale: str | None
) -> dict[str, str | list[str] | None]:
    """Read a line; the time is told as the requester's clock shows it, without a zone."""
    call = parse(text, now=datetime.fromisoformat(now), tz=tz, region=region, locale=locale)
    at = call.scheduled_time
    when = None if at is None else at.astimezone(ZoneInfo(tz)).replace(tzinfo=None).isoformat()
    return {
        "phone": call.phone_number,
        "email": call.email,
        "name": call.full_name,
        "when": when,
        "note": call.additional_data,
        "ask": [_THEIR_WORDS[field] for field in call.to_ask],
    }
