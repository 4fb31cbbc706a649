"""The database fails between a claim and its POST: nothing was sent, and nobody is told else."""

import pytest

from bot.errors import LedgerError
from bot.ledger import SqlLedger
from bot.ports import Claim
from bot.use_cases import place_call
from tests.conversations.stage import ALEX, Stage


async def test_a_call_that_was_not_sent_is_sent_once_the_database_is_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        monkeypatch.undo()
        raise LedgerError("the database is away")

    monkeypatch.setattr(SqlLedger, "standing", away)

    await stage.type(ALEX)

    await stage.told("is pending")
    assert len(stage.posts) == 1


async def test_told_as_unknown_meanwhile_it_is_called_not_sent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away_for_long(self: SqlLedger, claim: Claim, *, lease: float) -> None:
        del claim, lease
        place_call.reap(self)
        raise LedgerError("the database was away for longer than a lease")

    monkeypatch.setattr(SqlLedger, "standing", away_for_long)
    monkeypatch.setattr(place_call, "LEASE", 0.0)

    await stage.type(ALEX)

    told = await stage.told("could not be sent in time")
    assert "Nobody was called." in told
    await stage.card_says("Not placed: nobody was called")
    assert stage.posts == []
