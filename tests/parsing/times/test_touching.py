"""What touches a time belongs to it: a short day, the rest of an hour, the end of a range."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.parsing.times import find_times, parse_time
from tests.parsing.lines import BERLIN, BERLIN_DE, MADRID, PARIS, SAN_FRANCISCO, WHEN, Desk

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))
WHO = "Mara Winter +49 30 23125777 mara.winter@example.org"

ASKED = {
    "en-GB": [
        *("tom. 3pm demo", "Wednes. 2pm demo", "Satur. 11am", "Thurd., 10am demo"),
        *("3 in the afternoon and a half", "10:30 P demo", "15:00 -0500", "10:30 PM -0500"),
        *("in an hour or two", "in two hours, maybe three", "2pm or thereabouts", "2pm~3 demo"),
        *(
            "2pm and 30 minutes",
            "2pm..3",
            "second or third day of december at 5pm",
            "at 20 past demo",
        ),
    ],
    "de-DE": [
        *("Mittw. 14 Uhr", "Donners. 15 Uhr", "Die. 14 Uhr Demo", "mrg. 14 Uhr", "überm. 9 Uhr"),
        *("14 Uhr und 15 Demo", "in einer Stunde oder zwei", "um 20 nach Demo"),
    ],
    "fr-FR": [
        *("dem. 14h démo", "vendr. 14h", "8h du soir moins dix", "9h du matin et quart démo"),
        *("14h passées", "14h et quelques", "dans une heure ou deux", "novembre 24 a 20"),
        *("4 décembre à dix neuf soixante douze", "5 au 6 du soir"),
    ],
    "es-ES": [
        *("pas. mañana 10h", "domin. 11h", "mañana a las 3 de la tarde y media demo"),
        *("a las 8 de la noche menos diez", "14h y pico", "en dos horas o tres"),
    ],
}


@pytest.mark.parametrize(
    ("locale", "text"), [(locale, text) for locale, texts in ASKED.items() for text in texts]
)
def test_asks_about_a_time_that_goes_on(locale: str, text: str) -> None:
    found = find_times(text, now=NOW, tz="Europe/Berlin", locale=locale)

    assert found
    assert all(each.doubt is not None for each in found)


@pytest.mark.parametrize(
    ("desk", "words", "context"),
    [
        (BERLIN, "tomorrow 2pm - 3 people", "3 people"),
        (BERLIN, "tomorrow 2pm - 1 year renewal", "1 year renewal"),
        (BERLIN, "tomorrow 2pm. 12 seats", "12 seats"),
        (BERLIN, "tomorrow 2pm A/B test", "A/B test"),
        (BERLIN, "Wants pricing. 2pm tomorrow", "Wants pricing."),
        (BERLIN, "tomorrow 2pm or one of her colleagues", "or one of her colleagues"),
        (BERLIN_DE, "morgen 14 Uhr - 3 Lizenzen", "3 Lizenzen"),
        (BERLIN_DE, "morgen um 14 Uhr nach der Messe", "nach der Messe"),
        (PARIS, "demain 14h et 2 collègues", "et 2 collègues"),
        (MADRID, "mañana a las 14h y 2 colegas", "y 2 colegas"),
    ],
)
def test_leaves_to_the_context_what_only_stands_beside_it(
    desk: Desk, words: str, context: str
) -> None:
    call = desk.read(f"{WHO} {words}")

    assert desk.clock(call) == "24.11.2026 14:00"
    assert call.additional_data == context
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("desk", "words"),
    [
        (SAN_FRANCISCO, "tomorrow 1pm-3 demo"),
        (SAN_FRANCISCO, "8pm - 11 renewal"),
        (SAN_FRANCISCO, "tomorrow 2pm ~ 3 demo"),
        (BERLIN_DE, "15 Uhr - 16 Demo"),
        (BERLIN_DE, "14:00–15 Vertrag"),
        (PARIS, "14h - 15 démo"),
        (MADRID, "14h-15 demo"),
    ],
)
def test_asks_about_a_range_that_runs_on_into_the_context(desk: Desk, words: str) -> None:
    assert WHEN in desk.read(f"{WHO} {words}").to_ask


@pytest.mark.parametrize("sign", ["> ", "< ", ">= ", "≥ ", ">"])
def test_asks_about_a_sign_for_from_then_on(sign: str) -> None:
    assert WHEN in BERLIN.read(f"{WHO} {sign}2pm demo").to_ask


def test_takes_signs_that_part_all_fields_for_no_such_thing() -> None:
    call = BERLIN.read("Mara Winter > +49 30 23125777 > mara@example.org > tomorrow 2pm > demo")

    assert BERLIN.clock(call) == "24.11.2026 14:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("words", ["at once", "call her at once"])
def test_reads_at_once_as_now_and_as_no_eleven(words: str) -> None:
    parsed = parse_time(words, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert parsed is not None
    assert parsed.at == NOW
