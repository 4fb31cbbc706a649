"""How many calls somebody asked for: counted, and held to the cap when one is recorded."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest

from bot.calls.permission import DailyCap
from bot.calls.status import Status
from bot.errors import DailyCapError
from bot.ledger import SqlLedger
from tests.ledger.conftest import Opening
from tests.ledger.samples import ADA, BEN, CARD, MINUTE, NOW, a_call, a_profile, recorded

SINCE = NOW - timedelta(hours=9)
TWO = DailyCap(since=SINCE, limit=2)


def test_counts_the_calls_of_one_person_that_were_not_stopped(ledger: SqlLedger) -> None:
    recorded(ledger, a_call("mine"))
    recorded(ledger, a_call("of before", phone=BEN, requested_at=SINCE - MINUTE))
    recorded(ledger, a_call("the first", phone=BEN, requested_at=SINCE), may_repeat=True)
    recorded(ledger, a_call("another's", requester_id="U2"), may_repeat=True)
    recorded(ledger, a_call("of another team", team_id="T2"), may_repeat=True)
    stopped = recorded(ledger, a_call("stopped"), may_repeat=True)
    ledger.move(stopped.call_id, to=Status.CANCELLED, out_of=frozenset({Status.RECORDED}))

    assert ledger.calls_since(SINCE, team_id="T1", requester_id="U1") == 2


def test_records_no_more_than_the_cap(ledger: SqlLedger) -> None:
    for click in ("one", "two"):
        ledger.record_call(a_call(click), draft_id=None, may_repeat=True, say=[CARD], cap=TWO)

    with pytest.raises(DailyCapError):
        ledger.record_call(a_call("three"), draft_id=None, may_repeat=True, say=[CARD], cap=TWO)

    assert ledger.call_with_key("three") is None


def test_holds_whoever_it_is_to_the_cap(ledger: SqlLedger) -> None:
    """A lock has a number of each, which may be negative."""
    one = DailyCap(since=SINCE, limit=1)
    for caller in ("U1", "U2", "U3", "U4", "U5", "U6"):
        new = a_call(caller, requester_id=caller)
        ledger.record_call(new, draft_id=None, may_repeat=True, say=[CARD], cap=one)

        with pytest.raises(DailyCapError):
            ledger.record_call(
                replace(new, key="second"), draft_id=None, may_repeat=True, say=[CARD], cap=one
            )


def test_a_repeated_click_is_answered_at_the_cap(ledger: SqlLedger) -> None:
    one = DailyCap(since=SINCE, limit=1)
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD], cap=one)

    again = ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD], cap=one)

    assert not again.is_new


def test_two_calls_at_once_are_one_at_a_cap_of_one(opening: Opening) -> None:
    one, barrier = DailyCap(since=SINCE, limit=1), Barrier(2)
    answers: list[str] = []

    def ask(phone: str) -> None:
        ledger = opening()
        barrier.wait()
        try:
            ledger.record_call(
                a_call(phone, phone=phone), draft_id=None, may_repeat=False, say=[CARD], cap=one
            )
        except DailyCapError:
            answers.append("over the cap")
        else:
            answers.append("recorded")

    threads = [Thread(target=ask, args=[phone]) for phone in (ADA, BEN)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["over the cap", "recorded"]


@pytest.mark.parametrize(
    "groups",
    [
        pytest.param(None, id="not known"),
        pytest.param(frozenset[str](), id="none"),
        pytest.param(frozenset({"S1", "S2"}), id="two"),
    ],
)
def test_remembers_the_user_groups_of_a_person(
    ledger: SqlLedger, groups: frozenset[str] | None
) -> None:
    profile = replace(a_profile(), usergroups=groups)

    ledger.remember_profile(profile)

    assert ledger.profile(team_id="T1", user_id="U1") == profile
