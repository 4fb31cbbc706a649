"""What was typed → what was meant. Pure: no I/O, no clock, no environment."""

from datetime import UTC, datetime

from bot.parsing.countries import countries
from bot.parsing.form_fields import read_email, read_name, read_phone
from bot.parsing.parsed_request import ParsedRequest
from bot.parsing.phone_facts import phone_from_e164
from bot.parsing.phones import warm_phones
from bot.parsing.request_text import parse
from bot.parsing.times import find_times, parse_time

__all__ = [
    "ParsedRequest",
    "countries",
    "find_times",
    "parse",
    "parse_time",
    "phone_from_e164",
    "read_email",
    "read_name",
    "read_phone",
    "warm",
]


def warm() -> None:
    """Load all that the first request would otherwise wait for."""
    warm_phones()
    parse(
        "Alex Mueller +49 151 12345678 alex@example.com 3 December 2pm demo",
        now=datetime(2026, 11, 23, 9, tzinfo=UTC),
        tz="Europe/Berlin",
        region="DE",
        locale="en-GB",
    )
