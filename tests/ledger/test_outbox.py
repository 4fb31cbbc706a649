"""Messages: said in their order, held by one claim, never lost."""

import pytest

from bot.calls.call import Card
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.ledger import SqlLedger
from tests.ledger.samples import (
    BEN,
    CARD,
    EDIT,
    NOW,
    PENDING,
    STOPPED,
    a_call,
    a_draft,
    claimed,
    let_pass,
    next_message,
    now_of,
    recorded,
    waiting,
)

STANDS = Card(channel_id="C1", ts="1.1")
CANNOT_POST = Say(saying=Saying.NOTE, topic=Topic.CANNOT_POST, facts={"code": "is_archived"})


def test_claims_a_message_with_its_call(ledger: SqlLedger) -> None:
    call = recorded(ledger)

    message = next_message(ledger)

    assert (message.key, message.saying, message.topic) == ("call:1:card", Saying.CARD, None)
    assert (message.call, message.draft, message.tries) == (call, None, 1)


def test_claims_a_message_with_its_facts(ledger: SqlLedger) -> None:
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CANNOT_POST])

    message = next_message(ledger)

    assert (message.topic, message.facts) == (Topic.CANNOT_POST, {"code": "is_archived"})


def test_claims_a_message_once_while_its_lease_holds(ledger: SqlLedger) -> None:
    recorded(ledger)
    message = next_message(ledger, lease=60)

    assert ledger.claim_messages(limit=9, lease=60) == ()
    let_pass(ledger, 61)
    again = next_message(ledger)

    assert (again.key, again.tries) == (message.key, 2)
    assert again.token != message.token


def test_shows_the_call_as_it_stands_when_the_message_is_claimed(ledger: SqlLedger) -> None:
    call = recorded(ledger)
    ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    shown = next_message(ledger).call

    assert shown is not None
    assert shown.status is Status.CANCELLED


def test_says_of_one_call_one_thing_after_the_other(ledger: SqlLedger) -> None:
    say = [CARD, PENDING, CANNOT_POST]
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=say)
    told = []

    while messages := ledger.claim_messages(limit=9, lease=60):
        [message] = messages
        assert ledger.claim_messages(limit=9, lease=60) == ()
        told.append(message.key)
        ledger.said(message, ts="1.1")

    assert told == ["call:1:card", "call:1:reply:pending", "call:1:note:cannot_post"]


def test_one_call_does_not_hold_up_another(ledger: SqlLedger) -> None:
    recorded(ledger)
    recorded(ledger, a_call("click 2", phone=BEN))
    ledger.record_draft(a_draft(), offer_after=0)
    ledger.put_off(next_message(ledger), seconds=600, tried=True)

    messages = ledger.claim_messages(limit=9, lease=60)

    assert [message.key for message in messages] == ["call:2:card", "draft:d1:offer_form"]


def test_says_cards_first(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)
    recorded(ledger)

    assert next_message(ledger).key == "call:1:card"
    assert next_message(ledger).key == "draft:d1:offer_form"


def test_a_message_that_was_said_is_over(ledger: SqlLedger) -> None:
    recorded(ledger)
    message = next_message(ledger)

    assert ledger.said(message, ts="1.1")
    assert not ledger.said(message, ts="1.2")
    assert waiting(ledger) == []


def test_a_message_is_over_only_for_who_holds_it(ledger: SqlLedger) -> None:
    recorded(ledger)
    stale = next_message(ledger, lease=60)
    let_pass(ledger, 61)
    held = next_message(ledger, lease=60)

    assert not ledger.said(stale, ts="1.1")
    assert not ledger.card_said(stale, card=STANDS, send_at=NOW, say=[CANNOT_POST])
    ledger.put_off(stale, seconds=0, tried=True)
    ledger.give_up(stale, why="is_archived", say=[CANNOT_POST])

    assert ledger.claim_messages(limit=9, lease=60) == ()
    assert waiting(ledger) == ["call:1:card"]
    assert ledger.card_said(held, card=STANDS, send_at=NOW)


