"""Who has opened Home is remembered once, by workspace."""

from functools import partial

from bot.ledger import SqlLedger
from tests.ledger.conftest import Opening
from tests.ledger.samples import NOW
from tests.ledger.test_races import at_once


def test_remembers_who_has_opened_it(ledger: SqlLedger) -> None:
    assert not ledger.has_home(team_id="T1", user_id="U1")

    for _ in range(2):
        ledger.home_opened(team_id="T1", user_id="U1", at=NOW)

    assert ledger.has_home(team_id="T1", user_id="U1")
    assert not ledger.has_home(team_id="T2", user_id="U1")


def test_two_machines_may_see_it_opened_at_once(opening: Opening) -> None:
    opened = [partial(opening().home_opened, team_id="T1", user_id="U1", at=NOW) for _ in range(3)]

    at_once(*opened)

    assert opening().has_home(team_id="T1", user_id="U1")
