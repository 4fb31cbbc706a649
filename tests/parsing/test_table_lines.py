"""Lines of a table that are no rows, other headers in it, and what spreadsheets wrap cells in."""

import pytest

from bot.calls.draft import FormField
from bot.parsing.tables import read_table

HEAD = "Name;Phone;Email"
NORA = "Nora Stein;+49 30 23125001;nora@stein.de"
BO = "Bo Ode;+49 30 23125002;bo@example.com"


def lines_of(text: str) -> dict[str, tuple[str, ...]]:
    """Give what lines say of each row that has an address."""
    return {
        row.fields[FormField.FULL_NAME]: tuple(
            cell for header, cell in row.others if header == "…"
        )
        for row in read_table(text, most=9).rows
        if FormField.EMAIL in row.fields
    }


@pytest.mark.parametrize("line", ["Do not call:", "--- morgen ---;;", "Nicht mehr bitte anrufen:"])
def test_a_heading_counts_for_the_rows_under_it(line: str) -> None:
    said = lines_of(f"{HEAD}\n{NORA}\n\n{line}\n{BO}")

    assert said == {"Nora Stein": (), "Bo Ode": (line.rstrip(";:"),)}


def test_the_nearest_heading_comes_first() -> None:
    said = lines_of(f"{HEAD}\nMontag;;\n{NORA}\nDienstag;;\n{BO}")

    assert said == {"Nora Stein": ("Montag",), "Bo Ode": ("Dienstag", "Montag")}


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{NORA}\n{BO}\nHinweis: alle erst ab 15 Uhr anrufen;;",
        f"{HEAD}\n{NORA}\nPlease call all of them after 3pm\n{BO}",
        f"{HEAD}\n{NORA}\n{BO}\nab Montag",
        f"{HEAD}\n{NORA}\n{BO}\nCall them after 3pm; thanks",
    ],
)
def test_a_sentence_and_what_has_no_rows_under_it_count_for_all(text: str) -> None:
    assert [len(said) for said in lines_of(text).values()] == [1, 1]


def test_a_row_that_lacks_its_number_is_no_line() -> None:
    said = lines_of(f"{HEAD};Note\nAl Poe;;;do not call\nCy Lee;+49 30 23125003;;\n{NORA};")

    assert said == {"Nora Stein": ()}


def test_rows_under_another_header_are_read_by_that() -> None:
    table = read_table(
        "Vorname;Nachname;Telefon;E-Mail\nNora;Stein;+49 30 23125001;nora@stein.de\n"
        "Nachname;Vorname;E-Mail;Telefon;Status\nOde;Bo;bo@example.com;+49 30 23125002;DNC",
        most=9,
    )

    assert [row.number for row in table.rows] == [2, 4]
    assert [row.fields[FormField.FULL_NAME] for row in table.rows] == ["Nora Stein", "Bo Ode"]
    assert table.rows[1].fields[FormField.PHONE_NUMBER] == "+49 30 23125002"
    assert table.rows[1].others == (("Status", "DNC"),)
    assert table.ignored == ("Status",)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("'+49 30 23125001", "+49 30 23125001"),
        ('="+49 30 23125001"', "+49 30 23125001"),
        ('"=""+49 30 23125001"""', "+49 30 23125001"),
        ("493023125001.0", "493023125001"),
        ("4.9E+11", "4.9E+11"),
    ],
)
def test_a_number_is_what_a_spreadsheet_has_wrapped(cell: str, number: str) -> None:
    (row,) = read_table(f"{HEAD}\nNora Stein;{cell};nora@stein.de", most=9).rows

    assert row.fields[FormField.PHONE_NUMBER] == number


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("-", ""),
        ("n/a", ""),
        ("#N/A", ""),
        ("0", ""),
        ("?", "?"),
        ("tbd", "tbd"),
        ("15:00", "15:00"),
    ],
)
def test_a_dash_is_no_time_and_a_question_mark_is_one_to_ask_about(cell: str, when: str) -> None:
    (row,) = read_table(f"{HEAD};When\n{NORA};{cell}", most=9).rows

    assert row.fields.get(FormField.WHEN_WORDS, "") == when
