"""Fields that are named win over everything else in the line."""

from itertools import permutations

import pytest

from bot.calls.doubts import Doubt, Field, Reason
from tests.parsing.lines import BERLIN, BERLIN_DE, EMAIL, MADRID, NAME, PARIS, PHONE, WHEN, Desk

ENGLISH = (
    "name: Mara Winter",
    "phone: +49 30 23125777",
    "email: mara@example.org",
    "when: tomorrow 4pm",
    "note: annual plan",
)


@pytest.mark.parametrize("fields", list(permutations(ENGLISH)), ids=" ".join)
def test_reads_labelled_fields_the_same_in_any_order(fields: tuple[str, ...]) -> None:
    call = BERLIN.read(" ".join(fields))

    assert call.full_name == "Mara Winter"
    assert call.phone_number == "+493023125777"
    assert call.email == "mara@example.org"
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == "annual plan"
    assert call.to_ask == frozenset()


SPELLINGS = [
    pytest.param(
        BERLIN,
        "name=Mara Winter phone=+493023125777 email=mara@example.org when=tomorrow 4pm "
        "note=annual",
        id="equals signs",
    ),
    pytest.param(
        BERLIN,
        '--name "Mara Winter" --phone +493023125777 --email mara@example.org '
        '--when "tomorrow 4pm" --note "annual"',
        id="options",
    ),
    pytest.param(
        BERLIN,
        "—name Mara Winter —phone +493023125777 —email mara@example.org —when tomorrow 4pm "
        "—note annual",
        id="options as a Mac writes them",
    ),
    pytest.param(
        BERLIN,
        "NAME: Mara Winter; TEL.: 030 23125777; E-MAIL: mara@example.org; AT: 4pm tomorrow; "
        "RE: annual",
        id="capitals",
    ),
    pytest.param(
        BERLIN,
        "*Full name:* Mara Winter\n*Phone number:* <tel:+493023125777|030 23125777>\n"
        "*Email:* <mailto:mara@example.org|mara@example.org>\n*Time:* tomorrow 4pm\n"
        "*Message:* annual",
        id="what a web form posts",
    ),
    pytest.param(
        BERLIN,
        "First name: Mara Last name: Winter Mobile: 030 23125777 Mail: mara@example.org "
        "Date: 24 November Time: 4pm Notes: annual",
        id="names and times in parts",
    ),
    pytest.param(
        BERLIN_DE,
        "Name: Mara Winter Telefon: 030/23125777 E-Mail: mara@example.org Wann: morgen um 16 Uhr "
        "Notiz: annual",
        id="German",
    ),
    pytest.param(
        BERLIN_DE,
        "Vorname: Mara, Nachname: Winter, Tel.: 030 23125777, Mail: mara@example.org, "
        "Termin: 24.11. 16 Uhr, Betreff: annual",
        id="German form",
    ),
    pytest.param(
        PARIS,
        "nom : Winter prénom : Mara tél : +49 30 23125777 courriel : mara@example.org "
        "quand : demain à 16h objet : annual",
        id="French",
    ),
    pytest.param(
        MADRID,
        "nombre: Mara Winter teléfono: +49 30 23125777 correo: mara@example.org "
        "cuándo: mañana a las 16:00 asunto: annual",
        id="Spanish",
    ),
]


@pytest.mark.parametrize(("desk", "text"), SPELLINGS)
def test_knows_the_everyday_names_of_the_fields(desk: Desk, text: str) -> None:
    call = desk.read(text)

    assert call.full_name == "Mara Winter"
    assert call.phone_number == "+493023125777"
    assert call.email == "mara@example.org"
    assert desk.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == "annual"
    assert call.to_ask == frozenset()


