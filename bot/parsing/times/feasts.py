"""Knows on which day of a year a feast is that moves."""

from datetime import date, timedelta

from bot.parsing.times.kinds import Feast

_THURSDAY, _SUNDAY = 3, 6


def feast_in(year: int, feast: int) -> date:
    """Return the day of a feast: a `Feast`, or so many days after Easter Sunday."""
    if feast >= Feast.FIRST_ADVENT:
        fourth = _on_or_after(date(year, 12, 18), _SUNDAY)
        return fourth + timedelta(days=feast - Feast.FOURTH_ADVENT)
    if feast >= Feast.THANKSGIVING:
        fourth = _on_or_after(date(year, 11, 22), _THURSDAY)
        return fourth + timedelta(days=feast - Feast.THANKSGIVING)
    return _easter(year) + timedelta(days=feast)


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the formula of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
