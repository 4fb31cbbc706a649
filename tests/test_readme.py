"""What the README and the docs say is so."""

import re
from pathlib import Path

import pytest

from bot.calls.failure import FailureKind
from bot.messages.failures import MAY_RING, SENTENCES

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text())

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_two_commands_do_all_the_set_up() -> None:
    commands = re.findall(r"^python3 -m venv .*$", (ROOT / "README.md").read_text(), re.MULTILINE)

    assert len(commands) == 2
    assert commands[0].endswith("-m bot try")
    assert commands[1].endswith("-m pytest")


def test_the_lock_file_pins_every_package_by_its_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements.txt").read_text()
    pinned = re.findall(r"^[a-z0-9][a-z0-9._\[\]-]*==", lock, re.MULTILINE)

    assert "://" not in lock
    assert len(pinned) >= 20
    assert lock.count("--hash=sha256:") >= len(pinned)


@pytest.mark.parametrize("kind", FailureKind)
def test_every_problem_has_its_row_in_the_docs(kind: FailureKind) -> None:
    happened, next_step = SENTENCES[kind]
    code = "500" if kind is FailureKind.SERVER_ERROR else "…"
    rows = (ROOT / "docs" / "problems.md").read_text().splitlines()

    (row,) = [row for row in rows if happened.format(agent="Sales", code=code) in row]
    assert next_step.format(agent="Sales", advice="…") in row
    assert ("unknown" in row) == (kind in MAY_RING)
