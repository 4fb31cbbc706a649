"""Telephone numbers in every spelling, among words, and where there are none."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from bot.calls.doubts import Reason
from bot.calls.number_rules import objection_to
from bot.parsing import phone_from_e164, read_phone
from bot.parsing.phones import find_phones
from tests.parsing.lines import BERLIN

SPELLINGS = [
    pytest.param("+49 151 12345678", id="spaces"),
    pytest.param("+4915112345678", id="E.164"),
    pytest.param("+49-151-12345678", id="hyphens"),
    pytest.param("+49\u2011151\u201112345678", id="hyphens that do not break"),
    pytest.param("+49 151\u201312345678", id="en dash"),
    pytest.param("+49.151.12345678", id="dots"),
    pytest.param("+49/151/12345678", id="slashes"),
    pytest.param("0151/12345678", id="slash behind the area code"),
    pytest.param("0151 - 12345678", id="hyphen with room"),
    pytest.param("(0151) 12345678", id="area code in brackets"),
    pytest.param("+49 (0)151 12345678", id="trunk zero in brackets"),
    pytest.param("+49(0)151/12345678", id="trunk zero without room"),
    pytest.param("(+49) 151 12345678", id="country code in brackets"),
    pytest.param("[+49] 151 12345678", id="square brackets"),
    pytest.param("++49 151 12345678", id="two plus signs"),
    pytest.param("+ 49 151 12345678", id="room behind the plus"),
    pytest.param("0049 151 12345678", id="00"),
    pytest.param("+49\u202f151\u202f12345678", id="narrow no-break spaces"),
    pytest.param("+49\u00a0151\u200912345678", id="no-break and thin spaces"),
    pytest.param("＋４９ １５１ １２３４５６７８", id="full width"),
    pytest.param("+٤٩ ١٥١ ١٢٣٤٥٦٧٨", id="Arabic digits"),
    pytest.param("\u202d+49 151 12345678\u202c", id="marks that a Mac copies"),
    pytest.param("+49 151 1234\u200b5678", id="zero-width space"),
    pytest.param("tel:+49-151-12345678", id="tel URI"),
    pytest.param("<tel:+4915112345678>", id="Slack's token"),
    pytest.param("<tel:+4915112345678|0151 12345678>", id="Slack's token, national label"),
]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_reads_every_spelling(typed: str) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is None
    assert found.value is not None
    assert found.value.e164 == "+4915112345678"


@pytest.mark.parametrize("typed", SPELLINGS)
@pytest.mark.parametrize(
    "around", ["{}", "call {} please", "Ada {}, ada@example.org", "({})", "{}; demo", "*{}*"]
)
def test_reads_every_spelling_among_words(typed: str, around: str) -> None:
    call = BERLIN.read(around.format(typed))

    assert call.phone_number == "+4915112345678"
    assert "phone_number" not in call.to_ask


NO_NUMBERS = [
    pytest.param("2026-12-01 14:00", id="ISO date and time"),
    pytest.param("on 24.12.2026 at 15:30", id="date with dots"),
    pytest.param("03/2015 – 03/2016", id="months"),
    pytest.param("order #4915112345678", id="order number"),
    pytest.param("invoice 2026-0301234", id="invoice"),
    pytest.param("$4155552671", id="dollars"),
    pytest.param("4155552671%", id="per cent"),
    pytest.param("A4155552671", id="letter before"),
    pytest.param("25,000,000 EUR", id="amount"),
    pytest.param("12.500.000 €", id="amount with dots"),
    pytest.param("192.168.100.200", id="network address"),
    pytest.param("DE89 3704 0044 0532 0130 00", id="IBAN"),
    pytest.param("Q4 2026, version 2.0, 24/7", id="small numbers"),
    pytest.param("in 45 minutes", id="minutes"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_leaves_other_digits_alone(text: str) -> None:
    assert [phone for phone in find_phones(text, region="DE") if not phone.weak] == []


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_reads_the_numbers_of_every_country(region: str) -> None:
    example = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    example = example or phonenumbers.example_number(region)
    assert example is not None
    e164 = phonenumbers.format_number(example, PhoneNumberFormat.E164)
    known = phone_from_e164(e164)
    assert known is not None
    for style in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164):
        found = read_phone(phonenumbers.format_number(example, style), region="DE")
        assert (found.value, found.doubt and found.doubt.reason) == (known, objection_to(known))


@given(
    region=st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)),
    style=st.sampled_from([PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL]),
    digits=st.text("0123456789", min_size=4, max_size=12),
)
def test_reads_back_what_was_formatted_or_asks(region: str, style: int, digits: str) -> None:
    code = phonenumbers.country_code_for_region(region)
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int(digits))
    typed = phonenumbers.format_number(number, style)

    found = read_phone(typed, region=region)

    if found.doubt is None:
        assert found.value is not None
        assert phonenumbers.is_valid_number(phonenumbers.parse(found.value.e164))
        agreed = phonenumbers.parse(typed, region)
        assert found.value.e164 == phonenumbers.format_number(agreed, PhoneNumberFormat.E164)


KINDS = [
    pytest.param("+49 900 1 123456", Reason.NUMBER_KIND_REFUSED, id="premium rate"),
    pytest.param("+49 180 5 123456", Reason.NUMBER_KIND_REFUSED, id="shared cost"),
    pytest.param("+49 700 12345678", Reason.NUMBER_KIND_REFUSED, id="personal number"),
    pytest.param("+44 70 1234 5678", Reason.NUMBER_KIND_REFUSED, id="British personal number"),
    pytest.param("+881 6 123 45678", Reason.NUMBER_KIND_REFUSED, id="satellite"),
    pytest.param("+979 1 2345 6789", Reason.NUMBER_KIND_REFUSED, id="premium rate of no land"),
    pytest.param("+800 1234 5678", Reason.NUMBER_KIND_REFUSED, id="freephone of no land"),
    pytest.param("+49 800 1234567", Reason.NUMBER_KIND_UNUSUAL, id="toll-free"),
    pytest.param("+44 345 123 4567", Reason.NUMBER_KIND_UNUSUAL, id="company number"),
]


@pytest.mark.parametrize(("typed", "reason"), KINDS)
def test_does_not_call_unusual_kinds_unasked(typed: str, reason: Reason) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is not None
    assert found.doubt.reason is reason
    assert (found.value is None) == (reason is Reason.NUMBER_KIND_REFUSED)


UNREADABLE = [
    pytest.param("", Reason.UNREADABLE, id="empty"),
    pytest.param("unknown", Reason.UNREADABLE, id="words"),
    pytest.param("call +49 151 12345678", Reason.UNREADABLE, id="words and a number"),
    pytest.param("030 23125123, 0151 12345678", Reason.SEVERAL, id="two numbers"),
    pytest.param("+49 151 1234567O", Reason.NUMBER_HAS_LETTERS, id="letter"),
    pytest.param("15112345678", Reason.NUMBER_NEEDS_COUNTRY, id="zero left out"),
    pytest.param("(415) 555-0132", Reason.NUMBER_NEEDS_COUNTRY, id="of another country"),
    pytest.param("+49 151 12345678 12", Reason.NUMBER_UNCLEAR, id="digits too many"),
    pytest.param("112", Reason.NUMBER_EMERGENCY, id="emergency"),
    pytest.param("+49 112", Reason.NUMBER_EMERGENCY, id="emergency with country code"),
    pytest.param("+49 30 23125123 ext. 12", Reason.EXTENSION, id="extension"),
    pytest.param("<tel:+4915112345678|030 23125123>", Reason.HALVES_DISAGREE, id="two halves"),
    pytest.param("<tel:+4915112345678|call me>", Reason.HALVES_DISAGREE, id="hidden number"),
]


@pytest.mark.parametrize(("typed", "reason"), UNREADABLE)
def test_says_why_a_field_holds_no_number(typed: str, reason: Reason) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is not None
    assert found.doubt.reason is reason


@pytest.mark.parametrize(
    "typed", ["+49 30 23125 042", "030 23125 042", "+49 30 231 25 042", "+49 89 99998 017"]
)
def test_all_groups_of_a_field_are_one_number(typed: str) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is None
    assert found.value is not None
    assert found.value.e164.endswith(typed[-3:])


def test_asks_for_the_country_of_a_national_number() -> None:
    found = read_phone("0151 12345678", region=None)

    assert found.doubt is not None
    assert found.doubt.reason is Reason.NUMBER_NEEDS_COUNTRY


@pytest.mark.parametrize("region", ["XX", "", "de"])
def test_reads_international_numbers_in_any_region(region: str) -> None:
    assert read_phone("+49 151 12345678", region=region).doubt is None


ZONES = [
    pytest.param("+4915112345678", ("Europe/Berlin",), id="one zone"),
    pytest.param("+14155550132", ("America/Los_Angeles",), id="by area code"),
    pytest.param("+34612345678", ("Europe/Madrid", "Atlantic/Canary"), id="mainland or islands"),
    pytest.param("+213551234567", ("Africa/Algiers",), id="not the neighbour's"),
    pytest.param("+38343201234", ("Europe/Belgrade",), id="not in the zone table"),
    pytest.param("+881612345678", (), id="satellite"),
]


@pytest.mark.parametrize(("e164", "zones"), ZONES)
def test_knows_where_the_owner_may_live(e164: str, zones: tuple[str, ...]) -> None:
    phone = phone_from_e164(e164)

    assert phone is not None
    assert phone.zones == zones


@pytest.mark.parametrize("e164", ["", "4915112345678", "+49", "+49 15112345678x", "no number"])
def test_knows_nothing_of_what_is_no_stored_number(e164: str) -> None:
    assert phone_from_e164(e164) is None


def test_asks_about_a_number_that_is_shown_backwards() -> None:
    call = BERLIN.read("Ada \u202e+49 151 12345678\u202c ada@example.org")

    assert "phone_number" in call.to_ask


def test_is_what_the_line_reads_too() -> None:
    field = read_phone("030 23125123", region="DE").value
    assert BERLIN.read("Ada Lovelace 030 23125123 ada@example.org").phone == field
