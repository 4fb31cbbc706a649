"""One stage for every conversation."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.stage import Stage, on_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db") as stage:
        yield stage
