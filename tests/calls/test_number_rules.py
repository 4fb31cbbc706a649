"""Which numbers are refused whatever anybody says, and which are asked about."""

from dataclasses import replace

import pytest

from bot.calls.doubts import Reason
from bot.calls.number_rules import (
    CODES_OF_NO_COUNTRY,
    ORDINARY,
    REFUSED_KINDS,
    UNUSUAL,
    objection_to,
    refusal,
)
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.parsing import read_phone
from tests.sample import BERLIN_NUMBER


@pytest.mark.parametrize("kind", NumberKind)
def test_every_kind_of_number_has_one_rule(kind: NumberKind) -> None:
    assert [kind in ORDINARY, kind in UNUSUAL, kind in REFUSED_KINDS].count(True) == 1


def number(e164: str, *, region: str = "US") -> PhoneNumber:
    kind = NumberKind.FIXED_LINE_OR_MOBILE
    return PhoneNumber(e164=e164, region=region, kind=kind, zones=())


@pytest.mark.parametrize(
    ("e164", "reason"),
    [
        pytest.param("+14155550132", None, id="somebody in San Francisco"),
        pytest.param("+14159760132", Reason.NUMBER_KIND_REFUSED, id="pay per call"),
        pytest.param("+14155551212", Reason.NUMBER_KIND_REFUSED, id="directory assistance"),
        pytest.param("+14159110132", Reason.NUMBER_KIND_REFUSED, id="an emergency code inside"),
        pytest.param("+49112", Reason.NUMBER_EMERGENCY, id="emergency with a country code"),
        pytest.param("+6834002", None, id="the shortest that people have"),
    ],
)
def test_refuses_ranges_that_are_no_persons_telephone(e164: str, reason: Reason | None) -> None:
    assert objection_to(number(e164)) is reason


@pytest.mark.parametrize("code", CODES_OF_NO_COUNTRY)
def test_refuses_numbers_of_no_country_whatever_they_are_taken_for(code: str) -> None:
    assert objection_to(number(f"+{code}12345678")) is Reason.NUMBER_KIND_REFUSED


@pytest.mark.parametrize(
    ("prefixes", "denied"),
    [
        pytest.param({"+4930"}, "+4930", id="an area"),
        pytest.param({"+49", "+4930"}, "+4930", id="the longest is named"),
        pytest.param({"+493023125001"}, "+493023125001", id="one number"),
        pytest.param({"+4940", "+1"}, None, id="others"),
    ],
)
def test_denied_prefixes_win_over_allowed_countries(
    prefixes: set[str], denied: str | None
) -> None:
    found = refusal(BERLIN_NUMBER, allowed_countries={"DE"}, deny_prefixes=prefixes)

    assert (found and found.reason) == (denied and Reason.NUMBER_PREFIX_REFUSED)
    assert (found.options if found else ()) == ((denied,) if denied else ())


def test_says_what_a_number_is_rather_than_where() -> None:
    premium = replace(BERLIN_NUMBER, kind=NumberKind.PREMIUM_RATE)

    found = refusal(premium, allowed_countries={"FR"}, deny_prefixes={"+49"})

    assert found is not None
    assert found.reason is Reason.NUMBER_KIND_REFUSED


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("+1 415 976 0132", id="pay per call"),
        pytest.param("+1 415 555 1212", id="directory assistance"),
        pytest.param("+881 6 1234 5678", id="satellite"),
        pytest.param("+870 773 111 632", id="Inmarsat"),
        pytest.param("+44 909 879 0123", id="premium rate"),
    ],
)
def test_reading_a_number_knows_the_same_rules(typed: str) -> None:
    found = read_phone(typed, region="DE")

    assert found.value is None
    assert found.doubt is not None
    assert found.doubt.reason is Reason.NUMBER_KIND_REFUSED
