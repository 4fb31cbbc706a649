"""Words beside a time that change its meaning are never overlooked."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.calls.doubts import Reason
from bot.parsing.times import find_times

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        pytest.param(locale, text, id=text)
        for locale, texts in {
            "en-GB": (
                [
                    "don't call at 2pm",
                    "do not call tomorrow 2pm",
                    "never at 2pm",
                    "cancel 2pm",
                    "any time but 2pm",
                    "2pm except friday",
                    "not 2pm but 3pm",
                    "2pm till late",
                    "2 or 3pm",
                    "2/3pm",
                    "Mon/Tue 9am",
                    "Mon-Fri 9am",
                    "monday or tuesday 2pm",
                    "3rd or 4th December 2pm",
                    "3-4 December 2pm",
                    "first week of December 2pm",
                    "the evening demo at 8:30",
                    "Fri demo at 2pm",
                    "the 5th, call him at 10am",
                    "3pm 2 people",
                    "2pm +2",
                    "2pm (UK)",
                    "2pm local",
                    "2pm your time",
                    "from tomorrow 2pm",
                    "until tomorrow 2pm",
                    "no later than 2pm",
                    "since 2pm",
                ]
            ),
            "de-DE": (
                [
                    "nicht um 14 Uhr anrufen",
                    "Mo oder Di 14 Uhr",
                    "Mo-Fr 14 Uhr",
                    "KW 49 14 Uhr",
                    "Anfang Dezember 14 Uhr",
                    "bis Freitag 14 Uhr",
                    "Freitag ab 14 Uhr",
                    "um 14 Lizenzen",
                    "der 14 Uhr Termin",
                    "kurz vor 14 Uhr",
                    "sonntags 14 Uhr",
                ]
            ),
            "fr-FR": (
                [
                    "ne pas appeler à 14h",
                    "lundi ou mardi 14h",
                    "du lundi au vendredi à 9h",
                    "début décembre 14h",
                    "le 5 rappeler à 16h",
                    "14h au plus tard",
                ]
            ),
            "es-ES": (
                [
                    "no llamar a las 16:00",
                    "lunes o martes a las 16:00",
                    "a las 16:00 o antes",
                    "de lunes a viernes a las 9:00",
                    "el 5 llamar a las 16:00",
                ]
            ),
        }.items()
        for text in texts
    ],
)
def test_is_no_single_certain_time(locale: str, text: str) -> None:
    found = find_times(text, now=NOW, tz="Europe/Berlin", locale=locale)

    assert found
    assert len(found) > 1 or found[0].doubt is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("not urgent, call tomorrow 2pm", id="a not in another clause"),
        pytest.param("tomorrow 2pm, do not mention the price", id="a not after it"),
        pytest.param("call the office tomorrow 2pm", id="an article of another word"),
        pytest.param("tomorrow 2pm, price or quality", id="an or further on"),
        pytest.param("demo and onboarding tomorrow 2pm", id="an and further back"),
        pytest.param("version 2.0 tomorrow 2pm", id="a number further back"),
    ],
)
def test_is_certain_in_spite_of_words_nearby(text: str) -> None:
    (found,) = find_times(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.doubt is None


@given(
    words=st.lists(st.sampled_from(["not", "or", "the", "Mon", "12/1", "?", "call", "in", ","]))
)
@example(words=["Mon", "or"])
@settings(deadline=None)
def test_a_day_of_its_own_is_kept_whatever_stands_before(words: list[str]) -> None:
    line = " ".join([*words, "2026-12-03 14:30"])

    found = find_times(line, now=NOW, tz="Europe/Berlin", locale="en-GB")

    said = [one.value for one in found if one.doubt is None]
    assert set(said) <= {datetime(2026, 12, 3, 14, 30, tzinfo=NOW.tzinfo)}


def test_the_doubt_about_another_day_is_named() -> None:
    (found,) = find_times("12/1 demo at 2pm", now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.doubt is not None
    assert Reason.TIME_DAY_UNCLEAR is found.doubt.reason
