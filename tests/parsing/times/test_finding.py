"""What is found in a line, and what is left alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calls.doubts import Reason
from bot.parsing.times import find_times

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def found_in(text: str, locale: str | None = "en-GB") -> list[str]:
    found = find_times(text, now=NOW, tz="Europe/Berlin", locale=locale)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("April May, June Carter", id="months as names"),
        pytest.param("Mr. Friday", id="a weekday as a surname"),
        pytest.param("we may march on", id="may and march as verbs"),
        pytest.param("the sun sat so do", id="short weekdays as words"),
        pytest.param("mon ami", id="mon as French"),
        pytest.param("24/7 support", id="all day and all night"),
        pytest.param("Q4 2026 planning, version 2.0", id="a quarter and a version"),
        pytest.param("v1.2.3 build 12", id="a version of three numbers"),
        pytest.param("budget 25,000 EUR, 12 seats, 30% discount", id="amounts"),
        pytest.param("$14.30 and 15.20 EUR", id="prices"),
        pytest.param("at 5% discount", id="a percentage after at"),
        pytest.param("ticket 1234, ticket #4711, order 1430", id="ticket numbers"),
        pytest.param("PO 2026-1234", id="an order number that begins like a year"),
        pytest.param("room 14, flat 3, Route 66", id="numbered places"),
        pytest.param("A4 paper, B2B at 3D Ltd", id="letters and digits together"),
        pytest.param("192.168.1.10 port 8080", id="an address of a machine"),
        pytest.param("12:34:56:78:9a", id="colons between more than clocks"),
        pytest.param("30 minutes demo", id="how long something takes"),
        pytest.param("2 of 3 done", id="a fraction"),
        pytest.param("good morning Alex", id="a greeting"),
        pytest.param("IBAN DE89 3704 0044 0532 0130 00", id="a bank account"),
        pytest.param("call 2087654321 please", id="ten digits"),
        pytest.param("Alex 0151 12345678 demo", id="a German mobile number"),
        pytest.param("+49 30 901820", id="an international number"),
        pytest.param("01 99 00 12 34", id="a French number in pairs"),
        pytest.param("06.12.34.56.78", id="a French number with dots"),
        pytest.param("(415) 555-0132", id="an American number"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        pytest.param("de-DE", "Maik Freitag", id="German surname"),
        pytest.param("de-DE", "Herr Sommer und Frau Mai", id="German month"),
        pytest.param("de-DE", "so wie di und mo", id="German short weekdays"),
        pytest.param("de-DE", "Guten Morgen", id="German greeting"),
        pytest.param("de-DE", "zum 3. Mal", id="German ordinal"),
        pytest.param("de-DE", "dem Chef auf dem Handy", id="German article"),
        pytest.param("es-ES", "Domingo Pérez", id="Spanish first name"),
        pytest.param("es-ES", "mar y sol", id="Spanish short weekday"),
        pytest.param("es-ES", "buenas tardes", id="Spanish greeting"),
        pytest.param("es-ES", "3 a 5 personas", id="Spanish amount"),
        pytest.param("fr-FR", "Mme Avril et M. Mars", id="French names"),
        pytest.param("fr-FR", "à 3 km", id="French distance"),
    ],
)
def test_leaves_alone_in_other_languages(locale: str, text: str) -> None:
    assert found_in(text, locale) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("+49 30 901820 14 Uhr demo", ["14 Uhr"], id="clock after a number"),
        pytest.param("+49 151 12345678 14:00", ["14:00"], id="colon clock after a number"),
        pytest.param("14:00 0151 12345678", ["14:00"], id="clock before a number"),
        pytest.param("2026-12-01 14:00 0151 12345678", ["2026-12-01 14:00"], id="date before"),
        pytest.param("+49 89 1234567 24.12. 14 Uhr", ["24.12. 14 Uhr"], id="date after"),
        pytest.param("+49 151 1234567 2 pm", ["2 pm"], id="pm after a number"),
        pytest.param("11/25/2026, 5pm 415 555 0132", ["11/25/2026, 5pm"], id="American date"),
        pytest.param("tomorrow 18:00 +0100", ["tomorrow 18:00 +0100"], id="offset from UTC"),
    ],
)
def test_tells_times_from_phone_numbers(text: str, times: list[str]) -> None:
    assert times == found_in(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param(
            "tomorrow at 2pm Berlin time demo", ["tomorrow at 2pm Berlin time"], id="with its zone"
        ),
        pytest.param(
            "2pm on friday the 4th of December", ["2pm on friday the 4th of December"], id="date"
        ),
        pytest.param("demo (tomorrow, 2pm)", ["tomorrow, 2pm"], id="in brackets"),
        pytest.param("April May 3 May 10am", ["3 May 10am"], id="after a name like a month"),
        pytest.param("Jan Peters 3pm", ["3pm"], id="after a first name"),
        pytest.param("Alex Morgan tomorrow 2pm", ["tomorrow 2pm"], id="after a near miss"),
        pytest.param("Tomorow 2pm", ["Tomorow 2pm"], id="misspelt"),
        pytest.param("2pm tomorrow or 4pm friday", ["2pm tomorrow", "4pm friday"], id="two"),
        pytest.param("every monday at 9 demo", ["every monday at 9"], id="repeated"),
        pytest.param("from 2 to 3pm demo", ["from 2 to 3pm"], id="range"),
        pytest.param("between 2 and 4 demo", ["between 2 and 4"], id="range in words"),
        pytest.param("call him before 5pm", ["before 5pm"], id="open range"),
        pytest.param("tomorrow \ufffc 2pm", ["tomorrow", "2pm"], id="nothing over a mask"),
        pytest.param("tomorrow\n2pm", ["tomorrow", "2pm"], id="nothing over a line break"),
    ],
)
def test_finds_all_that_belongs_together(text: str, times: list[str]) -> None:
    assert times == found_in(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("the 2pm meeting", Reason.TIME_UNCLEAR, id="a thing named by its time"),
        pytest.param("2pm their time", Reason.TIME_ZONE_UNCLEAR, id="somebody else's clock"),
        pytest.param("2pm London office", Reason.TIME_ZONE_UNCLEAR, id="a city after a clock"),
        pytest.param("yesterday 2pm", Reason.TIME_PAST, id="yesterday"),
        pytest.param("every day at 2pm", Reason.TIME_REPEATS, id="every day"),
        pytest.param("2-3pm", Reason.TIME_RANGE, id="a range"),
        pytest.param("not at 2pm", Reason.TIME_RANGE, id="not then"),
        pytest.param("tomorrow", Reason.TIME_WITHOUT_CLOCK, id="a day"),
        pytest.param("12/1 demo at 2pm", Reason.TIME_DAY_UNCLEAR, id="a day further off"),
        pytest.param("2nd floor 2pm", Reason.TIME_DAY_UNCLEAR, id="an ordinal nearby"),
        pytest.param("friday next month 2pm", Reason.TIME_DAY_UNCLEAR, id="which friday"),
        pytest.param("next month 2pm", Reason.TIME_VAGUE, id="a whole month"),
        pytest.param("2pm in december", Reason.TIME_VAGUE, id="a month by name"),
        pytest.param("next week 2pm", Reason.TIME_VAGUE, id="a whole week"),
        pytest.param("week 49 2pm", Reason.TIME_VAGUE, id="a numbered week"),
        pytest.param("2pm weekdays", Reason.TIME_REPEATS, id="several days"),
        pytest.param("2pm latest", Reason.TIME_RANGE, id="at the latest"),
        pytest.param("at 14 Downing Street", Reason.TIME_UNCLEAR, id="an address"),
        pytest.param("perhaps 2pm", Reason.TIME_UNCLEAR, id="perhaps"),
        pytest.param("at 3 demo", Reason.TIME_BARE_HOUR, id="a bare hour"),
    ],
)
def test_asks_rather_than_guesses(text: str, reason: Reason) -> None:
    (found,) = find_times(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.doubt is not None
    assert reason is found.doubt.reason


def test_a_doubt_quotes_what_was_read_and_lists_what_it_may_mean() -> None:
    (found,) = find_times("demo at 3", now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.doubt is not None
    assert found.doubt.read == "at 3"
    assert found.doubt.options[0] == "2026-11-23T15:00:00+01:00"


@pytest.mark.parametrize("text", ["Friday from 2", "Freitag ab 14", "vendredi à partir de 14h"])
def test_a_number_after_from_proposes_an_hour_of_the_day_before_it(text: str) -> None:
    (found,) = find_times(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.value is not None
    assert found.value.isoformat() == "2026-11-27T14:00:00+01:00"
    assert found.doubt is not None
    assert found.doubt.reason is Reason.TIME_RANGE


def test_digits_in_an_unknown_language_are_asked_about() -> None:
    (found,) = find_times("domani alle 15:00", now=NOW, tz="Europe/Rome", locale="it-IT")

    assert found.doubt is not None


def test_more_than_anybody_types_is_asked_about() -> None:
    (found,) = find_times("1h " * 1300, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.value is None
    assert found.doubt is not None
    assert Reason.TOO_LONG is found.doubt.reason
