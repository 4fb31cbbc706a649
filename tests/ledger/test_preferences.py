"""What people and channels prefer: kept by workspace and place, replaced as a whole."""

from typing import Any, cast

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.calls.preferences import NONE, Preferences, Results, locale_in
from bot.errors import LedgerError
from bot.ledger import SqlLedger
from bot.use_cases.preferring import wished_by
from tests.ledger.samples import a_profile

MINE = Preferences(region="DE", language="de", agent_uuid="a", results=Results.CHANNEL)


def test_gives_what_was_kept_and_nothing_for_others(ledger: SqlLedger) -> None:
    ledger.prefer({"U1": MINE}, team_id="T1", by="U1")

    assert ledger.preferences("U1", "C1", team_id="T1") == {"U1": MINE}
    assert ledger.preferences("U1", team_id="T2") == {}


def test_replaces_all_of_it(ledger: SqlLedger) -> None:
    ledger.prefer({"U1": MINE}, team_id="T1", by="U1")
    ledger.prefer({"U1": Preferences(region="AT")}, team_id="T1", by="U1")

    assert ledger.preferences("U1", team_id="T1") == {"U1": Preferences(region="AT")}


def test_keeps_all_that_one_form_says_or_nothing_of_it(ledger: SqlLedger) -> None:
    broken: Any = Preferences(region="AT", language=cast("str", object()))

    with pytest.raises((LedgerError, SQLAlchemyError)):
        ledger.prefer({"C1": MINE, "U1": broken}, team_id="T1", by="U1")

    assert ledger.preferences("C1", "U1", team_id="T1") == {}


def test_the_person_comes_before_the_channel(ledger: SqlLedger) -> None:
    ledger.prefer({"U1": Preferences(region="AT")}, team_id="T1", by="U1")
    ledger.prefer({"C1": MINE}, team_id="T1", by="U9")

    def wishes(user_id: str, channel_id: str) -> Preferences:
        return wished_by(ledger, team_id="T1", user_id=user_id, channel_id=channel_id)

    assert wishes("U1", "C1") == Preferences(
        region="AT", language="de", agent_uuid="a", results=Results.CHANNEL
    )
    assert wishes("U2", "C1") == MINE
    assert wishes("U2", "C2") == NONE


def test_a_person_is_read_with_the_language_that_they_prefer(ledger: SqlLedger) -> None:
    ledger.remember_profile(a_profile())
    ledger.prefer({"U1": Preferences(language="fr")}, team_id="T1", by="U1")

    profile = ledger.profile(team_id="T1", user_id="U1")

    assert profile is not None
    assert profile.locale == "fr"


@pytest.mark.parametrize(
    ("language", "slacks", "locale"),
    [
        pytest.param(None, "de-AT", "de-AT", id="as in Slack"),
        pytest.param(None, None, None, id="nobody knows"),
        pytest.param("de", "de-AT", "de-AT", id="the same, and Slack knows the country"),
        pytest.param("de", "en-US", "de", id="another"),
        pytest.param("de", None, "de", id="Slack did not say"),
    ],
)
def test_a_preferred_language_wins_over_slacks(
    language: str | None, slacks: str | None, locale: str | None
) -> None:
    assert locale_in(language, slacks) == locale
