"""A number ends where its digits end, whatever digits stand beside it."""

import pytest

from bot.calls.doubts import Reason
from tests.parsing.lines import (
    BERLIN,
    BERLIN_DE,
    KOLKATA,
    LONDON,
    MADRID,
    NOWHERE,
    PARIS,
    PHONE,
    ROME,
    SAN_FRANCISCO,
    VIENNA,
    Desk,
)

# desk, number as typed, number in E.164, time as typed, time on the clock
TIMES_BEHIND = [
    pytest.param(BERLIN_DE, "+49 30 901820", "+4930901820", "14 Uhr", "23.11. 14:00", id="Uhr"),
    pytest.param(BERLIN_DE, "+49 30 901820", "+4930901820", "14:30", "23.11. 14:30", id="clock"),
    pytest.param(
        BERLIN_DE, "+49 30 901820", "+4930901820", "24.12. 14 Uhr", "24.12. 14:00", id="date"
    ),
    pytest.param(
        BERLIN_DE,
        "+49 30 901820",
        "+4930901820",
        "am 24. Dezember um 9 Uhr",
        "24.12. 09:00",
        id="month",
    ),
    pytest.param(
        BERLIN_DE, "0172 9925904", "+491729925904", "in 2 Stunden", "23.11. 12:44", id="hours"
    ),
    pytest.param(BERLIN, "+49 170 1234567", "+491701234567", "2 pm", "23.11. 14:00", id="2 pm"),
    pytest.param(BERLIN, "0172 9925904", "+491729925904", "3 Dec 2pm", "03.12. 14:00", id="3 Dec"),
    pytest.param(
        BERLIN, "0172 9925904", "+491729925904", "2026-12-01 14:00", "01.12. 14:00", id="ISO"
    ),
    pytest.param(
        BERLIN, "030 23125123", "+493023125123", "in 45 minutes", "23.11. 11:29", id="minutes"
    ),
    pytest.param(VIENNA, "0664 1234567", "+436641234567", "14:30", "23.11. 14:30", id="Austria"),
    pytest.param(ROME, "02 1234567", "+39021234567", "15:00", "23.11. 15:00", id="Italy"),
    pytest.param(PARIS, "01 99 00 12 34", "+33199001234", "14h30", "23.11. 14:30", id="France"),
    pytest.param(
        PARIS, "01 99 00 12 34", "+33199001234", "14 h 30", "23.11. 14:30", id="France, spaced"
    ),
    pytest.param(
        PARIS, "01.99.00.12.34", "+33199001234", "demain 9h", "24.11. 09:00", id="France, dots"
    ),
    pytest.param(
        MADRID, "612345678", "+34612345678", "12/12 a las 10:00", "12.12. 10:00", id="Spain"
    ),
    pytest.param(
        LONDON, "020 7946 0123", "+442079460123", "4 December 3pm", "04.12. 15:00", id="London"
    ),
    pytest.param(
        SAN_FRANCISCO, "415-555-0132", "+14155550132", "12/1 2pm", "01.12. 14:00", id="12/1"
    ),
    pytest.param(
        SAN_FRANCISCO, "(415) 555-0132", "+14155550132", "4pm today", "23.11. 16:00", id="brackets"
    ),
    pytest.param(
        KOLKATA, "98765 43210", "+919876543210", "tomorrow 11am", "24.11. 11:00", id="India"
    ),
]


@pytest.mark.parametrize(("desk", "typed", "e164", "time", "clock"), TIMES_BEHIND)
def test_reads_number_and_time_side_by_side(
    desk: Desk, typed: str, e164: str, time: str, clock: str
) -> None:
    for text in (
        f"Mara Winter {typed} {time} mara.winter@example.org",
        f"Mara Winter mara.winter@example.org {time} {typed}",
    ):
        call = desk.read(text)

        assert call.phone_number == e164
        assert (desk.clock(call) or "").replace(".2026", ".") == clock
        assert call.additional_data is None
        assert call.to_ask == frozenset()


