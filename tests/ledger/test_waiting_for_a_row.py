"""
On PostgreSQL two transactions run side by side: one is held before its commit, and the other has
to wait, or to pass by, wherever going on would lose a message or ring twice.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Event
from typing import TypeVar

import pytest
from sqlalchemy import func, select, text

from bot.calls.bulk import RowState
from bot.calls.erasing import Forgotten
from bot.calls.matching import Verdict
from bot.calls.permission import DailyCap
from bot.calls.replacing import Replacing
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.errors import (
    CallMovedError,
    DailyCapError,
    LedgerError,
    NumberBlockedError,
    OpenCallError,
)
from bot.ledger import SqlLedger, engine, migrating
from bot.ports import Recorded
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    ADA,
    BEN,
    CARD,
    EDIT,
    MINUTE,
    NOW,
    STOPPED,
    UNCERTAIN,
    a_call,
    a_draft,
    announced,
    claimed,
    next_message,
    now_of,
    recorded,
    waiting,
)
from tests.ledger.test_blocks import BLOCK, blocked
from tests.ledger.test_bulk import asked, called, confirmed
from tests.ledger.test_events import BY_ADMIN, ended, pending
from tests.ledger.test_replacing import DEED

Answer = TypeVar("Answer")
NOTE = Say(saying=Saying.NOTE, topic=Topic.NOT_PLACED)


class Hold:
    """Holds a transaction at a point until it is let go."""

    def __init__(self, opening: Opening) -> None:
        self._point = ""
        self._reached, self._go = Event(), Event()
        self.ledger = opening(at=self._stop)
        self.looking = opening()
        self.other = opening()
        self.waited = False

    def _stop(self, point: str) -> None:
        if point == self._point:
            self._reached.set()
            assert self._go.wait(60)

    @contextmanager
    def at(self, point: str, deed: Callable[[], Answer]) -> Iterator[Future[Answer]]:
        """Do it up to this point, and go on with it when the block ends or has to wait."""
        self._point = point
        with ThreadPoolExecutor(1) as thread:
            held = thread.submit(deed)
            assert self._reached.wait(60)
            try:
                yield held
            finally:
                self._go.set()
                held.exception()

    def meanwhile(self, deed: Callable[[], Answer]) -> Answer:
        """Do something else; if it has to wait for what is held, that goes on."""
        with ThreadPoolExecutor(1) as thread:
            doing = thread.submit(deed)
            while not doing.done() and not self._waiting():
                pass
            self.waited = not doing.done()
            self._go.set()
            return doing.result()

    def until_waiting(self, many: int) -> None:
        """Wait until so many have to wait for what is held."""
        while self._waiting() < many:
            pass

    def _waiting(self) -> int:
        query = text(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        with self.looking._door.reading() as connection:
            return connection.scalar(query) or 0


@pytest.fixture
def hold(opening_postgres: Opening) -> Hold:
    return Hold(opening_postgres)


def undo(ledger: SqlLedger, *say: Say) -> object:
    return ledger.move(1, to=Status.CANCELLED, out_of=NOT_SENT, say=say)


def test_an_edit_is_not_begun_while_another_relies_on_it(hold: Hold) -> None:
    claim = claimed(hold.other)
    hold.other.put_back(claim, failure=STOPPED, seconds=0, say=[EDIT])

    with hold.at("inside move", partial(undo, hold.ledger, EDIT)):
        assert not hold.other.claim_messages(limit=9, lease=60)

    shown = next_message(hold.other)
    assert shown.key == "call:1:card_edit:1"
    assert shown.call is not None
    assert shown.call.status is Status.CANCELLED


def test_nobody_relies_on_an_edit_that_is_being_begun(hold: Hold) -> None:
    claim = claimed(hold.other)
    hold.other.put_back(claim, failure=STOPPED, seconds=0, say=[EDIT])

    claiming = partial(hold.ledger.claim_messages, limit=9, lease=60)
    with hold.at("inside message claim", claiming) as begun:
        hold.meanwhile(partial(undo, hold.other, EDIT))

    [message] = begun.result()
    hold.other.said(message, ts=None)
    assert waiting(hold.other) == ["call:1:card_edit:2"]


def test_a_first_call_waits_for_a_repeat_that_is_being_recorded(hold: Hold) -> None:
    repeating = partial(recorded, hold.ledger, a_call("click 1"), may_repeat=True)

    with hold.at("inside intake", repeating), pytest.raises(OpenCallError):
        hold.meanwhile(partial(recorded, hold.other, a_call("click 2")))


def test_two_first_calls_wait_for_each_other(hold: Hold) -> None:
    with hold.at("inside intake", partial(recorded, hold.ledger)), pytest.raises(OpenCallError):
        hold.meanwhile(partial(recorded, hold.other, a_call("click 2")))


def test_a_click_waits_for_its_other_delivery(hold: Hold) -> None:
    with hold.at("inside intake", partial(recorded, hold.ledger)) as first:
        second = hold.meanwhile(partial(recorded, hold.other))

    assert second == first.result()


def test_a_click_that_says_another_number_is_still_one_click(hold: Hold) -> None:
    with hold.at("inside intake", partial(recorded, hold.ledger)) as first:
        other = partial(hold.other.record_call, a_call(phone=BEN), say=[CARD, EDIT])
        second = hold.meanwhile(partial(other, draft_id=None, may_repeat=False))

    assert second == Recorded(call=first.result(), is_new=False)
    assert waiting(hold.other) == ["call:1:card"]


def test_a_block_waits_for_a_call_that_is_being_recorded_and_refuses_it(hold: Hold) -> None:
    with hold.at("inside intake", partial(recorded, hold.ledger)) as first:
        done = hold.meanwhile(partial(blocked, hold.other))

    assert done.refused == (first.result().call_id,)


def test_a_call_waits_for_a_block_and_is_not_recorded(hold: Hold) -> None:
    blocking = partial(blocked, hold.ledger)

    with hold.at("inside block", blocking), pytest.raises(NumberBlockedError):
        hold.meanwhile(partial(recorded, hold.other))


def test_two_calls_of_one_person_wait_for_each_other_at_the_cap(hold: Hold) -> None:
    cap = DailyCap(since=NOW - MINUTE, limit=1)

    def ask(ledger: SqlLedger, phone: str) -> object:
        new = a_call(phone, phone=phone)
        return ledger.record_call(new, draft_id=None, may_repeat=False, say=[CARD], cap=cap)

    with hold.at("inside intake", partial(ask, hold.ledger, ADA)), pytest.raises(DailyCapError):
        hold.meanwhile(partial(ask, hold.other, BEN))


def test_a_number_that_two_take_off_the_list_is_taken_off_once(hold: Hold) -> None:
    blocked(hold.other)

    with hold.at(
        "inside unblock", partial(hold.ledger.unblock_number, ADA, by="U8", at=NOW)
    ) as first:
        second = hold.meanwhile(partial(hold.other.unblock_number, ADA, by="U7", at=NOW))

    assert (first.result(), second) == (BLOCK, None)
    assert len(hold.other.taken_off(limit=9)) == 1


def test_messages_of_one_call_keep_the_order_of_commits(hold: Hold) -> None:
    hold.other.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD])
    card = next_message(hold.other)

    with hold.at("inside move", partial(undo, hold.ledger, UNCERTAIN)):
        hold.meanwhile(partial(hold.other.give_up, card, why="is_archived", say=[NOTE]))
        assert hold.waited

    assert waiting(hold.other) == ["call:1:reply:uncertain", "call:1:note:not_placed"]


def test_a_call_being_undone_is_not_claimed(hold: Hold) -> None:
    call = announced(hold.other)

    with hold.at("inside move", partial(undo, hold.ledger)):
        assert not hold.other.claim_calls(now=NOW, limit=9, lease=30)

    assert now_of(hold.other, call).status is Status.CANCELLED


def test_a_call_being_claimed_is_not_undone(hold: Hold) -> None:
    announced(hold.other)

    claiming = partial(hold.ledger.claim_calls, now=NOW, limit=9, lease=30)
    with hold.at("inside claim", claiming) as claims:
        assert hold.meanwhile(partial(undo, hold.other)) is None

    assert len(claims.result()) == 1


def test_a_form_and_who_forgets_its_number_wait_in_one_line(hold: Hold) -> None:
    """What a form says is erased with the number, and a call of the form waits for both."""
    hold.other.record_draft(a_draft(), offer_after=60)
    forget = partial(hold.other.forget, ADA, by="U_ADMIN", digits="15112345678", say=[])
    submit = partial(hold.other.record_call, a_call(), draft_id="d1", may_repeat=False, say=[CARD])

    with ThreadPoolExecutor(2) as threads:
        with hold.at("inside unblock", partial(hold.ledger.unblock_number, ADA, by="U", at=NOW)):
            forgetting = threads.submit(forget)
            hold.until_waiting(1)
            submitting = threads.submit(submit)
            hold.until_waiting(2)

        assert submitting.result().is_new
        assert forgetting.result().others == 1


def test_who_reschedules_to_another_number_and_who_forgets_the_first_wait_in_one_line(
    hold: Hold,
) -> None:
    announced(hold.other)
    hold.other.record_draft(a_draft(), offer_after=60)
    forget = partial(hold.other.forget, ADA, by="U_ADMIN", digits="15112345678", say=[])
    new = a_call("click 2", phone=BEN, replacing=Replacing(call_id=1, deed=DEED, say=[]))
    submit = partial(hold.other.record_call, new, draft_id="d1", may_repeat=False, say=[CARD])

    with ThreadPoolExecutor(2) as threads:
        with hold.at("inside say", partial(hold.ledger.say_about, 1, say=[EDIT])):
            forgetting = threads.submit(forget)
            hold.until_waiting(1)
            submitting = threads.submit(submit)
            hold.until_waiting(2)

        assert forgetting.result().stopped == (1,)
        assert isinstance(submitting.exception(), CallMovedError)


def test_who_assigns_an_outcome_and_who_forgets_its_number_wait_in_one_line(hold: Hold) -> None:
    pending(hold.other)
    hold.other.record_ended(ended(), judge=lambda _: Verdict(call_id=None))
    forget = partial(hold.other.forget, ADA, by="U_ADMIN", digits="15112345678", say=[])
    assign = partial(hold.other.assign, 1, call_id=1, deed=BY_ADMIN, say=[])

    with ThreadPoolExecutor(2) as threads:
        with hold.at("inside say", partial(hold.ledger.say_about, 1, say=[EDIT])):
            forgetting = threads.submit(forget)
            hold.until_waiting(1)
            assigning = threads.submit(assign)
            hold.until_waiting(2)

        assert forgetting.result() == Forgotten(open=(1,), others=1)
        assert not assigning.result()


def test_a_row_that_becomes_a_call_stays_one_though_a_number_in_it_is_forgotten(
    hold: Hold,
) -> None:
    job = confirmed(hold.other, asked(hold.other))
    forget = partial(hold.other.forget, "+493023125001", by="U", digits="23125001", say=[])

    with hold.at("inside intake", partial(called, hold.ledger, job)) as calling:
        hold.meanwhile(forget)
        assert hold.waited

    row = hold.other.rows(job.job_id)[0]
    assert (row.state, row.call_id) == (RowState.CALLED, calling.result().call_id)


def stopping(opening: Opening, monkeypatch: pytest.MonkeyPatch, **seconds: float) -> Hold:
    """Hold a transaction on a machine that stopped, with little patience on both sides."""
    for name, value in seconds.items():
        monkeypatch.setattr(engine, name, value)
    return Hold(opening)


def test_nobody_waits_for_ever_for_a_machine_that_stopped_in_the_middle(
    opening_postgres: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = stopping(opening_postgres, monkeypatch, LOCK_SECONDS=0.2, IDLE_SECONDS=60)

    with (
        hold.at("inside intake", partial(recorded, hold.ledger)) as first,
        pytest.raises(LedgerError, match="holds it for too long"),
    ):
        recorded(hold.other, a_call("click 2"))

    assert first.result().status is Status.RECORDED


def test_what_a_machine_holds_that_stopped_in_the_middle_is_free_after_a_while(
    opening_postgres: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = stopping(opening_postgres, monkeypatch, LOCK_SECONDS=30, IDLE_SECONDS=0.2)

    with hold.at("inside intake", partial(recorded, hold.ledger)) as first:
        assert recorded(hold.other, a_call("click 2")).call_id

    assert isinstance(first.exception(), LedgerError)
    assert hold.other.call_with_key("click 1") is None


def test_who_brings_the_tables_up_to_date_is_waited_for_however_long_it_takes(
    opening_postgres: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = stopping(opening_postgres, monkeypatch, LOCK_SECONDS=0.001, IDLE_SECONDS=60)

    with ThreadPoolExecutor(1) as thread:
        with hold.other._door.writing("migration") as connection:
            connection.execute(select(func.pg_advisory_xact_lock(migrating.LOCK)))
            waiting_for_it = thread.submit(migrating.migrate, hold.ledger._door.engine)
            hold.until_waiting(1)

        assert waiting_for_it.result() is None
