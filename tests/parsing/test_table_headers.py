"""Headers as spreadsheets, address books and sales tools write them, and what is none of ours."""

import pytest

from bot.calls.draft import FormField
from bot.parsing.label_words import Part
from bot.parsing.table_headers import role_of

PHONES = [
    "Tel.", "Telefon-Nr.", "Handy-Nr.", "Phone (mobile)", "Phone 1", "Phone No.", "Primary Phone",
    "Teléfono móvil", "Tél.", "Your phone", "Mobile Phone Number", "Phone 1 - Value", "Home Phone",
    "phoneNumber", "Telefon (privat)", "Téléphone mobile", "Numéro de portable", "Kunde Telefon",
    "Número de móvil", "Nº de teléfono", "Numéro de téléphone du client", "Person - Phone",
]  # fmt: skip
EMAILS = [
    "E-Mail Adresse", "Work Email", "E-mail 1 - Value", "EmailAddress", "Correo electrónico",
    "Ansprechpartner E-Mail", "Adresse e-mail", "Contact Email", "email_address",
]  # fmt: skip
NAMES = [
    "Vor- und Nachname", "Customer Name", "Nom du client", "Nombre del cliente", "Name des Kunden",
    "Nom Prénom", "First Name / Last Name", "Person - Name", "Name, Vorname", "*Name",
]  # fmt: skip
OTHERS = [
    "Company Name", "Organization - Name", "Product Name", "Nom de la société", "Account Name",
    "Order number", "Customer number", "Lead number", "Numéro de client", "Kundennummer", "Fax",
    "Fax number", "Phone type", "Email opt-in", "Company Phone", "Lead Status", "Lead date",
    "Event date", "Due date", "Last contact", "Time (EST)", "Call date", "Home", "Contact owner",
    "Emergency contact phone", "Notes 2", "Name 2", "Kunden-Nr.", "", "?", "Name " * 30,
]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *((header, FormField.PHONE_NUMBER) for header in PHONES),
        *((header, FormField.EMAIL) for header in EMAILS),
        *((header, FormField.FULL_NAME) for header in NAMES),
    ],
)
def test_a_header_is_known_as_a_label_is(header: str, field: FormField) -> None:
    assert role_of(header) == (field, Part.WHOLE)


@pytest.mark.parametrize("header", OTHERS)
def test_a_header_with_another_word_names_no_field(header: str) -> None:
    assert role_of(header) is None


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("FirstName", Part.GIVEN_NAME),
        ("Contact Last Name", Part.FAMILY_NAME),
        ("Nachname Kunde", Part.FAMILY_NAME),
        ("Prénom(s)", Part.GIVEN_NAME),
        ("Preferred time", Part.CLOCK),
        ("Datum / Uhrzeit", Part.WHOLE),
    ],
)
def test_a_header_may_name_a_part(header: str, part: Part) -> None:
    role = role_of(header)

    assert role is not None
    assert role[1] is part
