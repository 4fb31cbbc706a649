"""A database of either kind for each test of what happens when things break."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.databases import NO_SERVER, fresh, server


@pytest.fixture(scope="session")
def postgres_or_none() -> Iterator[str | None]:
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_or_none: str | None
) -> Iterator[str]:
    if request.param == "postgresql" and postgres_or_none is None:
        pytest.skip(NO_SERVER)
    with fresh(request.param, tmp_path, postgres_or_none) as url:
        yield url
