"""Which days are public holidays, in the whole of a country."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

LANGUAGE = "en_US"


def holiday_on(day: date, country: str | None, language: str = LANGUAGE) -> str:
    """
    Name the holiday of a day, in a language if the country has its names in that, else in English;
    empty if it is none.

    Holidays of a part of the country only are left out, since a number does not tell the part.
    `country` is an ISO 3166 code, None where holidays are days like any other.
    """
    if country is None:
        return ""
    name = _calendar(country, day.year, language).get(day)
    return str(name) if name else ""


def warm_holidays() -> None:
    """Load the calendars, so that the first call waits for no disk."""
    holiday_on(date(2026, 12, 25), "DE")


@cache
def _calendar(country: str, year: int, language: str) -> "HolidayBase":
    """
    Read a year's holidays.

    One calendar of all years would be filled in as they are asked for, which is not safe where
    several threads ask: a year counts as known before it is.
    """
    from holidays import country_holidays  # noqa: PLC0415 - half a second, for who needs it

    return country_holidays(country, years=year, expand=False, language=language)
