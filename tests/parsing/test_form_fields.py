"""Names as a form's field holds them."""

import pytest

from bot.calls.doubts import Reason
from bot.parsing import read_email, read_name, read_phone

NAMES = [
    "Ada Lovelace", "ada", "Zoë O’Neill-Kravitz III", "李小龍", "X Æ A-12", "Dr. Ada, PhD",
    "Ada Lovelace (Acme)",
]  # fmt: skip


@pytest.mark.parametrize("typed", NAMES)
def test_takes_a_name_as_it_is_typed(typed: str) -> None:
    found = read_name(f"  {typed}\u00a0")

    assert (found.value, found.doubt) == (typed, None)


REFUSED = [
    pytest.param("", Reason.MISSING, id="empty"),
    pytest.param(" \u200b\n ", Reason.MISSING, id="blank"),
    pytest.param("12345", Reason.UNREADABLE, id="digits"),
    pytest.param("ada@example.org", Reason.UNREADABLE, id="address"),
    pytest.param("https://example.org", Reason.UNREADABLE, id="page"),
    pytest.param("Ada " * 40, Reason.TOO_LONG, id="a novel"),
]


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_says_why_a_field_holds_no_name(typed: str, reason: Reason) -> None:
    found = read_name(typed)

    assert found.doubt is not None
    assert found.doubt.reason is reason


@pytest.mark.parametrize(
    "typed",
    ["Tel.: +49 30 23125001", "Mobile: +49 30 23125001", "telefon:+49 30 23125001"],
)
def test_a_label_before_a_number_says_nothing(typed: str) -> None:
    found = read_phone(typed, region=None)

    assert found.doubt is None
    assert found.value is not None
    assert found.value.e164 == "+493023125001"


@pytest.mark.parametrize(
    "typed",
    [
        "Alex Mueller <alex@example.com>",
        '"Mueller, Alex" <alex@example.com> ',
        "E-Mail: alex@example.com",
        "<alex@example.com>",
    ],
)
def test_takes_an_address_as_mail_programs_copy_it(typed: str) -> None:
    found = read_email(typed)

    assert (found.value, found.doubt) == ("alex@example.com", None)


@pytest.mark.parametrize("typed", ["Fax: +49 30 23125001", "Rate: +49 30 23125001"])
def test_another_label_before_a_number_is_asked_about(typed: str) -> None:
    assert read_phone(typed, region=None).doubt is not None


@pytest.mark.parametrize(
    "typed",
    [
        "030 23125001 / 1",
        "030 23125001 1",
        "+49 30 23125001 0",
        "0151 2345678 / 9",
        "030 231250/24",
        "030 23125001 - 1",
        "030 23125001/1/2",
        "030 231250-02 / -03",
        "030 231250-02/03",
        "+43 664 1234567 / 1",
        "+33 1 99 00 00 01 / 02",
        "493023125001.0",
        "030 23125001.0",
    ],
)
def test_a_number_that_is_only_one_with_its_tail_is_asked_about(typed: str) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is not None
    assert found.doubt.reason is Reason.NUMBER_UNCLEAR


@pytest.mark.parametrize(
    "typed",
    [
        "030/23125001",
        "+49 (0)30 / 23125001",
        "030 23125-001",
        "030.23.12.50.01",
        "+49.30.23125001",
        "030 23125 001",
    ],
)
def test_a_number_in_groups_is_one(typed: str) -> None:
    found = read_phone(typed, region="DE")

    assert found.doubt is None
    assert found.value is not None
    assert found.value.e164 == "+493023125001"


def test_two_lines_that_say_the_same_number_are_one() -> None:
    found = read_phone("+49 30 23125001\n030 23125001", region="DE")

    assert (found.value and found.value.e164, found.doubt) == ("+493023125001", None)


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("+49 30 23125001\n+49 151 23456789", ("+493023125001", "+4915123456789")),
        ("+49 30 23125001\n0", ("+493023125001",)),
        ("112\n+49 30 23125001", ("+493023125001",)),
    ],
)
def test_of_two_lines_it_is_asked_which_is_the_number(
    typed: str, options: tuple[str, ...]
) -> None:
    doubt = read_phone(typed, region="DE").doubt

    assert doubt is not None
    assert (doubt.reason, doubt.options) == (Reason.SEVERAL, options)


def test_two_lines_that_differ_are_no_name() -> None:
    doubt = read_name("Horn Bau\nNora Stein").doubt

    assert doubt is not None
    assert (doubt.reason, doubt.options) == (Reason.SEVERAL, ("Horn Bau", "Nora Stein"))
    assert read_name("Nora Stein\nnora stein").value == "Nora Stein"
