"""The house's walls stand, and no heavy or private room is entered."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "bot").rglob("*.py"))
LEXICONS = ROOT / "bot" / "parsing" / "times" / "words"


def test_the_walls_stand() -> None:
    # in a process of its own: it sets up logging, and with it every logger of ours falls silent
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(  # noqa: S603 - nothing in it comes from outside
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_lives_there(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))


CODE = [path for path in SOURCES if LEXICONS not in path.parents]


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_outgrows_five_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300


def imported() -> Iterator[str]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""
                yield from (f"{node.module}.{name.name}" for name in node.names)


def test_the_hundred_megabytes_of_place_names_are_never_loaded() -> None:
    assert not {"phonenumbers.geocoder", "phonenumbers.carrier"} & set(imported())


def test_only_the_phones_finder_knows_phonenumbers() -> None:
    users = {
        path.name
        for path in SOURCES
        if "import phonenumbers" in path.read_text() or "from phonenumbers" in path.read_text()
    }

    assert {name for name in users if not name.startswith("phone")} == set()
