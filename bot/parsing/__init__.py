"""What was typed → what was meant. Pure: no I/O, no clock, no environment."""

from datetime import UTC, datetime

from bot.parsing.countries import countries
from bot.parsing.form_fields import clear_phones, read_email, read_name, read_phone
from bot.parsing.parsed_request import ParsedRequest
from bot.parsing.phone_facts import phone_from_e164
from bot.parsing.phones import keep_patterns, load_countries
from bot.parsing.refusals import VERBS, refusal_in
from bot.parsing.request_text import parse
from bot.parsing.times import find_times, parse_time

__all__ = [
    "VERBS",
    "ParsedRequest",
    "clear_phones",
    "countries",
    "find_times",
    "parse",
    "parse_time",
    "phone_from_e164",
    "read_email",
    "read_name",
    "read_phone",
    "refusal_in",
    "warm",
    "warm_the_rest",
]


def warm() -> None:
    """Load what every request needs."""
    keep_patterns()
    _read_once("Alex Mueller +49 151 12345678 alex@example.com 3 December 2pm demo", "en-GB")


def warm_the_rest() -> None:
    """Load what only some requests need: other countries' numbers, other languages' times."""
    load_countries()
    _read_once("Alex Rossi +39 312 3456789 alex@example.com domani alle 14", "it-IT")


def _read_once(text: str, locale: str) -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    parse(text, now=now, tz="Europe/Berlin", region="DE", locale=locale)