def test_lets_a_label_win_over_other_numbers_addresses_and_times() -> None:
    call = BERLIN.read(
        "Ada Lovelace +49 30 23125123 ada@example.org Friday 9am "
        "name: Mara Winter phone: 030 23125777 email: mara@example.org when: tomorrow 4pm"
    )

    assert call.full_name == "Mara Winter"
    assert call.phone_number == "+493023125777"
    assert call.email == "mara@example.org"
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == "Ada Lovelace +49 30 23125123 ada@example.org Friday 9am"
    assert call.to_ask == frozenset()


def test_takes_what_follows_a_labelled_value_as_context() -> None:
    call = BERLIN.read(
        "phone: +49 30 23125777 Mara Winter email: mara.winter@example.org asks for the plan"
    )

    assert call.phone_number == "+493023125777"
    assert call.full_name == "Mara Winter"
    assert call.additional_data == "asks for the plan"


def test_keeps_labels_that_name_no_field_in_the_context() -> None:
    call = BERLIN.read(
        "name: Mara Winter company: Acme GmbH phone: +49 30 23125777 email: mara@example.org"
    )

    assert call.full_name == "Mara Winter"
    assert call.additional_data == "company: Acme GmbH"


def test_does_not_take_an_address_for_a_label() -> None:
    call = BERLIN.read(
        "Mara Winter +49 30 23125777 mara@example.org see https://example.org/?at=15:00&name=Bob"
    )

    assert call.full_name == "Mara Winter"
    assert call.scheduled_time is None
    assert call.to_ask == frozenset()


def test_ends_a_note_at_the_label_of_a_field_not_yet_said() -> None:
    call = BERLIN.read(
        "note: annual plan name: Mara Winter phone: +49 30 23125777 email: mara@example.org"
    )

    assert call.additional_data == "annual plan"
    assert call.full_name == "Mara Winter"
    assert call.to_ask == frozenset()


ASKED = [
    pytest.param("phone: n/a name: Mara Winter email: mara@example.org", {PHONE}, id="no number"),
    pytest.param(
        "phone: 0800 call me name: Mara Winter email: mara@example.org", {PHONE}, id="words"
    ),
    pytest.param(
        "phone: +49 30 23125777 phone: +49 30 23125123 name: Mara Winter email: mara@example.org",
        {PHONE},
        id="two numbers",
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 email: mara(at)example.org",
        {EMAIL},
        id="address spelled out",
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 email: mara@example.org email: m@example.org",
        {EMAIL},
        id="two addresses",
    ),
    pytest.param(
        "name: phone: +49 30 23125777 email: mara@example.org", {NAME}, id="nothing behind name"
    ),
    pytest.param(
        "name: Mara Winter name: Ada Lovelace phone: +49 30 23125777 email: mara@example.org",
        {NAME},
        id="two names",
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 email: mara@example.org when: soon",
        {WHEN},
        id="no time",
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 email: mara@example.org when: 2pm or 4pm",
        {WHEN},
        id="two times",
    ),
]


@pytest.mark.parametrize(("text", "fields"), ASKED)
def test_asks_about_labelled_values_that_cannot_be_read(text: str, fields: set[Field]) -> None:
    assert BERLIN.read(text).to_ask == fields


SLIPS = [
    pytest.param(
        "naem: Mara Winter phone: +49 30 23125777 email: mara@example.org", NAME, id="naem"
    ),
    pytest.param(
        "name: Mara Winter phnoe: +49 30 23125777 email: mara@example.org", PHONE, id="phnoe"
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 emial: mara@example.org", EMAIL, id="emial"
    ),
    pytest.param(
        "name: Mara Winter phone: +49 30 23125777 email: mara@example.org whne: tomorrow 4pm",
        WHEN,
        id="whne",
    ),
]


@pytest.mark.parametrize(("text", "field"), SLIPS)
def test_asks_about_a_word_that_is_nearly_a_label(text: str, field: Field) -> None:
    call = BERLIN.read(text)

    assert call.to_ask == {field}
    assert [doubt.reason for doubt in call.doubts] == [Reason.LABEL_UNCLEAR]
    assert call.full_name == "Mara Winter"
    assert call.phone_number == "+493023125777"


