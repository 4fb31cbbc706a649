"""One open call to a number, unless somebody said yes to more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.calls.status import NOT_SENT, Status
from bot.errors import OpenCallError
from bot.ledger import SqlLedger
from tests.ledger.samples import (
    BEN,
    CARD,
    NOW,
    SUPPORT,
    a_call,
    a_draft,
    a_request,
    claimed,
    recorded,
    waiting,
)


def test_asks_before_a_second_open_call(ledger: SqlLedger) -> None:
    first = recorded(ledger)
    ledger.record_draft(a_draft(), offer_after=60)

    with pytest.raises(OpenCallError):
        ledger.record_call(a_call("click 2"), draft_id="d1", may_repeat=False, say=[CARD])

    assert ledger.call(first.call_id + 1) is None
    assert ledger.draft("d1") == a_draft()
    assert waiting(ledger) == ["call:1:card", "draft:d1:offer_form"]


def test_records_a_second_open_call_after_a_yes(ledger: SqlLedger) -> None:
    recorded(ledger)

    second = recorded(ledger, a_call("click 2"), may_repeat=True)

    assert second.call_id == 2


def test_asks_also_when_the_open_call_was_itself_a_repeat(ledger: SqlLedger) -> None:
    recorded(ledger, may_repeat=True)

    with pytest.raises(OpenCallError):
        recorded(ledger, a_call("click 2"))


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(Status.PENDING, id="rings at Zeeg"),
        pytest.param(Status.UNCERTAIN, id="uncertain"),
    ],
)
def test_asks_until_the_call_is_over(ledger: SqlLedger, to: Status) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=to)

    with pytest.raises(OpenCallError):
        recorded(ledger, a_call("click 2"))

    ledger.move(claim.call.call_id, to=Status.COMPLETED, out_of=frozenset({to}))
    assert recorded(ledger, a_call("click 2")).status is Status.RECORDED


def test_asks_nothing_once_the_call_is_cancelled(ledger: SqlLedger) -> None:
    first = recorded(ledger)
    ledger.move(first.call_id, to=Status.CANCELLED, out_of=NOT_SENT)

    assert recorded(ledger, a_call("click 2")).call_id > first.call_id


def test_asks_nothing_about_another_number(ledger: SqlLedger) -> None:
    recorded(ledger)
    other = a_call("click 2", phone=BEN)

    assert recorded(ledger, other).new == other


def test_asks_also_about_another_agents_call(ledger: SqlLedger) -> None:
    first = recorded(ledger)
    other = a_call("click 2", request=a_request(agent=SUPPORT))

    with pytest.raises(OpenCallError):
        recorded(ledger, other)

    yes = replace(other, confirmed=(f"open_call:{first.call_id}",))
    assert recorded(ledger, yes).new == yes


def test_two_who_say_yes_to_the_same_open_call_do_not_both_get_one(ledger: SqlLedger) -> None:
    first = recorded(ledger)
    yes = (f"open_call:{first.call_id}",)
    recorded(ledger, replace(a_call("click 2"), confirmed=yes), may_repeat=True)

    with pytest.raises(OpenCallError):
        recorded(ledger, replace(a_call("click 3"), confirmed=yes), may_repeat=True)


def test_a_call_that_was_due_long_ago_is_in_nobodys_way(ledger: SqlLedger) -> None:
    day = timedelta(hours=25)
    calls = [a_call(f"click {nth}", requested_at=NOW + nth * day) for nth in range(3)]

    assert [recorded(ledger, new).call_id for new in calls] == [1, 2, 3]

    with pytest.raises(OpenCallError):
        recorded(ledger, replace(calls[-1], key="click 4"))


def test_a_call_that_is_planned_is_asked_about_though_it_was_asked_for_long_ago(
    ledger: SqlLedger,
) -> None:
    recorded(ledger, a_call(request=a_request(at=NOW + timedelta(days=30))))

    with pytest.raises(OpenCallError):
        recorded(ledger, a_call("click 2", requested_at=NOW + timedelta(days=20)))
