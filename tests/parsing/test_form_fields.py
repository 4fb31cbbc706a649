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
