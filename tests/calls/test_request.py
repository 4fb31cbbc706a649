"""A request is valid by construction."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.sample import BERLIN_NUMBER, REQUEST


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("493023125001", id="no plus"),
        pytest.param("+49 30 23125001", id="spaces"),
        pytest.param("+0493023125001", id="a country code with a nought"),
        pytest.param("", id="nothing"),
    ],
)
def test_holds_no_number_but_e164(number: str) -> None:
    with pytest.raises(ValueError, match=r"E\.164"):
        replace(REQUEST, phone=replace(BERLIN_NUMBER, e164=number))


def test_holds_no_empty_name() -> None:
    with pytest.raises(ValueError, match="name"):
        replace(REQUEST, full_name="  ")


def test_holds_no_email_without_its_sign() -> None:
    with pytest.raises(ValueError, match="@"):
        replace(REQUEST, email="alex")


def test_holds_no_time_without_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        replace(REQUEST, scheduled_time=datetime(2026, 11, 24, 14, 0))  # noqa: DTZ001 - refused
