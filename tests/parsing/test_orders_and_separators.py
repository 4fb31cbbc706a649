"""One call, said in every order and with every mark between its fields."""

from itertools import permutations

import pytest

from bot.calls.doubts import Field, Reason
from bot.parsing import ParsedRequest
from tests.parsing.lines import BERLIN, WHEN

NAME, PHONE, EMAIL = "Mara Winter", "+49 30 23125777", "mara.winter@example.org"
TIME, CONTEXT = "tomorrow 4pm", "wants an offer for the annual plan"


def assert_says_it_all(call: ParsedRequest) -> None:
    assert call.full_name == NAME
    assert call.phone_number == "+493023125777"
    assert call.email == EMAIL
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == CONTEXT
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("fields", list(permutations([NAME, PHONE, EMAIL, TIME])), ids=" ".join)
def test_reads_the_fields_in_any_order(fields: tuple[str, ...]) -> None:
    assert_says_it_all(BERLIN.read(" ".join([*fields, CONTEXT])))


@pytest.mark.parametrize(
    "fields", list(permutations([NAME, PHONE, EMAIL, TIME, CONTEXT])), ids=" ".join
)
def test_reads_the_fields_in_any_order_between_commas(fields: tuple[str, ...]) -> None:
    assert_says_it_all(BERLIN.read(", ".join(fields)))


MARKS = [
    ", ",
    ",",
    "; ",
    " | ",
    " - ",
    " – ",
    " — ",
    " -- ",
    " / ",
    " • ",
    " > ",
    "\n",
    "\r\n",
    "\t",
]


ORDERS = [
    pytest.param([NAME, PHONE, EMAIL, TIME, CONTEXT], id="name first"),
    pytest.param([PHONE, EMAIL, NAME, TIME, CONTEXT], id="name in the middle"),
    pytest.param([EMAIL, PHONE, TIME, NAME, CONTEXT], id="name last"),
    pytest.param([TIME, NAME, EMAIL, PHONE, CONTEXT], id="time first"),
]


@pytest.mark.parametrize("mark", MARKS, ids=repr)
@pytest.mark.parametrize("fields", ORDERS)
def test_reads_fields_apart_by_any_mark(fields: list[str], mark: str) -> None:
    assert_says_it_all(BERLIN.read(mark.join(fields)))


@pytest.mark.parametrize("mark", [" | ", " -- ", " — ", "; ", ", ", "\n"], ids=repr)
def test_reads_labelled_fields_apart_by_any_mark(mark: str) -> None:
    fields = [f"Name : {NAME}", f"Phone: {PHONE}", f"Email= {EMAIL}", f"When : {TIME}"]

    assert_says_it_all(BERLIN.read(mark.join([*fields, f"Note : {CONTEXT}"])))


@pytest.mark.parametrize("mark", [" | ", " -- ", " — ", " note: ", " Note : ", " re: "])
def test_takes_everything_behind_a_note_mark_word_for_word(mark: str) -> None:
    note = "Ring his office +49 30 23125123 at 3pm, or bob@example.org  (two spaces), name: Bob"

    call = BERLIN.read(f"{NAME} {PHONE} {EMAIL} {TIME}{mark}{note}")

    assert call.additional_data == note
    assert call.full_name == NAME
    assert call.phone_number == "+493023125777"
    assert call.email == EMAIL
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("mark", [" | ", " -- ", " — "])
def test_asks_if_the_time_alone_stands_behind_a_note_mark(mark: str) -> None:
    call = BERLIN.read(f"{NAME} {PHONE} {EMAIL}{mark}{TIME}")

    assert call.to_ask == {WHEN}
    assert BERLIN.clock(call) == "24.11.2026 16:00"


@pytest.mark.parametrize("mark", [" | ", " -- "])
def test_reads_a_label_behind_a_mark(mark: str) -> None:
    assert_says_it_all(BERLIN.read(f"{NAME} {PHONE} {EMAIL}{mark}when: {TIME} note: {CONTEXT}"))


def test_needs_no_colon_behind_the_name_of_a_field() -> None:
    assert_says_it_all(BERLIN.read(f"Name {NAME} Phone {PHONE} Email {EMAIL} {TIME} {CONTEXT}"))


QUOTED = [
    pytest.param(f'{NAME} {PHONE} {EMAIL} {TIME} "see you at 5pm"', id="straight"),
    pytest.param(f"{NAME} {PHONE} {EMAIL} {TIME} “see you at 5pm”", id="curly"),
    pytest.param(f"{NAME} {PHONE} {EMAIL} {TIME} «see you at 5pm»", id="French"),
    pytest.param(f'{NAME} {PHONE} {EMAIL} {TIME} "see you at 5pm', id="never closed"),
    pytest.param(f'"{NAME}" {PHONE} {EMAIL} {TIME} "see you at 5pm"', id="name quoted too"),
    pytest.param(f'"{NAME}","{PHONE}","{EMAIL}","{TIME}","see you at 5pm"', id="CSV"),
]


@pytest.mark.parametrize("text", QUOTED)
def test_takes_quoted_words_as_they_are(text: str) -> None:
    call = BERLIN.read(text)

    assert call.additional_data == "see you at 5pm"
    assert call.full_name == NAME
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("mark", [" | ", " -- "])
def test_asks_which_of_two_addresses_between_marks(mark: str) -> None:
    call = BERLIN.read(
        mark.join([f"{NAME} Tel: {PHONE}", "lou@example.org", EMAIL, "annual plan"])
    )

    assert [(d.field, d.reason) for d in call.doubts] == [(Field.EMAIL, Reason.SEVERAL)]
    assert call.phone_number == "+493023125777"


SENTENCES = [
    pytest.param(
        f"please call {NAME} at {PHONE} ({EMAIL}) {TIME} about the annual plan", id="please call"
    ),
    pytest.param(
        f"Can you ring {NAME} on {PHONE}? Email {EMAIL}. {TIME}. the annual plan", id="question"
    ),
    pytest.param(
        f"schedule a call with {NAME} ({PHONE}, {EMAIL}) for {TIME} to discuss the annual plan",
        id="schedule a call",
    ),
    pytest.param(f"{NAME} <{EMAIL}> {PHONE} {TIME} re: the annual plan", id="mail header"),
    pytest.param(f"Bitte {NAME} anrufen: {PHONE}, {EMAIL}, {TIME}, the annual plan", id="bitte"),
]


@pytest.mark.parametrize("text", SENTENCES)
def test_reads_sentences(text: str) -> None:
    call = BERLIN.read(text)

    assert call.full_name == NAME
    assert call.phone_number == "+493023125777"
    assert call.email == EMAIL
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == "the annual plan"
    assert call.to_ask == frozenset()
