"""`python -m bot migrate`: the tables of a database, filled with the same key as the bot's."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.ledger import open_ledger

KEY = "a-key-of-thirty-two-letters-or-more"


def test_makes_the_tables_for_the_key_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/calls.db"
    monkeypatch.setenv("DATABASE_URL", url)  # and no token, as in the release phase of a host
    monkeypatch.setenv("DATA_KEY", KEY)
    monkeypatch.chdir(tmp_path)

    assert main(["migrate"]) == 0
    assert main(["migrate"]) == 0

    open_ledger(url, data_key=KEY.encode(), migrate=False).close()


def test_a_key_that_is_too_short_is_told_before_a_database_is_filled_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_KEY", "short")
    monkeypatch.chdir(tmp_path)

    assert main(["migrate"]) == 2

    assert "DATA_KEY must have 16 signs or more" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
