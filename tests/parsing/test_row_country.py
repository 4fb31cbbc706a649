"""Columns that say in which country a row's number is."""

import pytest

from bot.parsing.row_country import country_against


def against(header: str, cell: str, *, typed: str = "030 23125001") -> str:
    return country_against(
        [("City", "Bonn"), (header, cell)], typed=typed, e164="+493023125001", region="DE"
    )


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Country", "Austria"), ("Country", "NL"), ("Country/Region", "Schweiz"),
        ("Land", "Österreich"), ("Pays", "Autriche"), ("País", "España"), ("Country", "USA"),
        ("Ländervorwahl", "+44"), ("Country code", "44"), ("Indicatif", "0033"),
        ("Country", "Atlantis"),
    ],
)  # fmt: skip
def test_another_country_than_that_of_the_number_is_told(header: str, cell: str) -> None:
    assert against(header, cell) == f"{header}: {cell}"
    assert against(header, cell, typed="+49 30 23125001") == ""


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Country", "Germany"), ("Country", "DE"), ("Land", "Deutschland"), ("Country", "deu"),
        ("Pays", "Allemagne"), ("País", "Alemania"), ("Land", "D"), ("Country code", "49"),
        ("Ländervorwahl", "+49"), ("Vorwahl", "030"), ("Country", ""), ("Postal code", "101"),
        ("Bundesland", "Bayern"),
    ],
)  # fmt: skip
def test_its_own_country_or_another_code_says_nothing(header: str, cell: str) -> None:
    assert against(header, cell) == ""
