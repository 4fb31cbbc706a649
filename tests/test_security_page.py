"""The page on security names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "tests/" in line]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_every_row_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]

    assert len(ROWS) == len(rows) - 1  # the head


@pytest.mark.parametrize(
    ("path", "name"),
    [pytest.param(*each, id=each[1]) for each in sorted(set(NAMED.findall(PAGE)))],
)
def test_the_named_test_exists(path: str, name: str) -> None:
    code = (ROOT / path).read_text(encoding="utf-8")

    assert re.search(rf"^(?:async )?def {name}\(", code, re.MULTILINE)
