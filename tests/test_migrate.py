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
    for name, value in {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "s" * 32,
        "ZEEG_API_TOKEN": "t" * 20,
        "ZEEG_AGENT_UUID": "0190b8f6-5d3f-7a3b-9d2e-4c8f1a2b3c4d",
        "DATABASE_URL": url,
        "DATA_KEY": KEY,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    assert main(["migrate"]) == 0
    assert main(["migrate"]) == 0

    open_ledger(url, data_key=KEY.encode(), migrate=False).close()
