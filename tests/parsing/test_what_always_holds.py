"""What holds for every text that a person or a machine may send."""

import random
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.calls.doubts import Field, Reason
from bot.messages.doubts import explain_doubt
from bot.messages.words import ENGLISH
from bot.parsing import (
    ParsedRequest,
    parse,
    read_email,
    read_name,
    read_phone,
    warm,
    warm_the_rest,
)
from tests.parsing.lines import BERLIN, BERLIN_DE, NOWHERE, PARIS, SAN_FRANCISCO, Desk

PIECES = [
    "Ada Lovelace", "ada", "Mueller,", "van der", "+49 151 12345678", "0151", "030/23125123", "14",
    "14 Uhr", "tomorrow", "2pm", "morgen", "3 May", "24.12.", "2026-12-01", "in 2 hours", "now",
    "ada@example.org", "a@b", "@", "<mailto:a@b.org|b@b.org>", "<tel:+4930|x>", "<@U1>", "<!here>",
    "<https://x.org|y>", "&lt;", "name:", "phone:", "e-mail=", "--when", "note:", "re:", "naem:",
    "when:", " -- ", " | ", " — ", '"', "“", "(", ")", "[", "*", "_", "`", ":phone:", "👋", "\n",
    ", ", "; ", "...", "ext. 12", "#4711", "5 licences", "about the", "please call", "Dr.", "III",
    "whne:", "\u202e", "\u200d", "\ud800", "\ufffc", "\x00", "１２", "٣", "李", "ß", "İ",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=80)
DESKS = st.sampled_from([BERLIN, BERLIN_DE, PARIS, SAN_FRANCISCO, NOWHERE])
REQUIRED = {Field.PHONE_NUMBER, Field.EMAIL, Field.FULL_NAME}


def assert_sound(call: ParsedRequest, text: str) -> None:
    """Check what every reader of a call relies on."""
    missing = {
        field
        for field, value in [
            (Field.PHONE_NUMBER, call.phone_number),
            (Field.EMAIL, call.email),
            (Field.FULL_NAME, call.full_name),
        ]
        if not value
    }
    assert missing <= call.to_ask
    spans = sorted(call.spans.values())
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert call.scheduled_time is None or call.scheduled_time.utcoffset() is not None
    if call.full_name is not None:
        assert call.full_name == call.full_name.strip()
        assert call.full_name.encode()
    for doubt in call.doubts:
        assert explain_doubt(doubt, zone="Europe/Berlin", words=ENGLISH)
    if call.additional_data is not None:
        assert call.additional_data.strip()
        assert call.additional_data.encode()


@given(text=LINES, desk=DESKS)
@settings(max_examples=300, deadline=None)
def test_reads_any_text_without_raising(text: str, desk: Desk) -> None:
    assert_sound(desk.read(text), text)


@given(st.text(max_size=60))
def test_reads_any_field_without_raising(text: str) -> None:
    number = read_phone(text, region="DE")
    assert number.value is not None or number.doubt is not None
    email = read_email(text)
    assert email.value is not None or email.doubt is not None
    name = read_name(text)
    assert name.value is not None or name.doubt is not None


def test_survives_lines_put_together_at_random() -> None:
    dice = random.Random(42)  # noqa: S311 - the same lines at every run
    for _ in range(600):
        pieces = dice.choices(PIECES, k=dice.randrange(1, 25))
        text = dice.choice([" ", "", ", ", "\n"]).join(pieces)
        assert_sound(BERLIN.read(text), text)


# a label in another line, or behind a note in quotes, is one, and its value is asked about
IN_ONE_LINE = [piece for piece in PIECES if piece not in {"\n", '"', "“"}]


@given(
    note=st.lists(st.sampled_from(IN_ONE_LINE), max_size=10).map(" ".join),
    mark=st.sampled_from([" -- ", " | ", " note: "]),
)
@example(note="phone: Ada Lovelace", mark=" -- ")
@example(note="phone: +49 30 23125777", mark=" | ")
@settings(deadline=None)
def test_lets_no_note_change_what_was_said(note: str, mark: str) -> None:
    said = "name: Ada Lovelace phone: +49 151 12345678 email: ada@example.org when: tomorrow 2pm"

    call = BERLIN.read(said + mark + note)

    assert call.full_name == "Ada Lovelace"
    assert call.phone_number == "+4915112345678"
    assert call.email == "ada@example.org"
    assert BERLIN.clock(call) == "24.11.2026 14:00"
    assert not call.to_ask & {*REQUIRED, Field.SCHEDULED_TIME} or "\u202e" in note


@given(
    st.permutations([
        "name: Ada Lovelace", "phone: 0151 12345678", "email: ada@example.org",
        "when: tomorrow 2pm", "note: annual plan",
    ])
)  # fmt: skip
def test_reads_labelled_fields_the_same_in_any_order(fields: list[str]) -> None:
    call = BERLIN.read("; ".join(fields))

    assert call.full_name == "Ada Lovelace"
    assert call.phone_number == "+4915112345678"
    assert BERLIN.clock(call) == "24.11.2026 14:00"
    assert call.additional_data == "annual plan"
    assert call.to_ask == frozenset()


def test_tells_where_each_field_was_read() -> None:
    text = (
        "Ada Lovelace <tel:+4915112345678|0151 12345678> &lt;ada@example.org&gt; tomorrow 2pm demo"
    )

    call = BERLIN.read(text)

    assert {field: text[start:end] for field, (start, end) in call.spans.items()} == {
        Field.FULL_NAME: "Ada Lovelace",
        Field.PHONE_NUMBER: "<tel:+4915112345678|0151 12345678>",
        Field.EMAIL: "ada@example.org",
        Field.SCHEDULED_TIME: "tomorrow 2pm",
        Field.ADDITIONAL_DATA: "demo",
    }


def test_refuses_to_read_what_is_too_long() -> None:
    call = BERLIN.read("Ada +49 151 12345678 ada@example.org " + "x" * 100_000)

    assert call.to_ask == {*REQUIRED, Field.SCHEDULED_TIME, Field.ADDITIONAL_DATA}
    assert Reason.TOO_LONG in {doubt.reason for doubt in call.doubts}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu", "Nowhere/Land", ""])
def test_reads_in_any_zone(zone: str) -> None:
    now = datetime(2026, 11, 23, 10, 44, tzinfo=ZoneInfo("Europe/Berlin"))

    call = parse("Ada +49 151 12345678 a@b.org now", now=now, tz=zone, region="DE", locale="xx")

    assert call.phone_number == "+4915112345678"


def test_can_be_warmed_before_the_first_request() -> None:
    warm()
    warm_the_rest()

    assert BERLIN.read("Ada Lovelace +49 151 12345678 ada@example.org").to_ask == frozenset()
