"""
Usual hours of calls by country: rules of law and custom as data, each with its source.

The laws speak of unsolicited sales calls to consumers. They are kept here for every call, as the
hours in which one is welcome; that a call is lawful does not follow from its hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From `opens` up to, not including, `closes`, by the clock on the contact's wall."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryHours:
    """
    One country's hours; days without a span are not for calls.

    `holidays_of` is the country whose public holidays count, None where they are days like any
    other; `eves` are the hours of the day before one, None where that is a day like any other.
    """

    weekdays: tuple[Span, ...]
    saturdays: tuple[Span, ...]
    sundays: tuple[Span, ...] = ()
    holidays_of: str | None = None
    holidays: tuple[Span, ...] = ()
    eves: tuple[Span, ...] | None = None
    source: str

    @classmethod
    def daily(cls, opens: int, closes: int, *, source: str) -> "CountryHours":
        """Make the same hours of every day."""
        spans = between(opens, closes)
        return cls(weekdays=spans, saturdays=spans, sundays=spans, source=source)


def between(opens: int | time, closes: int | time) -> tuple[Span, ...]:
    """Make one span; a whole number is a full hour."""
    return (Span(opens=_clock(opens), closes=_clock(closes)),)


def _clock(hour: int | time) -> time:
    return hour if isinstance(hour, time) else time(hour)


UNITED_STATES = CountryHours.daily(
    8,
    21,
    source="47 CFR 64.1200(c)(1) (TCPA) and 16 CFR 310.4(c) (TSR): 8 a.m. to 9 p.m. at the called "
    "party's location. States may be stricter; a number does not tell the state",
)
CANADA = CountryHours(
    weekdays=between(9, time(21, 30)),
    saturdays=between(10, 18),
    sundays=between(10, 18),
    holidays_of="CA",
    holidays=between(10, 18),
    source="CRTC Unsolicited Telecommunications Rules, part III: weekdays 9:00 to 21:30, weekends "
    "10:00 to 18:00; holidays taken as weekends",
)
UNITED_KINGDOM = CountryHours(
    weekdays=between(8, 21),
    saturdays=between(9, 21),
    holidays_of="GB",
    source="No statute. DMA Code, guide to telemarketing: Monday to Friday 8:00 to 21:00, "
    "Saturday 9:00 to 21:00, not on Sundays and bank holidays",
)
GERMANY = CountryHours(
    weekdays=between(8, 20),
    saturdays=between(9, 20),
    holidays_of="DE",
    source="No statute on hours (§ 7 UWG asks for consent). Custom: 8:00 to 20:00, Saturday from "
    "9:00, not on Sundays and public holidays",
)
AUSTRIA = CountryHours(
    weekdays=between(8, 20),
    saturdays=between(9, 20),
    holidays_of="AT",
    source="No statute on hours (§ 174 TKG 2021 asks for consent). Custom, as in Germany",
)
SWITZERLAND = CountryHours(
    weekdays=between(8, 20),
    saturdays=between(9, 20),
    holidays_of="CH",
    source="No statute on hours (Art. 3 UWG). Custom, as in Germany",
)
LIECHTENSTEIN = CountryHours(
    weekdays=between(8, 20),
    saturdays=between(9, 20),
    holidays_of="LI",
    source="Custom, as in Switzerland",
)
FRANCE = CountryHours(
    weekdays=(*between(10, 13), *between(14, 20)),
    saturdays=(),
    holidays_of="FR",
    source="Code de la consommation, art. D. 223-9 (décret 2022-1313): Monday to Friday 10:00 to "
    "13:00 and 14:00 to 20:00, not on public holidays, by the consumer's clock",
)
SPAIN = CountryHours(
    weekdays=between(9, 21),
    saturdays=(),
    holidays_of="ES",
    source="Real Decreto Legislativo 1/2007 (LGDCU), art. 96.2: 9:00 to 21:00, not on weekends "
    "and public holidays",
)
ITALY = CountryHours(
    weekdays=between(9, 20),
    saturdays=between(10, 19),
    holidays_of="IT",
    eves=between(10, 19),
    source="Codice di condotta per telemarketing e teleselling (Garante, 2023): Monday to Friday "
    "9:00 to 20:00, Saturdays and days before a holiday 10:00 to 19:00, not on Sundays and "
    "holidays",
)
AUSTRALIA = CountryHours(
    weekdays=between(9, 20),
    saturdays=between(9, 17),
    holidays_of="AU",
    source="Telecommunications (Telemarketing and Research Calls) Industry Standard 2017: "
    "weekdays 9:00 to 20:00, Saturday 9:00 to 17:00, not on Sundays and national public holidays",
)
INDIA = CountryHours.daily(
    9,
    21,
    source="TRAI, Telecom Commercial Communications Customer Preference Regulations: no "
    "commercial calls from 21:00 to 9:00",
)

HOURS_BY_COUNTRY: Mapping[str, CountryHours] = {
    **dict.fromkeys(("US", "PR", "VI", "GU", "AS", "MP"), UNITED_STATES),
    "CA": CANADA,
    **dict.fromkeys(("GB", "GG", "JE", "IM"), UNITED_KINGDOM),
    "DE": GERMANY,
    "AT": AUSTRIA,
    "CH": SWITZERLAND,
    "LI": LIECHTENSTEIN,
    **dict.fromkeys(("FR", "GP", "MQ", "GF", "RE", "YT", "BL", "MF"), FRANCE),
    "ES": SPAIN,
    **dict.fromkeys(("IT", "VA"), ITALY),
    **dict.fromkeys(("AU", "CX", "CC"), AUSTRALIA),
    "IN": INDIA,
}
"""By the ISO 3166 code of the number's region, as libphonenumber tells it."""
