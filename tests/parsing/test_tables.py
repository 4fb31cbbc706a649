"""Tables as people have them: any separator, any header, any encoding, and nothing guessed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.doubts import Reason
from bot.calls.draft import FormField
from bot.parsing import read_name, read_phone
from bot.parsing.tables import EMAIL as EMAIL_PATTERN
from bot.parsing.tables import TableProblem, read_table

NAME, PHONE, EMAIL = FormField.FULL_NAME, FormField.PHONE_NUMBER, FormField.EMAIL
WHEN, ABOUT, AGENT = FormField.WHEN_WORDS, FormField.ADDITIONAL_DATA, FormField.AGENT
EVA = {NAME: "Eva Núñez", PHONE: "+34 91 1234567", EMAIL: "eva@example.com"}


def rows(text: str) -> list[dict[FormField, str]]:
    table = read_table(text, most=500)
    assert table.problem is None
    return [dict(row.fields) for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Name,Phone,Email\nEva Núñez,+34 91 1234567,eva@example.com", id="commas"),
        pytest.param(
            "Name;Phone;Email\nEva Núñez;+34 91 1234567;eva@example.com", id="semicolons"
        ),
        pytest.param("Name\tPhone\tEmail\nEva Núñez\t+34 91 1234567\teva@example.com", id="tabs"),
        pytest.param("Name|Phone|Email\nEva Núñez|+34 91 1234567|eva@example.com", id="bars"),
        pytest.param(
            '"Name","Phone","Email"\r\n"Eva Núñez","+34 91 1234567","eva@example.com"\r\n',
            id="quotes",
        ),
        pytest.param(
            "\ufeffE-Mail; Telefonnummer ;Kontakt\neva@example.com;+34 91 1234567;Eva Núñez",
            id="German",
        ),
        pytest.param(
            "Prénom;Nom de famille;Téléphone;Courriel\nEva;Núñez;+34 91 1234567;eva@example.com",
            id="French, in two names",
        ),
        pytest.param(
            "Apellidos;Nombre de pila;Teléfono;Correo\nNúñez;Eva;+34 91 1234567;eva@example.com",
            id="Spanish, last name first",
        ),
        pytest.param("Eva Núñez;+34 91 1234567;eva@example.com", id="no header"),
        pytest.param(
            "\n\nName;Phone;Email\n;;\nEva Núñez;+34 91 1234567;eva@example.com\n\n", id="gaps"
        ),
    ],
)
def test_reads_a_contact_however_it_is_written(text: str) -> None:
    assert rows(text) == [EVA]


def test_date_and_clock_make_one_time_and_other_columns_have_their_fields() -> None:
    (row,) = rows(
        "Name;Phone;Email;Datum;Uhrzeit;Notiz;Agent\n"
        "Eva;+34 91 1234567;eva@example.com;30.11.2026;14:00;Demo;Sales\n"
    )

    assert (row[WHEN], row[ABOUT], row[AGENT]) == ("30.11.2026 14:00", "Demo", "Sales")


def test_two_numbers_of_one_contact_are_both_there_to_be_asked() -> None:
    (row,) = rows("Name;Phone;Mobile\nEva;+34 91 1234567;+34 600 123456")

    assert row[PHONE] == "+34 91 1234567\n+34 600 123456"


def test_the_same_number_twice_is_one() -> None:
    (row,) = rows("Name;Phone;Mobile\nEva;+34 91 1234567;+34 91 1234567")

    assert row[PHONE] == "+34 91 1234567"


@pytest.mark.parametrize("nothing", ["0", "-", "—", " ", "(0)"])
def test_a_number_that_a_formula_made_of_an_empty_cell_is_none(nothing: str) -> None:
    (row,) = rows(f"Name;Telefon;Mobil\nEva;+34 91 1234567;{nothing}")

    assert row[PHONE] == "+34 91 1234567"


@pytest.mark.parametrize("other", ["9", "17", "12345", "n/a", "nur mail", "00"])
def test_whatever_else_stands_in_a_second_column_of_numbers_is_asked_about(other: str) -> None:
    (row,) = rows(f"Name;Telefon;Mobil\nEva;030 2312500;{other}")

    found = read_phone(row[PHONE], region="DE")

    assert found.doubt is not None
    assert found.doubt.reason is Reason.SEVERAL


@pytest.mark.parametrize("head", ["Nummer", "Number", "Numéro", "Número", "Nr."])
def test_a_number_of_whatever_beside_a_telephone_is_left_out(head: str) -> None:
    table = read_table(f"Name;Telefon;{head}\nEva;+34 91 1234567;17", most=9)

    assert table.rows[0].fields[PHONE] == "+34 91 1234567"
    assert (table.ignored, table.rows[0].others) == ((head,), ((head, "17"),))


def test_a_number_of_whatever_is_the_telephone_where_no_other_is() -> None:
    (row,) = rows("Name;Nummer;E-Mail\nEva;+34 91 1234567;eva@example.com")

    assert row[PHONE] == "+34 91 1234567"


def test_a_row_has_the_number_that_a_spreadsheet_shows() -> None:
    table = read_table('Name;Phone\n"Eva\nNúñez";+34 91 1234567\n;\nBo;+34 91 1234568', most=9)

    assert [row.number for row in table.rows] == [2, 4]


def test_columns_that_mean_nothing_are_named_if_they_hold_something() -> None:
    table = read_table("Name;Phone;Region;Empty\nEva;+34 91 1234567;North;\n", most=9)

    assert table.ignored == ("Region",)


def test_short_and_long_rows_are_read() -> None:
    table = read_table("Name;Phone;Email\nEva\nBo;+34 91 1234567;bo@example.com;more\n", most=9)

    assert [len(row.fields) for row in table.rows] == [1, 3]
    assert table.ignored == ("?",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", TableProblem.EMPTY, id="nothing"),
        pytest.param(" \n;;\n", TableProblem.EMPTY, id="empty rows"),
        pytest.param("Name;Phone", TableProblem.EMPTY, id="only a header"),
        pytest.param("Name;Email\nEva;eva@example.com", TableProblem.NO_NUMBERS, id="no number"),
        pytest.param("Eva;eva@example.com", TableProblem.NO_NUMBERS, id="no number, no header"),
        pytest.param(
            "Eva;+34 91 1234567;30.11.2026", TableProblem.UNKNOWN_COLUMN, id="perhaps a time"
        ),
        pytest.param("Eva;+34 91 1234567;12", TableProblem.UNKNOWN_COLUMN, id="perhaps an id"),
        pytest.param("Phone\n" + "+34 91 1234567\n" * 10, TableProblem.TOO_MANY, id="too many"),
        pytest.param("Phone\n" + "9" * 200_000, TableProblem.BROKEN, id="a cell without end"),
    ],
)
def test_what_cannot_be_told_is_a_problem_and_no_guess(text: str, problem: TableProblem) -> None:
    assert read_table(text, most=9).problem is problem


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    read_table(text, most=50)


def test_a_text_that_has_lost_a_letter_is_none_to_read() -> None:
    table = read_table("Name;Phone\nJ\ufffdrgen;+49 30 23125001", most=9)

    assert table.problem is TableProblem.ENCODING


CELL = st.text(
    alphabet=st.characters(
        exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"
    ),
    min_size=1,
    max_size=20,
).map(lambda text: " ".join(text.split()))


@given(
    names=st.lists(CELL.filter(bool), min_size=1, max_size=5),
    delimiter=st.sampled_from(",;\t|"),
)
def test_what_a_program_writes_is_read_back(names: list[str], delimiter: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerow(["Name", "Phone", "Email"])
    writer.writerows([name, "+34 91 1234567", "eva@example.com"] for name in names)

    table = read_table(written.getvalue(), most=50)

    assert [row.fields.get(NAME) for row in table.rows] == names


@pytest.mark.parametrize(
    ("head", "cells", "name"),
    [
        pytest.param("Name;Vorname", "Mueller;Alex", "Alex Mueller", id="family name first"),
        pytest.param("Client;First name;Last name", "ACME;Alex;Mueller", "Alex Mueller", id="all"),
        pytest.param("Name;First name", "Alex Mueller;Alex", "Alex Mueller", id="once"),
        pytest.param("Name;Last name", "Alex;Mueller", "Alex Mueller", id="given name first"),
        pytest.param("Name;Vorname", "Steinmann;Ann", "Ann Steinmann", id="within another name"),
        pytest.param("Nom;Prénom", "Martinez;Martin", "Martin Martinez", id="so in French"),
        pytest.param("Name;Vorname", "Jean-Luc Petit;Jean-Luc", "Jean-Luc Petit", id="hyphen"),
        pytest.param("Nombre;Apellidos", "Ana;García López", "Ana García López", id="Spanish"),
    ],
)
def test_no_part_of_a_name_is_left_out(head: str, cells: str, name: str) -> None:
    (row,) = rows(f"{head};Phone\n{cells};+34 91 1234567")

    assert row[NAME] == name


@pytest.mark.parametrize(
    ("head", "cells", "name"),
    [
        ("Kunde;Ansprechpartner;E-Mail", "Horn Bau;Nora Stein;nora@horn.de", "Nora Stein"),
        ("Name;Kontakt;E-Mail", "Horn Bau;Nora Stein;n.stein@horn.de", "Nora Stein"),
        ("Lead;Name;Email", "Website;Nora Stein;nora.stein@gmail.com", "Nora Stein"),
        ("Customer;Name;Email", "K-1001;Nora Stein;office@horn.de", "Nora Stein"),
        ("Client;Nom;E-mail", "Horn SARL;Nora Stein;info@horn.fr", "Nora Stein"),
        ("Candidate;Name;Email", "Senior Engineer;Nora Stein;nora@a.io", "Nora Stein"),
        ("Name;Contact Name;Email", "Nora Stein;nora stein;x@a.io", "Nora Stein"),
        ("Kunde;Ansprechpartner;E-Mail", "Horn Bau;Nora Stein;info@a.de", "Horn Bau\nNora Stein"),
        ("Cliente;Contacto;Correo", "Ana Gil;Eva Sanz;eva.gil@a.es", "Ana Gil\nEva Sanz"),
    ],
)
def test_of_two_names_it_is_the_one_of_the_address_or_asked_about(
    head: str, cells: str, name: str
) -> None:
    (row,) = rows(f"{head};Phone\n{cells};+34 91 1234567")

    assert row[NAME] == name
    doubt = read_name(row[NAME]).doubt
    assert (doubt and doubt.reason) == (Reason.SEVERAL if "\n" in name else None)


def test_a_name_that_is_not_taken_is_left_out_and_not_lost() -> None:
    table = read_table(
        "Name;Preferred contact;Phone;Email\n"
        "Nora Stein;email only;+34 91 1234567;nora.stein@example.com",
        most=9,
    )

    assert table.rows[0].fields[NAME] == "Nora Stein"
    assert table.rows[0].others == (("Preferred contact", "email only"),)


@pytest.mark.parametrize(
    "row",
    [
        "Nora;Stein;+49 30 23125001;nora@stein.de",
        "Stein;Nora;+49 30 23125001;nora@stein.de",
        "Blue Kelp;Nora Stein;+49 30 23125001;nora@stein.de",
        "Nora Stein;Berlin;+49 30 23125001;nora@stein.de",
        "renewal of the contract;Nora Stein;+49 30 23125001;nora@stein.de",
        "renewal call;+49 30 23125001;nora@stein.de",
    ],
)
def test_without_a_header_no_one_is_named_by_a_guess(row: str) -> None:
    table = read_table(f"{row}\n{row}", most=9)

    assert table.problem is TableProblem.UNKNOWN_COLUMN


def test_a_row_with_an_extension_is_no_header() -> None:
    table = read_table("Nora Stein;+49 30 231250 ext. 5;Info\nBo;+49 30 23125002;x", most=9)

    assert table.problem is TableProblem.UNKNOWN_COLUMN


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Eva;+34 91 1234567;"VIP\nBo;+34 91 1234568;x', id="never closed"),
        pytest.param(
            'Name;Phone;Note\nEva;+34 91 1234567;"VIP\nBo;+34 91 1234568;bo@x.example;y"\n',
            id="closed in another row",
        ),
    ],
)
def test_a_quote_that_is_out_of_step_swallows_no_row(text: str) -> None:
    assert read_table(text, most=500).problem is TableProblem.BROKEN


def test_a_note_may_have_several_lines() -> None:
    (row,) = rows('Name;Phone;Note\nEva;+34 91 1234567;"call her back;\nshe likes tea"')

    assert row[ABOUT] == "call her back;\nshe likes tea"


def test_of_two_columns_of_digits_without_a_header_none_is_guessed() -> None:
    table = read_table("2025550143;Eva;;eva@x.example\n2025550144;Bo;+34 91 1;b@x.example", most=9)

    assert table.problem is TableProblem.UNKNOWN_COLUMN


def test_a_cell_of_signs_is_looked_at_in_no_time() -> None:
    """Whatever a cell holds, looking for addresses in it takes one pass: this one would hang."""
    assert EMAIL_PATTERN.fullmatch("@." * 50_000 + " x") is None
    table = read_table('Name;Phone;Note\nEva;+34 91 1234567;"x\n' + ";" * 100_000 + '"', most=9)

    assert table.problem is None


def test_a_day_that_lacks_beside_an_hour_is_told() -> None:
    head = "Name;Phone;Date;Time"
    table = read_table(f"{head}\nEva;+34 91 1234567;;15:00\nBo;+34 91 1234568;1.12.;9:00", most=9)

    assert [row.others for row in table.rows] == [(("Date", ""),), ()]