def test_a_late_answer_counts_while_nobody_else_took_the_message(ledger: SqlLedger) -> None:
    recorded(ledger)
    message = next_message(ledger, lease=60)
    let_pass(ledger, 61)

    assert ledger.said(message, ts="1.1")


def test_a_card_that_stands_announces_its_call(ledger: SqlLedger) -> None:
    call = recorded(ledger)

    assert ledger.card_said(next_message(ledger), card=STANDS, send_at=NOW, say=[CANNOT_POST])

    call = now_of(ledger, call)
    assert (call.status, call.send_at, call.card) == (Status.ANNOUNCED, NOW, STANDS)
    assert waiting(ledger) == ["call:1:note:cannot_post"]


def test_a_card_that_stands_too_late_announces_nothing(ledger: SqlLedger) -> None:
    call = recorded(ledger)
    message = next_message(ledger)
    ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT])

    assert ledger.card_said(message, card=STANDS, send_at=NOW)

    call = now_of(ledger, call)
    assert (call.status, call.send_at, call.card) == (Status.CANCELLED, None, STANDS)
    assert next_message(ledger).key == "call:1:card_edit:1"


@pytest.mark.parametrize("of_draft", [True, False], ids=["an offer", "a reply"])
def test_only_a_card_announces(sqlite_ledger: SqlLedger, *, of_draft: bool) -> None:
    if of_draft:
        sqlite_ledger.record_draft(a_draft(), offer_after=0)
    else:
        sqlite_ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[PENDING])
    message = next_message(sqlite_ledger)

    with pytest.raises(ValueError, match="not a call's card"):
        sqlite_ledger.card_said(message, card=STANDS, send_at=NOW)


def test_puts_a_message_off(ledger: SqlLedger) -> None:
    recorded(ledger)
    ledger.put_off(next_message(ledger), seconds=30, tried=True)

    assert ledger.claim_messages(limit=9, lease=60) == ()
    let_pass(ledger, 31)
    assert next_message(ledger).tries == 2


def test_what_is_given_up_makes_room_for_the_next(ledger: SqlLedger) -> None:
    ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD, PENDING])

    ledger.give_up(next_message(ledger), why="is_archived", say=[CANNOT_POST])

    assert waiting(ledger) == ["call:1:reply:pending", "call:1:note:cannot_post"]
    assert next_message(ledger).key == "call:1:reply:pending"


def test_a_message_is_written_once(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED, say=[PENDING])
    ledger.settle(claim, to=Status.PENDING, say=[PENDING])

    assert waiting(ledger) == ["call:1:reply:pending"]


def test_what_may_rightly_be_said_again_is(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    again = Say(saying=Saying.REPLY, topic=Topic.PENDING, nth=2)
    ledger.settle(claim, to=Status.PENDING, say=[PENDING, again])

    assert waiting(ledger) == ["call:1:reply:pending", "call:1:reply:pending:2"]


UNCERTAIN = Say(saying=Saying.REPLY, topic=Topic.UNCERTAIN)


def test_a_reply_that_asks_what_became_of_a_call_is_edited_once_it_is_known(
    ledger: SqlLedger,
) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED, say=[UNCERTAIN])
    ledger.said(next_message(ledger), ts="1.2")

    ledger.move(1, to=Status.COMPLETED, out_of=frozenset({Status.UNCERTAIN}), failure=None, say=[])

    assert waiting(ledger) == ["once:settled:1:1.2:reply_edit:uncertain"]


def test_a_reply_that_is_being_posted_meanwhile_is_edited_too(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED, say=[UNCERTAIN])
    reply = next_message(ledger)
    ledger.move(1, to=Status.COMPLETED, out_of=frozenset({Status.UNCERTAIN}), failure=None, say=[])

    ledger.said(reply, ts="1.2")

    assert waiting(ledger) == ["once:meanwhile:1:1.2:reply_edit:uncertain"]


def test_a_reply_is_not_edited_while_nobody_knows_more(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.UNCERTAIN, failure=STOPPED, say=[UNCERTAIN])

    ledger.said(next_message(ledger), ts="1.2")

    assert waiting(ledger) == []
