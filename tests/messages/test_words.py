"""A stranger's text gets into our sentences, and does nothing there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.masking import mask_number, mask_text
from bot.messages.words import ENGLISH, Mrkdwn, escape, one_line

ATTACKS = [
    pytest.param("<!channel>", "&lt;!channel&gt;", id="everybody mentioned"),
    pytest.param("<@U123>", "&lt;@U123&gt;", id="somebody mentioned"),
    pytest.param("<https://evil.example|your bank>", None, id="a link in disguise"),
    pytest.param("a & b", "a &amp; b", id="an ampersand, once"),
    pytest.param("&lt;", "&amp;lt;", id="an entity is what it looks like"),
    pytest.param("Alex\n> quoted", "Alex &gt; quoted", id="a quotation of its own"),
    pytest.param("Alex\u202emueller", "Alexmueller", id="writing turned around"),
    pytest.param("A\u200blex", "Alex", id="invisible letters"),
]


@pytest.mark.parametrize(("text", "shown"), ATTACKS)
def test_shows_a_strangers_text_and_lets_it_do_nothing(text: str, shown: str | None) -> None:
    escaped = escape(text)

    assert not re.search("[<>*_~`\n]", escaped)
    assert shown in (None, escaped)


@given(st.text())
def test_leaves_nothing_that_slack_would_read_as_markup(text: str) -> None:
    said = ENGLISH.mrkdwn("{text}", text=text)

    assert not re.search("[<>*_~`\n]", said)
    assert not re.search("&(?!amp;|lt;|gt;)", said)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=40))
def test_changes_nothing_a_reader_would_miss(text: str) -> None:
    plain = ENGLISH.plain("{text}", text=text)

    assert plain.split() == one_line(text).split()


def test_lets_our_own_markup_through() -> None:
    ours = Mrkdwn("<@U1>")

    assert ENGLISH.mrkdwn("*{who}* and {whom}", who=ours, whom="<@U2>") == (
        "*<@U1>* and &lt;@U2&gt;"
    )


def test_a_strangers_braces_are_letters() -> None:
    assert ENGLISH.mrkdwn("{name} called", name="{0.__class__}").endswith("} called")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        pytest.param("+4915112345678", "+49 151 ••••5678", id="Germany"),
        pytest.param("+14155550132", "+1 ••••0132", id="United States, no part of the area code"),
        pytest.param("+35312345678", "+353 12 ••••78", id="Ireland"),
        pytest.param("+2904567", "+290 ••••67", id="as short as they get"),
    ],
)
def test_shows_enough_of_a_number_to_know_it_again(number: str, shown: str) -> None:
    assert mask_number(number) == shown


@given(st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_never_shows_enough_of_a_number_to_call_it(number: str) -> None:
    digits = len(number) - 1
    shown = sum(character.isdigit() for character in mask_number(number))

    assert digits - shown >= (4 if digits >= 10 else 2)


@pytest.mark.parametrize(
    "text",
    [
        "call me at +49 151 12345678",
        "my number is (415) 555-0132.",
        "0151/12345678 or later",
        "write to alex.mueller@example.com",
        "+1\u2011415\u2011555\u20110132",
        "0151\u20131234\u20135678",
        "+49\u00b7151\u00b712345678",
        "+49 151\u200b1234\u200b5678",
        "alex.mueller\uff20example.com",
    ],
)
def test_hides_numbers_and_emails_in_running_text(text: str) -> None:
    masked = mask_text(text)

    assert "••••" in masked
    assert "12345678" not in masked.replace(" ", "")
    assert "5550132" not in re.sub(r"\D", "", masked)
    assert not {"@", "\uff20"} & set(masked)


@pytest.mark.parametrize("text", ["order 12345", "on 2 May at 14:30", "Q4 2026, 25,000 €"])
def test_leaves_other_digits_in_running_text_alone(text: str) -> None:
    assert mask_text(text) == text