@pytest.mark.parametrize("word", ["Rate: 20", "Times: mornings", "Data: 3 GB", "Daten: 3 GB"])
def test_takes_no_ordinary_word_for_a_misspelt_label(word: str) -> None:
    call = BERLIN.read(
        f"name: Mara Winter\nphone: +49 30 23125777\nemail: m@x.example.com\n{word}"
    )

    assert call.doubts == ()
    assert call.additional_data == word


def test_takes_no_name_for_a_misspelt_label() -> None:
    call = BERLIN.read("Emil: +49 30 23125777 emil@example.org")

    assert call.full_name == "Emil"
    assert call.doubts == ()


def test_says_what_it_could_not_read() -> None:
    call = BERLIN.read("phone: none yet name: Mara Winter email: mara@example.org")

    assert call.doubts == (Doubt(field=PHONE, reason=Reason.UNREADABLE, read="none yet"),)


@pytest.mark.parametrize(
    "numbers",
    [
        "O: +49 30 23125001 M: +49 151 12345678",
        "O: +49 30 23125001 | M: +49 151 12345678",
        "Office: +49 30 23125001, Mobile: +49 151 12345678",
        "Büro: +49 30 23125001 Handy: +49 151 12345678",
        "Bureau : +49 30 23125001 Portable : +49 151 12345678",
        "oficina: +49 30 23125001 móvil: +49 151 12345678",
        "switchboard: +49 30 23125001 mobile: +49 151 12345678",
        "Zentrale: +49 30 23125001 Mobil: +49 151 12345678",
        "Tel: +49 30 23125001, Mobil +49 151 12345678",
        "Tél : +49 30 23125001, portable +49 151 12345678",
        "+49 30 23125001 | +49 151 12345678",
        "phone: +49 30 23125001 / +49 151 12345678",
        "Telefon: +49 30 23125001 oder +49 151 12345678",
        "tél : +49 30 23125001, +49 151 12345678",
    ],
)
def test_which_of_two_telephones_is_meant_is_asked(numbers: str) -> None:
    call = BERLIN.read(f"Mara Winter mara@example.org {numbers}")

    assert [(d.field, d.reason) for d in call.doubts] == [(Field.PHONE_NUMBER, Reason.SEVERAL)]


@pytest.mark.parametrize("about", ["office: Berlin", "Work: 3rd floor", "d: Berlin"])
def test_a_place_is_no_telephone(about: str) -> None:
    call = BERLIN.read(f"Mara Winter mara@example.org +49 151 12345678 {about}")

    assert call.phone_number == "+4915112345678"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    "other",
    [
        "fax: +49 30 23125002",
        "order: 0301234567",
        "mobile: 0151 12345678",
        "note: boss: 0171 2345678",
    ],
)
def test_a_labelled_number_is_the_only_one_beside(other: str) -> None:
    call = BERLIN.read(f"Mara Winter mara@example.org phone: +49 151 12345678 {other}")

    assert call.phone_number == "+4915112345678"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    "second", ["office: +49 30 23125001", "his office: +49 30 23125001", "Büro: 030 23125001"]
)
def test_where_a_second_telephone_stands_does_not_make_it_the_one_to_call(second: str) -> None:
    call = BERLIN.read(f"Mara Winter +49 151 12345678 mara@example.org {second}")

    assert [(d.field, d.reason) for d in call.doubts] == [(Field.PHONE_NUMBER, Reason.SEVERAL)]


@pytest.mark.parametrize("about", ["case: 4711", "case: 0301234567", "word: of mouth"])
def test_a_word_that_is_nearly_a_place_is_none(about: str) -> None:
    call = BERLIN.read(f"Mara Winter +49 151 12345678 mara@example.org {about}")

    assert (call.phone_number, call.to_ask) == ("+4915112345678", frozenset())
