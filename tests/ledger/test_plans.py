"""What is asked for with every call is found by an index, however many calls there were."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.calls.call import Card
from bot.calls.status import Status
from bot.ledger import SqlLedger
from bot.use_cases.place_call import LEASE
from tests.ledger.samples import (
    ADA,
    CARD,
    EDIT,
    NOW,
    PENDING,
    a_call,
    a_draft,
    a_profile,
    claimed,
    next_message,
    recorded,
)

TABLES = ("calls", "drafts", "outbox", "events", "profiles", "preferences", "blocked_numbers")


def place(ledger: SqlLedger) -> None:
    """All that a command in Slack does."""
    ledger.remember_profile(a_profile())
    ledger.profile(team_id="T1", user_id="U1")
    ledger.preferences("U1", "C1", team_id="T1")
    ledger.history(phone_number=ADA, since=NOW - timedelta(days=1))
    ledger.record_call(a_call(), draft_id="d1", may_repeat=False, say=[CARD], fresh=a_draft())


def send(ledger: SqlLedger) -> None:
    """All that the worker does with it."""
    recorded(ledger)
    ledger.look(now=NOW)
    ledger.card_said(next_message(ledger), card=Card(channel_id="C1", ts="1.1"), send_at=NOW)
    (claim,) = ledger.claim_calls(now=NOW, limit=5, lease=LEASE)
    ledger.standing(claim, lease=LEASE)
    ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING, EDIT])
    ledger.said(next_message(ledger), ts="1.2")


def give_back(ledger: SqlLedger) -> None:
    """What it does where Slack or Zeeg take nothing at the moment."""
    claim = claimed(ledger)
    ledger.put_back(claim, failure=None, seconds=1, say=[PENDING])
    ledger.put_off(next_message(ledger), seconds=1, tried=True)


def look_around(ledger: SqlLedger) -> None:
    """What people look at, and what the worker does once a minute."""
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[PENDING, EDIT])
    ledger.listed(team_id="T1", requester_id="U1", most=10)
    ledger.asked_for(team_id="T1", requester_id="U1", most=200)
    ledger.calls_since(NOW, team_id="T1", requester_id="U1")
    ledger.erase_kept(before=NOW + timedelta(days=1))


@contextmanager
def plans(ledger: SqlLedger) -> Iterator[list[str]]:
    """Collect how SQLite finds the rows of each statement that runs meanwhile."""
    seen: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, values: Any, *rest: Any) -> None:
        del connection, rest
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            seen.extend(f"{step[3]}: {statement}" for step in steps)

    engine = ledger._door.engine
    event.listen(engine, "before_cursor_execute", explain)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("life", [place, send, give_back, look_around])
def test_no_table_is_read_through(
    sqlite_ledger: SqlLedger, life: Callable[[SqlLedger], None]
) -> None:
    with plans(sqlite_ledger) as seen:
        life(sqlite_ledger)

    assert seen
    through = re.compile(rf"SCAN ({'|'.join(TABLES)}):")
    assert [step for step in seen if through.match(step)] == []