QUANTITIES = [
    pytest.param(BERLIN, "0151 12345678 5 licences", "+4915112345678", "5 licences", id="DE"),
    pytest.param(PARIS, "01 99 00 12 34 12 licences", "+33199001234", "12 licences", id="FR"),
    pytest.param(BERLIN, "0151 12345678 #4711 refund", "+4915112345678", "#4711 refund", id="#"),
    pytest.param(BERLIN, "0151 12345678, 30% off", "+4915112345678", "30% off", id="%"),
    pytest.param(BERLIN, "0151 12345678 25.000 € deal", "+4915112345678", "25.000 € deal", id="€"),
    pytest.param(
        BERLIN, "0151 12345678 order 0301234567", "+4915112345678", "order 0301234567", id="order"
    ),
]


@pytest.mark.parametrize(("desk", "typed", "e164", "context"), QUANTITIES)
def test_leaves_quantities_to_the_context(desk: Desk, typed: str, e164: str, context: str) -> None:
    call = desk.read(f"Mara Winter mara.winter@example.org {typed}")

    assert call.phone_number == e164
    assert call.additional_data == context
    assert call.to_ask == frozenset()


TWO_READINGS = [
    pytest.param(BERLIN, "+49 30 901820 14", id="an hour or two digits more"),
    pytest.param(BERLIN, "+49 30 901820 5 licences", id="a quantity or a digit more"),
    pytest.param(BERLIN, "030 901820 1400", id="a military hour or four digits more"),
    pytest.param(VIENNA, "0664 1234567 12", id="Austria"),
    pytest.param(ROME, "02 1234567 15", id="Italy"),
    pytest.param(PARIS, "01 99 00 12 34 5", id="a digit too many"),
    pytest.param(BERLIN, "030 23125123 0151 12345678", id="two numbers and no mark"),
    pytest.param(BERLIN, "030 23125123/24", id="two endings"),
    pytest.param(BERLIN, "089 99998-123 12 licences", id="a quantity behind an extension"),
    pytest.param(VIENNA, "0664 123 45 67 12 licences", id="a quantity behind pairs"),
    pytest.param(BERLIN, "030 231250 - 3 seats", id="a quantity behind a dash"),
    pytest.param(BERLIN, "+49 30 23125001 – 3 seats", id="a quantity behind a long dash"),
    pytest.param(BERLIN, "030 23125001 -12", id="a long number and two digits behind a dash"),
    pytest.param(BERLIN, "030 231250 . 3 seats", id="a quantity behind a full stop"),
    pytest.param(BERLIN, "030 231250 100-200 seats", id="a range"),
    pytest.param(BERLIN, "030 231250 12.000 km", id="thousands"),
    pytest.param(VIENNA, "01 5880100 12345 Berlin", id="a town's code"),
    pytest.param(VIENNA, "01 5880100 10-12", id="a range and nothing behind it"),
    pytest.param(BERLIN, "0151 1234567 3 seats", id="a digit that a mistyped number lacks"),
    pytest.param(BERLIN, "0151 1234567 2) price", id="a list"),
    pytest.param(BERLIN, "0151 1234567 3-5 users", id="a range that a mistyped number lacks"),
    pytest.param(BERLIN, "0151 1234567/3 seats", id="a digit behind a stroke"),
]


@pytest.mark.parametrize(("desk", "typed"), TWO_READINGS)
def test_asks_where_a_number_may_end_in_two_places(desk: Desk, typed: str) -> None:
    call = desk.read(f"Mara Winter {typed} mara.winter@example.org")

    assert PHONE in call.to_ask


DESKS = [
    pytest.param("030 231250-24", "+493023125024", id="hyphen"),
    pytest.param("030 231250 - 24", "+493023125024", id="hyphen and spaces"),
    pytest.param("030 23125 – 0", "+4930231250", id="the switchboard"),
    pytest.param("030 23125-001 Berlin", "+493023125001", id="a word behind it"),
    pytest.param("0151 123456 78 Berlin", "+4915112345678", id="pairs"),
]


