"""By whose clock a time is meant: where somebody is, another place, the same hour there."""

import pytest

from tests.parsing.lines import BERLIN, BERLIN_DE, MADRID, PARIS, WHEN, Desk

WHO = "Mara Winter +49 30 23125777 mara.winter@example.org"

THEIRS = [
    *((BERLIN, f"tomorrow 4pm {where}") for where in ("for her", "where he lives", "on his side")),
    (BERLIN, "tomorrow 4pm for him in Denver"),
    (BERLIN, "tomorrow 4pm in her time zone"),
    (BERLIN_DE, "morgen 16 Uhr auf seiner Seite"),
    (BERLIN_DE, "morgen 16 Uhr dort, Angebot"),
    (BERLIN_DE, "morgen 16 Uhr wo sie wohnt"),
    (BERLIN_DE, "morgen 16 Uhr für ihn in Boston"),
    (PARIS, "demain 16h de leur côté"),
    (PARIS, "demain 16h pour lui"),
    (PARIS, "demain 16h là où elle vit"),
    (MADRID, "mañana a las 16:00 por allá"),
    (MADRID, "mañana a las 16:00 en su país"),
    (MADRID, "mañana a las 16:00 para ellos"),
    (BERLIN, "tomorrow 4pm in Houston"),
    (BERLIN, "tomorrow 4pm in the US"),
    (BERLIN_DE, "morgen 16 Uhr in Kanada"),
    (PARIS, "demain 16h aux États-Unis"),
    (MADRID, "mañana a las 16:00 (CDMX)"),
    (BERLIN, "tomorrow 4pm (her 10am)"),
    (BERLIN, "tomorrow 4pm = his 10:00"),
    (BERLIN_DE, "morgen 16 Uhr (ihre 10 Uhr)"),
]


@pytest.mark.parametrize(("desk", "words"), THEIRS)
def test_asks_by_whose_clock_a_time_is_meant(desk: Desk, words: str) -> None:
    assert desk.read(f"{WHO} {words}").to_ask == {WHEN}


@pytest.mark.parametrize(
    ("desk", "words"),
    [
        (BERLIN, "tomorrow 4pm for her team"),
        (BERLIN, "tomorrow 4pm her side project"),
        (BERLIN, "tomorrow 4pm in detail"),
        (BERLIN, "tomorrow 4pm, her 3 licences"),
        (BERLIN_DE, "morgen 16 Uhr für sie und ihren Mann"),
        (BERLIN_DE, "morgen 16 Uhr dort anrufen"),
        (PARIS, "demain 16h pour elle et son mari"),
        (MADRID, "mañana a las 16:00 para ella y su socio"),
    ],
)
def test_takes_what_goes_on_for_the_context(desk: Desk, words: str) -> None:
    call = desk.read(f"{WHO} {words}")

    assert desk.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()


FORM = "name: Mara Winter\nphone: +49 30 23125777\nemail: mara.winter@example.org\n"


@pytest.mark.parametrize(
    ("desk", "text"),
    [
        (BERLIN, f"{WHO} tomorrow 4pm, she's in Denver"),
        (BERLIN, f"{WHO} tomorrow 4pm, he is based in the US"),
        (BERLIN_DE, f"{WHO} morgen 16 Uhr, sie lebt in Kanada"),
        (PARIS, f"{WHO} demain 16h, elle habite à New York"),
        (MADRID, f"{WHO} mañana a las 16:00, está en Bogotá"),
        (BERLIN, f"{FORM}State: Texas\nPreferred time: tomorrow 4pm"),
        (BERLIN, f"{FORM}Preferred time: tomorrow 4pm\nCountry: United States"),
        (BERLIN_DE, f"{FORM}Ort: Dubai\nWunschtermin: morgen 16 Uhr"),
    ],
)
def test_asks_about_a_time_where_somebody_has_another_clock(desk: Desk, text: str) -> None:
    assert desk.read(text).to_ask == {WHEN}


@pytest.mark.parametrize(
    ("desk", "text"),
    [
        (BERLIN, f"{WHO} tomorrow 4pm, she is in Munich"),
        (BERLIN, f"{WHO} tomorrow 4pm, product is in India now"),
        (BERLIN, f"{WHO} tomorrow 4pm CET, she is in Denver"),
        (BERLIN, f"{WHO} tomorrow 4pm, she's in a meeting room"),
        (BERLIN, f"{FORM}State: Bavaria\nPreferred time: tomorrow 4pm"),
        (BERLIN_DE, f"{FORM}Ort: Köln\nWunschtermin: morgen 16 Uhr"),
    ],
)
def test_takes_a_time_where_the_clocks_show_the_same(desk: Desk, text: str) -> None:
    call = desk.read(text)

    assert desk.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()
