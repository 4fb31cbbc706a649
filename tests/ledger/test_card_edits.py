"""A card is brought up to date once for many changes, and never too early."""

from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.ledger import SqlLedger
from tests.ledger.samples import (
    BEN,
    EDIT,
    STOPPED,
    a_call,
    announced,
    claimed,
    let_pass,
    next_message,
    waiting,
)

CANNOT_POST = Say(saying=Saying.NOTE, topic=Topic.CANNOT_POST, facts={"code": "is_archived"})


def test_edits_that_nobody_began_become_one(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    by = Say(saying=Saying.CARD_EDIT, facts={"by": "U1"})
    why = Say(saying=Saying.CARD_EDIT, facts={"why": "late"})
    ledger.put_back(claim, failure=STOPPED, seconds=0, say=[by, EDIT])
    ledger.move(claim.call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[why])

    assert waiting(ledger) == ["call:1:card_edit:1"]
    assert next_message(ledger).facts == {"by": "U1", "why": "late"}


def test_an_edit_that_was_begun_is_followed_by_another(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.put_back(claim, failure=STOPPED, seconds=0, say=[EDIT])
    begun = next_message(ledger, lease=60)
    let_pass(ledger, 61)
    ledger.move(claim.call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    ledger.said(begun, ts=None)

    assert waiting(ledger) == ["call:1:card_edit:2"]


def test_an_edit_that_was_put_off_does_for_the_next(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.put_back(claim, failure=STOPPED, seconds=0, say=[EDIT])
    ledger.put_off(next_message(ledger), seconds=30, tried=True)

    ledger.move(claim.call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    assert waiting(ledger) == ["call:1:card_edit:1"]


def test_edits_of_different_calls_stay_apart(ledger: SqlLedger) -> None:
    for n, phone in enumerate([BEN, "+4915100000000"], start=1):
        call = announced(ledger, a_call(f"click {n}", phone=phone))
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    assert waiting(ledger) == ["call:1:card_edit:1", "call:2:card_edit:1"]
