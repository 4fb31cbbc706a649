"""Whatever is done to a ledger, in whatever order, and wherever it crashes."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.ledger.conftest import emptied
from tests.ledger.everything_beside_model import EverythingBesideModel


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Give a database with empty tables each time."""
    if request.param == "postgresql":
        filled: str = request.getfixturevalue("postgres_filled")
        return lambda: emptied(filled)
    template = request.getfixturevalue("sqlite_filled")
    numbers = count()

    def copied() -> str:
        file = tmp_path / f"{next(numbers)}.db"
        shutil.copyfile(template, file)
        return f"sqlite:///{file}"

    return copied


def test_keeps_what_its_model_keeps(fresh_url: Callable[[], str]) -> None:
    class Beside(EverythingBesideModel):
        pass

    Beside.fresh_url = staticmethod(fresh_url)
    run_state_machine_as_test(
        Beside, settings=settings(max_examples=20, stateful_step_count=40, deadline=None)
    )
