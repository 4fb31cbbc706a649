"""What is asked for with every call is found by an index, however many calls there were."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.calls.bulk import JobState, ListRow, RowState, digest_of
from bot.calls.call import Card
from bot.calls.status import Status
from bot.ledger import SqlLedger
from bot.use_cases.place_call import LEASE
from tests.ledger.samples import (
    ADA,
    BEN,
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
from tests.ledger.test_bulk import READY, ROWS, asked
from tests.ledger.test_events import ended, pending, the_only

TABLES = (
    "calls",
    "drafts",
    "outbox",
    "events",
    "profiles",
    "preferences",
    "blocked_numbers",
    "bulk_jobs",
    "bulk_rows",
)
OF_FEW = ("ix_calls_open", "ix_calls_awaited")
"""Indexes of calls that are not over: there are never many."""


def place(ledger: SqlLedger) -> None:
    """All that a command in Slack does."""
    ledger.remember_profile(a_profile())
    ledger.profile(team_id="T1", user_id="U1")
    ledger.preferences("U1", "C1", team_id="T1")
    ledger.history(phone_number=ADA, since=NOW - timedelta(days=1), region="DE")
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


def hear(ledger: SqlLedger) -> None:
    """What Zeeg tells of calls, and what is told of those of which it tells nothing."""
    pending(ledger)
    ledger.tell_overdue(now=NOW + timedelta(days=1), after=timedelta(hours=2), say=[EDIT])
    ledger.record_ended(ended(), judge=the_only)


def press(ledger: SqlLedger) -> None:
    """What forms and cards ask for beside that."""
    ledger.record_draft(a_draft(), offer_after=60)
    ledger.offer_form_now("d1")
    ledger.draft_shown("d1")
    ledger.call_of_draft("d1")
    ledger.draft_with_key("T1:trigger:d1")
    ledger.call_of_card(channel_id="C1", ts="1.1", thread_ts="1.0")


def hear_otherwise(ledger: SqlLedger) -> None:
    """What Zeeg tells of calls of which a person had told something else, and of others' calls."""
    call = pending(ledger)
    ledger.tell_overdue(now=NOW + timedelta(days=1), after=timedelta(hours=2), say=[EDIT])
    ledger.move(call.call_id, to=Status.FAILED, out_of=frozenset({Status.PENDING}))
    again = a_call("again", retry_of=call.call_id)
    recorded(ledger, again)
    ledger.record_ended(ended(), judge=the_only)
    ledger.may_be_ours(ended(agent_uuid="another", phone_number=BEN))


def go_through(ledger: SqlLedger) -> None:
    """All that is done with a list of calls."""
    job = asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=False, by="U1", at=NOW)
    mine = ledger.claim_job(lease=60)
    assert mine is not None
    ledger.job("t-1")
    row = ListRow(job_id=job.job_id, number=READY.number, asked_in="C1")
    call = ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD], row=row)
    ledger.settle_row(job.job_id, READY.number, to=RowState.CALLED, call_id=call.call.call_id)
    ledger.rows(job.job_id)
    ledger.show_job(mine)
    ledger.release_job(mine, seconds=1)
    ledger.move_job(
        job.job_id, to=JobState.STOPPING, out_of=frozenset({JobState.RUNNING}), by="U1"
    )
    ledger.stop_rows(job.job_id)
    ledger.end_job(job.job_id)


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


@pytest.mark.parametrize(
    "life", [place, send, give_back, look_around, press, hear, hear_otherwise, go_through]
)
def test_no_table_is_read_through(
    sqlite_ledger: SqlLedger, life: Callable[[SqlLedger], None]
) -> None:
    with plans(sqlite_ledger) as seen:
        life(sqlite_ledger)

    assert seen
    through = re.compile(rf"SCAN ({'|'.join(TABLES)})\b(?! USING INDEX ({'|'.join(OF_FEW)}):)")
    assert [step for step in seen if through.match(step)] == []
