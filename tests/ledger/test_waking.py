"""How long the worker may sleep: never past what is due, never for nothing."""

from typing import Any

import pytest
from sqlalchemy import event

from bot.calls.status import NOT_SENT, Status
from bot.ledger import SqlLedger
from bot.use_cases.place_call import AHEAD
from tests.ledger.samples import (
    BUSY_ZEEG,
    EDIT,
    MINUTE,
    NOW,
    PENDING,
    STOPPED,
    a_call,
    a_draft,
    announced,
    claimed,
    let_pass,
    next_message,
    recorded,
)


def test_nothing_waits_in_an_empty_ledger(ledger: SqlLedger) -> None:
    assert ledger.look(now=NOW).seconds is None


def test_a_message_is_due_at_once(ledger: SqlLedger) -> None:
    recorded(ledger)

    assert ledger.look(now=NOW).seconds == 0


def test_an_offer_is_due_when_its_form_should_have_been_seen(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=40)

    assert ledger.look(now=NOW).seconds == pytest.approx(40, abs=5)


def test_a_message_being_said_is_due_when_its_lease_runs_out(ledger: SqlLedger) -> None:
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[PENDING, EDIT])
    next_message(ledger, lease=60)

    assert ledger.look(now=NOW).seconds == pytest.approx(60, abs=5)


def test_what_stands_behind_a_message_put_off_waits_with_it(ledger: SqlLedger) -> None:
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[PENDING, EDIT])
    ledger.put_off(next_message(ledger), seconds=40, tried=True)

    assert ledger.look(now=NOW).seconds == pytest.approx(40, abs=5)


def test_a_call_is_due_by_the_clock_of_people(ledger: SqlLedger) -> None:
    announced(ledger, send_at=NOW + 2 * MINUTE)

    assert ledger.look(now=NOW).seconds == 120
    assert ledger.look(now=NOW + 2 * MINUTE).seconds == 0
    assert ledger.look(now=NOW + 9 * MINUTE).seconds == 0


def test_a_call_without_a_card_is_due_to_expire(ledger: SqlLedger) -> None:
    recorded(ledger, a_call(not_after=NOW + 2 * MINUTE))
    ledger.put_off(next_message(ledger), seconds=9999, tried=True)

    assert ledger.look(now=NOW).seconds == 120
    assert ledger.look(now=NOW + 2 * MINUTE).seconds == 0
    ledger.expire_calls(now=NOW + 2 * MINUTE, ahead=AHEAD, say=[], failure=STOPPED)
    assert ledger.look(now=NOW).seconds == pytest.approx(9999, abs=5)


def test_a_call_given_back_is_due_after_its_wait(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.put_back(claim, failure=BUSY_ZEEG, seconds=40)

    assert ledger.look(now=NOW).seconds == pytest.approx(40, abs=5)
    let_pass(ledger, 50)
    assert ledger.look(now=NOW).seconds == 0


def test_a_call_being_sent_is_due_when_its_lease_runs_out(ledger: SqlLedger) -> None:
    claimed(ledger, lease=30)

    assert ledger.look(now=NOW).seconds == pytest.approx(30, abs=5)
    let_pass(ledger, 40)
    assert ledger.look(now=NOW).seconds == 0


def test_the_first_of_all_counts(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=500)
    announced(ledger, send_at=NOW + MINUTE)
    recorded(ledger, a_call("click 2", phone="+4915100000000", not_after=NOW + 5 * MINUTE))
    ledger.put_off(next_message(ledger), seconds=200, tried=True)

    assert ledger.look(now=NOW).seconds == 60


def test_looking_for_work_reads_no_whole_table(sqlite_ledger: SqlLedger) -> None:
    """However many calls have ended, an idle worker is as quick as on its first day."""
    announced(sqlite_ledger)
    asked: list[tuple[str, Any]] = []
    engine = sqlite_ledger._door.engine

    @event.listens_for(engine, "before_cursor_execute")
    def note(*told: Any) -> None:
        asked.append((told[2], told[3]))

    sqlite_ledger.claim_calls(now=NOW - MINUTE, limit=1, lease=30)
    sqlite_ledger.reap_calls(say=[], failure=STOPPED)
    sqlite_ledger.expire_calls(now=NOW, ahead=AHEAD, say=[], failure=STOPPED)
    sqlite_ledger.claim_messages(limit=1, lease=30)
    sqlite_ledger.look(now=NOW)

    questions = [(query, values) for query, values in asked if query.startswith("SELECT")]
    assert len(questions) == 7
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        for query, values in questions:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
            steps = [row.detail for row in plan]
            assert not [step for step in steps if step in {"SCAN calls", "SCAN outbox"}]


def test_nothing_waits_once_all_is_over(ledger: SqlLedger) -> None:
    call = announced(ledger)
    ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT)

    assert ledger.look(now=NOW).seconds is None
