"""A national number is asked about where its contact's address says another country."""

import pytest

from bot.calls.doubts import Doubt, Reason
from bot.calls.draft import FormField
from bot.parsing import read_phone
from bot.use_cases.form_reading import read_form
from bot.use_cases.reader import Reader
from tests.parsing.lines import (
    BERLIN,
    BERLIN_DE,
    LONDON,
    MADRID,
    NOWHERE,
    PARIS,
    PHONE,
    SAN_FRANCISCO,
    Desk,
)
from tests.sample import NOW, SALES

# desk, number, address, the number there and where the address is
TWO_COUNTRIES = [
    pytest.param(
        BERLIN_DE, "0664 1234567", "max@example.at", "+496641234567", "+436641234567", id="Austria"
    ),
    pytest.param(
        BERLIN, "044 668 18 00", "urs@example.ch", "+49446681800", "+41446681800", id="Zurich"
    ),
    pytest.param(
        BERLIN, "06 12 34 56 78", "zoe@example.FR", "+49612345678", "+33612345678", id="France"
    ),
    pytest.param(
        PARIS, "0475 12 34 56", "lea@example.be", "+33475123456", "+32475123456", id="Belgium"
    ),
    pytest.param(
        MADRID, "912 345 678", "rui@example.pt", "+34912345678", "+351912345678", id="Portugal"
    ),
]


@pytest.mark.parametrize(("desk", "number", "email", "here", "there"), TWO_COUNTRIES)
def test_asks_in_which_country_a_national_number_is(
    desk: Desk, number: str, email: str, here: str, there: str
) -> None:
    call = desk.read(f"Max Huber {number} {email}")

    asked = [doubt for doubt in call.doubts if doubt.field is PHONE]
    reason = Reason.NUMBER_COUNTRY_UNCLEAR
    assert asked == [Doubt(field=PHONE, reason=reason, read=number, options=(here, there))]
    assert call.phone_number is None


# desk, number, address
ONE_COUNTRY = [
    pytest.param(BERLIN_DE, "0664 1234567", "max@example.com", id="no country's address"),
    pytest.param(BERLIN_DE, "+49 664 1234567", "max@example.at", id="a country is said"),
    pytest.param(BERLIN_DE, "0049 664 1234567", "max@example.at", id="a country is dialled"),
    pytest.param(BERLIN_DE, "0151 12345678", "max@example.at", id="a mobile, there a fixed line"),
    pytest.param(BERLIN_DE, "030 901820", "max@example.de", id="the same country"),
    pytest.param(BERLIN_DE, "069 1234567", "max@example.me", id="an address that all may have"),
    pytest.param(LONDON, "0151 496 0123", "max@example.de", id="nobody's number there"),
    pytest.param(SAN_FRANCISCO, "416 555 0132", "joe@example.ca", id="one plan for both"),
]


@pytest.mark.parametrize(("desk", "number", "email"), ONE_COUNTRY)
def test_asks_nothing_where_only_one_country_can_be_meant(
    desk: Desk, number: str, email: str
) -> None:
    assert not desk.read(f"Max Huber {number} {email}").to_ask


# desk, number, address, the number there
THEIRS = [
    pytest.param(BERLIN, "601 234 567", "jan@example.pl", "+48601234567", id="Poland"),
    pytest.param(BERLIN, "phone: 612 345 678", "eva@example.es", "+34612345678", id="Spain"),
    pytest.param(NOWHERE, "0664 1234567", "max@example.at", "+436641234567", id="no region"),
    pytest.param(NOWHERE, "07911 123456", "tom@example.co.uk", "+447911123456", id="uk"),
]


@pytest.mark.parametrize(("desk", "number", "email", "there"), THEIRS)
def test_proposes_the_number_of_the_country_that_the_address_names(
    desk: Desk, number: str, email: str, there: str
) -> None:
    call = desk.read(f"Max Huber {number} {email}")

    (doubt,) = [doubt for doubt in call.doubts if doubt.field is PHONE]
    assert doubt.reason is Reason.NUMBER_COUNTRY_PROPOSED
    assert call.phone_number == there


# desk, number, address
NOT_PROPOSED = [
    pytest.param(NOWHERE, "0664 1234567", "max@example.com", id="no country's address"),
    pytest.param(NOWHERE, "0900 123456", "max@example.at", id="a premium-rate number there"),
    pytest.param(BERLIN, "601 234 567", "jan@example.fr", id="nobody's number there"),
    pytest.param(BERLIN, "+48 601 234", "jan@example.pl", id="a country is said"),
]


@pytest.mark.parametrize(("desk", "number", "email"), NOT_PROPOSED)
def test_proposes_no_number_without_a_reason(desk: Desk, number: str, email: str) -> None:
    call = desk.read(f"Max Huber {number} {email}")

    assert call.phone_number is None
    assert PHONE in call.to_ask


def test_an_extension_is_no_part_of_what_is_compared() -> None:
    call = BERLIN_DE.read("Max Huber 0664 1234567 ext. 12 max@example.at")

    assert [doubt.reason for doubt in call.doubts] == [Reason.NUMBER_COUNTRY_UNCLEAR]


def test_asks_in_a_field_of_its_own_too() -> None:
    found = read_phone(" 0664 1234567", region="de", email="max@example.at")

    assert found.doubt is not None
    assert found.doubt.options == ("+496641234567", "+436641234567")


def test_asks_in_the_form_and_in_a_list() -> None:
    fields = {
        FormField.FULL_NAME: "Max Huber",
        FormField.PHONE_NUMBER: "0664 1234567",
        FormField.EMAIL: "max@example.at",
    }
    reader = Reader(now=NOW, profile=None, region="DE", agents=(SALES,))

    reading = read_form(fields, reader)

    assert reading.mistakes[FormField.PHONE_NUMBER].reason is Reason.NUMBER_COUNTRY_UNCLEAR


@pytest.mark.parametrize(
    ("number", "zones"),
    [
        pytest.param("+691 330 2345", ("Pacific/Chuuk",), id="an island that was renamed"),
        pytest.param("+691 320 2345", ("Pacific/Pohnpei",), id="another"),
        pytest.param("+7 343 2123456", ("Asia/Yekaterinburg",), id="an area"),
    ],
)
def test_an_area_code_tells_the_zone_by_whichever_name(
    number: str, zones: tuple[str, ...]
) -> None:
    found = read_phone(number, region=None)

    assert found.value is not None
    assert found.value.zones == zones
