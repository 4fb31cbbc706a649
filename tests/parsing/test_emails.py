"""Email addresses as people and Slack write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.doubts import Reason
from bot.parsing import read_email
from bot.parsing.emails import find_emails
from tests.parsing.lines import BERLIN, EMAIL

ADDRESSES = [
    pytest.param("ada@example.org", "ada@example.org", id="plain"),
    pytest.param("Ada.Lovelace@Example.ORG", "Ada.Lovelace@example.org", id="case"),
    pytest.param("ada+calls@sub.example.co.uk", "ada+calls@sub.example.co.uk", id="tag"),
    pytest.param("o'neill@example.org", "o'neill@example.org", id="apostrophe"),
    pytest.param("a4915112345678@example.org", "a4915112345678@example.org", id="digits"),
    pytest.param("ada@münchen.de", "ada@xn--mnchen-3ya.de", id="umlaut domain"),
    pytest.param("ada@東京.jp", "ada@xn--1lqs71d.jp", id="Japanese domain"),
    pytest.param("mailto:ada@example.org", "ada@example.org", id="mailto"),
    pytest.param("<mailto:ada@example.org|ada@example.org>", "ada@example.org", id="Slack's"),
    pytest.param("<mailto:ada@example.org>", "ada@example.org", id="Slack's without label"),
    pytest.param("a\u200bda@example.org", "ada@example.org", id="zero-width space"),
]


@pytest.mark.parametrize(("typed", "address"), ADDRESSES)
def test_reads_addresses(typed: str, address: str) -> None:
    found = read_email(f" {typed} ")

    assert (found.value, found.doubt) == (address, None)


@pytest.mark.parametrize(
    "around",
    ["<{}>", "({})", "{},", "{}.", "'{}'", "“{}”", "*{}*", "_{}_", "`{}`", "Email:{}", "Ada<{}>"],
)
def test_leaves_out_what_stands_around(around: str) -> None:
    call = BERLIN.read(f"+49 30 23125777 {around.format('ada@example.org')} Ada Lovelace")

    assert call.email == "ada@example.org"
    assert EMAIL not in call.to_ask


WRONG = [
    pytest.param("ada@@example.org", Reason.EMAIL_INVALID, id="two at signs"),
    pytest.param("ada@localhost", Reason.EMAIL_INVALID, id="no domain"),
    pytest.param("jürgen@example.org", Reason.EMAIL_INVALID, id="umlaut before the at"),
    pytest.param("ada@192.168.1.1", Reason.EMAIL_INVALID, id="network address"),
    pytest.param("ada..l@example.org", Reason.EMAIL_INVALID, id="two dots"),
    pytest.param("ada@еxample.org", Reason.EMAIL_LOOKALIKE, id="Cyrillic letter"),
    pytest.param("ada@αpple.com", Reason.EMAIL_LOOKALIKE, id="Greek letter"),
    pytest.param("ada (at) example.org", Reason.EMAIL_INVALID, id="spelled out"),
    pytest.param("<mailto:a@example.org|b@example.org>", Reason.HALVES_DISAGREE, id="two halves"),
]


@pytest.mark.parametrize(("typed", "reason"), WRONG)
def test_says_what_is_wrong_in_a_field(typed: str, reason: Reason) -> None:
    found = read_email(typed)

    assert found.doubt is not None
    assert found.doubt.reason is reason


@pytest.mark.parametrize(("typed", "reason"), WRONG)
def test_asks_about_it_in_a_line(typed: str, reason: Reason) -> None:
    call = BERLIN.read(f"Ada Lovelace +49 30 23125777 {typed} demo")

    assert [doubt.reason for doubt in call.doubts if doubt.field is EMAIL] == [reason]
    assert call.phone_number == "+493023125777"


def test_proposes_the_address_that_is_spelled_out() -> None:
    assert read_email("ada (at) example (dot) org").value == "ada@example.org"


@pytest.mark.parametrize("text", ["", "ada", "meet @ 3pm", "@ada", "a @ b", "1@"])
def test_finds_no_good_address_where_there_is_none(text: str) -> None:
    assert [found for found in find_emails(text) if found.doubt is None] == []


def test_asks_which_of_two_addresses() -> None:
    call = BERLIN.read("Ada Lovelace +49 30 23125777 ada@example.org cc bob@example.org")

    [doubt] = call.doubts
    assert doubt.reason is Reason.SEVERAL
    assert doubt.options == ("ada@example.org", "bob@example.org")


def test_takes_an_address_said_twice_for_one() -> None:
    call = BERLIN.read("Ada Lovelace +49 30 23125777 ada@example.org ADA@example.org")

    assert call.to_ask == frozenset()


def test_proposes_the_address_that_its_reader_saw() -> None:
    call = BERLIN.read("Ada Lovelace +49 30 23125777 <mailto:mallory@example.net|ada@example.org>")

    assert call.email == "ada@example.org"
    [doubt] = call.doubts
    assert doubt.options == ("ada@example.org", "mallory@example.net")


def test_reads_the_name_that_labels_an_address() -> None:
    call = BERLIN.read("<mailto:ada@example.org|Ada Lovelace> +49 30 23125777")

    assert call.full_name == "Ada Lovelace"
    assert call.email == "ada@example.org"
    assert call.to_ask == frozenset()


@given(st.text("ab@.-_ <>|", max_size=40))
def test_never_takes_half_an_address(text: str) -> None:
    for found in find_emails(text):
        if found.doubt is None:
            assert found.value is not None
            assert found.value.casefold() == text[found.start : found.end].casefold()