@pytest.mark.parametrize(("typed", "e164"), DESKS)
def test_reads_on_to_the_number_of_a_desk(typed: str, e164: str) -> None:
    call = BERLIN.read(f"Mara Winter mara.winter@example.org {typed}")

    assert call.phone_number == e164
    assert PHONE not in call.to_ask


def test_offers_both_readings() -> None:
    call = BERLIN.read("Mara Winter +49 30 901820 14 mara.winter@example.org")

    [doubt] = call.doubts
    assert doubt.reason is Reason.NUMBER_UNCLEAR
    assert doubt.read == "+49 30 901820 14"
    assert doubt.options == ("+493090182014", "+4930901820")


SEVERAL = [
    pytest.param("+49 30 23125123 +49 151 12345678", id="side by side"),
    pytest.param("030 23125123 or 0151 12345678", id="or"),
    pytest.param("tel 030 23125123, mobile 0151 12345678", id="with words"),
    pytest.param("030 23125123, ask for his boss: +49 151 12345678", id="in a sentence"),
]


@pytest.mark.parametrize("typed", SEVERAL)
def test_asks_which_of_two_numbers(typed: str) -> None:
    call = BERLIN.read(f"Mara Winter mara.winter@example.org {typed}")

    [doubt] = call.doubts
    assert doubt.reason is Reason.SEVERAL
    assert doubt.options == ("+493023125123", "+4915112345678")


def test_takes_a_number_said_twice_for_one() -> None:
    call = BERLIN.read("Mara Winter 0151 12345678 / +49 151 12345678 mara.winter@example.org")

    assert call.phone_number == "+4915112345678"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    "typed",
    [
        "ext. 204", "ext 204", "x204", ";ext=204", "(extension #204)", "Durchwahl 204",
        "Durchwahl: -204", "DW Nr. 204", "poste 204", "poste : 204", "extensión 204",
        "anexo nº 204",
    ],
)  # fmt: skip
def test_keeps_an_extension_in_the_context(typed: str) -> None:
    call = SAN_FRANCISCO.read(f"Mara Winter (415) 555-0132 {typed} mara.winter@example.org, demo")

    assert call.phone_number == "+14155550132"
    assert call.additional_data == "ext. 204, demo"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("rounded", ["4.9E+11", "4,91512E+12", "4.91512e12"])
def test_asks_for_a_number_that_a_spreadsheet_rounded(rounded: str) -> None:
    call = BERLIN.read(f"Mara Winter; {rounded}; mara.winter@example.org; tomorrow 2pm")

    [doubt] = call.doubts
    assert (doubt.field, doubt.reason, doubt.read) == (PHONE, Reason.NUMBER_HAS_LETTERS, rounded)
    assert call.phone_number is None
    assert call.additional_data is None


REFERENCES = [
    pytest.param(BERLIN, "Kundennr. 0301234567", id="German"),
    pytest.param(BERLIN, "Konto 0301234567", id="a German account"),
    pytest.param(BERLIN, "Vertragsnummer: 0301234567", id="a German contract"),
    pytest.param(BERLIN, "numéro de client 0301234567", id="French"),
    pytest.param(BERLIN, "nº de cliente 0301234567", id="Spanish"),
    pytest.param(BERLIN, "cuenta 0301234567", id="a Spanish account"),
    pytest.param(BERLIN, "Kunden Nummer: 0301234567", id="two German words"),
    pytest.param(BERLIN, "Kd.-Nr.: 0301234567", id="German, short"),
    pytest.param(BERLIN, "customer number: 0301234567", id="an English label"),
    pytest.param(BERLIN, "order number: 0301234567", id="an order's label"),
    pytest.param(BERLIN, "numéro de client : 0301234567", id="a French label"),
    pytest.param(BERLIN, "n° de client : 0301234567", id="a French label with a sign"),
    pytest.param(BERLIN, "nº de cliente: 0301234567", id="a Spanish label"),
    pytest.param(SAN_FRANCISCO, "acct 9175550123", id="American"),
    pytest.param(SAN_FRANCISCO, "tracking number 9175550123", id="a parcel"),
]


