"""`python -m bot migrate` leaves a database that the bot starts on."""

from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.ledger import open_ledger
from bot.settings import read_settings

KEY = "0123456789abcdef" * 4
VARIABLES = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "secret",
    "ZEEG_API_TOKEN": "token",
    "ZEEG_AGENT_UUID": "7d3c1c1e-0000-4000-8000-000000000001",
    "DATA_KEY": KEY,
}


def test_a_new_database_is_filled_with_the_key_that_is_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'calls.db'}"
    settings = read_settings({**VARIABLES, "DATABASE_URL": url})

    COMMANDS["migrate"](settings)
    COMMANDS["migrate"](settings)

    assert "The database is up to date." in capsys.readouterr().out
    assert list(tmp_path.glob("*.key")) == []
    open_ledger(url, data_key=KEY.encode(), migrate=False).close()
