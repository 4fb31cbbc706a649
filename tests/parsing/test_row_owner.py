"""What a row says against its number or its address: another's, an old one, another one."""

import pytest

from bot.calls.draft import FormField
from bot.parsing import phone_from_e164
from bot.parsing.row_owner import is_anothers, number_against, spellings_in


def against(*others: tuple[str, str], note: str = "") -> str:
    said = {FormField.FULL_NAME: "Nora Stein", FormField.ADDITIONAL_DATA: note}
    phone = phone_from_e164("+493023125001")
    assert phone is not None
    return number_against(said, others, phone, "DE")


@pytest.mark.parametrize(
    "note",
    [
        "Nummer vom Sohn", "number belongs to Tom Beck", "old number", "number out of service",
        "Nummer veraltet", "alte Nummer", "numéro du fils", "ancien numéro", "número del hijo",
        "moved, new number 030 23125009", "bitte 030 23125009 anrufen", "phone is her husband's",
        "Anschluss gehört der Mutter", "número equivocado",
    ],
)  # fmt: skip
def test_what_a_note_says_of_the_number_is_asked_about(note: str) -> None:
    assert against(note=note)
    assert against(("Comment 2", note))


@pytest.mark.parametrize(
    "note",
    [
        "demo", "number of users: 50", "order number 4711", "Auftragsnummer 12345",
        "numéro de commande 4711", "call on +49 30 23125001", "likes tea",
    ],
)  # fmt: skip
def test_a_note_about_something_else_is_none(note: str) -> None:
    assert against(note=note) == ""


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Number belongs to", "husband"), ("Phone owner", "Tom Beck"), ("Phone type", "Fax"),
        ("Inhaber Telefon", "Vater"), ("Neue Nummer", "+49 30 23125009"), ("Titular", "")
    ],
)  # fmt: skip
def test_a_column_says_whose_the_number_is(header: str, cell: str) -> None:
    assert bool(against((header, cell))) is bool(cell)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Phone owner", "Nora Stein"), ("Phone type", "mobile"), ("Fax", "+49 30 23125009"),
        ("Contact owner", "Ann Lee"), ("Company phone", "+49 30 23125009"), ("Owner", "Ann"),
    ],
)  # fmt: skip
def test_columns_of_other_numbers_and_people_say_nothing_of_this_one(
    header: str, cell: str
) -> None:
    assert against((header, cell)) == ""


KNOWN = spellings_in(["Nora Stein", "Bo Ode", "Tom Beck"])


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("bo@example.com", "Nora Stein"), ("nora.stein@example.com", "Bo Ode"),
        ("max.muster@stein.de", "Nora Stein"), ("tbeck@x.example", "Tom Ode-Lang"),
    ],
)  # fmt: skip
def test_an_address_of_another_person_is_asked_about(email: str, name: str) -> None:
    assert is_anothers(email, name, KNOWN | {"tbeck"})


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("nora@stein.de", "Nora Stein"), ("n.stein@x.de", "Nora Stein"), ("info@x.de", "Bo Ode"),
        ("ns@x.de", "Nora Stein"), ("office.berlin@x.de", "Bo Ode"), ("b.ode@x.de", "Bo Ode"),
        ("annalena.voss@x.de", "Anna-Lena Voß"), ("bob.ray@x.de", "Robert Ray"),
        ("ivan.petrov@x.de", "Иван Петров"), ("zzz9@x.de", "Nora Stein"),
    ],
)  # fmt: skip
def test_an_address_that_may_be_theirs_is_none_to_ask_about(email: str, name: str) -> None:
    assert not is_anothers(email, name, KNOWN)
