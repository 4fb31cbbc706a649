"""Lists of calls in the ledger: one yes, one call for each row, and nothing left in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update

from bot.calls.bulk import (
    LONGEST_STILL,
    STOOD_STILL,
    BulkRow,
    Job,
    JobState,
    ListRow,
    RowState,
    digest_of,
)
from bot.calls.call import Call
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.errors import RowSettledError
from bot.ledger import SqlLedger
from bot.ledger.schema import bulk_jobs, calls
from tests.ledger.samples import CARD, a_call, now_of, waiting
from tests.sample import NOW

JOB = Job(
    job_id=0,
    token="t-1",
    team_id="T1",
    channel_id="C_SALES",
    user_id="U_JANE",
    state=JobState.OPEN,
    response_url=None,
    created_at=NOW,
)
ALEX = {FormField.FULL_NAME: "Alex", FormField.PHONE_NUMBER: "+493023125001"}
READY = BulkRow(number=2, state=RowState.READY, fields=ALEX)
UNUSUAL = BulkRow(
    number=3, state=RowState.UNUSUAL, fields=ALEX, warnings=("zone_unknown",), asked="d"
)
WRONG = BulkRow(
    number=4,
    state=RowState.WRONG,
    fields={FormField.PHONE_NUMBER: "x"},
    doubts=(Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read="x"),),
)
ROWS = (READY, UNUSUAL, WRONG)


def begun(ledger: SqlLedger) -> Job:
    job = ledger.begin_job(JOB, key="T1:bulk:1")
    assert job is not None
    return job


def submitted(ledger: SqlLedger, text: str = "a;b") -> Job:
    begun(ledger)
    ledger.submit_job("t-1", settings={}, text=text, file_id="", view_id="V1", at=NOW)
    job = ledger.job("t-1")
    assert job is not None
    return job


def asked(ledger: SqlLedger) -> Job:
    job = submitted(ledger)
    assert ledger.keep_rows(job, ROWS, ignored=["x"], asked=digest_of(ROWS), problem="")
    ledger.preview_shown(job.job_id)
    return job


def confirmed(ledger: SqlLedger, job: Job) -> Job:
    ledger.confirm_job(job.token, asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    return job


def test_a_click_begins_one_job(ledger: SqlLedger) -> None:
    assert begun(ledger).state is JobState.OPEN
    assert ledger.begin_job(replace(JOB, token="t-2"), key="T1:bulk:1") is None


def test_a_list_is_taken_once(ledger: SqlLedger) -> None:
    begun(ledger)
    submit = partial(
        ledger.submit_job,
        "t-1",
        settings={FormField.AGENT: "a"},
        text="a;b",
        file_id="",
        view_id="V1",
        at=NOW,
    )

    assert submit()
    assert not submit()
    claimed = ledger.claim_job(lease=60)
    assert claimed is not None
    assert (claimed.text, claimed.settings) == ("a;b", {FormField.AGENT: "a"})
    assert ledger.claim_job(lease=60) is None


def test_rows_are_kept_as_they_are_and_the_table_is_let_go_of(ledger: SqlLedger) -> None:
    job = asked(ledger)

    assert tuple(ledger.rows(job.job_id)) == ROWS
    kept = ledger.job("t-1")
    assert kept is not None
    assert (kept.state, kept.text, kept.ignored) == (JobState.ASKED, "", ("x",))


def test_a_yes_counts_for_what_was_shown_and_once(ledger: SqlLedger) -> None:
    asked(ledger)

    assert ledger.confirm_job("t-1", asked="else", with_unusual=True, by="U", at=NOW) is None
    started = ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    assert started is not None
    assert started.state is JobState.RUNNING
    assert (
        ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW) is None
    )


def test_unusual_rows_are_let_go_of_without_a_yes(ledger: SqlLedger) -> None:
    job = asked(ledger)

    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=False, by="U", at=NOW)

    states = [row.state for row in ledger.rows(job.job_id)]
    assert states == [RowState.READY, RowState.LEFT_OUT, RowState.WRONG]
    assert not ledger.rows(job.job_id)[1].fields


def test_what_stood_in_a_wrong_row_is_let_go_of_with_the_yes(ledger: SqlLedger) -> None:
    ready, unusual, wrong = ledger.rows(confirmed(ledger, asked(ledger)).job_id)

    assert (ready.fields, unusual.fields, wrong.fields) == (ALEX, ALEX, {})
    assert [doubt.read for doubt in wrong.doubts] == ["…"]


def test_what_became_of_a_row_is_written_once_and_its_words_are_erased(ledger: SqlLedger) -> None:
    job = asked(ledger)

    blocked = Doubt(field=Field.PHONE_NUMBER, reason=Reason.NUMBER_BLOCKED, read="+49 30 1")

    ledger.settle_row(job.job_id, 2, to=RowState.DROPPED, why="open_call:1", doubts=[blocked])
    ledger.settle_row(job.job_id, 2, to=RowState.CALLED)

    row = ledger.rows(job.job_id)[0]
    assert (row.state, row.why, row.fields) == (RowState.DROPPED, "open_call:1", {})
    assert row.doubts == (replace(blocked, read="…"),)


def test_a_job_moves_only_from_where_it_stands(ledger: SqlLedger) -> None:
    job = asked(ledger)
    running = frozenset({JobState.RUNNING})

    assert ledger.move_job(job.job_id, to=JobState.PAUSED, out_of=running, by="U") is None
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    paused = ledger.move_job(job.job_id, to=JobState.PAUSED, out_of=running, by="U_BOS")
    assert paused is not None
    assert paused.changed_by == "U_BOS"


def test_a_job_that_moved_meanwhile_is_due_at_once(ledger: SqlLedger) -> None:
    job = asked(ledger)
    started = ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    assert started is not None
    claimed = ledger.claim_job(lease=60)
    assert claimed is not None
    ledger.move_job(job.job_id, to=JobState.PAUSED, out_of=frozenset({JobState.RUNNING}), by="U")

    ledger.release_job(claimed, seconds=600)

    again = ledger.claim_job(lease=60)
    assert again is not None
    assert again.state is JobState.PAUSED


def test_a_job_that_another_claimed_meanwhile_stays_theirs(ledger: SqlLedger) -> None:
    asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    slow, theirs = ledger.claim_job(lease=-1), ledger.claim_job(lease=60)
    assert slow is not None
    assert theirs is not None

    ledger.release_job(slow, seconds=0)

    assert ledger.claim_job(lease=60) is None
    ledger.release_job(theirs, seconds=0)
    again = ledger.claim_job(lease=60)
    assert again is not None
    assert again.job_id == slow.job_id


@pytest.mark.parametrize(
    ("seconds", "state", "by"),
    [
        pytest.param(LONGEST_STILL - 60, JobState.RUNNING, "U", id="not long"),
        pytest.param(LONGEST_STILL + 60, JobState.PAUSED, STOOD_STILL, id="over an hour"),
    ],
)
def test_a_list_that_stood_still_is_paused(
    ledger: SqlLedger, seconds: float, state: JobState, by: str
) -> None:
    confirmed(ledger, asked(ledger))
    with ledger._door.writing("time") as connection:
        connection.execute(update(bulk_jobs).values(due=bulk_jobs.c.due - seconds))

    claimed = ledger.claim_job(lease=60)

    assert claimed is not None
    assert (claimed.state, claimed.changed_by) == (state, by)


def test_a_job_that_cannot_be_read_keeps_no_other_from_its_turn(ledger: SqlLedger) -> None:
    begun(ledger)
    ledger.submit_job("t-1", settings={}, text="", file_id="", view_id="V1", at=NOW)
    with ledger._door.writing("tomorrow") as connection:
        connection.execute(update(bulk_jobs).values(settings={"of_tomorrow": "x"}))
    ledger.begin_job(replace(JOB, token="t-2"), key="T1:bulk:2")
    ledger.submit_job("t-2", settings={}, text="", file_id="", view_id="V2", at=NOW)

    with pytest.raises(ValueError, match="of_tomorrow"):
        ledger.claim_job(lease=60)

    theirs = ledger.claim_job(lease=60)
    assert theirs is not None
    assert theirs.token == "t-2"


def test_an_end_leaves_nothing_of_anybody(ledger: SqlLedger) -> None:
    job = asked(ledger)

    ledger.end_job(job.job_id)

    rows = ledger.rows(job.job_id)
    assert not any(row.fields for row in rows)
    assert [doubt for row in rows for doubt in row.doubts] == [
        Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read="…")
    ]
    assert ledger.claim_job(lease=60) is None


def test_a_job_that_nobody_ended_is_erased_with_the_rest(ledger: SqlLedger) -> None:
    job = asked(ledger)

    assert ledger.erase_kept(before=NOW) == 0
    assert ledger.erase_kept(before=NOW + timedelta(seconds=1)) == 1

    ended = ledger.job("t-1")
    assert ended is not None
    assert ended.state is JobState.ENDED
    assert all(not row.fields for row in ledger.rows(job.job_id))


@pytest.mark.parametrize("state", [JobState.PAUSED, JobState.RUNNING])
def test_a_list_under_way_calls_no_row_that_late_and_comes_to_its_end_by_itself(
    ledger: SqlLedger, state: JobState
) -> None:
    job = confirmed(ledger, asked(ledger))
    if state is not JobState.RUNNING:
        ledger.move_job(job.job_id, to=state, out_of=frozenset({JobState.RUNNING}), by="U")

    ledger.erase_kept(before=NOW + timedelta(seconds=1))

    left = ledger.job("t-1")
    assert left is not None
    assert left.state is JobState.RUNNING
    assert ledger.rows(job.job_id)[0].state is RowState.STOPPED
    assert ledger.erase_kept(before=NOW + timedelta(seconds=1)) == 0


def test_a_number_that_is_forgotten_is_in_no_row(ledger: SqlLedger) -> None:
    job = asked(ledger)

    ledger.forget("+493023125001", by="U_BOS", digits="23125001", say=())

    rows = ledger.rows(job.job_id)
    assert [row.state for row in rows] == [RowState.STOPPED, RowState.STOPPED, RowState.WRONG]
    assert not rows[0].fields


def test_a_number_that_is_forgotten_while_its_list_is_read_is_in_no_row(
    ledger: SqlLedger,
) -> None:
    job = submitted(ledger, "name;phone\nAlex;030/2312 5001\nBea;030/2312 5002\n")

    forgotten = ledger.forget("+493023125001", by="U_BOS", digits="23125001", say=())

    assert forgotten.others == 1
    assert not ledger.keep_rows(job, ROWS, ignored=[], asked=digest_of(ROWS), problem="")
    again = ledger.claim_job(lease=60)
    assert again is not None
    assert again.text == "name;phone\n\nBea;030/2312 5002\n"
    assert ledger.keep_rows(again, ROWS, ignored=[], asked=digest_of(ROWS), problem="")


def test_a_preview_that_was_not_shown_is_due_again(ledger: SqlLedger) -> None:
    job = submitted(ledger)
    ledger.keep_rows(job, ROWS, ignored=[], asked=digest_of(ROWS), problem="")

    again = ledger.claim_job(lease=60)

    assert again is not None
    assert (again.state, again.asked) == (JobState.READING, digest_of(ROWS))
    assert not ledger.keep_rows(job, (), ignored=[], asked="other", problem="")
    assert ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)


def test_a_problem_that_was_shown_ends_a_list(ledger: SqlLedger) -> None:
    job = submitted(ledger)
    ledger.keep_rows(job, (), ignored=[], asked=None, problem="empty")

    ledger.preview_shown(job.job_id)

    kept = ledger.job("t-1")
    assert kept is not None
    assert kept.state is JobState.ENDED


def called(ledger: SqlLedger, job: Job, number: int = 2) -> Call:
    row = ListRow(job_id=job.job_id, number=number, asked_in="C1")
    answer = ledger.record_call(
        a_call("row"), draft_id=None, may_repeat=False, say=[CARD], row=row
    )
    return answer.call


def test_a_row_is_settled_with_its_call(ledger: SqlLedger) -> None:
    job = asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)

    call = called(ledger, job)

    row = ledger.rows(job.job_id)[0]
    assert (row.state, row.call_id, row.fields) == (RowState.CALLED, call.call_id, {})


@pytest.mark.parametrize(
    ("values", "is_hearsay", "is_overdue"),
    [
        pytest.param({"status": "failed", "zeeg_id": "42"}, False, False, id="Zeeg's word"),
        pytest.param({"status": "failed"}, True, False, id="a person's word"),
        pytest.param(
            {"status": "completed", "zeeg_id": "42", "overdue_at": NOW},
            True,
            True,
            id="a person's word of one of which Zeeg told nothing",
        ),
        pytest.param(
            {"status": "pending", "zeeg_id": "42", "overdue_at": NOW},
            False,
            True,
            id="nobody's word",
        ),
    ],
)
def test_a_row_tells_whose_word_its_call_stands_on(
    ledger: SqlLedger, values: dict[str, object], *, is_hearsay: bool, is_overdue: bool
) -> None:
    job = asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    call = called(ledger, job)
    with ledger._door.writing("word") as connection:
        is_over = {} if values["status"] == "pending" else {"ended_at": NOW}
        connection.execute(update(calls).values({**values, **is_over}))

    row = ledger.rows(job.job_id)[0]

    assert (row.is_hearsay, row.is_overdue) == (is_hearsay, is_overdue)
    assert now_of(ledger, call).is_hearsay is is_hearsay


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(lambda ledger, job: ledger.stop_rows(job.job_id), id="stopped"),
        pytest.param(
            lambda ledger, job: ledger.move_job(
                job.job_id, to=JobState.PAUSED, out_of=frozenset({JobState.RUNNING}), by="U"
            ),
            id="paused",
        ),
        pytest.param(lambda ledger, job: ledger.end_job(job.job_id), id="ended"),
        pytest.param(
            lambda ledger, job: ledger.settle_row(job.job_id, 2, to=RowState.DROPPED),
            id="settled",
        ),
    ],
)
def test_a_row_that_is_not_to_be_called_any_more_becomes_no_call(
    ledger: SqlLedger, meanwhile: Callable[[SqlLedger, Job], object]
) -> None:
    job = asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    meanwhile(ledger, job)

    with pytest.raises(RowSettledError):
        called(ledger, job)

    assert ledger.call_with_key("row") is None
    assert waiting(ledger) == []


def test_a_job_is_held_for_longer_as_long_as_it_is_ones_own(ledger: SqlLedger) -> None:
    asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    mine = ledger.claim_job(lease=60)
    assert mine is not None
    assert mine.lease_until is not None

    until = ledger.renew_job(mine, lease=120)

    assert until is not None
    assert until > mine.lease_until + 30
    assert ledger.renew_job(mine, lease=120) is None
    held = replace(mine, lease_until=until)
    ledger.move_job(mine.job_id, to=JobState.PAUSED, out_of=frozenset({JobState.RUNNING}), by="U")
    assert ledger.renew_job(held, lease=120) is None


def test_a_job_that_has_ended_is_nobodys(ledger: SqlLedger) -> None:
    asked(ledger)
    ledger.confirm_job("t-1", asked=digest_of(ROWS), with_unusual=True, by="U", at=NOW)
    mine = ledger.claim_job(lease=60)
    assert mine is not None
    ledger.end_job(mine.job_id)

    assert ledger.renew_job(mine, lease=60) is None
