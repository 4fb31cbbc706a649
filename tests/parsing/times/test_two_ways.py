"""Times that can be meant in two ways are proposed and asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.parsing.times import parse_time

TWO_WAYS = [
    pytest.param("en-GB", "in 2.5 days", "25.11. 22:00", id="half a day more, English"),
    pytest.param("de-DE", "in 1,5 Tagen", "24.11. 22:00", id="half a day more, German"),
    pytest.param("fr-FR", "dans 2,5 semaines", "10.12. 22:00", id="half a week more, French"),
    pytest.param("es-ES", "en 1,5 días", "24.11. 22:00", id="half a day more, Spanish"),
    pytest.param("en-GB", "in a few hours", "23.11. 13:00", id="a few, English"),
    pytest.param("de-DE", "in ein paar Tagen", "26.11. 10:00", id="a few, German"),
    pytest.param("fr-FR", "dans quelques heures", "23.11. 13:00", id="a few, French"),
    pytest.param("es-ES", "en unas horas", "23.11. 13:00", id="a few, Spanish"),
    pytest.param("fr-FR", "après 3 heures", "23.11. 13:00", id="after three, French"),
    pytest.param("es-ES", "después de 2 horas", "23.11. 12:00", id="after two, Spanish"),
    pytest.param("en-GB", "tomorrow at 12 in the morning", "24.11. 12:00", id="noon, English"),
    pytest.param("de-DE", "12 Uhr morgens", "23.11. 12:00", id="noon, German"),
    pytest.param("fr-FR", "12h du matin", "23.11. 12:00", id="noon, French"),
    pytest.param(
        "es-ES", "cinco treinta de la noche", "24.11. 05:30", id="half past five at night"
    ),
    pytest.param("es-ES", "el martes que viene a las 10h", "24.11. 10:00", id="next, Spanish"),
    pytest.param("fr-FR", "le mardi qui vient 10h", "24.11. 10:00", id="next, French"),
    pytest.param("en-GB", "15 hours 29 min", "23.11. 15:29", id="how long, English"),
    pytest.param("fr-FR", "24 heures", "24.11. 00:00", id="how long, French"),
    pytest.param("es-ES", "veinticuatro horas", "24.11. 00:00", id="how long, Spanish"),
]


@pytest.mark.parametrize(("locale", "text", "at"), TWO_WAYS)
def test_asks_what_may_be_meant_otherwise(locale: str, text: str, at: str) -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))

    parsed = parse_time(text, now=now, tz="Europe/Berlin", locale=locale)

    assert parsed is not None
    assert parsed.assumed
    assert f"{parsed.at:%d.%m. %H:%M}" == at


ONE_WAY = [
    pytest.param("in 36 hours", "24.11. 22:00", id="hours"),
    pytest.param("in two and a half hours", "23.11. 12:30", id="half an hour more"),
    pytest.param("coming friday 2pm", "27.11. 14:00", id="coming, and not tomorrow"),
    pytest.param("11 in the morning", "23.11. 11:00", id="in the morning"),
]


@pytest.mark.parametrize(("text", "at"), ONE_WAY)
def test_asks_nothing_where_only_one_way_is_left(text: str, at: str) -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))

    parsed = parse_time(text, now=now, tz="Europe/Berlin", locale="en-GB")

    assert parsed is not None
    assert not parsed.assumed
    assert f"{parsed.at:%d.%m. %H:%M}" == at


@pytest.mark.parametrize(
    ("hour", "text", "asked"),
    [(0, "tomorrow 9am", True), (3, "morgen 9 Uhr", True), (5, "demain 9h", False)],
)
def test_asks_which_day_tomorrow_is_after_midnight(hour: int, text: str, *, asked: bool) -> None:
    now = datetime(2026, 11, 24, hour, 30, tzinfo=ZoneInfo("Europe/Berlin"))

    parsed = parse_time(text, now=now, tz="Europe/Berlin", locale="en-GB")

    assert parsed is not None
    assert parsed.assumed is asked
    assert f"{parsed.at:%d.%m. %H:%M}" == "25.11. 09:00"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tomorrow 2pm NZDT", True),
        ("tomorrow 2pm Eastern Standard Time", True),
        ("tomorrow 2pm Eastern Daylight Time", False),
        ("tomorrow 2pm Eastern Time", False),
    ],
)
def test_asks_about_a_zone_of_the_other_season(text: str, *, asked: bool) -> None:
    now = datetime(2026, 7, 1, 10, tzinfo=ZoneInfo("America/Chicago"))

    parsed = parse_time(text, now=now, tz="America/Chicago", locale="en-US")

    assert parsed is not None
    assert parsed.assumed is asked
