"""What docs/rules.md says of countries and codes is what the tables hold."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.calls.hours_by_country import HOURS_BY_COUNTRY, Span
from bot.calls.number_rules import CODES_OF_NO_COUNTRY

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def rows() -> dict[str, list[str]]:
    """The cells of the table of hours, by region."""
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in PAGE.splitlines()]
    return {region: row[1:] for row in cells if len(row) == 6 for region in row[0].split(", ")}


def said(spans: Sequence[Span]) -> str:
    return ", ".join(f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in spans) or "none"


@pytest.mark.parametrize("region", HOURS_BY_COUNTRY)
def test_the_page_tells_every_countrys_hours_and_their_source(region: str) -> None:
    hours = HOURS_BY_COUNTRY[region]
    holidays = "as any day" if hours.holidays_of is None else said(hours.holidays)

    assert rows()[region] == [
        said(hours.weekdays),
        said(hours.saturdays),
        said(hours.sundays),
        holidays,
        hours.source,
    ]


def test_the_page_names_no_country_that_the_table_does_not() -> None:
    assert {region for region in rows() if len(region) == 2} == set(HOURS_BY_COUNTRY)


@pytest.mark.parametrize("code", CODES_OF_NO_COUNTRY)
def test_the_page_names_every_code_of_no_country(code: str) -> None:
    assert f"+{code}" in PAGE