@pytest.mark.parametrize(("desk", "reference"), REFERENCES)
def test_tells_a_reference_from_a_second_number(desk: Desk, reference: str) -> None:
    call = desk.read(f"Mara Winter mara.winter@example.org +49 151 12345678 {reference}")

    assert call.phone_number == "+4915112345678"
    assert call.additional_data == reference
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(("desk", "reference"), REFERENCES)
def test_asks_before_it_calls_a_reference(desk: Desk, reference: str) -> None:
    [doubt] = desk.read(f"Mara Winter mara.winter@example.org {reference}").doubts

    assert (doubt.field, doubt.reason) == (PHONE, Reason.UNREADABLE)
    assert doubt.read == reference


@pytest.mark.parametrize("named", ["customer", "Telefonnummer", "Handynr.", "numéro", "casa"])
def test_takes_no_telephone_for_a_reference(named: str) -> None:
    call = BERLIN.read(f"Mara Winter mara.winter@example.org {named} 0151 12345678")

    assert call.phone_number == "+4915112345678"
    assert call.to_ask == frozenset()


UNSURE = [
    pytest.param(BERLIN, "15112345678", Reason.NUMBER_NEEDS_COUNTRY, id="zero left out"),
    pytest.param(SAN_FRANCISCO, "49 151 12345678", Reason.NUMBER_WITHOUT_PLUS, id="no plus"),
    pytest.param(SAN_FRANCISCO, "0049 151 12345678", Reason.NUMBER_WITHOUT_PLUS, id="00 in US"),
    pytest.param(NOWHERE, "0151 12345678", Reason.NUMBER_NEEDS_COUNTRY, id="whose 0151"),
    pytest.param(BERLIN, "+49 151 1234567O", Reason.NUMBER_HAS_LETTERS, id="letter O"),
    pytest.param(BERLIN, "+49 151 XXXXXXXX", Reason.NUMBER_HAS_LETTERS, id="crosses"),
    pytest.param(SAN_FRANCISCO, "1-800-FLOWERS", Reason.NUMBER_HAS_LETTERS, id="vanity"),
    pytest.param(BERLIN, "+999 151 12345678", Reason.NUMBER_INVALID, id="no such country"),
    pytest.param(BERLIN, "+49 151 12", Reason.NUMBER_INVALID, id="too short"),
    pytest.param(BERLIN, "112", Reason.NUMBER_EMERGENCY, id="112"),
    pytest.param(BERLIN, "+49 112", Reason.NUMBER_EMERGENCY, id="+49 112"),
    pytest.param(SAN_FRANCISCO, "911", Reason.NUMBER_EMERGENCY, id="911"),
    pytest.param(BERLIN, "116117", Reason.NUMBER_EMERGENCY, id="doctors on call"),
    pytest.param(LONDON, "0906 123 4567", Reason.NUMBER_KIND_REFUSED, id="premium rate"),
    pytest.param(BERLIN, "0180 5 123456", Reason.NUMBER_KIND_REFUSED, id="shared cost"),
    pytest.param(BERLIN, "+882 16 1234 5678", Reason.NUMBER_KIND_REFUSED, id="satellite"),
    pytest.param(BERLIN, "+800 1234 5678", Reason.NUMBER_KIND_REFUSED, id="freephone of no land"),
    pytest.param(SAN_FRANCISCO, "1-800-555-0199", Reason.NUMBER_KIND_UNUSUAL, id="toll-free"),
    pytest.param(LONDON, "0345 123 4567", Reason.NUMBER_KIND_UNUSUAL, id="company number"),
]


@pytest.mark.parametrize(("desk", "typed", "reason"), UNSURE)
def test_says_why_a_number_is_not_simply_called(desk: Desk, typed: str, reason: Reason) -> None:
    call = desk.read(f"Mara Winter {typed} mara.winter@example.org, demo")

    assert [doubt.reason for doubt in call.doubts] == [reason]
    assert call.full_name == "Mara Winter"


def test_proposes_no_number_that_is_refused() -> None:
    call = LONDON.read("Mara Winter 0906 123 4567 mara.winter@example.org")

    assert call.phone is None
    assert call.phone_number is None
